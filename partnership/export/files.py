"""The tables behind figures as files: CSV, a workbook, and an archive of both with the sources."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import Any

import pandas as pd

from partnership import sources, tables, texts
from partnership.deck import Deck, Slide, to_json
from partnership.export import handout
from partnership.export.handout import Handout, Tick, silent

_WIDEST = 60
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_NAME = 31
"""Letters of the name of a sheet."""


def csv(given: Handout, _tick: Tick = silent) -> bytes:
    """UTF-8 CSV of the first view's tidy table, one row an observation, with its `source_id`."""
    return _csv(given.views[0].figure.table)


def _csv(table: pd.DataFrame) -> bytes:
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8")


def xlsx(given: Handout, tick: Tick = silent) -> bytes:
    """A workbook: what this is, a sheet for each figure, what its columns mean, the sources.

    Numbers stay numbers and days stay days; words that a spreadsheet would run stay words.
    """
    t = texts.of(given.lang)
    sheets: dict[str, pd.DataFrame] = {}
    _add(sheets, t("About"), _about(given))
    for n, view in enumerate(given.views, 1):
        tick(n - 1, len(given.views))
        _add(sheets, view.figure.id if len(given.views) > 1 else t("Table"), view.figure.table)
    _add(sheets, t("Columns"), _columns(given))
    cited = sources.of(given.source_ids)
    _add(sheets, t("Sources"), pd.DataFrame([vars(s) for s in cited]))
    buffer = BytesIO()
    with pd.ExcelWriter(buffer, engine="openpyxl") as writer:
        for name, frame in sheets.items():
            _plain(frame).to_excel(writer, sheet_name=name, index=False)
            _dress(writer.sheets[name])
    tick(len(given.views), len(given.views))
    return buffer.getvalue()


def _add(sheets: dict[str, pd.DataFrame], name: str, frame: pd.DataFrame) -> None:
    """A sheet under a name that is not yet taken: a figure may stand in a deck twice."""
    short, n = name[:_LONGEST_NAME], 2
    while short.lower() in {known.lower() for known in sheets}:
        short, n = f"{name[: _LONGEST_NAME - 4]} ({n})", n + 1
    sheets[short] = frame


def _about(given: Handout) -> pd.DataFrame:
    t = texts.of(given.lang)
    rows = [("", "made", given.made.isoformat()), ("", "title", given.title)]
    for n, view in enumerate(given.views, 1):
        said = {
            "figure": view.figure.id,
            "title": view.figure.title,
            "headline": view.headline,
            "finding": view.finding,
            "note": handout.plain(view.figure.note),
            "filters": "; ".join(view.filters(t)),
            "speaker's notes": view.notes,
            "address": view.address,
        }
        rows += [(str(n), key, value) for key, value in said.items() if value]
    return pd.DataFrame(rows, columns=["number", "key", "value"])


def _columns(given: Handout) -> pd.DataFrame:
    """Unit and description of each column, as the data package describes it."""
    known = _described()
    rows = []
    for view in given.views:
        for column in view.figure.table.columns:
            unit, words = known.get(str(column), ("", ""))
            rows.append((view.figure.id, str(column), unit, words))
    return pd.DataFrame(rows, columns=["figure", "column", "unit", "description"])


def _described() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for resource in tables.package().descriptor["resources"]:
        for one in resource.get("schema", {}).get("fields", ()):
            words = (str(one.get("unit", "")), str(one.get("description", "")))
            found.setdefault(str(one["name"]), words)
    return found


def _dress(sheet: Any) -> None:
    from openpyxl.styles import Font

    sheet.freeze_panes = "A2"
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(longest + 2, _WIDEST)
        column[0].font = Font(bold=True)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a spreadsheet would run as a formula, or cannot hold, is written as plain text."""
    kept = frame.astype({c: object for c in frame.columns if frame[c].dtype.kind not in "fiuM"})
    return kept.map(_harmless)


def _harmless(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    words = ILLEGAL_CHARACTERS_RE.sub("", value)
    return f"'{words}" if words.startswith(_RISKY) else words


def archive(given: Handout, tick: Tick = silent) -> bytes:
    """Every table as CSV with the list of sources, and the deck itself as a file to open again."""
    buffer = BytesIO()
    taken: dict[str, int] = {}
    slides = tuple(Slide(v.figure.id, v.state, v.headline, v.notes) for v in given.views)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as held:
        for n, view in enumerate(given.views):
            tick(n, len(given.views))
            taken[view.figure.id] = taken.get(view.figure.id, 0) + 1
            copy = f"-{taken[view.figure.id]}" if taken[view.figure.id] > 1 else ""
            held.writestr(f"{view.figure.id}{copy}.csv", _csv(view.figure.table))
        cited = pd.DataFrame([vars(s) for s in sources.of(given.source_ids)])
        held.writestr("sources.csv", _csv(cited))
        held.writestr("about.json", json.dumps(_told(given), ensure_ascii=False, indent=2))
        held.writestr("deck.json", to_json(Deck(given.title, slides)))
    tick(len(given.views), len(given.views))
    return buffer.getvalue()


def _told(given: Handout) -> dict[str, Any]:
    rows = _about(given).itertuples(index=False)
    told: dict[str, Any] = {"figures": [{} for _ in given.views]}
    for number, key, value in rows:
        (told["figures"][int(number) - 1] if number else told)[key] = value
    return told
