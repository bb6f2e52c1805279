"""Carbon intensity of electricity."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 320
_METRIC = "carbon_intensity_gco2e_kwh"
COLOUR = {
    "KAZ": marks.KAZAKHSTAN,
    "WLD": marks.SOFT,
    "EUU": palette.HOLDERS[0].light,
    "ITA": marks.ITALY,
}


@register("climate.intensity", sectors=("renewables",), uses=("from_year", "to_year"))
def intensity(state: State) -> Figure:
    """Greenhouse gases per kilowatt-hour in Kazakhstan, Italy, the Union and the world."""
    t = texts.in_language(state.lang)
    rows = analysis.yearly(tables.load("observations"), (_METRIC,), COLOUR)
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    if rows.empty:
        title = t("Carbon intensity of electricity")
        known = analysis.yearly(tables.load("observations"), (_METRIC,), COLOUR)["year"]
        if known.empty:
            raise needed.missing("observations", metric_id=_METRIC)
        why = t("Carbon intensity is available for {years} only.", years=lines.years(known))
        return shared.nothing("climate.intensity", title, why)
    return Figure(
        id="climate.intensity",
        title=t(
            "Carbon intensity of electricity generation, {years}, g of CO₂ equivalent a kWh",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_drawn(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Lines by country: Kazakhstan, the world, Italy and the European Union."),
        finding=_finding(rows, t),
        note=_note(rows, t),
        badges=shared.badges(rows),
        height=_HEIGHT,
    )


def _note(rows: pd.DataFrame, t: Texts) -> str:
    """Which release each mark comes from, and where the long one ends early."""
    old = rows[rows["source_id"].eq(analysis.INTENSITY)]
    sentences = []
    if len(old):
        last = old.groupby("entity_id", observed=True)["year"].max()
        sentences.append(t("Lines: release of {year}.", year=_release(analysis.INTENSITY)))
        sentences += [
            t("{country}: to {year}.", country=t.name(str(country)), year=int(year))
            for country, year in last[last.lt(last.max())].items()
        ]
    if rows["source_id"].eq(analysis.NEWEST).any():
        sentences.append(
            t(
                "Hollow points on dotted lines: release of {year}, which revises the series and "
                "is never joined with it.",
                year=_release(analysis.NEWEST),
            )
        )
    return " ".join(sentences)


def _release(source_id: str) -> str:
    """Year of a release."""
    return sources.by_ids([source_id])[0].published[:4]


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The latest year for which one release has both countries."""
    for release in (analysis.NEWEST, analysis.INTENSITY):
        of_release = rows[rows["source_id"].eq(release)]
        wide = of_release.pivot_table(index="year", columns="entity_id", values="value")
        if {"KAZ", "ITA"} <= set(wide.columns) and len(both := _compared(wide)):
            last = both.iloc[-1]
            return t(
                "In {year} electricity generation in Kazakhstan emitted {kazakh} g of CO₂ "
                "equivalent a kWh, {times} times as much as in Italy ({italian} g).",
                year=int(both.index[-1]),
                kazakh=t.number(last["KAZ"]),
                italian=t.number(last["ITA"]),
                times=t.number(last["KAZ"] / last["ITA"], 1),
            )
    return ""


def _compared(wide: pd.DataFrame) -> pd.DataFrame:
    """Years with values of both countries and none of zero for Italy, which is divided by."""
    both = wide[["KAZ", "ITA"]].dropna()
    return both[both["ITA"].gt(0)]


def _drawn(rows: pd.DataFrame, t: Texts) -> Any:
    data = pd.DataFrame(
        {
            "year": rows["year"],
            "at": rows["value"],
            "id": rows["entity_id"],
            "colour": rows["entity_id"].map(COLOUR),
            "newest": rows["source_id"].eq(analysis.NEWEST),
        }
    )
    x = lines.year_x("year", int(data["year"].min()), int(data["year"].max()), room=100)
    y = alt.Y("at:Q", axis=marks.value_axis(t("g a kWh")), scale=alt.Scale(zero=True))
    colour = alt.Color("colour:N", scale=None)
    old, new = data[~data["newest"]], data[data["newest"]]
    layers: list[Any] = [lines.hover(_tooltip_rows(rows, t), x, _tooltip(rows, t))]
    line = alt.Chart(marks.rows(old[["year", "at", "id", "colour"]]))
    layers.append(
        line.mark_line(strokeWidth=2.4, point=len(set(old["year"])) == 1).encode(
            x=x, y=y, color=colour, detail="id:N"
        )
    )
    if len(new):
        base = alt.Chart(marks.rows(new[["year", "at", "id", "colour"]])).encode(
            x=x, y=y, detail="id:N"
        )
        layers.append(base.mark_line(strokeWidth=1.2, strokeDash=[2, 3]).encode(color=colour))
        layers.append(
            base.mark_point(size=34, fill=marks.PAPER, opacity=1, strokeWidth=1.5).encode(
                stroke=alt.Stroke("colour:N", scale=None)
            )
        )
    return alt.layer(*layers, _names(data, t, x, y))


def _names(data: pd.DataFrame, t: Texts, x: alt.X, y: alt.Y) -> alt.Chart:
    last = data.sort_values(["newest", "year"]).groupby("id").tail(1)
    least = 2.2 * lines.LABEL_LINE * float(data["at"].max()) / lines.plot(_HEIGHT)
    last = last.assign(
        at=lines.spread(last["at"].tolist(), least),
        year=data["year"].max(),
        words=[
            t("{country}\n{value} in {year}", country=t.short(i), value=t.number(v), year=int(year))
            for i, v, year in zip(last["id"], last["at"], last["year"], strict=True)
        ],
    )
    return lines.words_at_end(last, x, y, dy=-lines.LABEL_LINE / 2)


def _series(rows: pd.DataFrame) -> pd.DataFrame:
    """One column for each country and release."""
    named = rows.assign(key=rows["entity_id"] + rows["source_id"].map(_RELEASE))
    return named.pivot_table(index="year", columns="key", values="value")


_RELEASE = {analysis.INTENSITY: "_2025", analysis.NEWEST: "_2026"}


def _tooltip_rows(rows: pd.DataFrame, t: Texts) -> pd.DataFrame:
    wide = _series(rows)
    tooltip_rows = pd.DataFrame({"year": wide.index.astype(int)})
    for key in wide.columns:
        tooltip_rows[key] = [
            t("no data") if pd.isna(v) else t("{value} g", value=t.number(v, 1)) for v in wide[key]
        ]
    return tooltip_rows


def _tooltip(rows: pd.DataFrame, t: Texts) -> list[alt.Tooltip]:
    known = list(_series(rows).columns)
    shown = [alt.Tooltip("year:Q", title=t("Year"), format="d")]
    for key in sorted(known, key=lambda k: (k[-4:], list(COLOUR).index(k[:3]))):
        words = t("{country}, release of {year}", country=t.name(key[:3]), year=key[-4:])
        shown.append(alt.Tooltip(f"{key}:N", title=words))
    return shown
