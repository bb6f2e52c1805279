"""The mirror ratio: trade reported by one side as a multiple of the other's report."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import mirror as analysis
from partnership.analysis import trade
from partnership.analysis.crude import register_years
from partnership.analysis.oil import KAZAKH_OIL
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 340
_YEARS = ("from_year", "to_year")
_TO_ITALY, _TO_KAZAKHSTAN, _WITH = "kaz_to_ita", "ita_to_kaz", "with_trieste"
_COLOUR = {_TO_ITALY: marks.KAZAKHSTAN, _TO_KAZAKHSTAN: marks.ITALY, _WITH: marks.SOFT}


def known(state: State) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Ratios of both directions, and the bounds of what Trieste explains."""
    rows, seen = tables.load("trade"), tables.load("observations")
    ratios = analysis.ratios(trade.bilateral(rows, state.from_year, state.to_year))
    crude = trade.importers(rows, state.from_year, state.to_year)
    to_italy = ratios[ratios["direction"].eq(_TO_ITALY)]
    return ratios, analysis.explained(to_italy, crude, analysis.by_druzhba(crude, seen))


def by_druzhba(years: pd.Series) -> pd.DataFrame:
    """Rows of `observations` on the Kazakh oil that Druzhba carried in these years."""
    seen = tables.load("observations")
    matching = seen["entity_id"].eq("druzhba") & seen["metric_id"].eq(KAZAKH_OIL)
    return seen[matching & seen["period"].isin(years.astype(str))]


