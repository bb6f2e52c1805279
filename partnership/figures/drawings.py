"""Finished drawings: the specification of a chart or a map as text, written once.

An Altair chart is a tree of hundreds of objects, which Python's garbage collector walks again and
again for as long as the chart is kept; the text of one is a single object that it never looks at.
So is the value of a chart (`charts.forms`) once it is pickled.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from partnership.charts import aria, cldr, forms
from partnership.language.texts import DEFAULT, LANGUAGES
from partnership.maps.model import Map


class Chart:
    """A chart as compact Vega-Lite, in the light shades, and the value that it was written from."""

    __slots__ = ("__weakref__", "_pickled", "text")

    def __init__(self, text: str, value: forms.Chart | None = None) -> None:
        self.text = text
        self._pickled = None if value is None else pickle.dumps(value)

    @property
    def value(self) -> forms.Chart | None:
        """What the chart says, as the figure declared it; none of a drawing without a form."""
        if self._pickled is None:
            return None
        # Pickled above, by this very process.
        found: forms.Chart = pickle.loads(self._pickled)  # noqa: S301
        return found

    def to_dict(self, validate: bool = False) -> dict[str, Any]:
        """The specification, freshly parsed. With `validate` it is checked against Vega-Lite's own
        schema; raises what Altair raises.
        """
        found: dict[str, Any] = json.loads(self.text)
        if validate:
            import altair

            altair.TopLevelSpec.validate(found)
        return found


class Deck:
    """A map as compact JSON of deck.gl. pydeck keeps `_tooltip` there, and Streamlit reads it.

    `rows` are those of layers that have none in the text, as JSON, by the id of the layer.
    """

    __slots__ = ("__weakref__", "_tooltip", "rows", "text")

    def __init__(self, text: str, tooltip: Any, rows: Mapping[str, str] | None = None) -> None:
        self.text = text
        self._tooltip = tooltip
        self.rows = rows or {}

    def to_json(self) -> str:
        """The specification of the map."""
        return self.text


def finished(drawn: Any, lang: str = DEFAULT) -> Any:
    """A chart as `Chart`, which writes its own numbers as `lang` does; a map with its drawings
    written; anything else as it is.
    """
    if isinstance(drawn, Map):
        _ = filtered(drawn) if drawn.moves else still(drawn)
        return drawn
    if isinstance(drawn, forms.Chart):
        from partnership.charts import altair

        return Chart(_in_language(altair.specification(drawn), lang), drawn)
    return drawn


def _in_language(text: str, lang: str) -> str:
    if lang not in LANGUAGES or lang == DEFAULT:
        return text
    spec = json.loads(text)
    spec["config"] = {**spec.get("config", {}), "locale": cldr.locale(lang)}
    return _compact(spec)


def still(drawn: Map) -> Chart:
    """The picture of a map, written once."""
    return _written(_stills, drawn, _still)


def deck(drawn: Map) -> Deck:
    """A map that moves with the marks that are shown, written once. `TypeError` for one that does
    not move.
    """
    from partnership.maps import pydeck

    return _written(_decks, drawn, lambda one: _deck(pydeck.deck(one)))


def filtered(drawn: Map, *, narrow: bool = False) -> Deck:
    """A map that moves with all marks, for the browser to filter; written once for each width."""
    from partnership.maps import pydeck

    known = _narrow if narrow else _filtered
    return _written(known, drawn, lambda one: _deck(*pydeck.filtered(one, narrow=narrow)))


_stills: WeakKeyDictionary[Map, Chart] = WeakKeyDictionary()
_decks: WeakKeyDictionary[Map, Deck] = WeakKeyDictionary()
_filtered: WeakKeyDictionary[Map, Deck] = WeakKeyDictionary()
_narrow: WeakKeyDictionary[Map, Deck] = WeakKeyDictionary()
T = TypeVar("T")


def _written(known: WeakKeyDictionary[Map, T], drawn: Map, write: Callable[[Map], T]) -> T:
    found = known.get(drawn)
    if found is None:
        found = known.setdefault(drawn, write(drawn))
    return found


def _still(drawn: Map) -> Chart:
    from partnership.maps.altair import picture

    return Chart(_compact(aria.described(picture(drawn).to_dict(validate=False))))


def _deck(drawn: Any, rows: Mapping[str, str] | None = None) -> Deck:
    # pydeck indents its JSON, which makes geometry six times as long.
    return Deck(_compact(json.loads(drawn.to_json())), drawn._tooltip, rows)


def _compact(described: Any) -> str:
    return json.dumps(described, separators=(",", ":"))


def specification(drawn: Any) -> str:
    """Vega-Lite of a chart or of the picture of a map, compact. `TypeError` for anything else."""
    chart = still(drawn) if isinstance(drawn, Map) else finished(drawn)
    if not isinstance(chart, Chart):
        raise TypeError("this has no specification of its own")
    return chart.text
