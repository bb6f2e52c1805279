"""Eni's entitlement to the giant fields' oil beside Italy's imports of crude oil."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import crude
from partnership.analysis import oil_imports as analysis
from partnership.charts import known_years, lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.stakes.entitlement import cited, look_through
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.doubts import doubts

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
            "Eni's entitlement at Karachaganak and Kashagan compared with Italy's imports of "
            "crude oil, {years}, thousand barrels a day",
            years=known_years.named(rows["year"], t),
        ),
        drawn=marks.finish(_beside(rows, t), 300),
        table=rows,
        source_ids=sources.ids(rows, *cited(part, factor)),
        alt=t("A broad pale bar of imports by year with narrow bars in front."),
        finding=t(
            "In {year} Eni's working interests in the two fields corresponded to {eni} thousand "
            "barrels a day, equivalent to {share} of Italy's crude oil imports.{bought}{reported}",
            bought=_bought(now, t),
            reported=_reported(rows, t),
            year=year,
            eni=t.number(now.loc["holder", "kbd"]),
            share=t.percent(now.loc["holder", "share"]),
        ),
        note=t(
            "This does not mean that Eni's oil goes to Italy: the two are compared for size. "
            "Entitlement by working interest counts Eni's part of all oil of a field; output as a "
            "company reports it under a production sharing agreement is what remains to it after "
            "the state's share, and therefore smaller. Figures above the bars: percent of all "
            "crude oil imports.{doubts}",
            doubts="".join(f" {doubt}" for doubt in _doubts(rows, state, t)),
        ),
        badges=shared.badges(rows, "computed"),
        height=300,
    )


def _rows(look: pd.DataFrame, state: State) -> pd.DataFrame:
    bought = crude.origins(tables.load("trade"), state.from_year, state.to_year)
    return analysis.entitlement_and_imports(
        look, "eni", FIELDS_OF_ENI, bought, tables.load("observations")
    )


def _bought(now: pd.DataFrame, t: Texts) -> str:
    if "kazakh" not in now.index:
        return ""
    return " " + t(
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
    return " " + t(
        "Eni's output in Kazakhstan as reported for about {year} is {own}.",
        year=int(last["year"]),
        own=t.number(last["kbd"]),
    )


_NARROW = ("kazakh", "holder", "reported")
_WIDTH = 0.24


def _beside(rows: pd.DataFrame, t: Texts) -> Any:
    names = {
        "imports": t("Italy's imports of crude oil"),
        "kazakh": t("Of which from Kazakhstan"),
        "holder": t("Eni's entitlement by working interest"),
        "reported": t("Eni's output as reported"),
    }
    colours = [marks.FAINT, marks.KAZAKHSTAN, marks.ITALY, marks.INK]
    column = known_years.places(rows["year"])
    at = rows["year"].map(column)
    narrow = rows["what"].map({w: n for n, w in enumerate(_NARROW)})
    start = (at - 0.38 + narrow * (_WIDTH + 0.02)).where(narrow.notna(), at - 0.42)
    data = pd.DataFrame(
        {
            "year": rows["year"],
            "start": start,
            "end": (start + _WIDTH).where(narrow.notna(), at + 0.42),
            "middle": (start + _WIDTH / 2).where(narrow.notna(), at),
            "lower": 0,
            "upper": rows["kbd"],
            "who": rows["what"].map(names),
            "label": [t.number(k) for k in rows["kbd"]],
            "share": [t.percent(s, 0) for s in rows["share"]],
            "broad": narrow.isna(),
        }
    )
    scale = alt.Scale(domain=[-0.5, max(column.values()) + 0.5], nice=False, zero=False)
    x = alt.X("start:Q", axis=None, scale=scale)
    top = float(rows["kbd"].max()) * 1.1
    axis = marks.value_axis(t("thousand barrels a day"))
    y = alt.Y("lower:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))
    legend = alt.Legend(orient="bottom", columns=2, symbolType="square", labelLimit=240)
    colour = alt.Color(
        "who:N",
        title=None,
        scale=alt.Scale(domain=list(names.values()), range=colours),
        legend=legend,
    )
    bars = (
        alt.Chart(marks.rows(data.drop(columns=["middle", "broad"])))
        .mark_rect()
        .encode(
            x=x,
            x2="end:Q",
            y=y,
            y2="upper:Q",
            color=colour,
            tooltip=[
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("who:N", title=t("Measure")),
                alt.Tooltip("label:N", title=t("thousand barrels a day")),
                alt.Tooltip("share:N", title=t("Share of all imports")),
            ],
        )
    )
    words = data.assign(
        start=data["middle"],
        lower=data["upper"],
        words=[
            f"{y}: {k}" if broad else s
            for y, k, s, broad in zip(
                data["year"], data["label"], data["share"], data["broad"], strict=True
            )
        ],
    )
    label = (
        alt.Chart(marks.rows(words[["start", "lower", "words"]]))
        .mark_text(**marks.text(baseline="bottom", dy=-3, fontSize=11))
        .encode(x=x, y="lower:Q", text="words:N")
    )
    return alt.layer(bars, label)
