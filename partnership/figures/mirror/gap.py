"""The gap between the two sides: Kazakh oil that other countries declare themselves."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from partnership import tables
from partnership.analysis import mirror
from partnership.analysis import trade as analysis
from partnership.analysis.crude import register_years
from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.analysis.trade import MONTHS
from partnership.charts import lines
from partnership.charts.forms import Columns, Series
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.mirror.totals import by_druzhba, names
from partnership.language import texts
from partnership.language.texts import message
from partnership.state import State
from partnership.wording.sentences import joined, listing

_SHORT = message("Years with fewer than twelve months reported: {list}.")


@register("trade.gap", sectors=("trade", "oil_gas"), uses=("from_year", "to_year", "currency"))
def gap(state: State) -> Figure:
    """What Italy declares and the crude that others declare, beside Kazakh-declared exports."""
    t = texts.in_language(state.lang)
    money = shared.Billions(state.currency, t)
    begins, ends = register_years(tables.load("trade"))
    first, last = max(state.from_year, begins), min(state.to_year, ends)
    title = t("Kazakhstan's exports to Italy and reports of the arrivals")
    if first > last:
        why = t(
            "Crude oil by importer is available for {first}–{last} only.", first=begins, last=ends
        )
        return shared.nothing("trade.gap", title, why)
    rows, bounds = _rows(first, last, money), _bounds(first, last, money)
    if not set(rows["reporter"]) > {"KAZ"}:
        why = t("No data on arrivals or on Kazakhstan's exports to Italy for these years.")
        return shared.nothing("trade.gap", title, why)
    headline, finding = _words(rows, bounds, money)
    return shared.drawn(
        "trade.gap",
        _columns(rows, money),
        rows,
        title=t(
            "Kazakhstan's exports to Italy and arrivals by reporting country, {unit}, {years}",
            years=lines.years(rows["year"]),
            unit=money.name,
        ),
        headline=headline,
        finding=finding,
        note=_note(rows, bounds, money),
        height=360,
        cited=[by_druzhba(rows["year"])],
        disagree=True,
        incomplete=True,
    )


def _rows(first: int, last: int, money: shared.Billions) -> pd.DataFrame:
    """`reporter`, `year`, `period`, `product_id`, `value`, `months`, `source_id`, `status`."""
    trade = tables.load("trade")
    both = analysis.bilateral(trade, first, last)
    both = both[both["direction"].eq("kaz_to_ita")].assign(months=MONTHS)
    crude = analysis.importers(trade, first, last)
    crude = crude[crude["reporter"].isin(BEHIND_TRIESTE)].assign(product_id="hs2709")
    columns = ["reporter", "year", "period", "product_id", "value", "months", "source_id", "status"]
    parts = [money.converted(part)[columns] for part in (both, crude)]
    return pd.concat(parts, ignore_index=True)


def _bounds(first: int, last: int, money: shared.Billions) -> pd.DataFrame:
    """What can have come by Trieste and what Druzhba carried, by year, in the currency chosen.

    `year`, `absent` (who is in no register that year), `upper`, `druzhba`.
    """
    crude = analysis.importers(tables.load("trade"), first, last)
    druzhba = mirror.by_druzhba(crude, tables.load("observations"))
    bounds = mirror.by_trieste(crude, druzhba)
    found = bounds[["year", "absent"]].assign(period=bounds["year"].astype(str))
    for name in ("upper", "druzhba"):
        found[name] = money.converted(found.assign(value_usd=bounds[f"{name}_usd"]))["value"]
    return found.drop(columns="period")


def _words(rows: pd.DataFrame, bounds: pd.DataFrame, money: shared.Billions) -> tuple[str, str]:
    """The latest year in which all is known: what each declared, and what is left of the gap."""
    t = money.t
    wide = rows.pivot(index="year", columns="reporter", values="value")
    wide = wide.reindex(columns=["KAZ", "ITA", *BEHIND_TRIESTE])
    known = bounds[bounds["upper"].notna()].set_index("year")
    years = wide.index[wide[["KAZ", "ITA"]].notna().all(axis=1)].intersection(known.index)
    if years.empty:
        return "", ""
    year = int(years.max())
    now, last = wide.loc[year], known.loc[year]
    headline = t(
        "Kazakhstan reports {kazakh} to Italy in {year}, Italy {italian}",
        year=year,
        kazakh=money(now["KAZ"]),
        italian=money(now["ITA"]),
    )
    others = now[list(BEHIND_TRIESTE)].dropna()
    rest = max(0.0, now["KAZ"] - now["ITA"] - last["upper"])
    finding = t(
        "{names} reported {others} of Kazakh crude oil themselves, of which at most {most} can "
        "have come via Trieste; at least {rest} of the difference remains{but}.",
        most=money(last["upper"]),
        names=names(others.index, t),
        others=money(others.sum()),
        rest=money(rest),
        but=t(", excluding what {names} may have imported", names=names(last["absent"], t))
        if last["absent"]
        else "",
    )
    return headline, finding


def _note(rows: pd.DataFrame, bounds: pd.DataFrame, money: shared.Billions) -> str:
    """What the bars show, what did not come by Trieste, and months and countries that they lack."""
    t = money.t
    crude = rows[rows["product_id"].eq("hs2709")]
    short = crude[crude["months"].lt(MONTHS)]
    until = crude.groupby("reporter")["year"].max()
    return joined(
        t(
            "The bars are the countries' own reports of crude oil of Kazakh origin (CIF), and not "
            "all of it came through Trieste; some came by the Druzhba pipeline or through other "
            "ports. Italy's part is customs statistics, the others' the register of crude oil."
        ),
        *(
            t(
                "What Druzhba is known to have carried in {year}, {value} at Germany's average "
                "price, is in Germany's bar but not in what can have come via Trieste.",
                year=row.year,
                value=money(row.druzhba),
            )
            for row in bounds[bounds["druzhba"].gt(0)].itertuples()
        ),
        listing(_SHORT, shared.with_months(short, t), t),
        *(
            t(
                "The registers hold no Kazakh crude oil imports of {country} after {year}.",
                country=t.name(str(reporter)),
                year=year,
            )
            for reporter, year in until[until < crude["year"].max()].items()
        ),
    )


def _columns(rows: pd.DataFrame, money: shared.Billions) -> Columns:
    """Italy at the foot, then those behind Trieste; over them what Kazakhstan declares."""
    t = money.t

    def series(who: str, name: str, mark: Literal["bar", "ticks"]) -> list[Series]:
        own = rows[rows["reporter"].eq(who) & rows["value"].notna()].sort_values("year")
        marked = points(
            own,
            "value",
            money,
            details=lambda row: (
                ((t("Months reported"), t.number(row.months)),) if row.months < MONTHS else ()
            ),
        )
        return [Series(name, "", marked, mark, entity=who)] if marked else []

    every = series("ITA", t("{country}, all goods", country=t.name("ITA")), "bar")
    for who in BEHIND_TRIESTE:
        every += series(who, t("{country}, crude oil", country=t.name(who)), "bar")
    every += series("KAZ", t("Reported by Kazakhstan"), "ticks")
    return Columns(tuple(every), t("Year"), money.unit)
