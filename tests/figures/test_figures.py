"""Every registered figure, whatever a reader may choose: built, honest, drawn from what it says."""

from __future__ import annotations

import json
import math
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial
from typing import Any

import pytest

import partnership.figures
from partnership import palette, tables
from partnership.analysis import stakes
from partnership.charts.forms import Columns, Pie
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing, Pictured
from partnership.language.readable import Table
from partnership.maps.model import Map
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from tests import site, spec

IDS = tuple(figures.registry())
_EACH = pytest.mark.parametrize(("figure_id", "choice"), site.distinct())
_BARE = re.compile(r"\b(None|nan|NaN|NaT|undefined|<NA>)\b|\{\w*\}")


def _built(figure_id: str, choice: str) -> Figure:
    return figures.build(figure_id, site.STATES[choice])


def _drawn(figure: Figure, validate: bool = False) -> dict[str, Any]:
    """The finished specification of a chart or a deck; of a listing, its rows.

    Holding a chart against Vega-Lite's schema takes a quarter of a second: one test does it.
    """
    if isinstance(figure.drawn, Listing | Table):
        return {"rows": [dict(row) for row in figure.drawn.rows]}
    assert not isinstance(figure.drawn, Pictured)
    if isinstance(figure.drawn, Map) and figure.drawn.moves:
        return dict(json.loads(drawings.deck(figure.drawn).text))
    chart = drawings.still(figure.drawn) if isinstance(figure.drawn, Map) else figure.drawn
    assert isinstance(chart, drawings.Chart)
    return dict(chart.to_dict(validate=validate))


def test_every_subject_has_figures() -> None:
    assert {i.split(".")[0] for i in IDS} == {
        "claims",
        "climate",
        "companies",
        "corridor",
        "diplomacy",
        "map",
        "minerals",
        "overview",
        "renewables",
        "sources",
        "stakes",
        "trade",
    }


def test_every_room_makes_figures() -> None:
    """A room whose modules are not imported would lose its figures, and no test would run."""
    modules = {_function(entry.make).__module__ for entry in figures.registry().values()}
    folders = {m.name for m in pkgutil.iter_modules(partnership.figures.__path__) if m.ispkg}
    assert {name.split(".")[2] for name in modules} == folders


def _function(make: Callable[..., Any]) -> Callable[..., Any]:
    return _function(make.func) if isinstance(make, partial) else make


@_EACH
def test_words(figure_id: str, choice: str) -> None:
    figure = _built(figure_id, choice)
    assert figure.id == figure_id
    assert figure.title.strip()
    assert figure.alt.strip()
    for words in (figure.title, figure.alt, figure.headline, figure.finding, figure.note):
        assert not _BARE.search(words), words
        assert "  " not in words, words


@_EACH
def test_a_headline_is_one_short_line(figure_id: str, choice: str) -> None:
    figure = _built(figure_id, choice)
    assert len(figure.headline) <= figures.HEADLINE, figure.headline
    assert not figure.headline.endswith("."), figure.headline
    assert "\n" not in figure.headline
    if figure.table.empty:
        assert not figure.headline
    if figure.headline:
        assert figure.headline not in figure.finding


@_EACH
def test_table_and_sources(figure_id: str, choice: str) -> None:
    figure = _built(figure_id, choice)
    known = set(tables.load("sources")["source_id"].astype(str))
    assert set(figure.source_ids) <= known
    assert len(sources.by_ids(figure.source_ids)) == len(figure.source_ids)
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
    drawn = _drawn(figure, validate=True)
    numbers = [v for _, v in spec.walk(drawn) if isinstance(v, float)]
    assert all(math.isfinite(n) for n in numbers)
    json.dumps(drawn, allow_nan=False)
    if isinstance(figure.drawn, Listing | Table):
        assert figure.drawn.rows or figure.table.empty
        for row in figure.drawn.rows:
            assert all(not _BARE.search(words) for words in row.values()), row
    if not figure.table.empty:
        assert len(json.dumps(drawn)) > 200 or isinstance(figure.drawn, Listing | Table)


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
    below, above = scale.get("domainMin", 0), scale.get("domainMax", 0)
    outside |= isinstance(below, int | float) and below > 0
    outside |= isinstance(above, int | float) and above < 0
    return outside or scale.get("zero") is False or scale.get("type") == "log"


