"""Climate: greenhouse gases, carbon intensity and their targets."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Climate"),
    lead=message(
        "How far Kazakhstan's greenhouse gas emissions and electricity are from its national "
        "targets, with Italy for comparison."
    ),
    sections=(
        Section(message("Emissions and targets"), ("climate.sectors", "climate.national_targets")),
        Section(
            message("Required reduction"),
            ("climate.targets", ("climate.required_reduction", "climate.indexed")),
        ),
        Section(message("Electricity and allowances"), ("climate.intensity", "climate.allowances")),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
