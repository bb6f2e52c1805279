"""`python -m partnership open`: the server and the browser, on a free port."""

from __future__ import annotations

import argparse
import http.client
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from contextlib import closing

from partnership import tables
from partnership.process import children

STARTED = "PARTNERSHIP_STARTED"
"""Environment variable with a token that our server repeats in its health check."""
STARTED_HEADER = "x-partnership-started"
HEALTH = "/_stcore/health"
_HOST = "127.0.0.1"
_LARGEST_PORT = 65535
_NEAR = 100
"""How many ports after the requested one are tried."""
_PATIENCE_S, _LONGEST_END_S = 60, 10
"""Seconds after which we say that the server is still starting, and kill one that does not end."""


def port(words: str) -> int:
    """A port as it is typed; for argparse."""
    if words.isascii() and words.isdigit() and 0 < int(words[:6]) <= _LARGEST_PORT:
        return int(words)
    raise argparse.ArgumentTypeError(f"a port is a number from 1 to {_LARGEST_PORT}")


def open_dashboard(wanted: int) -> int:
    """Start the server and open the browser on it once it answers; until Ctrl-C.

    Where the port is taken nothing is started: 1, with a sentence that says what answers there
    and which port is free.
    """
    if not _free(wanted):
        print(_taken(wanted), file=sys.stderr)
        return 1
    address = f"http://{_HOST}:{wanted}"
    token = secrets.token_hex(8)
    around = {**children.environment(), STARTED: token}
    server = None
    try:
        server = subprocess.Popen(_command(wanted), cwd=tables.DATA.parent, env=around)  # noqa: S603 - our own words
        if _answers(address, server, token):
            print(f"The dashboard is open at {address} (Ctrl-C ends it)", flush=True)
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        if server is not None:  # else it was interrupted as it began, and ends by itself
            _end(server)


def _command(number: int) -> list[str]:
    run = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    return [*run, "--server.port", str(number)]


def _free(number: int) -> bool:
    with closing(socket.socket()) as tried:
        if os.name == "posix":  # elsewhere this takes a port from whoever listens there
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((_HOST, number))
        except OSError:
            return False
    return True


def _taken(number: int) -> str:
    address = f"http://{_HOST}:{number}"
    there = "another program uses it"
    if _token_of(address) is not None:
        there = f"another dashboard is already open at {address}, perhaps with other data"
    near = range(number + 1, min(number + _NEAR, _LARGEST_PORT) + 1)
    free = next((one for one in near if _free(one)), None)
    advice = f"Port {free} is free: `make run PORT={free}`." if free else "Take another one."
    return f"Port {number} cannot be used: {there}. {advice}"


def _answers(address: str, server: subprocess.Popen[bytes], token: str) -> bool:
    """Whether our own server came to answer, and not somebody else's on the same port."""
    late = time.monotonic() + _PATIENCE_S
    while server.poll() is None:
        if _token_of(address) == token:
            return True
        if time.monotonic() > late:
            print(f"Still starting; the dashboard will be at {address}", flush=True)
            late = float("inf")
        time.sleep(0.3)
    return False


def _token_of(address: str) -> str | None:
    """The token of the dashboard at an address, empty for one without; `None` where none is."""
    try:
        with urllib.request.urlopen(f"{address}{HEALTH}", timeout=2) as answer:  # noqa: S310 - our own machine
            if answer.read(16).strip() == b"ok":
                return str(answer.headers.get(STARTED_HEADER, ""))
    except (OSError, http.client.HTTPException):
        pass
    return None


def _end(server: subprocess.Popen[bytes]) -> None:
    """Have the server ended, at the latest by force."""
    server.terminate()
    try:
        server.wait(_LONGEST_END_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
