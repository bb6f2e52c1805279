"""The menu of a figure: its table, the table and the picture as files, citation and link."""

from __future__ import annotations

from functools import partial

import streamlit as st

from partnership import sources, texts
from partnership.export import FORMATS
from partnership.figures.figure import Figure
from partnership.state import State
from partnership.ui import link, style


def menu(figure: Figure, state: State) -> None:
    """A button that opens the menu; what is in it is only made when it is open."""
    if figure.table.empty:
        return
    t = texts.of(state.lang)
    slug = figure.id.replace(".", "-")
    opened = st.popover(
        "",
        icon=":material/more_horiz:",
        type="tertiary",
        help=t("Table, downloads, citation and link"),
        key=f"menu-{slug}",
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        tab_table, tab_files, tab_cite = st.tabs(
            [t("Table"), t("Download"), t("Cite and link")], key=f"tabs-{slug}"
        )
        with tab_table:
            st.dataframe(figure.table, hide_index=True, height=280)
        with tab_files:
            for one in FORMATS:
                st.download_button(
                    t(one.label),
                    data=partial(one.write, figure, state.lang),
                    file_name=f"{slug}.{one.extension}",
                    mime=one.mime,
                    key=f"{one.extension}-{slug}",
                    icon=one.icon,
                    on_click="ignore",
                )
        with tab_cite:
            st.markdown(t("Sources of this figure, ready to cite:"))
            cited = "\n".join(t.quote(s.citation()) for s in sources.of(figure.source_ids))
            st.code(cited, language=None, wrap_lines=True)
            st.markdown(t("Address of this view:"))
            st.code(link.of(state, figure), language=None, wrap_lines=True)
            _licences(figure, t)


def _licences(figure: Figure, t: texts.Texts) -> None:
    links = {s.licence: s.licence_url for s in sources.of(figure.source_ids) if s.licence_url}
    words = [f"[{t(sources.LICENCES[k])}]({style.address(url)})" for k, url in links.items()]
    if words:
        st.caption(f"{t('Licences:')} {', '.join(words)}")
