"""How what lies over the map looks: its style sheet, the signs of its legend, and the key."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

import streamlit as st

from partnership import palette
from partnership.figures.assets import marks
from partnership.language.texts import Texts
from partnership.maps.model import Group, Map
from partnership.ui.look import style

_SHEET = Path(__file__).with_name("atlas.css").read_text("utf-8")
"""The style sheet of the page of maps; the shades in it are the light ones."""


def styled() -> None:
    """The style sheet of the page of maps."""
    st.html(f"<style>{_coloured(_SHEET)}</style>")


def pills(present: Iterable[str], t: Texts) -> None:
    """Before each pill of `present` kinds the sign of its marks."""
    groups = {group.id: group for group in marks.groups(t)}
    rules = (
        f".st-key-kind button:nth-child({n}){{{_sign(groups[key])}}}"
        for n, key in enumerate(present, 1)
    )
    st.html(f"<style>{_coloured(''.join(rules))}</style>")


def _sign(group: Group) -> str:
    if group.shape == "stroke":
        return f"--c:{group.colour};--h:3px;--w:16px;--r:2px"
    if group.shape == "ring":
        return f"--c:{palette.PAPER.light};--e:{group.colour}"
    return f"--c:{group.colour}"


def key(drawn: Map) -> None:
    """What sizes mean and what hollow dots, cores and thin lines are."""
    legend = drawn.legend
    if legend is None:
        return
    parts = []
    for scale in legend.scales:
        dots = "".join(
            f'<i style="width:{2 * radius:.0f}px;height:{2 * radius:.0f}px"></i>'
            f"<span>{escape(words)}</span>"
            for words, radius in scale.steps
        )
        parts.append(f'<p class="scale"><b>{escape(scale.words)}</b>{dots}</p>')
    signs = "".join(
        f'<span class="sign {sign}">{escape(words)}</span>' for sign, words in legend.signs
    )
    st.html(f'<div class="mapkey">{"".join(parts)}<p>{signs}</p></div>')


def _coloured(rules: str) -> str:
    return palette.recolour(rules, style.theme())
