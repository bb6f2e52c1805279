"""Sources: what feeds what, how fresh it is, how it was made, and all of it to take away."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Sources"),
    lead=message(
        "Where every number comes from, how old it is, under which licence it stands and how it "
        "was worked out. The shared filters do not apply here: this page is about all of the data."
    ),
    panel="sources",
    sections=(
        Section(message("Every source"), ("sources.list",)),
        Section(message("How fresh it is"), ("sources.freshness", "sources.tables")),
        Section("", ("sources.newest",)),
        Section(message("Licences and kinds"), (("sources.licences", "sources.kinds"),)),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
