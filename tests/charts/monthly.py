"""Lines by month for tests: two prices above, and values with a hole below."""

from datetime import date

from partnership.charts.forms import Curves, Months, Point, Series, Unit

DAYS = (date(2023, 11, 1), date(2023, 12, 1), date(2024, 1, 1))
PRICES = tuple(
    Series(
        name,
        colour,
        tuple(Point(day, 50.0 + n, f"{50 + n} USD") for n, day in enumerate(DAYS)),
        line="dotted" if name == "Brent" else "solid",
    )
    for name, colour in (("Exports", "#111111"), ("Brent", "#222222"))
)
VALUES = Series(
    "Value",
    "#333333",
    (Point(DAYS[0], 2e9, "2 bn"), Point(DAYS[1], None), Point(DAYS[2], 4e9, "4 bn")),
)
MONTHS = Months(
    (Curves(PRICES, Unit("USD a barrel"), 100), Curves((VALUES,), Unit("billion USD", 9), 50)),
    tuple(zip(DAYS, ("November", "December", "January"), strict=True)),
    "Month",
    "not published",
)
"""Lines by month as they are drawn."""
