"""The list of assets, as one box to choose from or type into."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from partnership import tables
from partnership.language import texts
from partnership.language.texts import Texts


def asset(t: Texts) -> None:
    """All assets whatever the filters are: the browser takes their names once."""
    st.selectbox(
        t("Asset"),
        _sorted(t.lang, tables.package()),
        format_func=t.name,
        placeholder=t("Find an asset"),
        label_visibility="collapsed",
        index=None,
        key="asset",
    )


@lru_cache(maxsize=8)
def _sorted(lang: str, package: tables.Package) -> tuple[str, ...]:
    t = texts.in_language(lang)
    return tuple(
        sorted(package.table("assets")["asset_id"].astype(str), key=lambda i: t.order(t.name(i)))
    )
