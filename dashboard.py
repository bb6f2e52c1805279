"""The door: `streamlit run dashboard.py`.

Streamlit reads this file twice. Once as a module, to find `app`, the server; then once for every
run of a reader's session, as `__main__`, to draw the page.
"""

import streamlit as st

from partnership.ui import lifespan as server
from partnership.ui.app import shell

if __name__ == "__main__":
    shell.run()
else:
    app = st.App(__file__, lifespan=server.lifespan, middleware=server.middleware())
