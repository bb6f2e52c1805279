"""Why a figure could not be drawn, in words for its reader."""

from __future__ import annotations

from partnership.figures.figure import FigureError
from partnership.language.texts import Texts
from partnership.tables.contract import TableError


def reason(error: TableError | FigureError, t: Texts, part: bool = False) -> str:
    """One sentence that says what is wrong, or introduces what `details` names.

    `part`: it is a part of a page that is missing, such as its controls, not a figure.
    """
    if isinstance(error, TableError):
        return t("This cannot be drawn, because the data behind it is damaged:")
    reference = t.quote(error.reference)
    if part:
        return t(
            "This part of the page could not be drawn; everything else goes on. Whoever runs the"
            " dashboard finds the reason in its log under {reference}.",
            reference=reference,
        )
    return t(
        "This figure could not be drawn; everything else goes on. Whoever runs the dashboard finds"
        " the reason in its log under {reference}.",
        reference=reference,
    )


def beside(error: TableError | FigureError, t: Texts) -> str:
    """Why something is missing that stands beside a figure, which itself is drawn: one line."""
    return "; ".join(details(error, t, 1)) or t(
        "whoever runs the dashboard finds the reason in its log under {reference}",
        reference=t.quote(error.reference if isinstance(error, FigureError) else ""),
    )


def unlisted(error: TableError | FigureError, t: Texts) -> str:
    """What stands in place of the sources of a figure; one line."""
    return t("The sources could not be listed: {why}", why=beside(error, t))


def details(error: TableError | FigureError, t: Texts, most: int) -> list[str]:
    """The first problems of damaged data and how many more; nothing for a defect in the program."""
    if not isinstance(error, TableError):
        return []
    named = [t.quote(problem) for problem in error.problems[:most]]
    rest = len(error.problems) - most
    if rest > 0:
        named.append(t.plural("and {count} more problem", "and {count} more problems", rest))
    return named
