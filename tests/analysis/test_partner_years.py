"""From which year on exports are known by partner."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership.analysis import partner_years
from partnership.tables.contract import TableError

_COLUMNS = ["reporter", "partner", "flow", "product_id", "period", "value_usd"]


def _exports(*rows: tuple[int, dict[str, float]]) -> pd.DataFrame:
    """Kazakhstan's exports of all goods: by year, to each partner."""
    listed = [
        ("KAZ", partner, "export", "total", str(year), value)
        for year, values in rows
        for partner, value in values.items()
    ]
    table = pd.DataFrame(listed, columns=_COLUMNS)
    return table.assign(source_id="imf_dots_2022", status="reported", note=None)


_KNOWN = _exports(
    (2000, {"WLD": 100, "ITA": 100}),
    (2001, {"WLD": 100, "ITA": 50, "RUS": 20}),
    (2002, {"WLD": 100, "ITA": 80, "RUS": 19}),
    (2003, {"WLD": 100, "ITA": 80, "RUS": 20}),
    (2004, {"WLD": 100, "ITA": 60, "RUS": 20}),
)


def test_a_partner_is_known_from_its_first_year() -> None:
    assert partner_years.named_from(_KNOWN) == 2001
    assert partner_years.named_from(_KNOWN, "ITA") == 2000


def test_a_partner_never_known_is_named() -> None:
    with pytest.raises(TableError, match="CHN"):
        partner_years.named_from(_KNOWN, "CHN")


@pytest.mark.parametrize(("most", "first"), [(3.0, 2002), (1.0, 2000), (50.0, 2000)])
def test_ranks_begin_with_the_longest_run_that_is_nearly_whole(most: float, first: int) -> None:
    """A newest year that is known in part does not end what was drawn before."""
    assert partner_years.ranked_from(_KNOWN, most) == first


def test_no_year_without_exports() -> None:
    with pytest.raises(TableError):
        partner_years.ranked_from(_KNOWN.head(0), 3.0)
