"""How fresh the tables are: spans, what counts, and which period is the newest."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import freshness

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("period", "first", "after"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        ("2024-12-31", date(2024, 12, 31), date(2025, 1, 1)),
        ("2024-01/2024-09", date(2024, 1, 1), date(2024, 10, 1)),
        ("2022/2024", date(2022, 1, 1), date(2025, 1, 1)),
    ],
)
def test_spans(period: str, first: date, after: date) -> None:
    assert freshness.span(period) == (first, after)


def test_a_day_as_a_year() -> None:
    assert freshness.as_year(date(2023, 1, 1)) == 2023
    assert freshness.as_year(date(2023, 7, 1)) == pytest.approx(2023 + 181 / 365)
    assert freshness.as_year(date(2024, 7, 1)) == pytest.approx(2024 + 182 / 366)


def _rows(*rows: tuple[str, str | None, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source_id", "period", "status"])


def _newest(*rows: tuple[str, str | None, str]) -> dict[str, object]:
    fed = freshness.feeds({"observations": _rows(*rows)}, TODAY)
    return dict(zip(fed["source_id"], fed["newest"], strict=True))


def test_the_newest_period_ends_last() -> None:
    known = _newest(
        ("a", "2023", "reported"), ("a", "2024-03", "reported"), ("a", "2023-12", "reported")
    )
    assert known == {"a": "2024-03"}


def test_targets_claims_and_the_future_do_not_make_a_table_fresh() -> None:
    known = _newest(
        ("a", "2020", "reported"),
        ("a", "2025", "target"),
        ("a", "2025-05", "claimed"),
        ("a", "2060", "estimated"),
        ("b", "2030", "target"),
    )
    assert known["a"] == "2020"
    assert pd.isna(known["b"])


def test_a_year_under_way_counts_by_its_beginning() -> None:
    assert _newest(("a", "2026", "reported"), ("a", "2026-05", "reported")) == {"a": "2026-05"}
    assert _newest(("a", "2026", "reported"), ("a", "2025", "reported")) == {"a": "2026"}
    assert freshness.reach("2026", TODAY) == date(2026, 1, 1)
    assert freshness.reach("2025", TODAY) == date(2026, 1, 1)
    assert freshness.reach("2026-10", TODAY) == date(2026, 11, 1)


def test_rows_are_counted_by_table_and_source() -> None:
    frames = {
        "observations": _rows(*[("a", "2020", "reported")] * 2, ("b", "2021", "reported")),
        "assets": pd.DataFrame({"asset_id": ["x"], "source_id": ["a"]}),
        "metrics": pd.DataFrame({"metric_id": ["x"]}),
    }
    fed = freshness.feeds(frames, TODAY)
    assert fed[["source_id", "table", "rows"]].to_numpy().tolist() == [
        ["a", "observations", 2],
        ["b", "observations", 1],
        ["a", "assets", 1],
    ]
    each = freshness.by_table(fed, TODAY).set_index("table")
    assert each.loc["observations", ["rows", "sources", "newest", "source_id"]].tolist() == [
        3,
        2,
        "2021",
        "b",
    ]
    assert each.loc["assets", "rows"] == 1
    assert pd.isna(each.loc["assets", "newest"])


def test_months_behind() -> None:
    assert freshness.months_behind("2026-06", TODAY) == 4  # 1 July to 24 November
    assert freshness.months_behind("2026-10", TODAY) == 0
    assert freshness.months_behind("2025", TODAY) == 10
    assert freshness.months_behind("2026-05-30", TODAY) == 5  # 31 May to 24 November
    assert freshness.months_behind("2026-12", date(2026, 11, 24)) == 0


def test_nothing_gives_nothing() -> None:
    assert freshness.feeds({}, TODAY).empty
    assert freshness.by_table(freshness.feeds({}, TODAY), TODAY).empty


def test_the_tables_as_they_are() -> None:
    """Read off the files: BNS ends in June 2026, the ECB in October 2026, COIR in 2019."""
    fed = freshness.feeds({n: tables.load(n) for n in ("trade", "prices")}, TODAY)
    newest = fed.set_index("source_id")["newest"]
    assert newest["bns_monthly"] == "2026-06"
    assert newest["ecb_rates"] == "2026-10"
    assert newest["pink_sheet_2026_06"] == "2026-05"
    assert newest["ec_coir"] == "2019-12"
    each = freshness.by_table(fed, TODAY).set_index("table")
    assert each["source_id"].to_dict() == {"trade": "bns_monthly", "prices": "ecb_rates"}
    assert each["rows"].to_dict() == {
        "trade": len(tables.load("trade")),
        "prices": len(tables.load("prices")),
    }
