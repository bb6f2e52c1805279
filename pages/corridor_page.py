"""Middle Corridor: the route, what it carries, what is planned, who works along it."""

from partnership.language.texts import message
from partnership.site.page import Page, Part, Section

PAGE = Page(
    title=message("Middle Corridor"),
    lead=message(
        "The route from China to Italy via Kazakhstan, the Caspian and the Caucasus: its course, "
        "its cargo compared with the oil pipelines, the plans for it, and the Italian companies "
        "working on it."
    ),
    parts=(
        Part("", message("Route")),
        Part("cargo", message("Cargo")),
        Part("plans", message("Plans")),
    ),
    sections=(
        Section("", ("corridor.map", "corridor.kazakhstan")),
        Section(message("Cargo"), (("corridor.tonnes", "corridor.containers"),), part="cargo"),
        Section(
            message("Comparison with the oil pipelines"), ("corridor.pipelines",), part="cargo"
        ),
        Section(message("Plans"), ("corridor.planned",), part="plans"),
        Section(message("Italian companies"), ("corridor.italian_companies",), part="plans"),
        Section(message("Routes and legs"), ("corridor.routes", "corridor.legs")),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
