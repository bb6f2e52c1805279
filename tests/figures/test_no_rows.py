"""Choices that leave no row: a figure says so, with the columns that it has otherwise."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from partnership.figures import figure as figures
from partnership.figures.sources import words as source_words
from partnership.figures.stakes import deals
from partnership.state import SECTORS, VERDICTS, State
from partnership.tables.contract import TableError


@pytest.mark.parametrize(("sector", "verdict"), list(itertools.product(SECTORS, VERDICTS)))
def test_claims_of_any_sector_and_verdict(sector: str, verdict: str) -> None:
    figure = figures.build("claims.list", State(sector=(sector,), verdict=(verdict,)))
    assert list(figure.table) == list(figures.build("claims.list", State()).table)
    assert set(figure.table["sector"]) <= {sector}
    assert set(figure.table["verdict"]) <= {verdict}
    assert figure.finding.startswith("No claim passes") is figure.table.empty


def test_some_sector_has_no_claim_of_some_verdict() -> None:
    choices = [State(sector=(s,), verdict=(v,)) for s in SECTORS for v in VERDICTS]
    assert any(figures.build("claims.list", c).table.empty for c in choices)


def test_no_source_of_figures_is_named_as_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    fed = source_words.fed()
    monkeypatch.setattr(source_words, "fed", lambda: fed[fed["table"].eq("events")])
    entry = figures.registry()["sources.newest"]
    with pytest.raises(TableError, match="observations"):
        entry.make(State())


def test_a_change_of_stakes_without_events_has_none() -> None:
    change = pd.Series({"begun": "2012-06-28", "start_basis": "exact"})
    assert deals._event(change, pd.DataFrame({"event_id": [], "date": []})) is None
