"""Diplomacy: recognition, treaties, visits, forums and agreements since 1991."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Diplomacy"),
    lead=message(
        "From recognition to the latest agreements: what was signed, visits in both directions, "
        "and the certainty of the dates."
    ),
    by_sector=True,
    sections=(
        Section(message("Timeline"), ("diplomacy.timeline",)),
        Section(message("Agreements"), ("diplomacy.numbers", "diplomacy.agreements")),
        Section(message("Visits and disputed dates"), (("diplomacy.visits", "diplomacy.dates"),)),
        Section(message("People"), ("diplomacy.people",)),
        Section("", ("diplomacy.list",)),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
