"""Figures in rooms by subject, each a function `(State) -> Figure`, without Streamlit."""
