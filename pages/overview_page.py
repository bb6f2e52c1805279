"""Overview: the partnership on one page."""

from partnership.language.texts import message
from partnership.site.page import Page, Row, Section

PAGE = Page(
    title=message("Italy and Kazakhstan: the partnership in data"),
    lead=message(
        "Energy, trade, minerals, transport and diplomacy. Every number names its source; "
        "where sources disagree, both stand side by side."
    ),
    by_sector=True,
    sections=(
        Section(
            "",
            (
                "overview.map",
                "overview.numbers",
                Row(("trade.to_italy", "overview.events"), (2, 1)),
                ("overview.energy", "overview.trade", "overview.check"),
                "claims.counts",
            ),
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
