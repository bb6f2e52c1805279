"""Bands as they are read out."""

from __future__ import annotations

from partnership.charts.spoken import bands
from partnership.language import texts
from tests.charts.banded import BANDS

T = texts.in_language("en")


def test_the_split_is_read_at_both_ends() -> None:
    assert bands.words(BANDS, T) == (
        "Kashagan: from 1 Jan 2000 Eni 40 %, Others 60 %; "
        "at the end Eni 30 %, Others 70 %; 1 change."
    )
