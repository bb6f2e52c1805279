"""Sources: what feeds what, how fresh it is, how it was made, and all of it to take away."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Sources and method"),
    lead=message(
        "The source, age, licence and method of every number. The shared filters do not apply "
        "here: this page covers all of the data."
    ),
    panel="sources",
    sections=(
        Section(message("All sources"), ("sources.list",)),
        Section(message("How current the data are"), ("sources.freshness", "sources.tables")),
        Section("", ("sources.newest",)),
        Section(message("Licences and types"), (("sources.licences", "sources.kinds"),)),
        Section(message("Glossary"), ("sources.glossary",)),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
