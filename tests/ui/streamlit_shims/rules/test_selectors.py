"""Every element of Streamlit that a style sheet or script of ours names is one that it draws."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from partnership import ui
from partnership.ui.streamlit_shims import static
from partnership.ui.streamlit_shims.rules import printing, screen

_NAMED = (
    re.compile(r"""data-testid=["'](\w+)["']"""),
    re.compile(r"""\.(st[A-Z]\w+)"""),
    re.compile(r"""aria-label\^="([^"]+)\""""),
)
_SHEETS = {"screen": screen.css("dark"), "print": printing.css("dark")}


@cache
def _drawn() -> str:
    """All scripts of Streamlit's browser part."""
    return "\n".join(file.read_text("utf-8") for file in sorted(static.SCRIPTS.glob("*.js")))


def _named(text: str) -> list[str]:
    return sorted({name for pattern in _NAMED for name in pattern.findall(text)})


def _unknown(text: str) -> list[str]:
    return [n for n in _named(text) if not re.search(rf"""["'`]{re.escape(n)}["'`]""", _drawn())]


@pytest.mark.parametrize("sheet", sorted(_SHEETS))
def test_a_style_sheet_names_elements_that_exist(sheet: str) -> None:
    assert len(_named(_SHEETS[sheet])) > 5
    assert _unknown(_SHEETS[sheet]) == []


def test_what_is_hidden_on_paper_exists() -> None:
    hidden = " ".join(printing._NOT_ON_PAPER)
    assert "stHeader" in _named(hidden)
    assert _unknown(hidden) == []


def test_scripts_name_elements_that_exist() -> None:
    folder = Path(str(ui.__file__)).parent
    sources = [*folder.rglob("*.py"), *folder.rglob("*.js")]
    texts = {file.name: file.read_text("utf-8") for file in sources}
    assert "stSidebarCollapseButton" in _named(texts["menu.js"])
    assert {name: _unknown(text) for name, text in texts.items() if _unknown(text)} == {}
