"""Marks of pictures as screen readers read them out: words, no names of columns, no colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from partnership.export import handout
from partnership.export.pictures import pictures
from partnership.figures import figure as figures
from partnership.state import State
from tests.export.conftest import FileOf

_LABEL = re.compile(r'aria-label="([^"]*)"')
_NOT_WORDS = re.compile(r"#[0-9a-fA-F]{6}\b|\b(?:undefined|null|NaN)\b|\[object")
_READ = ("tooltip", "description")
_OF_VEGA = re.compile(r"[XY]-axis |\w+ legend ")
"""Such as "Symbol legend for fill color": in English, whatever the language."""


def _coded(node: Any) -> Iterator[tuple[str, Any]]:
    """Every channel of a specification with what it shows."""
    if isinstance(node, dict):
        yield from node.get("encoding", {}).items()
        node = [child for name, child in node.items() if name not in ("data", "datasets")]
    if isinstance(node, list):
        for child in node:
            yield from _coded(child)


def _internal(specification: Any) -> re.Pattern[str]:
    """Columns that place, colour and letter marks, and are not also titles in tooltips."""
    channels = list(_coded(specification))
    fields = {c["field"] for name, c in channels if name not in _READ and "field" in c}
    tips = [c if isinstance(c, list) else [c] for name, c in channels if name == "tooltip"]
    names = fields - {tip.get("title") for shown in tips for tip in shown}
    return re.compile(rf"(?:^|; )(?:{'|'.join(map(re.escape, sorted(names)))})(?: \(.*?\))?: ")


@pytest.mark.parametrize("figure_id", figures.registry())
def test_marks_are_read_out_in_words(figure_id: str, file_of: FileOf) -> None:
    read = [unescape(words) for words in _LABEL.findall(file_of(figure_id, "svg").decode())]
    assert len(read) > 1
    assert [words for words in read if _NOT_WORDS.search(words) or _OF_VEGA.match(words)] == []
    view = handout.of_figure(figures.build(figure_id, State()), State())
    internal = _internal(pictures.specification(view))
    assert [words for words in read if internal.search(words)] == []
