"""Altair without the work that nobody needs: most of what a chart costs is not the chart.

Altair copies every layer deeply, six times and more until a chart is written, checks each part
against its schema as it is built, and hashes all of its schemas again for every encoding that is
written as a plain string. Ours are whole charts that are written once: the copies share what is
never changed in place, our tests check the finished specification against Vega-Lite's schema, and
the schemas are hashed once. What is written is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import altair as alt
from altair.utils import schemapi

PUT_TOGETHER: tuple[Any, ...] = (
    alt.Chart,
    alt.LayerChart,
    alt.HConcatChart,
    alt.VConcatChart,
    alt.ConcatChart,
    alt.FacetChart,
    alt.RepeatChart,
)
"""The charts of which others consist, and that Altair changes in place as it builds them."""


def quicken() -> None:
    """Patch Altair, once for the whole process; a second time changes nothing."""
    schemapi.disable_debug_mode()
    for kind in PUT_TOGETHER:
        kind.__deepcopy__ = _copied
    inside: Any = schemapi
    if not isinstance(inside._FromDict, _OneConverter):
        inside._FromDict = _OneConverter(inside._FromDict)


class _OneConverter:
    """Builds the converter of plain values to Altair's classes once, as the classes are the same at
    every call. `kind` is Altair's own.
    """

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        self._of = lru_cache(maxsize=8)(kind)

    def __call__(self, classes: Iterable[Any], /) -> Any:
        return self._of(tuple(classes))


def _copied(chart: Any, _memo: Any = None) -> Any:
    """A chart with charts of its own inside: all that Altair changes as it puts them together."""
    copy = object.__new__(type(chart))
    own = {name: _own(name, value) for name, value in chart._kwds.items()}
    object.__setattr__(copy, "_args", chart._args)
    object.__setattr__(copy, "_kwds", own)
    return copy


def _own(name: str, value: Any) -> Any:
    if isinstance(value, PUT_TOGETHER):
        return _copied(value)
    if isinstance(value, list):
        return [_own(name, one) for one in value]
    if name == "params" and isinstance(value, schemapi.SchemaBase):
        return value.copy()
    return value
