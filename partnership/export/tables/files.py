"""The tables behind figures as CSV, for scripts and for Excel, and as an archive with sources."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd

from partnership.decks.deck import Deck, Slide, to_json
from partnership.export import zipped
from partnership.export.handout import Handout, Tick, silent
from partnership.export.tables import explained, workbook
from partnership.provenance import sources

_MONTH = re.compile(r"(\d{4})-(\d{2})")


def csv(handout: Handout, _tick: Tick = silent) -> bytes:
    """UTF-8 CSV of the first view's tidy table, one row an observation, and what it rests on.

    Commas between cells and points in numbers, days and periods in ISO's way, and no mark of the
    encoding: for pandas, R and the like.
    """
    return _csv(explained.table(handout))


def _csv(table: pd.DataFrame) -> bytes:
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8")


def csv_points(handout: Handout, _tick: Tick = silent) -> bytes:
    """The same for Excel in English: a mark of the encoding, commas, decimal points."""
    return _for_excel(explained.table(handout), ",", ".")


def csv_commas(handout: Handout, _tick: Tick = silent) -> bytes:
    """The same for Excel in Italian or Russian: the mark, semicolons, decimal commas."""
    return _for_excel(explained.table(handout), ";", ",")


def _for_excel(table: pd.DataFrame, between: str, decimal: str) -> bytes:
    """A CSV that opens with a double click where Windows uses these separators.

    There is no line `sep=`: with it Excel no longer sees the mark of the encoding.
    """
    kept = table.copy()
    for name in (c for c in kept.columns if kept[c].dtype.kind not in "fiub"):
        kept[name] = kept[name].map(_unread).astype(object)
    options: dict[str, Any] = {"sep": between, "decimal": decimal, "lineterminator": "\r\n"}
    return str(kept.to_csv(index=False, **options)).encode("utf-8-sig")


def _unread(value: Any) -> Any:
    """Words that Excel does not turn into a date or a formula.

    A month as SDMX writes it (`2024-M03`), or it would become the month's first day; words that
    would be run as a formula behind an apostrophe.
    """
    if not isinstance(value, str):
        return value
    if month := _MONTH.fullmatch(value):
        return f"{month[1]}-M{month[2]}"
    return f"'{value}" if value.startswith(workbook.RISKY) else value


def archive(handout: Handout, tick: Tick = silent) -> bytes:
    """Every table as CSV with the list of sources, and the deck itself as a file to open again."""
    buffer = BytesIO()
    taken: dict[str, int] = {}
    slides = tuple(Slide(v.figure.id, v.state, v.headline, v.notes) for v in handout.views)
    with zipfile.ZipFile(buffer, "w") as bundle:

        def put(name: str, content: str | bytes) -> None:
            bundle.writestr(zipped.entry(name, handout.created), content)

        for n, view in enumerate(handout.views):
            tick(n, len(handout.views))
            taken[view.figure.id] = taken.get(view.figure.id, 0) + 1
            copy = f"-{taken[view.figure.id]}" if taken[view.figure.id] > 1 else ""
            put(f"{view.figure.id}{copy}.csv", _csv(view.figure.table))
        cited = sources.table(handout.source_ids)
        put("sources.csv", _csv(cited))
        put("about.json", json.dumps(_about(handout), ensure_ascii=False, indent=2))
        put("deck.json", to_json(Deck(handout.title, slides)))
    tick(len(handout.views), len(handout.views))
    return buffer.getvalue()


def _about(handout: Handout) -> dict[str, Any]:
    about: dict[str, Any] = {"figures": [{} for _ in handout.views]}
    for number, key, value in workbook.about(handout).itertuples(index=False):
        place = about if pd.isna(number) else about["figures"][int(number) - 1]
        place[key] = value.isoformat() if isinstance(value, date) else value
    return about
