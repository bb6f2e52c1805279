"""The gap between the two sides: Kazakh oil that other countries declare themselves."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import mirror, money
from partnership.analysis import trade as analysis
from partnership.analysis.crude import register_years
from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.mirror import words as gap_words
from partnership.figures.mirror.totals import by_druzhba
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 360
_COLOUR = {
    "ITA": marks.ITALY,
    "DEU": palette.HOLDERS[6].light,
    "AUT": palette.HOLDERS[1].light,
    "CZE": palette.HOLDERS[4].light,
}
_MONTHS = 12


@register("trade.gap", sectors=("trade", "oil_gas"), uses=("from_year", "to_year", "currency"))
def gap(state: State) -> Figure:
    """What Italy declares and the crude that others declare, beside Kazakh-declared exports."""
    t = texts.in_language(state.lang)
    begins, ends = register_years(tables.load("trade"))
    first, last = max(state.from_year, begins), min(state.to_year, ends)
    if first > last:
        why = t(
            "Crude oil by importer is available for {first}–{last} only.", first=begins, last=ends
        )
        return shared.nothing("trade.gap", t("Reporters of the arrivals"), why)
    rows, bounds = _rows(first, last, state.currency), _bounds(first, last, state.currency)
    if not set(rows["reporter"]) > {"KAZ"}:
        why = t("No data on arrivals or on Kazakhstan's exports to Italy for these years.")
        return shared.nothing("trade.gap", t("Reporters of the arrivals"), why)
    return Figure(
        id="trade.gap",
        title=t(
            "Kazakhstan's reported exports to Italy and arrivals by reporting country, {years}, "
            "{unit}",
            years=lines.years(rows["year"]),
            unit=lines.billions(t, state.currency),
        ),
        drawn=marks.finish(_drawn(rows, t, state.currency), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, by_druzhba(rows["year"])),
        alt=t("Stacked bars a year: Italy, Germany, Austria, Czechia; a tick for Kazakh exports."),
        finding=gap_words.finding(rows, bounds, t, state.currency),
        note=gap_words.note(rows, bounds, t, state.currency),
        badges=shared.badges(rows, "disagree", "incomplete"),
        height=_HEIGHT,
    )


def _rows(first: int, last: int, currency: str) -> pd.DataFrame:
    """`reporter`, `year`, `period`, `product_id`, `value`, `months`, `source_id`, `status`."""
    trade, prices = tables.load("trade"), tables.load("prices")
    both = analysis.bilateral(trade, first, last)
    both = both[both["direction"].eq("kaz_to_ita")].assign(months=_MONTHS)
    crude = analysis.importers(trade, first, last)
    crude = crude[crude["reporter"].isin(BEHIND_TRIESTE)].assign(product_id="hs2709")
    parts = [money.in_currency(part, currency, prices) for part in (both, crude)]
    columns = ["reporter", "year", "period", "product_id", "value", "months", "source_id", "status"]
    return pd.concat([part[columns] for part in parts], ignore_index=True)


def _bounds(first: int, last: int, currency: str) -> pd.DataFrame:
    """What can have come by Trieste and what Druzhba carried, by year, in `currency`.

    `year`, `absent` (who is in no register that year), `upper`, `druzhba`.
    """
    trade, prices, seen = (tables.load(n) for n in ("trade", "prices", "observations"))
    crude = analysis.importers(trade, first, last)
    bounds = mirror.by_trieste(crude, mirror.by_druzhba(crude, seen))
    found = bounds[["year", "absent"]].assign(period=bounds["year"].astype(str))
    for name in ("upper", "druzhba"):
        usd = found.assign(value_usd=bounds[f"{name}_usd"])
        found[name] = money.in_currency(usd, currency, prices)["value"]
    return found.drop(columns="period")


def _stacked(rows: pd.DataFrame) -> pd.DataFrame:
    """Bars: Italy at the foot, then those behind Trieste."""
    bars = rows[rows["reporter"].ne("KAZ")]
    order = bars["reporter"].map(list(_COLOUR).index)
    bars = bars.assign(order=order).sort_values(["year", "order"])
    upper = lines.bn(bars.groupby("year")["value"].cumsum())
    return bars.assign(lower=upper - lines.bn(bars["value"]), upper=upper)


def _drawn(rows: pd.DataFrame, t: Texts, currency: str) -> Any:
    data = _stacked(rows)
    span = (int(rows["year"].min()), int(rows["year"].max()))
    x = lines.year_x("start", *span, room=104, edge=0.5)
    y = alt.Y("lower:Q", axis=marks.value_axis(lines.billions(t, currency)))
    shown = pd.DataFrame(
        {
            "year": data["year"],
            "start": data["year"] - 0.36,
            "end": data["year"] + 0.36,
            "lower": data["lower"],
            "upper": data["upper"],
            "colour": data["reporter"].map(_COLOUR),
            "who": [_who(r, t) for r in data["reporter"]],
            "formatted": [amounts.in_billions(v, currency, t) for v in data["value"]],
            "months": data["months"],
        }
    )
    bars = lines.blocks(
        shown,
        x,
        y,
        t,
        [
            alt.Tooltip("who:N", title=t("reported by")),
            alt.Tooltip("formatted:N", title=t("Value")),
            alt.Tooltip("months:Q", title=t("Months reported")),
        ],
    )
    return alt.layer(bars, _kazakh(rows, t, currency, x), _names(rows, t), _ended(rows, t, x))


def _kazakh(rows: pd.DataFrame, t: Texts, currency: str, x: alt.X) -> alt.Chart:
    exports = rows[rows["reporter"].eq("KAZ")]
    ticks = pd.DataFrame(
        {
            "year": exports["year"],
            "start": exports["year"] - 0.46,
            "end": exports["year"] + 0.46,
            "lower": lines.bn(exports["value"]),
            "formatted": [amounts.in_billions(v, currency, t) for v in exports["value"]],
        }
    )
    return (
        alt.Chart(marks.rows(ticks))
        .mark_rule(color=marks.KAZAKHSTAN, strokeWidth=4)
        .encode(
            x=x,
            x2="end:Q",
            y="lower:Q",
            tooltip=[
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("formatted:N", title=t("Exports to Italy reported by Kazakhstan")),
            ],
        )
    )


def _who(reporter: str, t: Texts) -> str:
    if reporter == "ITA":
        return t("{country}, all goods", country=t.name(reporter))
    return t("{country}, crude oil", country=t.name(reporter))


def _names(rows: pd.DataFrame, t: Texts) -> alt.LayerChart:
    """Who declares, beside the last bar."""
    stack = _stacked(rows)
    latest = stack.sort_values("year").groupby("reporter", sort=False).tail(1)
    last = int(rows["year"].max())
    latest = latest[latest["year"].eq(last)]
    end = rows[rows["reporter"].eq("KAZ") & rows["year"].eq(last)]
    named = [
        (
            (r.lower + r.upper) / 2,
            _who(str(r.reporter), t),
            marks.ITALY if r.reporter == "ITA" else marks.INK,
        )
        for r in latest.itertuples()
    ]
    named += [
        (lines.bn(v), t("Reported by Kazakhstan"), marks.KAZAKHSTAN)
        for v in end["value"].astype(float)
    ]
    data = pd.DataFrame(named, columns=["lower", "words", "colour"]).assign(end=last + 0.5)
    most = max(float(stack["upper"].max()), float(lines.bn(rows["value"]).max()))
    least = 1.1 * lines.LABEL_LINE * most / lines.plot(_HEIGHT)
    data["lower"] = lines.spread(data["lower"].tolist(), least)
    return (
        alt.Chart(marks.rows(data))
        .mark_text(align="left", dx=4, fontSize=marks.LABEL)
        .encode(x="end:Q", y="lower:Q", text="words:N", color=alt.Color("colour:N", scale=None))
    )


def _ended(rows: pd.DataFrame, t: Texts, x: alt.X) -> alt.Chart:
    """Names of those that the last bar lacks, above the last bar that has them."""
    stack = _stacked(rows)
    last = stack.sort_values("year").groupby("reporter", sort=False).tail(1)
    gone = last[last["year"].lt(rows["year"].max())]
    data = pd.DataFrame(
        {
            "start": gone["year"],
            "lower": gone["upper"],
            "words": [t.name(r) for r in gone["reporter"]],
        }
    )
    words = alt.Chart(marks.rows(data)).mark_text(**marks.text(baseline="bottom", dy=-3))
    return words.encode(x=x, y="lower:Q", text="words:N")
