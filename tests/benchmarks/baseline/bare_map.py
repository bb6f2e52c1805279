"""Baseline of the benchmark: one map of one point, which the one choice moves.

Its canvas is as large as the map's on our page, since software paints by the pixel.
"""

import pydeck as pdk
import streamlit as st

PLACES = {"one": [52.2, 46.4], "two": [66.5, 48.2]}

st.set_page_config(layout="wide")
chosen = st.selectbox("Choice", list(PLACES), key="choice")
layer = pdk.Layer(
    "ScatterplotLayer",
    [{"position": PLACES[chosen]}],
    id="point",
    get_position="position",
    get_fill_color=[168, 68, 31],
    radius_min_pixels=30,
)
view = pdk.ViewState(longitude=57, latitude=46, zoom=3)
with st.container(key="figure-baseline"):
    st.pydeck_chart(pdk.Deck([layer], view, map_provider=None), width=690, height=540, key="deck")
