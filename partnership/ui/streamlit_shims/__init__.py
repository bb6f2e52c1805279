"""The room `streamlit_shims`: what is tied to one version of Streamlit, each with its test."""
