"""Present: a deck of figures, put in order, shown full screen, taken away as a file."""

from partnership.language.texts import message
from partnership.ui.deck import panel as present_panel
from partnership.ui.page.page import Page, show

PAGE = Page(
    title=message("Present"),
    lead=message(
        "Put figures in order, give each a headline, show them full screen, and take them with you "
        "as PowerPoint, PDF or one file that opens anywhere."
    ),
    sections=(),
    body=present_panel.panel,
)

if __name__ == "__main__":
    show(PAGE)
