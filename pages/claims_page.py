"""Claims: what the article says, checked one by one."""

from partnership.language.texts import message
from partnership.ui.page.page import Page, show
from partnership.ui.panels import claims

PAGE = Page(
    title=message("Claims"),
    lead=message(
        "Everything checkable that the article says, held against the tables and against what"
        " others published. Numbers are judged by computation, the rest by reading."
    ),
    sections=(),
    body=claims.panel,
    drawn=("claims.counts", "claims.differences", "claims.list", "claims.evidence"),
)

if __name__ == "__main__":
    show(PAGE)
