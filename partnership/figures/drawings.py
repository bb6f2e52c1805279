"""Finished drawings: the specification of a chart or a map as text, written once.

An Altair chart is a tree of hundreds of objects, which Python's garbage collector walks again and
again for as long as the chart is kept; the text of one is a single object that it never looks at.
So is the value of a chart (`charts.forms`) once it is pickled.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

from partnership.charts import aria, forms


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
    """A map as compact JSON of deck.gl. pydeck keeps `_tooltip` there, and Streamlit reads it."""

    __slots__ = ("__weakref__", "_tooltip", "text")

    def __init__(self, text: str, tooltip: Any) -> None:
        self.text = text
        self._tooltip = tooltip

    def to_json(self) -> str:
        """The specification of the map."""
        return self.text


def finished(drawn: Any) -> Any:
    """A chart as `Chart`, a pydeck deck as `Deck`; anything else as it is."""
    if isinstance(drawn, Chart | Deck):
        return drawn
    if isinstance(drawn, forms.Chart):
        from partnership.charts import altair

        return Chart(altair.specification(drawn), drawn)
    if hasattr(drawn, "to_dict"):
        return Chart(_compact(aria.described(drawn.to_dict(validate=False))))
    if hasattr(drawn, "to_json"):
        # pydeck indents its JSON, which makes geometry six times as long.
        return Deck(_compact(json.loads(drawn.to_json())), getattr(drawn, "_tooltip", None))
    return drawn


def _compact(described: Any) -> str:
    return json.dumps(described, separators=(",", ":"))


def specification(drawn: Any) -> str:
    """Vega-Lite of a chart or deck.gl's JSON of a map, compact. `TypeError` for anything else."""
    text = finished(drawn)
    if not isinstance(text, Chart | Deck):
        raise TypeError("this has no specification of its own")
    return text.text


def still(picture: Callable[[], Any] | None) -> Chart:
    """The picture of a figure that has one, such as a map. `TypeError` where it has none."""
    if picture is None:
        raise TypeError("this figure has no picture")
    return Chart(_compact(aria.described(picture().to_dict(validate=False))))
