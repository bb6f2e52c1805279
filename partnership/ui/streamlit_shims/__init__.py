"""What is tied to one version of Streamlit; each piece has a test that names the break."""
