"""The rank of Eni among the holders of a consortium, and that it is shared where it is."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership.analysis.stakes import Split
from partnership.figures.stakes import splits
from partnership.language import texts

T = texts.in_language("en")


@pytest.mark.parametrize(
    ("shares", "written"),
    [
        ({"kazmunaygas": 40.0, "eni": 35.0, "shell": 25.0}, "No. 2 of 3 holders"),
        ({"kazmunaygas": 40.0, "eni": 30.0, "shell": 30.0}, "joint No. 2 of 3 holders"),
        ({"eni": 40.0, "shell": 40.0, "kazmunaygas": 20.0}, "as much as Shell"),
    ],
)
def test_a_rank_that_others_share_is_called_so(shares: dict[str, float], written: str) -> None:
    rows = pd.DataFrame({"holder_id": list(shares), "percent": list(shares.values())})
    answer = splits._answer(Split("kashagan", rows, early=False), T)
    assert answer.replace("\u00a0", " ").endswith(f"%, {written}")
