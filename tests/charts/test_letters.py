"""Widths by classes of letters, against the typeface itself."""

from __future__ import annotations

from statistics import mean

import pytest

from partnership.charts import letters
from partnership.export.type import lettering
from partnership.language import catalogues, texts


@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("bold", [False, True])
def test_words_are_nearly_as_wide_as_they_are_set(lang: str, bold: bool) -> None:
    stored = "it" if lang == "en" else lang
    known = catalogues.read(catalogues.path(texts.INTERFACE, stored), stored)
    words = [str(m.id if lang == "en" else m.string) for m in known if m.id]
    short = [w for w in words if 5 <= len(w) <= 45 and w.isprintable() and not set(w) & set("{[(")]
    assert len(short) > 500
    off = sorted(
        letters.width(one, bold=bold) / lettering.width(one, 12, bold)
        for one in map(lettering.shown, short)
    )
    assert 0.97 < mean(off) < 1.05
    assert off[len(off) // 20] > 0.92
    assert off[-len(off) // 20] < 1.1


def test_what_is_not_seen_takes_no_room_and_the_longest_line_counts() -> None:
    assert letters.width("\u2066ab\u2069") == letters.width("ab")
    assert letters.width("long line\nx") == letters.width("long line")
    assert letters.width("") == 0
