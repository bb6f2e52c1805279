"""The gap between the two sides: Kazakh oil that other countries declare themselves."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import mirror, money
from partnership.analysis import trade as analysis
from partnership.analysis.crude import register_years
from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.charts import lines
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.mirror import words as gap_words
from partnership.figures.mirror.totals import by_druzhba
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 360
_ORDER = ("ITA", "DEU", "AUT", "CZE")
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
        drawn=Chart(_columns(rows, t, state.currency), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, by_druzhba(rows["year"])),
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


def _columns(rows: pd.DataFrame, t: Texts, currency: str) -> Columns:
    """Italy at the foot, then those behind Trieste; over them what Kazakhstan declares."""
    parts = {str(who): part for who, part in rows.groupby("reporter")}
    series = [
        Series(_who(who, t), "", _points(parts[who], t, currency), "bar", entity=who)
        for who in _ORDER
        if who in parts
    ]
    if "KAZ" in parts:
        points = _points(parts["KAZ"], t, currency)
        series.append(Series(t("Reported by Kazakhstan"), "", points, "ticks", entity="KAZ"))
    return Columns(tuple(series), t("Year"), Unit(lines.billions(t, currency), 9))


def _points(rows: pd.DataFrame, t: Texts, currency: str) -> tuple[Point, ...]:
    months = t("Months reported")
    return tuple(
        Point(
            int(r.year),
            float(r.value),
            amounts.in_billions(r.value, currency, t),
            details=((months, t.number(r.months)),) if r.months < _MONTHS else (),
        )
        for r in rows[rows["value"].notna()].sort_values("year").itertuples()
    )


def _who(reporter: str, t: Texts) -> str:
    if reporter == "ITA":
        return t("{country}, all goods", country=t.name(reporter))
    return t("{country}, crude oil", country=t.name(reporter))
