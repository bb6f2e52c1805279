"""Paths of requests, wherever the dashboard runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import Scope


def below(scope: Scope) -> str:
    """The path below wherever the dashboard runs, without the first slash."""
    from streamlit import config

    path = str(scope["path"])
    configured = str(config.get_option("server.baseUrlPath") or "")
    for prefix in (str(scope.get("root_path", "")), configured):
        base = "/" + prefix.strip("/") if prefix.strip("/") else ""
        if base and path.startswith(base + "/"):
            path = path.removeprefix(base)
    return path.removeprefix("/")
