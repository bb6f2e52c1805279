"""Style sheets that name elements of Streamlit; `screen` puts them together."""
