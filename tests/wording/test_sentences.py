"""Sentences as they begin."""

from __future__ import annotations

import pytest

from partnership.wording import sentences


@pytest.mark.parametrize(
    ("words", "begun"),
    [("giu 2026: 109 $", "Giu 2026: 109 $"), ("bp has the most", "bp has the most"), ("", "")],
)
def test_a_sentence_begins_with_a_capital(words: str, begun: str) -> None:
    assert sentences.begun(words) == begun
