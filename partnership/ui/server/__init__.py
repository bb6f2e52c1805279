"""The web server round Streamlit: headers, hosts, limits, answers in words."""
