"""Companies: who of Italy works in Kazakhstan, at what, where, since when, for how much."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Companies"),
    lead=message(
        "The Italian companies of the article and those that other sources name: their projects, "
        "partners, years, places and values, and how much the sources disagree on the whole."
    ),
    controls=("company",),
    first_rows=2,
    sections=(
        Section("", ("companies.card",), when=lambda state: state.company is not None),
        Section("", ("companies.timeline",)),
        Section(message("For how much, and where"), (("companies.values", "companies.map"),)),
        Section(
            message("How many, and how much in all"),
            (("companies.firms", "companies.investment"),),
        ),
        Section(message("Every company"), ("companies.table", "companies.article")),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
