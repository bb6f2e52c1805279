"""Which session a script runs for, and whether its reader is still connected."""

from __future__ import annotations

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx


def current() -> str:
    """The id of the session whose script runs in this thread; empty outside of one."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def connected(session: str) -> bool:
    """Whether a reader is connected; a tab in the background is. From any thread.

    Where no server runs there is nobody to leave.
    """
    return not runtime.exists() or bool(runtime.get_instance().is_active_session(session))
