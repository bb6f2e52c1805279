"""Finished drawings as Streamlit sends them, built once for all readers of a theme.

Streamlit turns the rows of a chart into Arrow at every run, by way of a data frame: as much work
as all the rest of a figure that was drawn before. Rows that are Arrow already go as they are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from partnership import palette
from partnership.charts import look
from partnership.figures import drawings
from partnership.ui.streamlit_shims import arrow

_FAMILY = '"Source Sans", sans-serif'
"""The typeface of Streamlit's pages."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A specification without its rows as text, and its rows as Arrow, by name."""

    text: str
    rows: tuple[tuple[str, bytes], ...]


_charts: WeakKeyDictionary[drawings.Chart, dict[str, _Ready]] = WeakKeyDictionary()
_decks: WeakKeyDictionary[drawings.Deck, str] = WeakKeyDictionary()


def chart(drawn: drawings.Chart, theme: str) -> dict[str, Any]:
    """The specification in the shades of `theme` (`light` or `dark`), for one run to keep."""
    themes = _charts.setdefault(drawn, {})
    if theme not in themes:
        themes[theme] = _ready(_looking(drawn.text, theme))
    ready = themes[theme]
    spec: dict[str, Any] = json.loads(ready.text)
    if ready.rows:
        spec["datasets"] = {**spec.get("datasets", {}), **dict(ready.rows)}
    return spec


def _looking(text: str, theme: str) -> dict[str, Any]:
    """The specification with our own look in the shades of `theme`, on the page's own ground."""
    spec: dict[str, Any] = json.loads(text)
    spec["config"] = {**look.config(spec.get("config", {}), _FAMILY), "background": None}
    recoloured: dict[str, Any] = json.loads(palette.recolour(json.dumps(spec), theme))
    return recoloured


def deck(drawn: drawings.Deck, theme: str) -> str:
    """The text of a map in the shades of `theme`; the dark one is cached."""
    if theme != "dark":
        return drawn.text
    if drawn not in _decks:
        _decks[drawn] = palette.recolour(drawn.text, theme)
    return _decks[drawn]


def _ready(spec: dict[str, Any]) -> _Ready:
    datasets: dict[str, Any] = spec.pop("datasets", {})
    plain = {name: rows for name, rows in datasets.items() if _is_table(rows)}
    left = {name: rows for name, rows in datasets.items() if name not in plain}
    if left:
        spec["datasets"] = left
    packed = tuple((name, arrow.from_rows(rows)) for name, rows in plain.items())
    return _Ready(json.dumps(spec, separators=(",", ":")), packed)


def _is_table(rows: Any) -> bool:
    """Whether a dataset is rows of values; geometry stays in the specification."""
    return isinstance(rows, list) and not any("geometry" in row for row in rows)
