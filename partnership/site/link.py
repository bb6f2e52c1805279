"""Addresses: of this view for another browser, and of a view on another page."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from partnership.state import PRESENT, State


def of(state: State) -> str:
    """Address of this page with what the reader chose; defaults are left out."""
    parts = urlsplit(st.context.url or "")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(pairs(state)), ""))


def site(path: str) -> str:
    """Where the dashboard runs, seen from its page at `path`: `https://example.org`, no slash."""
    parts = urlsplit(st.context.url or "")
    folder = parts.path.rstrip("/").removesuffix(f"/{path}" if path else "")
    return urlunsplit((parts.scheme, parts.netloc, folder.rstrip("/"), "", ""))


def shown(path: str, state: State) -> str:
    """Address, from any page, of the page at `path` as a presentation."""
    return f"{path or './'}?{urlencode([*pairs(state), (PRESENT, '1')])}"


def to(path: str, state: State) -> str:
    """Address, from any page, of the page at `path` with the choices of `state`."""
    query = urlencode(pairs(state))
    return f"{path}?{query}" if query else path


def pairs(state: State) -> list[tuple[str, str]]:
    """The parameters of the address that brings `state` back; defaults are left out."""
    return [(name, value) for name, values in state.query().items() for value in values]
