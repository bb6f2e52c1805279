"""Numbers as cards: every word of each, none over its neighbour, trends in their own card."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from partnership.export.pictures import cards_picture, table_picture
from partnership.export.pictures.table_picture import Drawing
from partnership.export.type import lettering
from partnership.figures import figure as figures
from partnership.figures.figure import Listing
from partnership.language import texts
from partnership.state import State

_PARTS = ("label", "value", "change", "detail")


def _listing(figure_id: str, lang: str) -> Listing:
    drawn = figures.build(figure_id, State(lang=lang)).drawn
    assert isinstance(drawn, Listing)
    assert drawn.kind == "numbers"
    return drawn


def _marks(drawing: Drawing, kind: str) -> list[dict[str, Any]]:
    return [one for one in drawing.specification["layer"] if one["mark"]["type"] == kind]


@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("figure_id", ["overview.numbers", "diplomacy.numbers"])
def test_each_word_of_each_number_is_drawn_where_there_is_room(figure_id: str, lang: str) -> None:
    read = _listing(figure_id, lang)
    drawing = cards_picture.cards(read, texts.in_language(lang))
    seen = []
    for mark in _marks(drawing, "text"):
        size, bold = mark["mark"]["fontSize"], mark["mark"]["fontWeight"] == 600
        for cell in mark["data"]["values"]:
            seen.append(" ".join(cell["words"]))
            right = max(lettering.width(line, size, bold) for line in cell["words"]) + cell["x"]
            below = cell["y"] + mark["mark"]["lineHeight"] * len(cell["words"])
            others = [c["x"] for c in mark["data"]["values"] if c["y"] == cell["y"]]
            assert right <= min((x for x in others if x > cell["x"]), default=cards_picture.WIDTH)
            assert below <= drawing.specification["height"]
    wanted = [
        table_picture.cell(row[part]) for part in _PARTS for row in read.rows if row.get(part)
    ]
    assert sorted(seen) == sorted(wanted)


def test_a_trend_runs_from_its_lowest_to_its_highest_value_within_its_card() -> None:
    read = _listing("overview.numbers", "en")
    drawing = cards_picture.cards(read, texts.in_language("en"))
    trends = [mark["data"]["values"] for mark in _marks(drawing, "line")]
    assert sum(map(len, trends)) == sum(map(len, read.trends))
    cards = [[p for p in row if p["card"] == n] for row in trends for n in range(3)]
    for card, trend in zip(cards, read.trends, strict=True):
        high = min(range(len(card)), key=lambda n: card[n]["y"])
        assert trend[high] == max(trend)
        assert all(a["x"] < b["x"] for a, b in pairwise(card))
    for row in trends:
        lefts = [min(p["x"] for p in row if p["card"] == n) for n in range(3)]
        rights = [max(p["x"] for p in row if p["card"] == n) for n in range(3)]
        assert all(right < left for right, left in zip(rights, lefts[1:], strict=False))


def test_what_there_is_no_room_for_is_counted() -> None:
    rows = tuple({"label": f"Number {n}", "value": f"{n}", "detail": ""} for n in range(15))
    t = texts.in_language("en")
    drawing = cards_picture.cards(Listing("numbers", rows), t)
    assert "3 more rows" in drawing.left_out
    assert cards_picture.cards(Listing("numbers", rows[:12]), t).left_out == ""
    assert not _marks(drawing, "line")
