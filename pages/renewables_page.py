"""Renewables and climate: Italian-built plants, electricity, greenhouse gases and their targets."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Renewables and climate"),
    lead=message(
        "Four plants that Italian companies built or build in Kazakhstan, what they weigh in its "
        "wind and solar power, and how far its electricity and its greenhouse gases are from the "
        "targets of 2030 and 2060, with Italy beside it."
    ),
    first_rows=2,
    sections=(
        Section(
            message("Italian-built plants"),
            (("renewables.map", "renewables.plants"), "renewables.milestones"),
        ),
        Section(message("What they weigh"), (("renewables.italian_owned", "renewables.hybrid"),)),
        Section(
            message("Wind and sun in Kazakhstan"),
            (("renewables.capacity", "renewables.generation_wind_solar"),),
        ),
        Section(
            message("What electricity is made from"),
            (
                ("renewables.generation_kaz", "renewables.generation_ita"),
                ("renewables.mix", "climate.intensity"),
            ),
        ),
        Section(
            message("Greenhouse gases and the targets"),
            (
                "climate.national_targets",
                "climate.sectors",
                "climate.targets",
                ("climate.required_reduction", "climate.indexed"),
                "climate.allowances",
            ),
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
