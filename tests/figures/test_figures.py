"""Every registered figure, whatever a reader may choose: built, honest, drawn from what it says."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from partnership import palette, tables
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing, Pictured
from partnership.provenance import sources
from partnership.state import State
from tests import site, spec

IDS = tuple(figures.registry())
_EACH = pytest.mark.parametrize(("figure_id", "choice"), site.distinct())
_BARE = re.compile(r"\b(None|nan|NaN|NaT|undefined|<NA>)\b|\{\w*\}")


def _built(figure_id: str, choice: str) -> Figure:
    return figures.build(figure_id, site.STATES[choice])


def _drawn(figure: Figure) -> dict[str, Any]:
    """The finished specification of a chart or a deck; of a listing, its rows."""
    if isinstance(figure.drawn, Listing):
        return {"rows": [dict(row) for row in figure.drawn.rows]}
    assert not isinstance(figure.drawn, Pictured)
    if hasattr(figure.drawn, "to_dict"):
        return dict(figure.drawn.to_dict(validate=True))
    return dict(json.loads(figure.drawn.to_json()))


def test_every_subject_has_figures() -> None:
    assert {i.split(".")[0] for i in IDS} >= {"stakes", "trade", "map", "overview"}


@_EACH
def test_words(figure_id: str, choice: str) -> None:
    figure = _built(figure_id, choice)
    assert figure.id == figure_id
    assert figure.title.strip()
    assert figure.alt.strip()
    for words in (figure.title, figure.alt, figure.finding, figure.note):
        assert not _BARE.search(words), words
        assert "  " not in words.replace("  \n", ""), words


@_EACH
def test_table_and_sources(figure_id: str, choice: str) -> None:
    figure = _built(figure_id, choice)
    known = set(tables.load("sources")["source_id"].astype(str))
    assert set(figure.source_ids) <= known
    assert len(sources.of(figure.source_ids)) == len(figure.source_ids)
    if figure.table.empty:
        assert figure.finding or figure.note
        return
    assert figure.source_ids
    assert "source_id" in figure.table
    assert set(figure.table["source_id"].dropna().astype(str)) <= set(figure.source_ids)
    assert set(figure.badges) <= set(figures.BADGES)


@_EACH
def test_drawing_is_whole(figure_id: str, choice: str) -> None:
    figure = _built(figure_id, choice)
    drawn = _drawn(figure)
    numbers = [v for _, v in spec.walk(drawn) if isinstance(v, float)]
    assert all(math.isfinite(n) for n in numbers)
    json.dumps(drawn, allow_nan=False)
    if isinstance(figure.drawn, Listing):
        assert figure.drawn.rows or figure.table.empty
        for row in figure.drawn.rows:
            assert all(not _BARE.search(words) for words in row.values()), row
    if not figure.table.empty:
        assert len(json.dumps(drawn)) > 200 or isinstance(figure.drawn, Listing)


def _measured(view: spec.View) -> dict[str, Any]:
    """The channel along which a bar has a length; none where it spans from one value to another."""
    long = {c for c in ("x", "y") if view.encoding.get(c, {}).get("type") == "quantitative"}
    if len(long) == 2:
        long = {"x"} if view.mark.get("orient") == "horizontal" else {"y"}
    spans = {c for c in long if f"{c}2" in view.encoding}
    return {c: view.encoding[c] for c in long - spans}


def _cuts_zero(one: dict[str, Any]) -> bool:
    scale = one.get("scale") or {}
    domain = scale.get("domain")
    numbers = [d for d in domain if isinstance(d, int | float)] if isinstance(domain, list) else []
    outside = bool(numbers) and not min(numbers) <= 0 <= max(numbers)
    return outside or scale.get("zero") is False or scale.get("type") == "log"


@_EACH
def test_bars_start_at_zero(figure_id: str, choice: str) -> None:
    drawn = _drawn(_built(figure_id, choice))
    for view in spec.views(drawn):
        if view.mark["type"] in ("bar", "area"):
            cut = [channel for channel, one in _measured(view).items() if _cuts_zero(one)]
            assert cut == []


@_EACH
def test_pies(figure_id: str, choice: str) -> None:
    figure = _built(figure_id, choice)
    all_views = spec.views(_drawn(figure))
    pies = [view for view in all_views if view.mark["type"] == "arc"]
    said = " ".join(
        str(value)
        for view in all_views
        if view.mark["type"] == "text"
        for value in view.values(view.encoding["text"]["field"])
    )
    for pie in pies:
        percents = [row["percent"] for row in pie.rows]
        assert 1 <= len(percents) <= 8
        assert sum(percents) == pytest.approx(100, abs=0.05)
        named = [row for row in pie.rows if row["holder_id"] != "other"]
        assert [r["percent"] for r in named] == sorted((r["percent"] for r in named), reverse=True)
        assert [r["holder_id"] for r in pie.rows[len(named) :]] in ([], ["other"])
        for row in pie.rows:
            assert row["name"] in said
            assert row["said"] in said


@_EACH
def test_colours_are_those_of_the_palette(figure_id: str, choice: str) -> None:
    """A colour of another palette would stay light in the dark theme."""
    drawn = _drawn(_built(figure_id, choice))
    assert spec.colours(drawn) <= {shade.light for shade in spec.shades()}
    known = {tuple(palette.rgb(shade.light)[:3]) for shade in spec.shades()}
    for red, green, blue, *alpha in _deck_colours(drawn):
        assert (red, green, blue) in known or alpha == [0]


def _deck_colours(node: Any) -> Iterator[list[int]]:
    """Colours of a deck: lists of three or four whole numbers under a key that says colour."""
    if isinstance(node, dict):
        for key, value in node.items():
            flat = isinstance(value, list) and len(value) in (3, 4)
            if flat and re.search("colou?r", key, re.I) and all(isinstance(n, int) for n in value):
                yield value
            else:
                yield from _deck_colours(value)
    elif isinstance(node, list):
        for value in node:
            yield from _deck_colours(value)


class _Watched(State):
    """A `State` that notes which of its fields were read."""

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            _READ.add(name)
        return super().__getattribute__(name)


_FIELDS = {f.name for f in fields(State)}
_READ: set[str] = set()


@pytest.mark.parametrize("figure_id", IDS)
def test_a_figure_listens_to_what_it_declares(figure_id: str) -> None:
    """Nothing undeclared is read, or readers would see each other's picture; nothing for show."""
    entry = figures.registry()[figure_id]
    _READ.clear()
    for state in {figures.reduced(entry, state) for state in site.STATES.values()}:
        entry.make(_Watched(**vars(state)))
    assert _READ | {"lang"} == {*entry.uses, "lang"}


