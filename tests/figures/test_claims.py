"""Claims: what a search finds, links of statements, the bar of verdicts, deviations."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership.analysis.verdicts import VERDICTS
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.claims import deviations, verdicts
from partnership.figures.figure import Listing
from partnership.language import texts
from partnership.provenance import sources
from partnership.state import State

T = texts.in_language("en")


def _found(words: str) -> set[str]:
    return set(verdicts.chosen(State(find=words))["claim_id"])


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("BG Group", {"c19", "c22"}),
        ("british gas", {"c19", "c22"}),
        ("taking over BG", {"c19"}),
        ("no such words", set()),
    ],
)
def test_a_search_knows_other_names_and_what_evidence_says(words: str, claims: set[str]) -> None:
    assert _found(words) == claims


def test_statements_lead_to_their_sources() -> None:
    figure = figures.build("claims.evidence", State(claim="c19"))
    assert isinstance(figure.drawn, Listing)
    known = figure.table[figure.table["said_by"].eq("evidence")]
    cited = {s.url for s in sources.by_ids(known["source_id"])}
    linked = [row["url"] for row in figure.drawn.rows]
    assert len(cited) == len(known) > 1
    assert cited <= set(linked)


def test_the_bar_adds_up_to_all_claims_and_its_names_count_them() -> None:
    figure = figures.build("claims.counts", State())
    assert isinstance(figure.drawn, drawings.Chart)
    assert figure.drawn.value is not None
    form = figure.drawn.value.form
    by_verdict = figure.table.groupby("verdict", sort=False)["claims"].sum()
    assert [s.entity for s in form.series] == list(VERDICTS)  # type: ignore[union-attr]
    for series in form.series:  # type: ignore[union-attr]
        assert sum(p.value or 0 for p in series.points) == by_verdict[series.entity]
        assert series.name.endswith(f" {by_verdict[series.entity]}")
        assert {p.status for p in series.points} <= {"measured", "estimated"}


def test_one_deviation_does_not_flatten_the_others() -> None:
    rows = pd.DataFrame(
        {
            "claim_id": ["c81", "c04", "c55"],
            "sector": ["trade", "diplomacy", "renewables"],
            "difference": [169.0, -6.0, 5.0],
            "verdict": "approximately",
        }
    )
    judged = verdicts.rows().set_index("claim_id").loc[rows["claim_id"]].reset_index()
    claims = list(judged.assign(difference=rows["difference"]).itertuples())
    bars = deviations._bars(claims, T)
    assert bars.cut == 18
    assert [p.value for p in bars.series[0].points] == [169.0, -6.0, 5.0]
    assert deviations._bars(claims[:1], T).cut is None
