"""Stakes: who owns what and since when."""

from functools import partial

from partnership.language.texts import message
from partnership.site.page import Page, Part, Section
from partnership.state import CONSORTIA, State


def _all(state: State) -> bool:
    return state.consortium == "all"


def _one(state: State) -> bool:
    return not _all(state)


def _only(asset: str, state: State) -> bool:
    return state.consortium == asset


SIDE_BY_SIDE = Section(
    message("The five consortia"),
    (
        ("stakes.karachaganak", "stakes.kashagan"),
        ("stakes.tengiz", "stakes.cpc"),
        ("stakes.btc", "stakes.article"),
    ),
    when=_all,
)
SINGLE = tuple(
    Section("", ((f"stakes.{asset}", "stakes.article"),), when=partial(_only, asset))
    for asset in CONSORTIA
)
HISTORY = message("Ownership history")

PAGE = Page(
    title=message("Stakes"),
    lead=message(
        "Holders of the three giant fields and the two export pipelines on any day you choose, and "
        "since when."
    ),
    controls=("consortium", "on"),
    parts=(
        Part("", message("Owners")),
        Part("history", message("History and terms")),
        Part("output", message("Output")),
    ),
    sections=(
        SIDE_BY_SIDE,
        *SINGLE,
        Section(message("Interests on two days"), ("stakes.compared",)),
        Section(message("Interests across the consortia"), ("stakes.matrix",)),
        Section(HISTORY, (("stakes.history", "stakes.deals"),), part="history", when=_one),
        Section(HISTORY, ("stakes.history", "stakes.deals"), part="history", when=_all),
        Section(message("Contract terms"), ("stakes.contracts",), part="history"),
        Section(
            message("Oil output by field and country"),
            ("stakes.output_by_field", "stakes.national_output"),
            part="output",
        ),
        Section(message("Eni's entitlement"), ("stakes.look_through",), part="output"),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
