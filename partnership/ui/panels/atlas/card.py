"""The card of the asset chosen, over the map: at most a dozen lines, and where to read on."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from partnership import palette
from partnership.figures import figure as figures
from partnership.figures.assets import brief as briefs
from partnership.figures.assets.brief import Brief, Holder, Number
from partnership.language.texts import Texts
from partnership.site import link
from partnership.state import CONSORTIA, State
from partnership.ui.app import controls
from partnership.ui.figure import frame
from partnership.ui.look import style


def panel(state: State, t: Texts) -> None:
    """Draw the card; all facts with their sources stand below the map."""
    with st.container(key="card"):
        st.button(
            "",
            icon=":material/close:",
            type="tertiary",
            help=t("Close"),
            key="card-close",
            on_click=controls.choose,
            args=("asset", None),
        )
        try:
            with figures.guarded("map.card"):
                found = briefs.brief(state.asset or "", t)
                words = _written(found, state, t)
        except figures.Undrawn as error:
            frame.broken(error, t)
            return
        st.html(palette.recolour(words, style.theme()))


def _written(card: Brief, state: State, t: Texts) -> str:
    parts = [
        f"<h3>{escape(card.name)}</h3>",
        f'<p class="kind">{escape(card.kind)}</p>',
        _number(card.number) if card.number else "",
        _holders(card.holders, card.when, t) if card.holders else "",
        f'<p class="doubt">{escape(card.doubt)}</p>' if card.doubt else "",
        _links(card, state, t),
    ]
    return f'<div class="mapcard">{"".join(parts)}</div>'


def _number(number: Number) -> str:
    most = max((value for _, value in number.series), default=0.0)
    bars = "".join(
        f'<i style="height:{max(100 * value / most, 4):.0f}%" title="{escape(year)}"></i>'
        for year, value in number.series
        if most > 0
    )
    spark = (
        f'<span class="spark" aria-hidden="true">{bars}</span>' if len(number.series) > 1 else ""
    )
    return (
        f'<p class="label">{escape(number.label)}</p>'
        f'<p class="number">{escape(number.words)}{spark}</p>'
    )


def _holders(holders: tuple[Holder, ...], when: str, t: Texts) -> str:
    parts = "".join(
        f'<i style="flex:{one.percent} 0 0;background:{one.colour}"></i>' for one in holders
    )
    named = [one.words for one in holders if one.words]
    others = len(holders) - len(named)
    if others:
        named.append(t.plural("{count} other holder", "{count} other holders", others))
    words = escape(" · ".join(named))
    return (
        f'<p class="holders" aria-hidden="true">{parts}</p><p>{words} '
        f"<small>{escape(when)}</small></p>"
    )


def _links(card: Brief, state: State, t: Texts) -> str:
    shared = state.shared()
    found = []
    if state.asset in CONSORTIA:
        found.append((link.to("stakes", replace(shared, consortium=state.asset)), t("Stakes →")))
    if card.company:
        words = t("{company} →", company=t.short(card.company))
        found.append((link.to("companies", replace(shared, company=card.company)), words))
    found += [("#facts", t("All facts and sources ↓")), ("#link", t("Copy link"))]
    return "<p>" + " ".join(f'<a href="{escape(a)}">{escape(w)}</a>' for a, w in found) + "</p>"
