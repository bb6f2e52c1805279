"""Diplomacy: recognition, treaties, visits, forums and agreements since 1991."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Diplomacy"),
    lead=message(
        "From recognition to the agreements of today: what was signed, who came to whom, and how "
        "sure the dates are."
    ),
    sections=(
        Section(message("Time line"), ("diplomacy.timeline",)),
        Section(message("What was signed"), ("diplomacy.numbers", "diplomacy.agreements")),
        Section(message("Visits, and dates in doubt"), (("diplomacy.visits", "diplomacy.dates"),)),
        Section(message("People"), ("diplomacy.people",)),
        Section("", ("diplomacy.list",)),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
