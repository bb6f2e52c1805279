"""Map: where the fields, lines, plants, deposits and routes are."""

from partnership.language.texts import message
from partnership.ui.page.page import Page, Section, show
from partnership.ui.panels import map

PAGE = Page(
    title=message("Map"),
    lead=message(
        "Every field, pipeline, plant, deposit and route of the partnership, from Italy to China."
    ),
    controls=("view", "size", "italian"),
    body=map.panel,
    sections=(Section("", ("map.table",)),),
    drawn=("map.assets", "map.card"),
)

if __name__ == "__main__":
    show(PAGE)
