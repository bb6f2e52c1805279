"""The card of an asset over the map: one number, its holders, no word of ours inside."""

from __future__ import annotations

import re

import pytest

from partnership import palette, tables
from partnership.figures.assets.brief import Brief, brief
from partnership.figures.figure import Listing, build
from partnership.language import texts
from partnership.state import State

T = texts.in_language("en")
_ID = re.compile(r"\b[a-z]+_[a-z_]+\b")


def _words(card: Brief) -> list[str]:
    number = [card.number.label, card.number.words] if card.number else []
    held = [one.words for one in card.holders]
    return [card.name, card.kind, *number, *held, card.when, card.doubt]


@pytest.mark.parametrize("asset", list(tables.load("assets")["asset_id"]))
def test_no_card_has_an_id_of_ours_or_a_word_that_is_missing(asset: str) -> None:
    card = brief(asset, T)
    assert card.name
    assert card.kind
    assert not [words for words in _words(card) if _ID.search(words) or "nan" in words.split()]
    assert sum(one.percent for one in card.holders) == pytest.approx(
        100 * bool(card.holders), abs=1
    )


def test_a_field_has_its_newest_output_with_the_years_before() -> None:
    """Kashagan 2025: `oil_production_mt` of the table, not one of its months or parts of years."""
    card = brief("kashagan", T)
    observed = tables.load("observations")
    own = observed[
        observed["entity_id"].eq("kashagan") & observed["metric_id"].eq("oil_production_mt")
    ]
    (newest,) = own[own["period"].eq("2025")]["value"]
    assert card.number is not None
    assert card.number.series[-1] == ("2025", newest)
    assert card.number.words == f"{newest:.0f} Mt"
    assert all(re.fullmatch(r"\d{4}", year) for year, _ in card.number.series)
    assert card.company == "eni"


def test_eni_comes_first_and_in_italys_colour() -> None:
    holders = brief("karachaganak", T).holders
    assert (holders[0].words, holders[0].colour) == ("Eni 29.25\u202f%", palette.ITALY.light)
    assert holders[1].words.startswith("KazMunayGas")
    assert {one.words for one in holders[2:]} == {""}


def test_sources_disagree_only_where_they_do() -> None:
    assert brief("kashagan", T).doubt.startswith("Sources disagree: 10 bn barrels or ")
    assert brief("tengiz", T).doubt == ""


def test_nothing_of_the_card_is_lost_below_the_map() -> None:
    drawn = build("map.card", State(asset="kashagan")).drawn
    assert isinstance(drawn, Listing)
    values = {row["value"] for row in drawn.rows}
    card = brief("kashagan", T)
    assert any(card.number and card.number.words in value for value in values)
    assert {"Eni 16.81\u202f%", "KazMunayGas 16.88\u202f%"} <= values
