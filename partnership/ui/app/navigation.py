"""The sidebar: name, search, links to the pages, and how new the data are.

Links carry the filters that all pages share. Streamlit's own navigation opens a page without
parameters; writing the filters into the address afterwards leaves two entries in the browser's
history, and "back" ends on the wrong one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from html import escape
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import streamlit as st

from partnership import tables
from partnership.analysis import freshness
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.site import link
from partnership.site.sitemap import DECK_PAGE, LEAVES, ROOT, Leaf
from partnership.state import State
from partnership.ui.app import controls

_MARK = Path(__file__).with_name("mark.svg")


def mark() -> None:
    """Our mark, also where the sidebar is closed."""
    svg = _MARK.read_text("utf-8")
    st.logo(svg, size="large", icon_image=svg)


def brand(t: Texts) -> None:
    """The name, beside the mark."""
    name, what = t("Italy · Kazakhstan"), t("The partnership in data")
    st.html(f'<p class="brand"><b>{escape(name)}</b><br>{escape(what)}</p>')


def links(pages: Sequence[st.Page], state: State, t: Texts) -> None:
    """A link to each of `pages`, in groups, that takes the shared choices of `state` along."""
    pairs = link.pairs(state.shared())
    with st.container(key="pages"):
        for caption, group in groupby(zip(LEAVES, pages, strict=True), key=_group):
            if caption:
                st.html(f'<p class="group">{escape(t(caption))}</p>')
            for leaf, page in group:
                if leaf.path == DECK_PAGE:
                    with st.container(key="to-present"):
                        st.page_link(page, query_params=pairs)
                else:
                    st.page_link(page, query_params=pairs)


def _group(pair: tuple[Leaf, st.Page]) -> str:
    return attrgetter("group")(pair[0])


def foot(asked: State, t: Texts) -> None:
    """How new the data are, the version, and the language where there are several."""
    parts = [t("Version {version}", version=_version())]
    try:
        with figures.guarded("newest period"):
            newest = _newest(tables.package(), date.today())
        if newest:
            parts.insert(0, t("Data to {period}", period=t.day(newest)))
    except figures.Undrawn:
        # A broken table is named on the pages that need it; here it only has no date.
        pass
    with st.container(key="foot"):
        st.caption(" · ".join(parts))
        if len(texts.languages()) > 1:
            controls.drawn(asked, ("lang",), t)


@lru_cache(maxsize=2)
def _newest(package: tables.Package, today: date) -> str:
    """The newest month, quarter or year that statistics and prices reach."""
    frames = {name: package.table(name) for name in ("trade", "observations", "prices")}
    first = freshness.newest_first(freshness.feeds(frames, today), today)
    return str(first["newest"].iloc[0]) if len(first) else ""


@cache
def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])
