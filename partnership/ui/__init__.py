"""What is drawn with Streamlit; nothing above `dashboard.py` and `pages/` imports it."""
