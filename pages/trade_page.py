"""Trade: how much, with whom, of what, and how far it is from its target."""

from partnership.language.texts import message
from partnership.site.page import Page, Part, Section

PAGE = Page(
    title=message("Trade"),
    lead=message(
        "Trade between Italy and Kazakhstan as reported by each side: its value, other buyers and "
        "suppliers, the goods traded, and the target for turnover."
    ),
    parts=(
        Part("", message("Flows")),
        Part("customers", message("Customers")),
        Part("goods", message("Goods")),
        Part("target", message("Target")),
    ),
    sections=(
        Section(message("Trade flows"), ("trade.to_italy", "trade.to_kazakhstan")),
        Section(message("Balance and mirror statistics"), ("trade.balance", "trade.mirror_ratio")),
        Section(
            message("Italy among Kazakhstan's export markets"),
            ("trade.share", "trade.rank"),
            part="customers",
        ),
        Section(
            message("Concentration"),
            (("trade.concentration", "trade.top_three"),),
            part="customers",
        ),
        Section(
            message("Products"),
            (
                "trade.italian_exports_by_sector",
                ("trade.italian_imports", "trade.italian_exports"),
                ("trade.titanium", "trade.wheat"),
            ),
            part="goods",
        ),
        Section(
            message("Progress towards the target"),
            ("trade.target", "trade.target_growth", "trade.target_single_factor"),
            part="target",
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
