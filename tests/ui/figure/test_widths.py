"""How wide columns of tables and letters of tiles are, by what they hold."""

from __future__ import annotations

import pytest

from partnership.ui.figure import drawing, table


def test_a_day_and_a_number_with_its_unit_stay_on_one_line() -> None:
    assert table._pieces("16 Dec 1991") == ["16 Dec 1991"]
    assert table._pieces("14\u202f444 тыс.\u00a0т") == ["14\u202f444 тыс.\u00a0т"]
    assert table._pieces("Ministry of Foreign Affairs") == ["Ministry", "of", "Foreign", "Affairs"]


def test_a_column_has_room_for_its_longest_word_whatever_its_letters() -> None:
    latin, cyrillic = table._least("Origin", ["Kazakhstan"]), table._least("Origin", ["Қазақстан"])
    assert latin < cyrillic
    assert table._least("A head of many short words", ["7"]) < table._least("Classification", ["7"])


@pytest.mark.parametrize(
    ("value", "key"), [("19.7\u202f%", ""), ("over 2,000", "-long"), ("свыше 4 млрд €", "-longer")]
)
def test_a_long_value_is_set_smaller_in_its_tile(value: str, key: str) -> None:
    assert drawing._length(value) == key
