"""Analysis: what follows from the tables and stands nowhere else."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Analysis"),
    lead=message(
        "What follows from the tables: how far the two sides' figures differ and why, oil "
        "entitlement by holder, concentration of trade, and the growth the target requires."
    ),
    first_rows=2,
    sections=(
        Section(message("Mirror gap"), ("trade.mirror_ratio", "trade.gap_explained")),
        Section(message("Oil entitlement"), ("stakes.entitlement", "stakes.imports_compared")),
        Section(
            message("Concentration"),
            (("trade.concentration", "trade.top_three"), "trade.routes"),
        ),
        Section(message("Price and quantity effects by month"), ("trade.price_quantity_months",)),
        Section(
            message("Growth required to reach the target"),
            ("trade.target_growth", "trade.target_single_factor"),
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
