"""Years of projects in words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from partnership.language import texts
from partnership.wording import companies


@pytest.mark.parametrize(
    ("start", "end", "role", "moment", "written"),
    [
        ("2015", "2016", "contractor", False, "2015–2016"),
        # What is temporary is not said to go on where no end is stated.
        ("2004", None, "contractor", False, "2004"),
        ("2004", None, "operator", False, "since 2004"),
        ("2024-01", None, "developer", False, "since Jan 2024"),
        ("2024-01-18", None, "memorandum", True, "18 Jan 2024"),
        (None, None, "operator", False, "year not stated"),
    ],
)
def test_years(start: str | None, end: str | None, role: str, moment: bool, written: str) -> None:
    row = SimpleNamespace(start=start, end=end, role=role, moment=moment)
    assert companies.years(row, texts.in_language("en")) == written
