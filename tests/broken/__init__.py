"""Damaged copies of `data/`: each case spoils one file and says how the damage must be named."""

from tests.broken.case import Case
from tests.broken.cells import CASES as CELLS
from tests.broken.files import CASES as FILES
from tests.broken.rights import ACROSS as UNFIT
from tests.broken.rights import CASES as RIGHTS
from tests.broken.shares import CASES as SHARES

CASES: tuple[Case, ...] = (*FILES, *CELLS, *RIGHTS, *SHARES)
ACROSS: tuple[Case, ...] = (*UNFIT,)
"""Tables that are sound one by one and do not fit together."""

__all__ = ["ACROSS", "CASES", "Case"]
