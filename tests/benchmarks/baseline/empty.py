"""Baseline of the benchmark: an empty Streamlit page whose one choice changes one text."""

import streamlit as st

st.set_page_config(layout="wide")
chosen = st.selectbox("Choice", ["one", "two"], key="choice")
with st.container(key="figure-baseline"):
    st.markdown(f"The choice that was made on this empty page is {chosen}, and nothing else.")
