"""Lines for tests: a sure one that leads on to the press, an edition of its own, a claim."""

from partnership.charts.forms import Break, Fill, Gap, Lines, Point, Rule, Series, Unit

ITALY = Series(
    "Italy",
    "#111111",
    (
        Point(2010, 1e9, "1 bn"),
        Point(2011, 3e9, "3 bn"),
        Point(2013, 2e9, "2 bn"),
        Point(2014, 4e9, "4 bn", status="press", details=(("Source", "a newspaper"),)),
    ),
    entity="ITA",
    ends="reported by\nItaly",
    later="Italy, in the press",
)
EDITION = Series(
    "Italy, revised",
    "#222222",
    (Point(2012, 2e9, "2 bn"), Point(2013, None), Point(2014, 5e9, "5 bn")),
    line="dotted",
)
CLAIM = Series(
    "Article", "#333333", (Point(2013, 6e9, "6 bn", "Article: 6 bn", "claimed"),), "points"
)
LINES = Lines(
    (ITALY, EDITION, CLAIM),
    Unit("billion USD", 9),
    "Year",
    what="Reporter",
    measure="Trade",
    none="no data",
    rules=(Rule(5e9, "Target", written=True),),
    fills=(Fill((Gap(2010, 1e9, 2e9, "1 bn"), Gap(2011, 3e9, 3e9, "0 bn")), "Bound", "#444444"),),
    breaks=(Break(2011, "early"), Break(2013, "late"), Break(2013, "later"), Break(1999, "never")),
)
"""Lines as they are drawn."""
