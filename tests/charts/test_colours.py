"""Colours of all charts: one for an id, never one for two ids, far enough from each other."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from partnership import palette
from partnership.charts.forms import Bands, Form, Milestones, Series, Slice
from partnership.charts.forms.bands import Band
from partnership.charts.forms.dots import Kind
from partnership.figures import drawings
from partnership.figures import figure as figures
from tests import site, spec, vision

_GREY = {palette.MUTED.light, palette.OTHERS.light, palette.FAINT.light}
"""Of peers and the rest: they are named on the drawing and not told apart by colour."""
_OWN = {palette.INK.light, palette.SOFT.light}
"""Of what is no part of the data's colours: articles, levels, totals."""
_SHADE = {shade.light: shade for shade in palette.ALL}
_CASES = [
    case for case in site.distinct() if case[1] in ("default", "day_2011", "italy", "kazakhstan")
]
"""Choices that change who is drawn."""
_THICK = 11.0
"""Percent from which a band of one of several panels has room for a name."""
_EACH = pytest.mark.parametrize(("figure_id", "choice"), _CASES)


@cache
def _form(figure_id: str, choice: str) -> Form | None:
    drawn = figures.build(figure_id, site.STATES[choice]).drawn
    value = drawn.value if isinstance(drawn, drawings.Chart) else None
    return value.form if value else None


def _coloured(node: Any) -> Iterator[Any]:
    """Everything with a colour inside a value."""
    if isinstance(node, tuple):
        for one in node:
            yield from _coloured(one)
    elif dataclasses.is_dataclass(node):
        if getattr(node, "colour", "") and not _covered(node):
            yield node
        for field in dataclasses.fields(node):
            yield from _coloured(getattr(node, field.name))


def _covered(node: Any) -> bool:
    """Whether each of a series' values has a colour of its own."""
    points = node.points if isinstance(node, Series) else ()
    return bool(points) and all(point.colour for point in points)


def _groups(form: Form) -> Iterator[tuple[Any, ...]]:
    """What a reader tells apart by colour: a panel's bands, else what is drawn by one mark."""
    if isinstance(form, Bands):
        for panel in form.panels:
            yield tuple(_coloured(panel))
        return
    by_mark: dict[str, list[Any]] = defaultdict(list)
    for one in _coloured(form):
        mark = one.mark if isinstance(one, Series) else type(one).__name__
        by_mark["bar" if mark == "Point" else mark].append(one)
    yield from map(tuple, by_mark.values())


def test_an_id_has_one_colour_in_all_charts() -> None:
    colours = defaultdict(set)
    for figure_id, choice in _CASES:
        for one in _coloured(_form(figure_id, choice)):
            if one.entity and one.colour != palette.MUTED.light:
                colours[one.entity].add(one.colour)
    assert {"eni", "ITA", "KAZ", "EUU", "wind", "cpc"} <= set(colours)
    assert {name: found for name, found in colours.items() if len(found) > 1} == {}


@_EACH
def test_no_chart_gives_one_colour_to_two_ids(figure_id: str, choice: str) -> None:
    ids = defaultdict(set)
    for one in _coloured(_form(figure_id, choice)):
        if one.entity and one.colour not in _GREY:
            ids[one.colour].add(one.entity)
    assert {colour: found for colour, found in ids.items() if len(found) > 1} == {}


@_EACH
def test_colours_of_a_chart_are_told_apart(figure_id: str, choice: str) -> None:
    form = _form(figure_id, choice)
    for group in _groups(form) if form else ():
        # What has an outline of its own is told by that.
        plain = [one for one in group if not palette.edge(one.entity)]
        shades = [_SHADE[one.colour] for one in plain if one.colour not in _OWN]
        assert vision.near(shades) == {}


def test_no_band_of_a_holder_is_told_by_how_pale_it_is() -> None:
    drawn = figures.build("stakes.history", site.STATES["default"]).drawn
    assert isinstance(drawn, drawings.Chart)
    areas = [view for view in spec.views(drawn.to_dict()) if view.mark["type"] == "area"]
    assert areas
    assert all("opacity" not in view.mark and "opacity" not in view.encoding for view in areas)
    assert len({str(view.mark["strokeDash"]) for view in areas}) == 2


def test_a_band_keeps_its_outline() -> None:
    form = _form("stakes.history", "default")
    bands = {one.entity: one for one in _coloured(form) if isinstance(one, Band)}
    assert bands["bg_group"].colour == palette.tint(bands["shell"].colour)
    assert palette.edge("bg_group") == bands["shell"].colour


def _named(form: Form) -> dict[str, set[str]]:
    """Names under which each colour goes; what has one colour alone is named by its title."""
    names = defaultdict(set)
    for one in _coloured(form):
        # Too thin for a name in it: hovering tells it, and the list of the holders.
        thin = isinstance(one, Band) and max(s.value for s in one.stretches) < _THICK
        told = isinstance(one, Series | Slice | Band | Kind) and not thin
        if told and one.colour not in {*_OWN, palette.FAINT.light} and one.entity != "other":
            names[one.colour].update({one.name, " ".join(getattr(one, "ends", "").split())})
    if isinstance(form, Milestones):
        names.update({colour: {name} for name, colour in form.legend})
    return {} if len(names) == 1 else {c: found - {""} for c, found in names.items()}


def _written(drawing: spec.Spec) -> str:
    """All words on a drawing: of marks, of legends, of rows."""
    words = []
    for view in spec.views(drawing):
        for channel, coded in view.encoding.items():
            if channel == "text" or (channel == "y" and coded.get("type") == "nominal"):
                words += [str(value) for value in view.values(coded.get("field", ""))]
            if isinstance(coded, dict) and coded.get("legend"):
                words += coded["scale"]["domain"]
    return "\n".join(" ".join(one.split()) for one in words)


@_EACH
def test_every_colour_of_a_chart_has_a_name_in_it(figure_id: str, choice: str) -> None:
    form = _form(figure_id, choice)
    drawn = figures.build(figure_id, site.STATES[choice]).drawn
    if form is None or not isinstance(drawn, drawings.Chart):
        return
    written = _written(drawn.to_dict())
    nameless = {
        colour: names
        for colour, names in _named(form).items()
        if names and not any(name.split()[0] in written for name in names)
    }
    assert nameless == {}
