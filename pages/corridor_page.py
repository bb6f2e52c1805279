"""Middle Corridor: the route, what it carries, what is planned, who works along it."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Middle Corridor"),
    lead=message(
        "The route from China to Italy via Kazakhstan, the Caspian and the Caucasus: its course, "
        "its cargo compared with the oil pipelines, the plans for it, and the Italian companies "
        "working on it."
    ),
    sections=(
        Section("", ("corridor.map", "corridor.kazakhstan")),
        Section(message("Cargo"), (("corridor.tonnes", "corridor.containers"),)),
        Section(message("Comparison with the oil pipelines"), ("corridor.pipelines",)),
        Section(message("Plans"), ("corridor.planned",)),
        Section(message("Italian companies"), ("corridor.italian_companies",)),
        Section(message("Routes and legs"), ("corridor.routes", "corridor.legs")),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
