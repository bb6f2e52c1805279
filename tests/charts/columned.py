"""Columns for tests: two parts by year with a hole, a tick over them; months; a comparison."""

from datetime import date

from partnership.charts.forms import Columns, Point, Series, Unit

ITALY = Series(
    "Italy",
    "#111111",
    (
        Point(2010, 2e9, "2 bn", "2"),
        Point(2011, 3e9, "3 bn", "3", status="incomplete", details=(("Months", "7"),)),
        Point(2013, 4e9, "4 bn", "4"),
    ),
    "bar",
    entity="ITA",
)
SPAIN = Series(
    "Spain", "#222222", (Point(2010, 1e9, "1 bn"), Point(2011, 5e9, "5 bn")), "bar", entity="ESP"
)
DECLARED = Series(
    "Declared", "#333333", (Point(2010, 6e9, "6 bn"), Point(2013, 1e9, "1 bn")), "ticks"
)
STACK = Columns((ITALY, SPAIN, DECLARED), "Year", Unit("billion USD", 9))
PATH = Series(
    "Target",
    "#444444",
    (Point(2013, 4e9, status="planned"), Point(2016, 0.0, "nothing", "2016", status="planned")),
)
LEVEL = Series("Level", "#555555", (Point(2010, 7e9, "7 bn"), Point(2016, 7e9, "7 bn")), "steps")
MONTHS = Columns(
    (
        Series(
            "Price",
            "#111111",
            (Point(date(2020, 1, 1), -3.0, "−3"), Point(date(2020, 2, 1), 2.0, "+2")),
            "bar",
        ),
        Series(
            "Quantity",
            "#222222",
            (Point(date(2020, 1, 1), -1.0, "−1"), Point(date(2020, 2, 1), -4.0, "−4")),
            "bar",
        ),
    ),
    "Month",
    Unit("m"),
    names=((date(2020, 1, 1), "Jan 2020"), (date(2020, 2, 1), "Feb 2020")),
)
COUNTED = Series(
    "Other count", "#333333", (Point(2010, 3e9, "3 bn", "3"), Point(2014, 3e9, "3 bn")), "points"
)
