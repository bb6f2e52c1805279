"""The table behind a figure as a file."""

from __future__ import annotations

from io import BytesIO

import pandas as pd

from partnership import sources, texts
from partnership.figures.figure import Figure

_WIDEST = 60
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv(figure: Figure, _lang: str) -> bytes:
    """UTF-8 CSV of the tidy table, one row an observation, with `source_id` in each row."""
    return figure.table.to_csv(index=False, lineterminator="\n").encode("utf-8")


def xlsx(figure: Figure, lang: str) -> bytes:
    """A workbook of three sheets: what this is, the table, and its sources."""
    t = texts.of(lang)
    about = pd.DataFrame(
        {
            "key": ["figure", "title", "finding", "note"],
            "value": [figure.id, figure.title, figure.finding, figure.note],
        }
    )
    cited = pd.DataFrame([vars(s) for s in sources.of(figure.source_ids)])
    sheets = {t("About"): about, t("Table"): figure.table, t("Sources"): cited}
    buffer = BytesIO()
    with pd.ExcelWriter(buffer, engine="openpyxl") as writer:
        for name, frame in sheets.items():
            _plain(frame).to_excel(writer, sheet_name=name[:31], index=False)
            for column in writer.sheets[name[:31]].columns:
                longest = max(len(str(cell.value or "")) for cell in column)
                letter = column[0].column_letter
                writer.sheets[name[:31]].column_dimensions[letter].width = min(longest + 2, _WIDEST)
    return buffer.getvalue()


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a spreadsheet would run as a formula is written as text."""
    plain = frame.astype({c: object for c in frame.columns if frame[c].dtype != float})
    return plain.map(lambda v: f"'{v}" if isinstance(v, str) and v.startswith(_RISKY) else v)
