"""Trade: how much, with whom, of what, and why the two sides' figures differ."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Trade"),
    lead=message(
        "Trade between Italy and Kazakhstan as reported by each side: its value, why the two "
        "sides disagree, other buyers and suppliers, and the goods traded."
    ),
    first_rows=2,
    sections=(
        Section(message("Trade flows"), ("trade.to_italy", "trade.to_kazakhstan")),
        Section(message("Why the two sides disagree"), ("trade.gap", "trade.balance")),
        Section(message("Italy among Kazakhstan's export markets"), ("trade.share", "trade.rank")),
        Section(
            message("Kazakhstan among Italy's crude oil suppliers"),
            (
                ("trade.crude_origins", "trade.crude_share"),
                "trade.crude_press",
                "trade.crude_importers",
            ),
        ),
        Section(
            message("Products"),
            (
                "trade.italian_exports_by_sector",
                ("trade.italian_imports", "trade.italian_exports"),
                ("trade.titanium", "trade.wheat"),
            ),
        ),
        Section(message("Export routes"), ("trade.routes_by_year",)),
        Section(message("Price and quantity"), ("trade.oil_price", "trade.price_quantity")),
        Section(message("Progress towards the target"), ("trade.target",)),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
