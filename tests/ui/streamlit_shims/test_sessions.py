"""Sessions: which one a script runs for, and whether its reader is there."""

from __future__ import annotations

from unittest.mock import create_autospec

import pytest
from streamlit import runtime
from streamlit.runtime import Runtime
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
from streamlit.testing.v1 import AppTest

from partnership.ui.streamlit_shims import sessions


def _named() -> None:
    import streamlit as st

    from partnership.ui.streamlit_shims import sessions

    st.text(sessions.current())


def test_a_script_knows_its_session() -> None:
    shown = AppTest.from_function(_named, default_timeout=30).run()
    assert not shown.exception
    assert shown.text[0].value != ""
    assert sessions.current() == ""


def test_where_no_server_runs_nobody_has_left() -> None:
    assert sessions.connected("anybody")


@pytest.mark.parametrize("there", [True, False])
def test_the_server_is_asked_whether_a_reader_is_there(
    there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Mocks of Streamlit's own classes: they have only what this version has.
    server = create_autospec(Runtime, instance=True)
    server.is_active_session.return_value = there
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: server)
    assert sessions.connected("abc") is there
    server.is_active_session.assert_called_once_with("abc")
    assert callable(WebsocketSessionManager.is_active_session)