def declared(ratios: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows whose sources are those of the Kazakh and of the Italian values in `ratios`."""
    other = ratios.drop(columns="source_id").rename(columns={"italian_source_id": "source_id"})
    return ratios, other


def ended(state: State, t: Texts) -> list[str]:
    """A sentence on each country behind Trieste whose rows end before those of the others."""
    flows = tables.load("trade")
    crude = trade.importers(flows, register_years(flows)[0], state.to_year)
    crude = crude[crude["reporter"].isin(analysis.BEHIND_TRIESTE)]
    return [
        t(
            "{country} has no data after {month}: from then on the upper bound covers the others "
            "only.",
            country=t.name(str(reporter)),
            month=t.day(str(until)),
        )
        for reporter, until in crude.groupby("reporter")["until"].max().items()
        if until < crude["until"].max()
    ]


@register("trade.mirror_ratio", sectors=("trade",), uses=_YEARS)
def mirror_ratio(state: State) -> Figure:
    """What Kazakhstan declares divided by what Italy declares, in both directions."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    ratios, bounds = known(state)
    bounds = bounds[bounds["ratio_with"].notna()]
    if ratios.empty:
        why = t("No year in this selection is reported by both sides.")
        return shared.nothing(
            "trade.mirror_ratio", t("Mirror ratio of trade between Kazakhstan and Italy"), why
        )
    more = bounds.assign(direction=_WITH, ratio=bounds["ratio_with"])
    columns = ["direction", "year", "ratio", "source_id", "status"]
    table = pd.concat([ratios, more[columns]] if len(more) else [ratios], ignore_index=True).astype(
        {"year": int}
    )
    return Figure(
        id="trade.mirror_ratio",
        title=t(
            "Mirror ratio: trade reported by Kazakhstan as a multiple of the same trade reported "
            "by Italy, {years}",
            years=lines.years(table["year"]),
        ),
        drawn=marks.finish(_ratios(table, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table, by_druzhba(bounds["year"]), *declared(ratios)),
        alt=t("Lines of a yearly ratio for each direction; a rule at 1, where both agree."),
        finding=_finding(ratios, bounds, t),
        note=_note(state, t),
        badges=shared.badges(table, "disagree"),
        height=_HEIGHT,
    )


def _note(state: State, t: Texts) -> str:
    sentences = [
        t(
            "The ratio measures the difference between two statistics that count different "
            "things, not an error in either. The dashed line includes the "
            "Kazakh crude oil that {names} report, minus what Druzhba is known to have carried, "
            "as if all of that had come through Trieste: an upper bound. The early values are "
            "small and the ratios unstable.",
            names=lines.listed([t.name(r) for r in analysis.BEHIND_TRIESTE], t),
        ),
        *ended(state, t),
    ]
    return " ".join(sentences)


def _finding(ratios: pd.DataFrame, bounds: pd.DataFrame, t: Texts) -> str:
    wide = ratios.pivot_table(index="year", columns="direction", values="ratio").dropna()
    if wide.shape[1] < len((_TO_ITALY, _TO_KAZAKHSTAN)) or wide.empty:
        return ""
    year = int(wide.index[-1])
    sentences = [
        t(
            "In {year} Kazakhstan reported {oil} times what Italy reported for goods going to "
            "Italy, and {goods} times for goods coming from Italy.",
            year=year,
            oil=t.number(wide.loc[year, _TO_ITALY], 1),
            goods=t.number(wide.loc[year, _TO_KAZAKHSTAN], 1),
        )
    ]
    if len(bounds):
        last = bounds.iloc[-1]
        sentences.append(
            t(
                "Including all the oil that can have come via Trieste, a ratio of {ratio} remains "
                "in {year}.",
                ratio=t.number(last["ratio_with"], 1),
                year=int(last["year"]),
            )
        )
    return " ".join(sentences)


def _ratios(table: pd.DataFrame, t: Texts) -> Any:
    names = {
        _TO_ITALY: t("Kazakhstan\nto Italy"),
        _TO_KAZAKHSTAN: t("Italy to\nKazakhstan"),
        _WITH: t("to Italy, with\noil via Trieste"),
    }
    span = (int(table["year"].min()), int(table["year"].max()))
    x = lines.year_x("year", *span, room=94)
    end = float(table["ratio"].max()) * 1.05
    axis = marks.value_axis(t("ratio; at 1 both report the same"))
    y = alt.Y("at:Q", scale=alt.Scale(domain=[0, end], nice=False), axis=axis)
    data = pd.DataFrame(
        {
            "year": table["year"],
            "at": table["ratio"],
            "direction": table["direction"],
            "who": [names[d].replace("\n", " ") for d in table["direction"]],
            "formatted": [t.number(r, 2) for r in table["ratio"]],
            "colour": table["direction"].map(_COLOUR),
        }
    )
    one = alt.Chart(marks.values([{"at": 1, "year": span[0], "end": span[1]}]))
    layers: list[Any] = [one.mark_rule(color=marks.INK, strokeWidth=1).encode(x=x, x2="end:Q", y=y)]
    for direction, matching in data.groupby("direction", sort=False):
        dash = [5, 4] if direction == _WITH else [1, 0]
        width = 1.8 if direction == _WITH else 2.5
        layers.append(
            alt.Chart(marks.rows(matching[["year", "at", "colour"]]))
            .mark_line(strokeWidth=width, strokeDash=dash, point=len(matching) == 1)
            .encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
        )
    layers.append(lines.hover(_tooltip_rows(data), x, _tooltip(data, t)))
    last = data.sort_values("year").groupby("direction", sort=False).tail(1)
    least = 2.2 * lines.LABEL_LINE * end / lines.plot(_HEIGHT)
    ends = last.assign(at=lines.spread(last["at"].tolist(), least), year=span[1], words=last["who"])
    ends = ends.assign(words=[names[d] for d in ends["direction"]])
    layers.append(lines.words_at_end(ends, x, y, dy=-lines.LABEL_LINE / 2))
    return alt.layer(*layers)


def _tooltip_rows(data: pd.DataFrame) -> pd.DataFrame:
    wide = data.pivot_table(index="year", columns="direction", values="formatted", aggfunc="first")
    return wide.reset_index().rename_axis(columns=None)


def _tooltip(data: pd.DataFrame, t: Texts) -> list[alt.Tooltip]:
    who = dict(zip(data["direction"], data["who"], strict=True))
    shown = [alt.Tooltip(f"{d}:N", title=name) for d, name in who.items()]
    return [alt.Tooltip("year:Q", title=t("Year"), format="d"), *shown]
