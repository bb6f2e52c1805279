"""Map: where the fields, lines, plants, deposits and routes are."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Map"),
    lead=message(
        "Fields, pipelines, plants, deposits and routes of the partnership, from Italy to China."
    ),
    by_sector=True,
    controls=("view", "size", "italian"),
    panel="assets",
    sections=(Section("", ("map.table",)),),
    drawn=("map.assets", "map.card"),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
