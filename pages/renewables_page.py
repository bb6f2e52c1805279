"""Renewables and climate: Italian-built plants, electricity, greenhouse gases and their targets."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Renewables and climate"),
    lead=message(
        "The plants that Italian companies have built or are building in Kazakhstan, their share "
        "of its wind and solar capacity, and how far its electricity and greenhouse gas emissions "
        "are from the national targets, with Italy for comparison."
    ),
    first_rows=2,
    sections=(
        Section(
            message("Italian-built plants"),
            (
                ("renewables.map", "renewables.italian_owned"),
                "renewables.plants",
                "renewables.milestones",
                "renewables.hybrid",
            ),
        ),
        Section(
            message("Wind and solar power in Kazakhstan"),
            (("renewables.capacity", "renewables.generation_wind_solar"),),
        ),
        Section(
            message("Electricity generation"),
            (
                ("renewables.generation_kaz", "renewables.generation_ita"),
                ("renewables.mix", "climate.intensity"),
            ),
        ),
        Section(
            message("Greenhouse gas emissions and targets"),
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
