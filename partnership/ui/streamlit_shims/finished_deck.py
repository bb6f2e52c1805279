"""A map that is text already, in the place where `st.pydeck_chart` expects a deck of pydeck."""

from __future__ import annotations


class FinishedDeck:
    """The text of a deck and its tooltip, with all that Streamlit reads of a deck and no more."""

    mapbox_key = None
    layers: tuple[()] = ()

    def __init__(self, text: str, tooltip: dict[str, object] | None) -> None:
        self._text = text
        self._tooltip = tooltip

    def to_json(self) -> str:
        """The text as it is: nothing is built again."""
        return self._text
