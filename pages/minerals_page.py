"""Critical minerals: what Kazakhstan has and mines, what Europe calls critical and buys."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Critical minerals"),
    lead=message(
        "What lies in Kazakhstan's ground, what it mines, what the European Union calls critical, "
        "what Italy and the EU buy, and what it is needed for. Where a figure knows the years "
        "chosen only in part, it takes the latest year or edition within them."
    ),
    sections=(
        Section(message("Where it lies"), ("minerals.map",)),
        Section(
            message("What Kazakhstan mines and makes"),
            ("minerals.output", ("minerals.uranium", "minerals.titanium"), "minerals.exported"),
        ),
        Section(
            message("What is in the ground"),
            (
                ("minerals.chromium_rank", "minerals.manganese_rank"),
                ("minerals.chromium", "minerals.manganese"),
                "minerals.reserves",
            ),
            words=message(
                "The article calls Kazakhstan's chromium reserves the largest of the world and its "
                "manganese reserves the third largest. The editions of the US Geological Survey "
                "bear out the first for most years, though not of late, and the second in none."
            ),
        ),
        Section(message("What Europe calls critical"), ("minerals.china", "minerals.list")),
        Section(message("What it is needed for"), ("minerals.uses",)),
        Section(
            message("What Italy and the EU buy"),
            (
                "minerals.imports",
                ("minerals.eu_imports", "trade.titanium"),
                "minerals.code_coverage",
            ),
        ),
        Section(message("What is said"), ("minerals.statements",)),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
