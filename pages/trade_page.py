"""Trade: how much, with whom, of what, and why the two sides' figures differ."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Trade"),
    lead=message(
        "What Italy and Kazakhstan sell each other, as each of them declares it: how much, "
        "why the two sides disagree, who else buys and sells, and what it is made of."
    ),
    first_rows=2,
    sections=(
        Section(message("How much"), ("trade.to_italy", "trade.to_kazakhstan")),
        Section(message("Why the two sides disagree"), ("trade.gap", "trade.balance")),
        Section(message("Italy among Kazakhstan's customers"), ("trade.share", "trade.rank")),
        Section(
            message("Kazakhstan among Italy's suppliers"),
            (
                ("trade.crude_origins", "trade.crude_share"),
                "trade.crude_press",
                "trade.crude_importers",
            ),
        ),
        Section(
            message("What is traded"),
            (
                "trade.italian_exports_by_sector",
                ("trade.italian_imports", "trade.italian_exports"),
                ("trade.titanium", "trade.wheat"),
            ),
        ),
        Section(message("By which way the oil leaves"), ("trade.routes_by_year",)),
        Section(message("Price and quantity"), ("trade.oil_price", "trade.price_quantity")),
        Section(message("Towards the aim"), ("trade.target",)),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
