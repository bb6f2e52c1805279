"""One file a page: `PAGE` says what stands on it, without Streamlit."""
