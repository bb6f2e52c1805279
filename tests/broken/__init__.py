"""Damaged copies of `data/`: each case spoils one file and says how the damage must be named."""

from tests.broken.across import CASES as COMPARED
from tests.broken.case import Case
from tests.broken.cells import CASES as CELLS
from tests.broken.descriptors import CASES as DESCRIPTORS
from tests.broken.files import CASES as FILES
from tests.broken.materials import CASES as MATERIALS
from tests.broken.notes import ACROSS as NOTED
from tests.broken.notes import CASES as NOTES
from tests.broken.outcomes import OUTCOMES
from tests.broken.partners import CASES as PARTNERS
from tests.broken.plans import PLANS
from tests.broken.rights import ACROSS as UNFIT
from tests.broken.rights import CASES as RIGHTS
from tests.broken.shapes import ACROSS as STRANGE
from tests.broken.shapes import CASES as SHAPES
from tests.broken.shares import CASES as SHARES

CASES: tuple[Case, ...] = (
    *FILES,
    *CELLS,
    *SHARES,
    *MATERIALS,
    *NOTES,
    *PARTNERS,
    *RIGHTS,
    *DESCRIPTORS,
    *SHAPES,
)
ACROSS: tuple[Case, ...] = (*COMPARED, *NOTED, *PLANS, *OUTCOMES, *UNFIT, *STRANGE)
"""Each is named by `audit.across`; every table loads."""

__all__ = ["ACROSS", "CASES", "Case"]
