"""Stakes: who owns what and since when."""

from partnership.state import CONSORTIA, State
from partnership.texts import message
from partnership.ui.page import Page, Section, show


def _one(state: State) -> bool:
    return state.consortium != "all"


show(
    Page(
        title=message("Stakes"),
        lead=message("Who owns the three giant fields and the two export pipelines, on any day you choose, and since when."),
        controls=("consortium", "on"),
        sections=(
            Section(message("All five side by side"), (("stakes.karachaganak", "stakes.kashagan"), ("stakes.tengiz", "stakes.cpc"), ("stakes.btc", "stakes.article")), when=lambda state: not _one(state)),
            *(Section("", ((f"stakes.{asset}", "stakes.article"),), when=lambda state, asset=asset: state.consortium == asset) for asset in CONSORTIA),
            Section(message("How it came about"), (("stakes.history", "stakes.deals"),), when=_one),
            Section(message("How it came about"), ("stakes.history", "stakes.deals"), when=lambda state: not _one(state)),
            Section(message("Across the five"), ("stakes.matrix", "stakes.look_through")),
        ),
    )
)
