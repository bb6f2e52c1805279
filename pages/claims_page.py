"""Claims: what the article says, checked one by one."""

from partnership.language.texts import message
from partnership.site.page import Page

PAGE = Page(
    title=message("Claims"),
    lead=message(
        "The checkable claims of the article, compared with the tables and with what others have "
        "published. Numbers are judged by computation, the rest by reading."
    ),
    by_sector=True,
    sections=(),
    panel="claims",
    drawn=("claims.counts", "claims.deviations", "claims.list", "claims.evidence"),
)

if __name__ == "__main__":
    from partnership.ui.page.page import show

    show(PAGE)
