"""Crude oil: who supplies Italy, who buys from Kazakhstan, on which routes, at what price."""

from partnership.language.texts import message
from partnership.site.page import Page, Part, Section

PAGE = Page(
    title=message("Crude oil"),
    lead=message(
        "Kazakhstan among Italy's suppliers, the other importers, the export routes, price and "
        "quantity, oil entitlement by holder, and why the two sides' figures differ."
    ),
    parts=(
        Part("", message("Suppliers")),
        Part("gap", message("Two sides' figures")),
        Part("routes", message("Routes")),
        Part("prices", message("Prices")),
        Part("entitlement", message("Entitlement")),
    ),
    sections=(
        Section(
            message("Kazakhstan among Italy's crude oil suppliers"),
            (
                ("trade.crude_origins", "trade.crude_share"),
                "trade.crude_press",
                "trade.crude_importers",
            ),
        ),
        Section(
            message("Why the two sides disagree"), ("trade.gap", "trade.gap_explained"), part="gap"
        ),
        Section(message("Export routes"), ("trade.routes_by_year", "trade.routes"), part="routes"),
        Section(
            message("Price and quantity"),
            ("trade.oil_price", "trade.price_quantity", "trade.price_quantity_months"),
            part="prices",
        ),
        Section(
            message("Oil entitlement"),
            ("stakes.entitlement", "stakes.imports_compared"),
            part="entitlement",
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
