"""Streamlit's browser part lies where we look for it."""

from __future__ import annotations

from partnership.ui.look import inline
from partnership.ui.streamlit_shims import static


def test_the_page_and_its_scripts_are_there() -> None:
    page = static.index()
    assert page.count("<head>") == 1
    assert '<div id="root">' in page
    assert len(list(static.SCRIPTS.glob("*.js"))) > 20


def test_the_policy_knows_every_script_that_stands_in_the_page() -> None:
    """Scripts with attributes are files; one that stands in the page needs its digest."""
    page = static.index()
    standing = page.count("<script>")
    assert page.count("<script") == standing + page.count("<script ")
    ours = len({inline.MENU, inline.PLACE, inline.REMEMBER})
    assert len(inline.digests(page)) == ours + standing
