"""Addresses of a view on another page, relative to this one."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from partnership.state import PRESENT, State


def shown(path: str, state: State) -> str:
    """Address, from any page, of the page at `path` as a presentation."""
    return f"{path or './'}?{urlencode([*pairs(state), (PRESENT, '1')])}"


def to(path: str, state: State, figure_id: str = "") -> str:
    """Address, from any page, of the page at `path` with the choices of `state`, or of one of its
    figures.
    """
    query, place = urlencode(pairs(state)), anchor(figure_id)
    return (f"{path}?{query}" if query else path) + (f"#{place}" if place else "")


def anchor(figure_id: str) -> str:
    """What an address ends on that leads to a figure: its id, dots as dashes; nothing for none."""
    return figure_id.replace(".", "-")


def pairs(state: State) -> list[tuple[str, str]]:
    """The parameters of the address that brings `state` back; defaults are left out."""
    return [(name, value) for name, values in state.query().items() for value in values]


def slug(heading: str) -> str:
    """The anchor of a section: its heading as it is written in English, in letters of addresses."""
    return re.sub(r"[^a-z0-9]+", "-", heading.casefold()).strip("-")
