"""Tests of `ui.streamlit_shims`: each says so when a new Streamlit breaks its piece."""
