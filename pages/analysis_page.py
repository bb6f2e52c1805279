"""Analysis: what follows from the tables and stands nowhere else."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Analysis"),
    lead=message(
        "What follows from the tables: how far the two sides' figures are apart and why, who gets "
        "the oil, how much hangs on how few, and what the target needs."
    ),
    first_rows=2,
    sections=(
        Section(message("The mirror gap"), ("trade.mirror_ratio", "trade.gap_explained")),
        Section(message("Who gets the oil"), ("stakes.entitlement", "stakes.imports_compared")),
        Section(
            message("How much hangs on how few"),
            (("trade.concentration", "trade.top_three"), "trade.routes"),
        ),
        Section(message("Price and quantity by month"), ("trade.price_quantity_months",)),
        Section(
            message("What the target needs"), ("trade.target_growth", "trade.target_single_factor")
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