@pytest.mark.parametrize("figure_id", IDS)
def test_a_figure_is_drawn_once_for_all_who_agree(figure_id: str) -> None:
    uses = {*figures.registry()[figure_id].uses, "lang"}
    plain = figures.build(figure_id, State())
    others = {"sector": ("trade",), "from_year": 2001, "currency": "eur", "italian": True}
    for name, value in others.items():
        again = figures.build(figure_id, State(**{name: value}))  # type: ignore[arg-type]
        assert (again is plain) is (name not in uses)


@pytest.mark.parametrize("figure_id", IDS)
def test_sectors_and_choices_exist(figure_id: str) -> None:
    entry = figures.registry()[figure_id]
    assert entry.sectors
    assert set(entry.sectors) <= set(palette.SECTOR)
    assert set(entry.uses) <= _FIELDS


def _across(node: Any, *names: str) -> Iterator[dict[str, Any]]:
    """Every channel of a chart called so."""
    for value in node.values() if isinstance(node, dict) else node:
        if isinstance(value, dict | list):
            yield from _across(value, *names)
    if isinstance(node, dict):
        yield from (c for c in (node.get(n) for n in names) if isinstance(c, dict))


@pytest.mark.parametrize(
    "figure_id",
    ["renewables.milestones", "stakes.history", "trade.oil_price", "trade.price_quantity_months"],
)
def test_days_are_read_and_written_in_one_zone(figure_id: str) -> None:
    """A scale of the reader's own zone shifts days, which are written without one."""
    days = [
        c
        for c in _across(_drawn(_built(figure_id, "default")), "x", "y")
        if c.get("type") == "temporal"
    ]
    assert days
    assert {c.get("scale", {}).get("type") for c in days} == {"utc"}
    ends = [c for c in _across(_drawn(_built(figure_id, "default")), "x2", "y2") if "field" in c]
    assert {c["timeUnit"] for c in ends if c["field"] in ("end", "next")} <= {"utcyearmonthdate"}


def test_no_other_figure_draws_days() -> None:
    shown = {i for i in IDS if '"temporal"' in json.dumps(_drawn(_built(i, "default")))}
    assert shown == {
        "renewables.milestones",
        "stakes.history",
        "trade.oil_price",
        "trade.price_quantity_months",
    }
