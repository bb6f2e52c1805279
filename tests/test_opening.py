"""`python -m partnership open`: its own server, on its own port, gone when it is gone."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import psutil
import pytest

from partnership import opening
from partnership.__main__ import main
from tests.serving import ROOT, WORD, Server, _free_port


def _never(*_arguments: object, **_named: object) -> Any:
    raise AssertionError("nothing may be started or opened")


@pytest.mark.parametrize("words", ["99999", "0", "-1", "eight", "8501.0", "٨", "9" * 5_000])
def test_what_is_no_port_is_reported(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["open", f"--port={words}"])
    assert ended.value.code == 2
    assert "a port is a number from 1 to 65535" in capsys.readouterr().err


@pytest.fixture
def untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", _never)
    monkeypatch.setattr(webbrowser, "open", _never)


@pytest.mark.usefixtures("untouched")
def test_a_port_of_another_program_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert opening.open_dashboard(port) == 1
    printed = capsys.readouterr().err
    assert f"Port {port} cannot be used: another program" in printed
    assert "is free" in printed


def test_a_port_of_another_dashboard_is_reported(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", _never)
    monkeypatch.setattr(webbrowser, "open", _never)
    assert opening.open_dashboard(server.port) == 1
    assert "another dashboard is already open" in capsys.readouterr().err


def test_a_server_repeats_the_word_of_who_started_it(server: Server) -> None:
    assert opening._token_of(server.url) == WORD


class _Healthy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_arguments: object) -> None:
        pass


def test_the_answer_of_another_server_is_not_taken_for_ours() -> None:
    """Two that start at the same time both find the port free."""
    other = HTTPServer(("127.0.0.1", 0), _Healthy)
    Thread(target=other.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{other.server_port}"
    try:
        assert opening._token_of(address) == ""
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.DEVNULL) as ours:
            assert not opening._answers(address, ours, "our word")
    finally:
        other.shutdown()
        other.server_close()


_SERVER = (
    "from partnership.process import children as c; import time;"
    " c.end_with_parent(); time.sleep(600)"
)
_OPEN = f"""
import signal, sys
# As from a terminal: who runs the tests in the background may have told us to ignore these.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from partnership import __main__ as ours, opening
opening._command = lambda _port: [sys.executable, "-c", {_SERVER!r}]
sys.argv[1:] = ["open", "--port", sys.argv[1]]
sys.exit(ours._quietly())
"""


@pytest.mark.parametrize(("how", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 0)])
def test_a_signal_ends_the_server_too(how: str, code: int) -> None:
    command = [sys.executable, "-c", _OPEN, str(_free_port())]
    with subprocess.Popen(command, cwd=ROOT) as opened:
        _until(lambda: bool(_children(opened.pid)))
        found = _children(opened.pid)
        opened.send_signal(getattr(signal, how))
        try:
            assert opened.wait(60) == code
        finally:
            opened.kill()
    _until(lambda: not any(map(_alive, found)))


def test_a_server_ends_when_who_started_it_was_killed() -> None:
    command = [sys.executable, "-m", "partnership", "open", "--port", str(_free_port())]
    around = {**os.environ, "BROWSER": "true"}
    with subprocess.Popen(
        command, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True
    ) as opened:
        assert any("dashboard is open" in line for line in opened.stdout or ())
        found = _children(opened.pid)
        assert found
        opened.kill()
        opened.wait()
        _until(lambda: not any(map(_alive, found)))


def _children(pid: int) -> list[psutil.Process]:
    with suppress(psutil.Error):
        return psutil.Process(pid).children(recursive=True)
    return []


def _alive(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def _until(met: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)
