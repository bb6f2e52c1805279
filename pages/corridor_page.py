"""Middle Corridor: the route, what it carries, what is planned, who works along it."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Middle Corridor"),
    lead=message(
        "The way from China to Italy over Kazakhstan, the Caspian and the Caucasus: where it runs, "
        "what it carries beside the oil pipelines, what is planned, and who of Italy works on it."
    ),
    first_rows=2,
    sections=(
        Section("", ("corridor.map", "corridor.kazakhstan")),
        Section(message("What it carries"), (("corridor.tonnes", "corridor.containers"),)),
        Section(message("Beside the oil pipelines"), ("corridor.pipelines",)),
        Section(message("What is planned"), ("corridor.planned",)),
        Section(message("Italian companies"), ("corridor.italian_companies",)),
        Section(message("Leg by leg"), ("corridor.routes", "corridor.legs")),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
