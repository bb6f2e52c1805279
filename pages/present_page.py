"""Present: a deck of figures, put in order, shown full screen, taken away as a file."""

from partnership.language.texts import message
from partnership.site.page import Page

PAGE = Page(
    title=message("Present"),
    lead=message(
        "Put figures in order, give each a headline, show them full screen, and download them as "
        "PowerPoint, PDF or one file that opens anywhere."
    ),
    sections=(),
    panel="deck",
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
