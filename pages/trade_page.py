"""Trade: how much, with whom, of what, and how far it is from its target."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Trade"),
    lead=message(
        "Trade between Italy and Kazakhstan as reported by each side: its value, other buyers and "
        "suppliers, the goods traded, and the target for turnover."
    ),
    sections=(
        Section(message("Trade flows"), ("trade.to_italy", "trade.to_kazakhstan")),
        Section(message("Balance and mirror statistics"), ("trade.balance", "trade.mirror_ratio")),
        Section(message("Italy among Kazakhstan's export markets"), ("trade.share", "trade.rank")),
        Section(message("Concentration"), (("trade.concentration", "trade.top_three"),)),
        Section(
            message("Products"),
            (
                "trade.italian_exports_by_sector",
                ("trade.italian_imports", "trade.italian_exports"),
                ("trade.titanium", "trade.wheat"),
            ),
        ),
        Section(
            message("Progress towards the target"),
            ("trade.target", "trade.target_growth", "trade.target_single_factor"),
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
