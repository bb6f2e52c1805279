"""How a source is named under a figure, on screen and in files: one line, or several in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from partnership.language import codes
from partnership.language.texts import Texts
from partnership.provenance.sources import Source, named, titled


def published(source: Source, t: Texts) -> str:
    """The day of a source in words, or that it has none."""
    return t.day(source.published) if source.published else t("undated")


def cited(source: Source, t: Texts, title: Callable[[Source, Texts], str] = titled) -> str:
    """`publisher, title (day; licence)`; `title` writes the first two where they are a link."""
    return f"{title(source, t)} ({published(source, t)}; {t(codes.LICENCE[source.licence])})"


def publishers(rows: Sequence[Source], t: Texts, most: int) -> str:
    """`Sources: publisher; publisher + 5`: the first `most` publishers and how many sources more.

    Nothing where there is no source.
    """
    if not rows:
        return ""
    listed = list(dict.fromkeys(row.publisher for row in rows))[:most]
    shown = "; ".join(named(one, t) for one in listed)
    rest = len(rows) - len(listed)
    line = f"{_head(rows, t)} {shown}"
    return t("{sources}\u00a0+\u00a0{count}", sources=line, count=t.number(rest)) if rest else line


def source_line(
    rows: Sequence[Source], t: Texts, most: int, title: Callable[[Source, Texts], str] = titled
) -> str:
    """`Sources: …; …` of the first `most` sources, and how many more; nothing where there is none.

    Each is `cited` with `title`.
    """
    if not rows:
        return ""
    shown = [cited(row, t, title) for row in rows[:most]]
    if len(rows) > most:
        rest = len(rows) - most
        shown.append(t.plural("and {count} more source", "and {count} more sources", rest))
    return f"{_head(rows, t)} {'; '.join(shown)}"


def _head(rows: Sequence[Source], t: Texts) -> str:
    return t("Source:") if len(rows) == 1 else t("Sources:")
