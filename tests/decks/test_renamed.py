"""What was saved and linked under the ids of before opens whole.

`before/` was written by the dashboard as it was before the first ids changed, and is not to be
written anew: every figure of that day, once in files, once in links of decks and once in links of
single slides.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partnership.__main__ import main
from partnership.decks import deck as decks
from partnership.decks import link, ready, renamed
from partnership.decks.deck import Slide
from partnership.figures import figure as figures

BEFORE = Path(__file__).parent / "before"
FILES = [path.read_text("utf-8") for path in sorted(BEFORE.glob("deck_*.json"))]
DECK_LINKS = (BEFORE / "deck_links.txt").read_text("utf-8").split()
SLIDE_LINKS = (BEFORE / "slide_links.txt").read_text("utf-8").split()
OLD_IDS = [slide["figure"] for text in FILES for slide in json.loads(text)["slides"]]


def _expected() -> list[str]:
    """Every figure of that day by its id of today."""
    return [renamed.current(figure_id) for figure_id in OLD_IDS]


def test_the_saved_decks_hold_every_figure_of_before() -> None:
    assert len(OLD_IDS) == len(set(OLD_IDS)) == 116
    assert len(set(renamed.NEW_IDS) & set(OLD_IDS)) >= 17


def test_a_deck_saved_before_opens_whole() -> None:
    opened: list[Slide] = []
    for text in FILES:
        deck = decks.from_json(text)
        assert len(deck.slides) == len(json.loads(text)["slides"])
        opened += deck.slides
    assert [slide.figure_id for slide in opened] == _expected()
    assert {slide.figure_id for slide in opened} <= set(figures.registry())
    assert [slide.headline for slide in opened] == [f"Headline of {name}" for name in OLD_IDS]
    read = [slide for text in FILES for slide in json.loads(text)["slides"]]
    for slide, one in zip(opened, read, strict=True):
        now, then = decks.record(slide).get("choices") or {}, one.get("choices") or {}
        # The map's views and sizes have other names today; old ones open as those.
        renewed = {"view", "size"} if slide.figure_id == "map.assets" else set()
        assert {k: v for k, v in now.items() if k not in renewed} == {
            k: v for k, v in then.items() if k not in renewed
        }


def test_a_deck_linked_before_opens_whole() -> None:
    opened: list[Slide] = []
    for value in DECK_LINKS:
        deck, dropped = link.read(value)
        assert dropped == ()
        assert len(deck.slides) == value.count(".") - 1
        opened += deck.slides
    assert [slide.figure_id for slide in opened] == _expected()
    assert {slide.figure_id for slide in opened} <= set(figures.registry())


def test_a_slide_linked_before_opens() -> None:
    assert len(SLIDE_LINKS) == len(OLD_IDS)
    for value, figure_id in zip(SLIDE_LINKS, _expected(), strict=True):
        deck, dropped = link.read(value)
        assert dropped == ()
        assert [slide.figure_id for slide in deck.slides] == [figure_id]
        assert figure_id in figures.registry()


def test_what_is_opened_is_saved_under_the_ids_of_today() -> None:
    for text in FILES:
        saved = decks.to_json(decks.from_json(text))
        listed = {slide["figure"] for slide in json.loads(saved)["slides"]}
        assert listed <= set(figures.registry())


@pytest.mark.parametrize("old", renamed.NEW_IDS)
def test_an_old_id_leads_to_a_figure_and_is_none(old: str) -> None:
    assert renamed.current(old) in figures.registry()
    assert old not in figures.registry()


@pytest.mark.parametrize("old", renamed.NEW_DECKS)
def test_an_old_name_of_a_ready_deck_leads_to_one(old: str) -> None:
    assert old not in ready.DECKS
    assert ready.known(old)
    assert ready.deck(old, "en") == ready.deck(renamed.current(old, renamed.NEW_DECKS), "en")


def test_a_name_that_no_ready_deck_had_is_not_known() -> None:
    assert not ready.known("nothing")


def test_an_id_that_changed_twice_is_followed() -> None:
    chain = {"a.first": "a.second", "a.second": "a.third"}
    assert renamed.current("a.first", chain) == "a.third"
    assert renamed.current("a.third", chain) == "a.third"
    with pytest.raises(ValueError, match="back to"):
        renamed.current("a.first", {**chain, "a.third": "a.first"})


def test_a_figure_is_written_by_its_old_id(tmp_path: Path) -> None:
    out = tmp_path / "figure.csv"
    assert main(["export", "climate.slope", "--format", "csv", "--out", str(out)]) == 0
    now = tmp_path / "now.csv"
    new = renamed.current("climate.slope")
    assert main(["export", new, "--format", "csv", "--out", str(now)]) == 0
    assert out.read_bytes() == now.read_bytes()
