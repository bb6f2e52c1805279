"""Tables as a workbook, in which a day is a date, a year and a number a number, a word a word.

Every sheet is one table in the program's own sense, with its heads in words: whoever listens to a
cell hears the head of its column, and rows can be sorted and filtered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pandas as pd

from partnership.export import handout as handouts
from partnership.export import values as cell_values
from partnership.export.handout import Handout, Tick, silent
from partnership.export.tables import meaning
from partnership.export.type import signs
from partnership.export.values import Kind
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.wording import tables as wording

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDEST = 60
RISKY = ("=", "+", "-", "@", "\t", "\r")
"""With these begins what spreadsheets may run."""
_LONGEST_NAME, LONGEST_CELL = 31, 32_767
"""Letters of the name of a sheet, and of a cell."""
Kinds = Mapping[str, Kind]


ABOUT = {
    "made": message("Made on"),
    "title": message("Title"),
    "figure": message("Figure"),
    "headline": message("Headline"),
    "finding": message("Finding"),
    "note": message("Note"),
    "filters": message("Filters"),
    "speaker's notes": message("Speaker's notes"),
    "address": message("Address"),
}
"""The keys of `about`, in words."""


@dataclass(frozen=True)
class _Sheet:
    """A table with the kind of each column, and their heads, which are all different."""

    frame: pd.DataFrame
    kinds: Kinds
    heads: tuple[str, ...]


def xlsx(handout: Handout, tick: Tick = silent) -> bytes:
    """A workbook: what this is, a sheet for each figure, what its columns mean, the sources.

    A column of full days holds dates, one of years alone numbers (`cell_values.kind`); one of
    periods of several lengths is text, without the mark that spreadsheets put at such cells.
    A figure that occurs twice has columns of one kind. The sheet of columns names the kinds.
    """
    import xlsxwriter

    t = texts.in_language(handout.lang)
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        _described(book, handout, t)
        looks = _Looks(book)
        count = len(handout.views)
        for n, (name, sheet) in enumerate(_sheets(handout, t).items()):
            # The first sheet is about all views.
            if 0 < n <= count:
                tick(n - 1, count)
            _write(book.add_worksheet(name), sheet, looks, f"table_{n + 1}")
        tick(count, count)
    return buffer.getvalue()


def _described(book: Workbook, handout: Handout, t: Texts) -> None:
    publisher = t("Italy–Kazakhstan partnership dashboard")
    created = datetime.combine(handout.created, time())
    properties = {
        "title": signs.xml(handout.title)[:250],
        "author": publisher,
        "company": publisher,
    }
    book.set_properties({**properties, "created": created})
    book.set_custom_property("Language", t.spoken, "text")


def _sheets(handout: Handout, t: Texts) -> dict[str, _Sheet]:
    found: dict[str, _Sheet] = {}
    kinds = _kinds(handout)
    _add(found, t("About"), _about(handout, t), t)
    for view in handout.views:
        name = view.figure.id if len(handout.views) > 1 else t("Table")
        _add(found, name, view.figure.table, t, kinds[view.figure.id])
    _add(found, t("Columns"), _columns(handout, kinds, t), t)
    _add(found, t("Sources"), sources.table(handout.source_ids), t)
    return found


def _about(handout: Handout, t: Texts) -> pd.DataFrame:
    frame = about(handout)
    return frame.assign(key=[t(ABOUT[key]) for key in frame["key"]])


def heads(frame: pd.DataFrame, t: Texts) -> tuple[str, ...]:
    """The columns of a table in words; those that would be alike with their ids behind them."""
    worded = [wording.column(str(name), frame[name], t).heading for name in frame.columns]
    alike = Counter(word.lower() for word in worded)
    return tuple(
        f"{word} ({name})" if alike[word.lower()] > 1 else word
        for word, name in zip(worded, frame.columns, strict=True)
    )


def _add(
    sheets: dict[str, _Sheet], name: str, frame: pd.DataFrame, t: Texts, kinds: Kinds | None = None
) -> None:
    """A sheet under a name that is not yet taken: a deck may have a figure twice."""
    short, n = name[:_LONGEST_NAME], 2
    while short.lower() in {known.lower() for known in sheets}:
        short, n = f"{name[: _LONGEST_NAME - 4]} ({n})", n + 1
    sheets[short] = _Sheet(
        frame, kinds or {str(c): cell_values.kind(str(c), frame[c]) for c in frame}, heads(frame, t)
    )


def _kinds(handout: Handout) -> dict[str, Kinds]:
    """The kind of each column of each figure, over all its views."""
    cells: dict[str, dict[str, list[Any]]] = {}
    for view in handout.views:
        cells_by_column = cells.setdefault(view.figure.id, {})
        for column in view.figure.table.columns:
            cells_by_column.setdefault(str(column), []).extend(view.figure.table[column])
    return {
        figure: {name: cell_values.kind(name, values) for name, values in columns.items()}
        for figure, columns in cells.items()
    }


def about(handout: Handout) -> pd.DataFrame:
    """What is in a file: the number of a view (none for the whole), a key and its value."""
    t = texts.in_language(handout.lang)
    rows: list[tuple[int | None, str, Any]] = [(None, "made", handout.created)]
    rows.append((None, "title", handout.title))
    for n, view in enumerate(handout.views, 1):
        entries = {
            "figure": view.figure.id,
            "title": view.figure.title,
            "headline": view.headline or view.figure.headline,
            "finding": view.finding,
            "note": handouts.plain(view.figure.note),
            "filters": "; ".join(view.filters(t)),
            "speaker's notes": view.notes,
            "address": view.address,
        }
        rows += [(n, key, value) for key, value in entries.items() if value]
    frame = pd.DataFrame(rows, columns=["view", "key", "value"])
    return frame.astype({"view": "Int64", "value": object})


def _columns(handout: Handout, kinds: Mapping[str, Kinds], t: Texts) -> pd.DataFrame:
    """Head, unit, kind and description of each column, as the data package has them."""
    described = meaning.in_package()
    rows = []
    for view in handout.views:
        known = meaning.known(list(map(str, view.figure.table.columns)), described)
        for column, head in zip(
            map(str, view.figure.table.columns), heads(view.figure.table, t), strict=True
        ):
            unit, words = known.get(column, ("", ""))
            kind = t(cell_values.WORDS[kinds[view.figure.id][column]])
            rows.append((view.figure.id, head, column, unit, kind, t.remark(words)))
    names = ["figure", "head", "column", "unit", "type", "description"]
    return pd.DataFrame(rows, columns=names)


class _Looks:
    """Formats of cells, each once in a workbook."""

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format({"bold": True})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.words = book.add_format({"quote_prefix": True})


def _write(sheet: Worksheet, content: _Sheet, looks: _Looks, name: str) -> None:
    frame = content.frame
    sheet.freeze_panes(1, 0)
    if len(frame.columns):
        described = {
            "name": name,
            "style": "Table Style Light 1",
            "columns": [{"header": head, "header_format": looks.head} for head in content.heads],
        }
        # A table has a row at least.
        if sheet.add_table(0, 0, max(1, len(frame)), len(frame.columns) - 1, described) != 0:
            raise ValueError(f"the heads of {name} are no heads of a table: {content.heads}")
    for n, (column, head) in enumerate(zip(map(str, frame.columns), content.heads, strict=True)):
        cells = list(frame.iloc[:, n])
        for row, value in enumerate(cells, 1):
            if not cell_values.missing(value):
                _cell(sheet, (row, n), value, content.kinds[column], looks)
        longest = max(len(str(cell)) for cell in (head, *cells))
        # A button that sorts and filters stands at the end of each head.
        sheet.set_column(n, n, min(max(longest, len(head) + 3) + 2, _WIDEST))
    if len(frame.columns):
        # A year among months and days is text, and is meant to be.
        sheet.ignore_errors({"number_stored_as_text": sheet_range(frame)})


def sheet_range(frame: pd.DataFrame) -> str:
    """The cells of a table with its heads, as a spreadsheet names them (`A1:C10`)."""
    from xlsxwriter.utility import xl_range

    return str(xl_range(0, 0, len(frame), max(0, len(frame.columns) - 1)))


def _cell(sheet: Worksheet, at: tuple[int, int], value: Any, kind: Kind, looks: _Looks) -> None:
    day = value if isinstance(value, date) else None
    if kind == "day" or day:
        moment = day or date.fromisoformat(str(value))
        sheet.write_datetime(*at, datetime.combine(moment, time()), looks.day)
    elif kind == "truth":
        sheet.write_boolean(*at, str(value) == "True")
    elif kind == "year":
        sheet.write_number(*at, int(value))
    elif kind == "number":
        sheet.write_number(*at, float(value))
    else:
        words = signs.xml(str(value))[:LONGEST_CELL]
        # Words that a spreadsheet would run as a formula after an edit are marked as text.
        sheet.write_string(*at, words, looks.words if words.startswith(RISKY) else None)
