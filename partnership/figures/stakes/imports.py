"""Eni's entitlement to the giant fields' oil beside Italy's imports of crude oil."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import crude
from partnership.analysis import oil_imports as analysis
from partnership.charts import known_years, lines, marks
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.stakes.entitlement import cited, look_through
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.doubts import doubts
from partnership.wording.sentences import joined

FIELDS_OF_ENI = ("karachaganak", "kashagan")
"""The giant fields in which Eni has a stake."""
_ID = "stakes.imports_compared"
_USES = ("from_year", "to_year")
_KNOWN = message("Output of the fields and Italy's imports are both available for {years} only.")


@register(_ID, sectors=("oil_gas",), uses=_USES)
def imports_compared(state: State) -> Figure:
    """Eni's entitlement in Karachaganak and Kashagan beside Italy's imports of crude oil."""
    t = texts.in_language(state.lang)
    look, factor = look_through(state)
    rows = _rows(look, state)
    if rows.empty:
        every = State()
        known = known_years.named(_rows(look_through(every)[0], every)["year"], t)
        why = lines.known_only(_KNOWN, known, t)
        return shared.nothing(
            _ID, t("Eni's entitlement compared with Italy's imports of crude oil"), why
        )
    year = int(rows["year"].max())
    now = rows[rows["year"].eq(year)].set_index("what")
    part = look[look["year"].isin(rows["year"]) & look["holder_id"].eq("eni")]
    return Figure(
        id=_ID,
        title=t(
            "Eni's oil entitlement and Italy's crude imports, {years}, thousand barrels a day",
            years=known_years.named(rows["year"], t),
        ),
        drawn=Chart(_columns(rows, t), 300),
        table=rows,
        source_ids=sources.ids(rows, *cited(part, factor)),
        headline=t(
            "Eni's entitlement equals {share} of Italy's crude imports in {year}",
            share=t.percent(now.loc["holder", "share"]),
            year=year,
        ),
        finding=joined(
            t("It was {eni}.", eni=amounts.amount(now.loc["holder", "kbd"], "kb/d", t, 0)),
            _bought(now, t),
            _reported(rows, t),
        ),
        note=joined(
            t(
                "This does not mean that Eni's oil goes to Italy: the two are compared for size. "
                "Entitlement by working interest counts Eni's part of all oil of a field; output "
                "as a company reports it under a production sharing agreement is what remains to "
                "it after the state's share, and therefore smaller. Figures above the bars: "
                "percent of all crude oil imports."
            ),
            *_doubts(rows, state, t),
        ),
        badges=shared.badges(rows, "computed"),
    )


def _rows(look: pd.DataFrame, state: State) -> pd.DataFrame:
    bought = crude.origins(tables.load("trade"), state.from_year, state.to_year)
    return analysis.entitlement_and_imports(
        look, "eni", FIELDS_OF_ENI, bought, tables.load("observations")
    )


def _bought(now: pd.DataFrame, t: Texts) -> str:
    if "kazakh" not in now.index:
        return ""
    return t(
        "Italy reported {bought} of Kazakh crude oil, {share} of its imports.",
        bought=t.number(now.loc["kazakh", "kbd"]),
        share=t.percent(now.loc["kazakh", "share"]),
    )


def _doubts(rows: pd.DataFrame, state: State, t: Texts) -> list[str]:
    """Why imports from Kazakhstan are not shown beside all imports of a year."""
    bought = crude.origins(tables.load("trade"), state.from_year, state.to_year)
    return doubts(bought[bought["partner"].eq("KAZ") & bought["year"].isin(rows["year"])], t)


def _reported(rows: pd.DataFrame, t: Texts) -> str:
    own = rows[rows["what"].eq("reported")]
    if own.empty:
        return ""
    last = own.iloc[-1]
    return t(
        "Eni's output in Kazakhstan as reported for about {year} is {own}.",
        year=int(last["year"]),
        own=t.number(last["kbd"]),
    )


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """All imports of a year behind, in front of them what is compared with them."""
    series = (
        ("imports", t("Italy's imports of crude oil"), marks.FAINT),
        ("kazakh", t("Of which from Kazakhstan"), marks.KAZAKHSTAN),
        ("holder", t("Eni's entitlement by working interest"), marks.ITALY),
        ("reported", t("Eni's output as reported"), marks.INK),
    )
    parts = {str(what): part for what, part in rows.groupby("what")}
    return Columns(
        tuple(
            Series(
                name,
                colour,
                _points(parts[what], t, whole=what == "imports"),
                "broad" if what == "imports" else "bar",
            )
            for what, name, colour in series
            if what in parts
        ),
        t("Year"),
        Unit(t("thousand barrels a day")),
        "beside",
        gaps=True,
    )


def _points(rows: pd.DataFrame, t: Texts, *, whole: bool) -> tuple[Point, ...]:
    """Above all imports stands how much they are, above the others which share of them."""
    share = t("Share of all imports")
    return tuple(
        Point(
            int(r.year),
            float(r.kbd),
            t.number(r.kbd),
            t.number(r.kbd) if whole else t.percent(r.share, 0),
            details=() if whole else ((share, t.percent(r.share, 0)),),
        )
        for r in rows.itertuples()
    )
