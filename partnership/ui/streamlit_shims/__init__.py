"""The room `streamlit_shims`."""
