"""Map: where the fields, lines, plants, deposits and routes are."""

from partnership.language.texts import message
from partnership.site.page import Page, Section

PAGE = Page(
    title=message("Map"),
    lead=message(
        "Fields, pipelines, plants, deposits and routes of the partnership, from Italy to China."
    ),
    by_sector=True,
    panel="assets",
    drawn=("map.assets",),
    draws=lambda state: state.form == "map",
    sections=(
        Section("", ("map.table",), when=lambda state: state.form == "table"),
        Section("", ("map.card",), when=lambda state: state.asset is not None),
    ),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
