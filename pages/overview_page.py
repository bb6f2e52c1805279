"""Overview: the partnership on one page."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Italy and Kazakhstan: the partnership in data"),
    lead=message(
        "Energy, trade, minerals, transport and diplomacy. Every number names its source; "
        "where sources disagree, both stand side by side."
    ),
    by_sector=True,
    sections=(
        Section("", ("overview.numbers",)),
        Section("", ("overview.map",)),
        Section("", (("trade.to_italy", "overview.events"),)),
        Section(message("Beyond oil"), (("renewables.italian_owned", "corridor.tonnes"),)),
        Section(
            message("Claims of the article, checked"),
            (("claims.counts", "minerals.chromium_rank"),),
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
