"""What stands behind a figure, in a dialog: finding, notes, claims, sources, table and files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

import streamlit as st

from partnership.export import FORMATS, Format
from partnership.export import handout as handouts
from partnership.export.handout import Handout
from partnership.figures import drawings, failures
from partnership.figures import figure as figures
from partnership.figures.claims import verdicts
from partnership.figures.figure import Figure
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.maps.model import Map
from partnership.maps.table import table as of_map
from partnership.provenance import citations, sources
from partnership.site import link
from partnership.state import State
from partnership.ui.app import address
from partnership.ui.figure import table
from partnership.ui.look import style
from partnership.wording import tables

Part = Literal["about", "table", "files", "cite"]
_FIRST = ("png", "pptx", "csv", "xlsx")
"""Formats that most readers look for; the others are folded."""


def show(figure: Figure, state: State, slug: str, part: Part) -> None:
    """Open the dialog at one of its parts. A fault in it is said in it."""
    t = texts.in_language(state.lang)

    @st.dialog(style.literal(figure.heading), width="medium")
    def opened() -> None:
        try:
            with figures.guarded(f"what is behind {figure.id}"):
                _content(figure, state, slug, part, t)
        except figures.Undrawn as error:
            why = style.literal(failures.beside(error, t))
            st.error(t("This menu could not be filled: {why}", why=why))

    opened()


def _content(figure: Figure, state: State, slug: str, part: Part, t: Texts) -> None:
    labels = {
        "about": t("About"),
        "table": t("Table"),
        "files": t("Download"),
        "cite": t("Cite and link"),
    }
    tabs = st.tabs(list(labels.values()), default=labels[part], key=f"tabs-{slug}")
    about, rows, files, cite = tabs
    handout = handouts.of_figure(figure, state, address.here(state, figure.id))
    with about:
        _about(figure, state, t)
    with rows:
        _table(figure, handout, slug, t)
    with files:
        _files(handout, slug, t)
    with cite:
        _cite(figure, state, t)


def _about(figure: Figure, state: State, t: Texts) -> None:
    """Title, finding, note, what its badges mean, claims it contradicts, and every source."""
    badges = [b for b in figures.BADGES if b in figure.badges]
    meant = [f"**{t(codes.BADGE[b])}**: {t(codes.BADGE_MEANING[b])}" for b in badges]
    title = f"**{style.literal(figure.title)}**" if figure.headline else ""
    parts = [title, style.lines(figure.finding), style.lines(figure.note), "  \n".join(meant)]
    parts += [_forms(figure, t), _contested(figure.id, state, t), _sources(figure, t)]
    st.markdown("\n\n".join(part for part in parts if part))


def _forms(figure: Figure, t: Texts) -> str:
    """How a chart shows how sure a value is: by form, which every eye and printer tells apart."""
    if not isinstance(figure.drawn, drawings.Chart):
        return ""
    words = t(
        "Solid: measured. Outlined and lighter: estimated. Broken outline: incomplete, or empty "
        "within: planned. Hollow: stated by the press."
    )
    head = t("How sure a value is")
    return f"**{head}**: {words}"


def _sources(figure: Figure, t: Texts) -> str:
    """Every source with day and licence; why, where they cannot be listed."""
    try:
        with figures.guarded(f"sources of {figure.id}"):
            rows = sources.by_ids(figure.source_ids)
            listed = "\n".join(f"- {citations.cited(row, t, _linked)}" for row in rows)
    except figures.Undrawn as error:
        return style.literal(failures.unlisted(error, t))
    return f"**{t('Sources')}**\n\n{listed}" if rows else ""


def _linked(row: sources.Source, t: Texts) -> str:
    title = style.literal(sources.titled(row, t))
    return f"[{title}]({style.address(row.url)})"


def _contested(figure_id: str, state: State, t: Texts) -> str:
    """Claims of the article that the figure contradicts, each a link to its evidence.

    What the claims are judged by may be damaged where the figure is whole: then this says so.
    """
    if not verdicts.touched(figure_id):
        return ""
    try:
        with figures.guarded(f"claims of {figure_id}"):
            found = verdicts.disputed(figure_id, state)
            names = [style.literal(t.name(c, "title")) for c in found]
    except figures.Undrawn as error:
        return t(
            "Contested claims of the article could not be looked up: {why}",
            why=style.literal(failures.beside(error, t)),
        )
    pages = [link.to("claims", replace(state.shared(), claim=c)) for c in found]
    links = "; ".join(f"[{n}]({p})" for n, p in zip(names, pages, strict=True))
    return t("Disputed claims of the article: {links}", links=links) if links else ""


def _table(figure: Figure, handout: Handout, slug: str, t: Texts) -> None:
    """The rows behind the drawing. They can be saved from here: only what may be passed on."""
    sent = handout.views[0].figure
    drawn = sent.drawn
    words = of_map(drawn, t) if isinstance(drawn, Map) else tables.readable(sent.table, t)
    if words.rows:
        table.table(words, f"menu-{slug}", t)
    if sent.note != figure.note and not figure.of_sources:
        st.caption(style.lines(sent.note))


def _files(handout: Handout, slug: str, t: Texts) -> None:
    offered = {one.key: one for one in FORMATS if one.one}
    with st.container(horizontal=True):
        for name in _FIRST:
            _file(offered.pop(name), handout, slug, t)
    with st.expander(t("More formats")), st.container(horizontal=True):
        for one in offered.values():
            _file(one, handout, slug, t)
    if signs := handouts.lacking(handout):
        st.caption(style.literal(handouts.lacking_words(signs, t)))


def _file(one: Format, handout: Handout, slug: str, t: Texts) -> None:
    st.download_button(
        t(one.label),
        data=partial(one.write, handout, handouts.silent),
        file_name=f"{slug}.{one.extension}",
        mime=one.mime,
        key=f"{one.key}-{slug}",
        icon=one.icon,
        on_click="ignore",
    )


def _cite(figure: Figure, state: State, t: Texts) -> None:
    st.markdown(t("Sources of this figure, ready to cite:"))
    cited = "\n".join(t.quote(s.citation()) for s in sources.by_ids(figure.source_ids))
    st.code(cited, language=None, wrap_lines=True)
    st.markdown(t("Address of this view:"))
    st.code(address.here(state, figure.id), language=None, wrap_lines=True)
    links = {s.licence: s.licence_url for s in sources.by_ids(figure.source_ids) if s.licence_url}
    words = [f"[{t(codes.LICENCE[k])}]({style.address(url)})" for k, url in links.items()]
    if words:
        head = t("Licences:")
        st.caption(f"{head} {', '.join(words)}")
