"""On which page a figure stands: read from the pages themselves."""

from __future__ import annotations

import runpy
from functools import cache
from typing import TYPE_CHECKING

from partnership.export.handout import AddressOf
from partnership.site import link
from partnership.state import State
from partnership.ui.app.shell import LEAVES, ROOT, Leaf

if TYPE_CHECKING:
    from partnership.ui.page.page import Page


@cache
def page_of(leaf: Leaf) -> Page:
    """The `Page` that the file of a leaf names, without showing it."""
    page: Page = runpy.run_path(str(ROOT / "pages" / leaf.file))["PAGE"]
    return page


@cache
def leaf_of(figure_id: str) -> Leaf:
    """The page of a figure; the overview only where no other page has it.

    Raises `KeyError` for a figure that stands on no page.
    """
    for leaf in (*LEAVES[1:], LEAVES[0]):
        if figure_id in page_of(leaf).every_id:
            return leaf
    raise KeyError(figure_id)


def address_of(site: str) -> AddressOf:
    """Where a figure with its choices can be seen on the dashboard at `site`."""

    def found(figure_id: str, state: State) -> str:
        try:
            path = leaf_of(figure_id).path
        except KeyError:
            return ""
        return f"{site}/{link.to(path, state)}"

    return found
