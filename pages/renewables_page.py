"""Renewables: Italian-built plants, wind and solar power, electricity by source."""

from partnership.language.texts import message
from partnership.site.page import Page, Part, Section

PAGE = Page(
    title=message("Renewables"),
    lead=message(
        "The plants that Italian companies have built or are building in Kazakhstan, their share "
        "of its wind and solar capacity, and its electricity by source, with Italy for comparison."
    ),
    parts=(
        Part("", message("Italian-built plants")),
        Part("electricity", message("Electricity")),
    ),
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
            part="electricity",
        ),
        Section(
            message("Electricity generation"),
            (
                ("renewables.generation_kaz", "renewables.generation_ita"),
                "renewables.mix",
            ),
            part="electricity",
        ),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
