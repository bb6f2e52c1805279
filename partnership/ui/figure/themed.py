"""Finished drawings as Streamlit sends them, built once for all readers of a theme.

Streamlit turns the rows of a chart into Arrow at every run, by way of a data frame: as much work
as all the rest of a figure that was drawn before. Rows that are Arrow already go as they are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from partnership import palette
from partnership.charts import look
from partnership.figures import drawings
from partnership.ui.server import rows
from partnership.ui.server.rows import Rows
from partnership.ui.streamlit_shims import arrow

_FAMILY = '"Source Sans", sans-serif'
"""The typeface of Streamlit's pages."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A specification without its rows as text, and its rows as Arrow, by name."""

    text: str
    rows: tuple[tuple[str, bytes], ...]


_charts: WeakKeyDictionary[drawings.Chart, dict[str, _Ready]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class _Sent:
    """A deck as text that names the addresses of its rows; these rows, which stay with it; and
    where it looks first.
    """

    text: str
    rows: tuple[Rows, ...]
    view: dict[str, float]


_decks: WeakKeyDictionary[drawings.Deck, dict[str, _Sent]] = WeakKeyDictionary()


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


def deck(drawn: drawings.Deck, theme: str, view: dict[str, float]) -> str:
    """The text of a map in the shades of `theme`, the rows of its layers by address. `view` is
    where it looks first: the fields of deck.gl's view state that differ from the map's own.
    """
    themes = _decks.setdefault(drawn, {})
    if theme not in themes:
        themes[theme] = _sent(drawn, theme)
    sent = themes[theme]
    return f'{sent.text[:-1]},"initialViewState":{_compact(sent.view | view)}}}'


def _sent(drawn: drawings.Deck, theme: str) -> _Sent:
    spec = json.loads(palette.recolour(drawn.text, theme))
    kept = {name: _rows(text, theme) for name, text in drawn.rows.items()}
    for layer in spec["layers"]:
        if layer["id"] in kept:
            layer["data"] = kept[layer["id"]].address
    view = spec.pop("initialViewState")
    # Streamlit fades all layers but the mark that was clicked; what is inside a list it leaves
    # alone.
    spec["layers"] = [spec["layers"]]
    return _Sent(_compact(spec), tuple(kept.values()), view)


def _compact(described: Any) -> str:
    return json.dumps(described, separators=(",", ":"))


@lru_cache(maxsize=64)
def _rows(text: str, theme: str) -> Rows:
    return rows.kept(palette.recolour(text, theme))


def _ready(spec: dict[str, Any]) -> _Ready:
    datasets: dict[str, Any] = spec.pop("datasets", {})
    plain = {name: rows for name, rows in datasets.items() if _is_table(rows)}
    left = {name: rows for name, rows in datasets.items() if name not in plain}
    if left:
        spec["datasets"] = left
    packed = tuple((name, arrow.from_rows(rows)) for name, rows in plain.items())
    return _Ready(_compact(spec), packed)


def _is_table(rows: Any) -> bool:
    """Whether a dataset is rows of values; geometry stays in the specification."""
    return isinstance(rows, list) and not any("geometry" in row for row in rows)
