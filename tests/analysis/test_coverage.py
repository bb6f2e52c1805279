"""What time tables cover, worked out by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import coverage
from partnership.analysis.coverage import Coverage


def _rows(*periods: str, **columns: str) -> pd.DataFrame:
    return pd.DataFrame({"period": list(periods), **columns})


def _months(year: int, *months: int) -> list[str]:
    return [f"{year}-{month:02}" for month in months]


@pytest.mark.parametrize(
    ("periods", "known"),
    [
        (["2019", "2020"], Coverage(2019, 2020)),
        (["2019", "2022"], Coverage(2019, 2022, missing=(2020, 2021))),
        (_months(2020, *range(1, 13)), Coverage(2020, 2020)),
        (_months(2020, *range(1, 12)), Coverage(2020, 2020, partial=(2020,))),
        (["2023", "2024-01/2024-09"], Coverage(2023, 2024, partial=(2024,))),
        (["2024-01/2024-09", *_months(2024, 9, 10, 11, 12)], Coverage(2024, 2024)),
        (["2024-11/2025-02"], Coverage(2024, 2025, partial=(2024, 2025))),
        (["2024", "2024-03"], Coverage(2024, 2024)),
        (["2025", "2026-10-01/2026-10-09"], Coverage(2025, 2026, partial=(2026,))),
        (["2005/2024", "2010"], Coverage(2010, 2010)),
        (["2019-07/2021-06", "2010"], Coverage(2010, 2010)),
    ],
)
def test_years_known(periods: list[str], known: Coverage) -> None:
    assert coverage.coverage(_rows(*periods)) == known


def test_nothing_is_known_of_no_year() -> None:
    assert coverage.coverage(_rows()) is None
    assert coverage.coverage(_rows("2005/2024")) is None


def test_years_known_whole() -> None:
    known = coverage.coverage(_rows("2018", "2020", "2021-01"))
    assert known == Coverage(2018, 2021, missing=(2019,), partial=(2021,))
    assert known.whole == (2018, 2020)


def test_each_reporter_and_product_has_its_own_years() -> None:
    rows = pd.DataFrame(
        {
            "reporter": ["KAZ", "KAZ", "KAZ", "ITA"],
            "product_id": ["total", "total", "hs27", "total"],
            "period": ["2020", "2021-01/2021-03", "2021-05", "2019"],
        }
    )
    found = coverage.by_year(rows, ["reporter", "product_id"])
    assert found.to_dict("split")["data"] == [
        ["ITA", "total", 2019, 12, True],
        ["KAZ", "hs27", 2021, 1, False],
        ["KAZ", "total", 2020, 12, True],
        ["KAZ", "total", 2021, 3, False],
    ]


@pytest.mark.parametrize(
    ("period", "months"),
    [("2026-10", 1), ("2026-10-02/2026-10-31", 0), ("2026-10-02/2026-11-30", 1), ("2026", 12)],
)
def test_months_count_where_they_are_covered_whole(period: str, months: int) -> None:
    assert coverage.by_year(_rows(period))["months"].tolist() == [months]


def test_trade_of_others_is_not_that_of_the_two() -> None:
    columns = ["reporter", "partner", "product_id", "period"]
    rows = [
        ("KAZ", "ITA", "total", "2001"),
        ("ITA", "KAZ", "total", "2003"),
        ("KAZ", "WLD", "total", "1999"),
        ("ITA", "KAZ", "hs27", "2009"),
    ]
    known = coverage.bilateral(pd.DataFrame(rows, columns=columns))
    assert known == Coverage(2001, 2003, missing=(2002,))


def test_a_year_more_in_the_table_is_a_year_more_known() -> None:
    trade = tables.load("trade")
    known = coverage.bilateral(trade)
    assert known is not None
    newest = trade[trade["period"].eq(str(known.whole[-1])) & trade["partner"].eq("ITA")]
    more = newest.assign(period=str(known.last + 1))
    later = coverage.bilateral(pd.concat([trade, more]))
    assert later is not None
    assert (later.first, later.last, later.whole[-1]) == (known.first, known.last + 1, later.last)


@pytest.mark.parametrize(
    ("rows", "extent"),
    [
        ({"period": ["2013-05", "2019"]}, (date(2013, 5, 1), date(2020, 1, 1))),
        ({"year": [2001, 1999]}, (date(1999, 1, 1), date(2002, 1, 1))),
        ({"year": [2001.0, None]}, (date(2001, 1, 1), date(2002, 1, 1))),
        ({"year": [2001], "period": ["2005"]}, (date(2005, 1, 1), date(2006, 1, 1))),
        ({"start": ["2001-02-03"], "end": ["2004"]}, (date(2001, 2, 3), date(2005, 1, 1))),
        ({"start": ["2001", "2003"], "end": ["2004", None]}, (date(2001, 1, 1), date.max)),
        ({"start": ["2001"]}, (date(2001, 1, 1), date.max)),
        ({"period": [None]}, None),
        ({"value": [1]}, None),
    ],
)
def test_the_time_of_what_is_drawn(
    rows: dict[str, list[object]], extent: tuple[date, date] | None
) -> None:
    assert coverage.extent(pd.DataFrame(rows)) == extent
