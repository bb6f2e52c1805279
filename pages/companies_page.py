"""Companies: who of Italy works in Kazakhstan, at what, where, since when, for how much."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Companies"),
    lead=message(
        "The Italian companies named in the article and in other sources: their projects, "
        "partners, years, locations and values, and how far the sources disagree on the total."
    ),
    by_sector=True,
    controls=("company",),
    sections=(
        Section("", ("companies.card",), when=lambda state: state.company is not None),
        Section("", ("companies.timeline",)),
        Section(message("Values and locations"), (("companies.values", "companies.map"),)),
        Section(
            message("Number of firms and total investment"),
            (("companies.firms", "companies.investment"),),
        ),
        Section(message("All companies"), ("companies.table", "companies.article")),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
