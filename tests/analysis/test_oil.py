"""Output and ways out by year, and which source stands for a year, against numbers by hand."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import oil, preferred

SOURCES = pd.DataFrame(
    {"source_id": ["office", "firm", "paper"], "kind": ["statistics", "company", "press"]}
)


def _rows(*rows: tuple[str, str, float, str, str]) -> pd.DataFrame:
    columns = ["entity_id", "period", "value", "source_id", "status"]
    return pd.DataFrame(rows, columns=columns).assign(metric_id="m", note="")


def _used(*rows: tuple[str, str, float, str, str]) -> list[float]:
    marked = preferred.mark(_rows(*rows), SOURCES, ("entity_id", "period"))
    return [float(v) for v in marked.loc[marked["used"], "value"]]


def test_the_best_kind_of_source_stands_for_a_year() -> None:
    paper, office = ("a", "2020", 1, "paper", "reported"), ("a", "2020", 2, "office", "reported")
    assert _used(paper, office) == _used(office, paper) == [2]
    assert _used(paper, ("a", "2020", 3, "office", "derived")) == [3]


def test_an_outcome_comes_before_an_estimate_and_a_plan() -> None:
    plan, guess = ("a", "2020", 1, "office", "target"), ("a", "2020", 2, "firm", "estimated")
    outcome = ("a", "2020", 3, "paper", "derived")
    assert _used(plan, guess, outcome) == [3]
    assert _used(plan, guess) == [2]


def test_alike_sources_stand_in_the_order_of_the_table() -> None:
    assert _used(("a", "2020", 5, "paper", "reported"), ("a", "2020", 4, "paper", "reported")) == [
        5
    ]


def test_years_leave_out_months_and_claims() -> None:
    rows = _rows(
        ("a", "2021", 2, "paper", "reported"),
        ("a", "2020", 1, "paper", "reported"),
        ("a", "2020", 9, "office", "claimed"),
        ("a", "2021-01/2021-07", 9, "office", "reported"),
        ("b", "2020", 9, "office", "reported"),
    )
    found = oil.by_year(rows, SOURCES, (("a", "m"),))
    assert found[["year", "mt", "used"]].to_numpy().tolist() == [
        [2020, 1.0, True],
        [2021, 2.0, True],
    ]


def test_seven_months_are_compared_with_seven_months_of_the_same_source() -> None:
    rows = _rows(
        ("a", "2025-01/2025-06", 6, "paper", "reported"),
        ("a", "2025-01/2025-07", 7, "office", "reported"),
        ("a", "2026-01/2026-07", 8, "office", "reported"),
        ("a", "2025-02/2025-07", 9, "office", "reported"),
        ("a", "2025-01/2026-07", 9, "office", "reported"),
        ("a", "2026-01/2026-06", 9, "firm", "reported"),
    )
    months = oil.first_months(rows, "a", "m")
    assert months["months"].tolist() == [6, 7, 6, 7]
    assert oil.against_year_before(months)["mt"].tolist() == [7, 8]
    assert oil.against_year_before(months[months["source_id"].ne("office")]).empty


def test_a_missing_year_breaks_a_line() -> None:
    rows = pd.DataFrame({"who": ["a", "a", "a", "b"], "year": [2019, 2020, 2022, 2023]})
    runs = oil.unbroken(rows, "who")
    assert runs.iloc[0] == runs.iloc[1]
    assert runs.nunique() == 3


def test_kazakhstan_by_hand() -> None:
    seen, cited = tables.load("observations"), tables.load("sources")
    found = oil.by_year(seen, cited, (("KAZ", oil.OUTPUT),))
    by_year = found[found["used"]].set_index("year")
    # World Mining Data before the minister (84.2) and before Trend (90).
    assert by_year.loc[2022, "mt"] == 84.2359
    assert by_year.loc[2023, "mt"] == 89.9767
    assert by_year.loc[2025, "status"] == by_year.loc[2026, "status"] == "target"
    earlier, now = oil.against_year_before(oil.first_months(seen, "KAZ", oil.OUTPUT))["mt"]
    # 53,208.033 kt against 58,358.235 kt
    assert now / earlier - 1 == pytest.approx(-0.08825, abs=1e-5)


def test_btc_of_2025_is_the_outcome_of_the_national_company() -> None:
    found = oil.by_year(tables.load("observations"), tables.load("sources"), oil.ROUTES)
    btc = found[found["entity_id"].eq("btc") & found["year"].eq(2025)].set_index("mt")
    assert set(btc.index) == {1.2, 1.3, 1.5, 1.7}
    assert btc.index[btc["used"]].tolist() == [1.3]


def test_loaded_towards_btc_is_not_carried_by_btc() -> None:
    found = oil.by_year(tables.load("observations"), tables.load("sources"), oil.ROUTES)
    loaded = found[found["metric_id"].eq("kaztransoil_loadings_to_btc_mt") & found["used"]]
    assert dict(zip(loaded["year"], loaded["mt"], strict=True)) == {2022: 0.25, 2023: 1.392}
    carried = found[found["entity_id"].eq("btc") & found["status"].eq("reported")]
    assert set(carried["year"]) == {2008, 2024, 2025}


def test_exports_and_refining_stand_for_years_without_a_count_of_output() -> None:
    rows = pd.DataFrame(
        [
            (oil.OUTPUT, 2024, 87.7, "reported"),
            (oil.EXPORTS, 2024, 68.8, "reported"),
            (oil.REFINED, 2024, 17.0, "reported"),
            (oil.OUTPUT, 2025, 96.2, "target"),
            (oil.EXPORTS, 2025, 78.7, "reported"),
            (oil.REFINED, 2025, 18.4, "reported"),
            (oil.EXPORTS, 2026, 70.0, "reported"),
            (oil.REFINED, 2026, 18.0, "estimated"),
        ],
        columns=["metric_id", "year", "mt", "status"],
    ).assign(used=True)
    found = oil.left_or_refined(rows)
    assert found["year"].tolist() == [2025, 2025]
    assert found["mt"].sum() == pytest.approx(97.1)


def test_only_what_is_reported_is_drawn_full() -> None:
    status = pd.Series(["reported", "derived", "estimated", "target"])
    assert oil.as_reported(status).tolist() == [True, False, False, False]
