"""A reader without a browser, who speaks Streamlit's protocol and waits for the end of each run."""

from __future__ import annotations

from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

_PATIENCE = 120.0
_FAILED, _STOPPED = 1, 2
"""How a run ended that raised, and one after which another follows."""


class Visitor:
    """One session on one page, open while entered. Raises `RuntimeError` where a run fails."""

    def __init__(self, url: str, page: str) -> None:
        self._url, self._page, self._query = url, page, ""
        self._widgets: dict[str, tuple[str, str]] = {}
        self._chosen: dict[str, str | list[str]] = {}

    def __enter__(self) -> Visitor:
        self._socket = connect(
            f"{self._url.replace('http', 'ws', 1)}/_stcore/stream",
            origin=Origin(self._url),
            subprotocols=[Subprotocol("streamlit")],
            compression=None,
            max_size=None,
            ping_interval=None,
        )
        self._run()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def change(self, key: str, value: str | list[str]) -> None:
        """Choose `value` in the widget with `key`; returns when the page has been drawn."""
        if key not in self._widgets:
            raise RuntimeError(f"there is no {key!r} on this page, only {sorted(self._widgets)}")
        self._chosen[key] = value
        self._run(self._widgets[key][1])

    def _run(self, fragment: str = "") -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_name = self._page
        asked.rerun_script.fragment_id = fragment
        for key, value in self._chosen.items():
            state = asked.rerun_script.widget_states.widgets.add()
            state.id = self._widgets[key][0]
            if isinstance(value, str):
                state.string_value = value
            else:
                state.string_array_value.data.extend(value)
        self._socket.send(asked.SerializeToString())
        while not self._ended(ForwardMsg.FromString(bytes(self._received()))):
            pass

    def _received(self) -> bytes:
        raw = self._socket.recv(timeout=_PATIENCE)
        return raw if isinstance(raw, bytes) else raw.encode()

    def _ended(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "delta":
            self._seen(message.delta)
        elif kind == "script_finished":
            if message.script_finished == _FAILED:
                raise RuntimeError(f"{self._page} failed")
            return bool(message.script_finished != _STOPPED)
        return False

    def _seen(self, delta: object) -> None:
        element = delta.new_element  # type: ignore[attr-defined]
        of = element.WhichOneof("type")
        ident = getattr(getattr(element, of), "id", "") if of else ""
        if of == "exception":
            raise RuntimeError(element.exception.message)
        if isinstance(ident, str) and ident.startswith("$$"):
            # `$$ID-<hash>-<key>`
            self._widgets[ident.split("-", 2)[2]] = (ident, delta.fragment_id)  # type: ignore[attr-defined]
