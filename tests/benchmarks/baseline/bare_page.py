"""Baseline of the benchmark: the drawings of a first screen by Streamlit alone.

No frame, filters or navigation: one choice, and below it the figures that `tests.benchmarks.pages`
names in the address, each in its row of the page, as they are before and after a change.
Specifications are written once for all visits, as ours are.
"""

from functools import cache
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.maps.model import Map
from partnership.state import State, from_query
from partnership.ui.figure import drawing, frame
from partnership.ui.streamlit_shims.finished_deck import FinishedDeck
from tests import site


@cache
def ready(figure_id: str, state: State) -> tuple[Figure, Any]:
    """A figure, and its chart or map as Streamlit takes it; none where it is read."""
    figure = figures.build(figure_id, state)
    drawn = figure.drawn
    if isinstance(drawn, Map) and drawn.moves:
        whole = drawings.deck(drawn)
        return figure, FinishedDeck(whole.text, whole._tooltip)
    if isinstance(drawn, Map):
        return figure, drawings.still(drawn).to_dict()
    return figure, drawn.to_dict() if isinstance(drawn, drawings.Chart) else None


def draw(figure_id: str, state: State) -> None:
    """One figure in a container with the key that it has on our page."""
    figure, finished = ready(figure_id, state)
    key = frame.key(figure_id)
    with st.container(key=key):
        if isinstance(finished, FinishedDeck):
            st.pydeck_chart(finished, height=figure.height, key=f"deck-{key}")
        elif finished is not None:
            st.vega_lite_chart(finished, theme=None, key=f"chart-{key}")
        elif figure.table.empty:
            st.markdown(figure.finding)
        else:
            drawing.draw(figure, key, state)


st.set_page_config(layout="wide")
asked = st.query_params
two = st.selectbox("Choice", ["one", "two"], key="choice") == "two"
chosen, _ = from_query(parse_qs(asked["change"]) if two else {})
shown = asked["after" if two else "before"].split(",")
page = site.page_of(asked["page"])
placed = [row.ids for s in page.chosen(chosen) for row in page.rows_of(s, chosen)]
for row in [*((one,) for one in page.drawn), *placed]:
    seen = [one for one in row if one in shown]
    if seen:
        # A neighbour that is not on the first screen still takes its half of the row.
        for column, one in zip(st.columns(len(row), gap="large"), row, strict=True):
            if one in seen:
                with column:
                    draw(one, chosen)
