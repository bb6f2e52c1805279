"""The values for the templates of PDF files: plain values, every word safe to be set as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from partnership import palette
from partnership.export import handout as handouts
from partnership.export.handout import Handout, View
from partnership.export.tables.reading import Reading
from partnership.export.type import fonts, lettering, signs, widths
from partnership.figures import failures
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing
from partnership.language import codes
from partnership.language.readable import Table
from partnership.language.texts import Texts
from partnership.provenance import citations, sources


def safe(words: str) -> str:
    """Words for the page: what the typeface lacks stands as a sign like it, or as its name."""
    return signs.safe(lettering.shown(words))


def in_cell(words: str) -> str:
    """The same for a narrow column, where a long word may be broken earlier."""
    return signs.in_cell(lettering.shown(words))


def look() -> dict[str, str]:
    """Typeface and colours of the files: paper and ink, and one accent."""
    return {
        "font": fonts.FAMILY,
        "paper": palette.PAPER.light,
        "ink": palette.INK.light,
        "soft": palette.SOFT.light,
        "faint": palette.FAINT.light,
        "accent": palette.KAZAKHSTAN.light,
        "italy": palette.ITALY.light,
    }


def document(handout: Handout, t: Texts) -> dict[str, Any]:
    """Title, language, date and the words that stand round the figures."""
    count = len(handout.views)
    address = urlsplit(handout.views[0].address) if handout.views else urlsplit("")
    home = f"{address.scheme}://{address.netloc}/" if address.netloc else ""
    return {
        "title": safe(t.quote(handout.title)) or t("Untitled"),
        "author": t("Italy–Kazakhstan partnership dashboard"),
        "lang": t.spoken,
        "day": t.day(handout.created),
        "date": [handout.created.year, handout.created.month, handout.created.day],
        "count": t.plural("{count} figure", "{count} figures", count),
        "home": home,
        "contents": t("Contents"),
        "sources": t("Sources"),
        "notes": t("Speaker's notes"),
        "page": t("Page {page} of {pages}", page="{page}", pages="{pages}"),
        "look": look(),
    }


def view(one: View, n: int, of: int, t: Texts) -> dict[str, Any]:
    """The words round a figure; `number` is its place among all."""
    why = handouts.nothing_shown(one, t)
    heading = safe(one.heading) or t("Untitled")
    return {
        "number": t("{number} of {count}", number=t.number(n), count=t.number(of)),
        "figure": t("Figure {number}", number=t.number(n)),
        "heading": heading,
        "subtitle": safe(one.subtitle),
        "filters": safe(" · ".join(one.filters(t))),
        "finding": "" if why else safe(one.finding),
        "why": safe(why),
        "note": safe(handouts.plain(one.figure.note)),
        "notes": safe(one.notes),
        "source": safe(handouts.source_line(one.figure, t)),
        "address": one.address,
        "shown_address": safe(one.address),
        "alt": safe(one.figure.alt) or heading,
        "svg": "",
        "listing": None,
        "table": None,
    }


def listing(
    figure: Figure, most: int, letters: int, t: Texts, longest: int = 1000
) -> dict[str, Any] | None:
    """The rows of what is read, at most `most`; `rest[n]` says what is left out when `n` are set.

    A table has only the columns that fit a line of `letters`. Texts longer than `longest`
    letters are cut. `None` for a figure that is drawn or empty.
    """
    drawn = figure.drawn
    if figure.table.empty:
        return None
    if isinstance(drawn, Table):
        return _table(drawn, most, letters, t, longest)
    if not isinstance(drawn, Listing):
        return None
    parts = ("label", "value", "detail")
    rows = [[in_cell(_short(row.get(p, ""), longest)) for p in parts] for row in drawn.plain[:most]]
    rest = [handouts.left_out(len(drawn.rows) - n, (), t) for n in range(len(rows) + 1)]
    return {"kind": drawn.kind, "rows": rows, "rest": rest}


def _table(table: Table, most: int, letters: int, t: Texts, longest: int) -> dict[str, Any]:
    short = [{key: _short(cell, longest) for key, cell in row.items()} for row in table.rows[:most]]
    shown = Table(table.columns, tuple(short))
    needs = widths.needs(shown, letters // 3)
    gone = widths.dropped(needs, letters, list(reversed(range(1, len(needs)))))
    left = [column.heading for n, column in enumerate(table.columns) if n in gone]
    kept = shown.only(column.key for n, column in enumerate(table.columns) if n not in gone)
    return {
        "kind": "table",
        **_set(kept),
        "letters": widths.shares([one for n, one in enumerate(needs) if n not in gone], letters),
        "rest": [handouts.left_out(len(table.rows) - n, left, t) for n in range(len(short) + 1)],
    }


def table(read: Reading) -> dict[str, Any]:
    """The table behind a drawing; `more[n]` says what is left out when `n` rows are set."""
    return {
        **_set(read.table),
        "letters": list(read.letters),
        "same": read.same,
        "more": list(read.more),
        "whole": read.whole,
    }


def _set(table: Table) -> dict[str, Any]:
    """Headings, rows from left to right, and the places of columns that stand to the right."""
    return {
        "heads": [in_cell(column.heading) for column in table.columns],
        "rows": [[in_cell(row[column.key]) for column in table.columns] for row in table.rows],
        "right": [n for n, column in enumerate(table.columns) if column.align == "right"],
    }


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def cited(handout: Handout, t: Texts) -> list[dict[str, str]]:
    """Every source in full, in the order of first use."""
    return [_cited(n, row, t) for n, row in enumerate(sources.by_ids(handout.source_ids), 1)]


def _cited(n: int, row: sources.Source, t: Texts) -> dict[str, str]:
    try:
        with figures.guarded(f"source {row.source_id}"):
            about = _about(row, t)
    except figures.Undrawn as error:
        about = t("this source could not be described: {why}", why=failures.beside(error, t))
    return {
        "number": f"[{n}]",
        "publisher": safe(sources.named(row.publisher, t)),
        "title": safe(t.quote(row.title)),
        "about": safe(about),
        "url": row.url,
        "shown_url": safe(row.url),
    }


def _about(row: sources.Source, t: Texts) -> str:
    """When a source was published and read, and its licence."""
    read = t("read {day}", day=t.day(row.accessed))
    return " · ".join([citations.published(row, t), t(codes.LICENCE[row.licence]), read])


def numbered(handout: Handout) -> Mapping[str, int]:
    """The number of each source in the list at the end."""
    return {row.source_id: n for n, row in enumerate(sources.by_ids(handout.source_ids), 1)}
