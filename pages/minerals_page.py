"""Critical minerals: what Kazakhstan has and mines, what Europe calls critical and buys."""

from partnership.language.texts import message
from partnership.site.page import Page, Part, Section

PAGE = Page(
    title=message("Critical minerals"),
    lead=message(
        "Kazakhstan's reserves and mine output, the European Union's critical raw materials, EU "
        "and Italian imports, and end uses. Where a figure has data for only part of the years "
        "selected, it takes the latest year or edition within them."
    ),
    parts=(
        Part("", message("Deposits and output")),
        Part("reserves", message("Reserves")),
        Part("uses", message("EU list and uses")),
        Part("imports", message("Imports")),
    ),
    sections=(
        Section(message("Deposits"), ("minerals.map",)),
        Section(
            message("Mine and metal output"),
            ("minerals.output", ("minerals.uranium", "minerals.titanium"), "minerals.exported"),
        ),
        Section(
            message("Reserves"),
            (
                ("minerals.chromium_rank", "minerals.manganese_rank"),
                ("minerals.chromium", "minerals.manganese"),
                "minerals.reserves",
            ),
            words=message(
                "The article ranks Kazakhstan's chromium reserves first in the world and its "
                "manganese reserves third. The editions of the US Geological Survey bear out the "
                "first for most years, though not recently, and the second in none."
            ),
            part="reserves",
        ),
        Section(
            message("EU critical raw materials"), ("minerals.china", "minerals.list"), part="uses"
        ),
        Section(message("End uses"), ("minerals.uses",), part="uses"),
        Section(
            message("EU and Italian imports"),
            (
                "minerals.imports",
                ("minerals.eu_imports", "trade.titanium"),
                "minerals.code_coverage",
            ),
            part="imports",
        ),
        Section(message("Official statements"), ("minerals.statements",), part="imports"),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
