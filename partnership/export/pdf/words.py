"""What the templates of PDF files are told: plain values, every word safe to be set as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from partnership import palette
from partnership.export import handout
from partnership.export.handout import Handout, View
from partnership.export.type import fonts, lettering, signs, widths
from partnership.figures.figure import Figure, Listing
from partnership.language import codes
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


def document(given: Handout, t: Texts) -> dict[str, Any]:
    """Title, language, date and the words that stand round the figures."""
    count = len(given.views)
    address = urlsplit(given.views[0].address) if given.views else urlsplit("")
    home = f"{address.scheme}://{address.netloc}/" if address.netloc else ""
    return {
        "title": safe(t.quote(given.title)) or t("Untitled"),
        "author": t("Italy–Kazakhstan partnership dashboard"),
        "lang": t.spoken,
        "day": t.day(given.created),
        "made": [given.created.year, given.created.month, given.created.day],
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
    why = handout.nothing_shown(one, t)
    heading = safe(one.heading) or t("Untitled")
    return {
        "number": t("{number} of {count}", number=t.number(n), count=t.number(of)),
        "figure": t("Figure {number}", number=t.number(n)),
        "heading": heading,
        "subtitle": safe(one.subtitle),
        "filters": safe(" · ".join(one.filters(t))),
        "finding": "" if why else safe(one.finding),
        "why": safe(why),
        "note": safe(handout.plain(one.figure.note)),
        "notes": safe(one.notes),
        "source": safe(handout.source_line(one.figure, t)),
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
    """The rows of a listing, at most `most`; `rest[n]` says what is left out when `n` are set.

    A table has only the columns that fit a line of `letters`. Texts longer than `longest`
    letters are cut. `None` for a figure that is drawn or empty.
    """
    if not isinstance(figure.drawn, Listing) or figure.table.empty:
        return None
    rows = figure.drawn.rows
    heads = list(rows[0])
    said = [[_short(str(row.get(h, "")), longest) for h in heads] for row in rows[:most]]
    cells = [[row[n] for row in said] for n in range(len(heads))]
    needs = [widths.need(h, c, letters // 3) for h, c in zip(heads, cells, strict=True)]
    gone: set[int] = set()
    if figure.drawn.kind == "table":
        gone = widths.dropped(needs, letters, list(reversed(range(1, len(heads)))))
    kept = [n for n in range(len(heads)) if n not in gone]
    left = [heads[n] for n in sorted(gone)]
    return {
        "kind": figure.drawn.kind,
        "heads": [in_cell(heads[n]) for n in kept],
        "letters": widths.shares([needs[n] for n in kept], letters),
        "rows": [[in_cell(row[n]) for n in kept] for row in said],
        "rest": [handout.left_out(len(rows) - n, left, t) for n in range(len(said) + 1)],
    }


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def cited(given: Handout, t: Texts) -> list[dict[str, str]]:
    """Every source in full, in the order of first use."""
    return [_cited(n, row, t) for n, row in enumerate(sources.by_ids(given.source_ids), 1)]


def _cited(n: int, row: sources.Source, t: Texts) -> dict[str, str]:
    return {
        "number": f"[{n}]",
        "publisher": safe(t.quote(row.publisher)),
        "title": safe(t.quote(row.title)),
        "said": " · ".join(
            [
                citations.published(row, t),
                t(codes.LICENCE[row.licence]),
                t("read {day}", day=t.day(row.accessed)),
            ]
        ),
        "url": row.url,
        "shown_url": safe(row.url),
    }


def numbered(given: Handout) -> Mapping[str, int]:
    """The number of each source in the list at the end."""
    return {row.source_id: n for n, row in enumerate(sources.by_ids(given.source_ids), 1)}
