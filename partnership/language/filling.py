"""Messages with what is filled in, in the case that a translation asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

CASES = ("of", "in", "from")
"""Fields of the table `texts`: a name as it stands in "exports of Italy", "in", and "from" it."""


class Name(str):
    """The name of a thing, which knows how it is written in other `CASES`."""

    cases: Mapping[str, str]

    def __new__(cls, words: str, cases: Mapping[str, str] | None = None) -> Name:
        """`cases` are the forms that differ from `words`, by case."""
        name = super().__new__(cls, words)
        name.cases = cases or {}
        return name


class _Declining(Formatter):
    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec not in CASES:
            return super().format_field(value, format_spec)
        return value.cases.get(format_spec, value) if isinstance(value, Name) else str(value)


_declining = _Declining()
_TWO_POINTS = re.compile(r"(?<!\.)\.\.(?!\.)")
_IN_A_CASE = re.compile(rf":(?:{'|'.join(CASES)})\}}")


def filled(words: str, values: Mapping[str, object]) -> str:
    """`words` with `values` in the place of their `{names}`."""
    declined = _IN_A_CASE.search(words)
    found = _declining.vformat(words, (), values) if declined else words.format(**values)
    # A date may end with a point of its own ("2026 г."), and then the sentence has it.
    return _TWO_POINTS.sub(".", found)
