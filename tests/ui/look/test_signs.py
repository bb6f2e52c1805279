"""Words on screen are no Markdown: each of their signs stands for itself."""

from __future__ import annotations

import re

import pytest

from partnership.ui.look import style

_READ = re.compile(r"(?<!\\)[\\`*_{}\[\]()#+\-.!|~<>$:](?![\\`*_{}\[\]()#+\-.!|~<>$:])")


@pytest.mark.parametrize(
    "words",
    ["* strategic.", "- one", "1. one", "# one", "> one", "5 < 6 *and* 7 > 6", ":red[x]", "$x$"],
)
def test_no_sign_is_read_as_markdown(words: str) -> None:
    shown = style.literal(words)
    assert not _READ.search(shown), shown
    assert shown.replace("\\", "") == words


@pytest.mark.parametrize("words", ["a -> b", "a <-> b", "a -- b", "a >= b", "a <= b", "a ~= b"])
def test_no_sign_becomes_an_arrow_or_a_dash(words: str) -> None:
    shown = style.literal(words).replace("\\", "")
    assert not re.search(r"->|<-|--|>=|<=|~=", shown)
    assert shown.replace("\u034f", "") == words


def test_a_number_stays_with_its_unit() -> None:
    assert style.literal("5.3\u202f%\u00a0of it") == "5\\.3\u202f%\u00a0of it"


def test_lines_stay_lines() -> None:
    assert style.lines("* one\n\n- two") == "\\* one  \n\\- two"
    assert style.lines("") == ""
