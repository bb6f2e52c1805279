"""What could not be opened of a link, as every page says it."""

from __future__ import annotations

from collections.abc import Callable

from partnership.language.texts import Texts
from partnership.state import Wrong


def incomplete(t: Texts) -> str:
    """Above what was dropped of a deck in a link."""
    return t("Not everything in the link could be opened:")


def refused(wrong: Wrong, t: Texts, literal: Callable[[str], str] = str) -> str:
    """What a link asked for and could not get; `literal` keeps its words free of Markdown."""
    value = literal(t.quote(wrong.value))
    if wrong.why == "order":
        return t(
            "The link asked for years that end before they start ({value}); all years are shown.",
            value=value,
        )
    return t(
        "The link asked for {name} = {value}, which does not exist here; the usual view is shown.",
        name=literal(t.quote(wrong.name)),
        value=value,
    )
