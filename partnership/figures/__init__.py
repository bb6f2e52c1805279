"""Figures: one file a subject, each function `(State) -> Figure`, without Streamlit."""