@_EACH
def test_bars_start_at_zero(figure_id: str, choice: str) -> None:
    drawn = _drawn(_built(figure_id, choice))
    for view in spec.views(drawn):
        if view.mark["type"] in ("bar", "area"):
            cut = [channel for channel, one in _measured(view).items() if _cuts_zero(one)]
            assert cut == []


_STACKED_BY_HAND = {"diplomacy.visits"}
"""Drawings of their own whose columns are rectangles that they stacked themselves."""


def _blocks(figure_id: str, choice: str) -> list[spec.View]:
    """Rectangles with a place and a length; a band across the whole drawing is none."""
    return [
        view
        for view in spec.views(_drawn(_built(figure_id, choice)))
        if view.mark["type"] == "rect" and {"x", "x2", "y", "y2"} <= set(view.encoding)
    ]


def _ends(view: spec.View, row: dict[str, Any], channel: str) -> tuple[float | str, float | str]:
    first, last = (view.encoding[c] for c in (channel, f"{channel}2"))
    one, other = (row[c["field"]] if "field" in c else c["datum"] for c in (first, last))
    return min(one, other), max(one, other)


@_EACH
def test_stacked_columns_start_at_zero(figure_id: str, choice: str) -> None:
    """The axis shows zero, and the parts of each column reach from it without a gap."""
    if not isinstance(spec.form(_built(figure_id, choice)), Columns):
        assert figure_id in _STACKED_BY_HAND or not _blocks(figure_id, choice)
        if figure_id not in _STACKED_BY_HAND:
            return
    along, across = "y", "x"
    bars: dict[Any, list[Any]] = {}
    for view in _blocks(figure_id, choice):
        assert not _cuts_zero(view.encoding[along])
        for row in view.rows:
            bars.setdefault(_ends(view, row, across), []).append(_ends(view, row, along))
    assert bars or _built(figure_id, choice).table.empty
    for place, parts in bars.items():
        parts.sort()
        reached, least = parts[0][1], parts[0][0]
        slack = 1e-6 * max(abs(least), *(abs(end) for _, end in parts))
        for start, end in parts[1:]:
            assert start <= reached + slack, (place, parts)
            reached = max(reached, end)
        assert least <= slack, (place, parts)
        assert reached >= -slack, (place, parts)


_STAKES = {f"stakes.{asset}" for asset in CONSORTIA}


@_EACH
def test_pies(figure_id: str, choice: str) -> None:
    form = spec.form(_built(figure_id, choice))
    assert isinstance(form, Pie) or figure_id not in _STAKES
    if isinstance(form, Pie):
        percents = [one.value for one in form.slices]
        assert 1 <= len(percents) <= 8
        assert sum(percents) == pytest.approx(100, abs=0.05)
        if figure_id in _STAKES:
            holders = [one.entity for one in form.slices]
            assert holders == stakes.ordered(tables.load("stakes"), holders)
        labels = " ".join(
            str(value)
            for view in spec.views(_drawn(_built(figure_id, choice)))
            if view.mark["type"] == "text"
            for value in view.values(view.encoding["text"]["field"])
        )
        assert all(one.name in labels and one.words in labels for one in form.slices)


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


def test_days_are_read_and_written_in_one_zone() -> None:
    """A scale of the reader's own zone shifts days, which are written without one."""
    seen = set()
    for figure_id in IDS:
        drawn = _drawn(_built(figure_id, "default"))
        days = [c for c in _across(drawn, "x", "y") if c.get("type") == "temporal"]
        if not days:
            assert '"temporal"' not in json.dumps(drawn), figure_id
            continue
        seen.add(figure_id)
        assert {c.get("scale", {}).get("type") for c in days} == {"utc"}, figure_id
        ends = [c for c in _across(drawn, "x2", "y2") if "field" in c]
        units = {c["timeUnit"] for c in ends if c["field"] in ("end", "next")}
        assert units <= {"utcyearmonthdate"}, figure_id
    assert {"companies.timeline", "diplomacy.timeline", "trade.oil_price"} <= seen
