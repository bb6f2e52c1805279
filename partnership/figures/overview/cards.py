"""Energy, trade and a check: a small chart and one finding for each."""

from __future__ import annotations

from datetime import date

import pandas as pd

from partnership import tables
from partnership.analysis import stakes, trade
from partnership.analysis.spans import attested_on
from partnership.charts import marks
from partnership.charts.forms import Bars, Category, Point, Unit
from partnership.charts.forms.bars import single
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.state import CONSORTIA, State


@register("overview.energy", sectors=("oil_gas",))
def energy(state: State) -> Figure:
    """Eni's working interests in the consortia, the largest first."""
    t = texts.in_language(state.lang)
    title = t("Energy: Eni's working interests, percent, as last reported")
    rows = _interests(date.today())
    if rows.empty:
        return shared.nothing("overview.energy", title, t("No interest of Eni is on file."))
    first, *others = rows.itertuples()
    return shared.drawn(
        "overview.energy",
        Bars(
            tuple(Category(r.asset_id, t.short(r.asset_id)) for r in rows.itertuples()),
            single(
                tuple(
                    _point(r.asset_id, r.percent, _percent(r.percent, t), "eni")
                    for r in rows.itertuples()
                ),
                marks.ITALY,
            ),
            what=t("Consortium"),
            measure=t("Working interest"),
            unit=Unit(suffix=PERCENT_SIGN),
        ),
        rows,
        title=title,
        headline=t(
            "Eni holds {share} of {asset} and {other} of {next}",
            share=_percent(first.percent, t),
            asset=t.short(first.asset_id),
            other=_percent(others[0].percent, t),
            next=t.short(others[0].asset_id),
        )
        if others
        else "",
        finding=t(
            "Eni has an interest in {count} of the {all} consortia.",
            count=t.number(len(rows)),
            all=t.number(len(CONSORTIA)),
        ),
    )


def _interests(day: date) -> pd.DataFrame:
    """`asset_id`, `percent`, `period` (the day for which the split is attested), `source_id` and
    `status` of Eni's rows in the splits of the consortia on `day`.
    """
    known = tables.load("stakes")
    parts = []
    for asset in CONSORTIA:
        if stakes.splits(known, asset).empty:
            continue
        rows = stakes.split_on(known, asset, day).rows
        attested = attested_on(known, asset, day).day
        parts.append(rows[rows["holder_id"].eq("eni")].assign(period=attested))
    columns = ["asset_id", "percent", "period", "source_id", "status"]
    found = pd.concat(parts)[columns] if parts else pd.DataFrame(columns=columns)
    return found.sort_values("percent", ascending=False, kind="stable", ignore_index=True)


def _percent(value: float, t: Texts) -> str:
    return t.percent(value, amounts.decimals(round(value, 2)))


def _point(at: str, value: float, words: str, entity: str) -> Point:
    return Point(at, value, words, label=words, entity=entity)


@register("overview.trade", sectors=("trade",), uses=("from_year", "to_year", "currency"))
def both_ways(state: State) -> Figure:
    """What Kazakhstan sells to Italy and buys from it, in the latest year that it reports both."""
    t = texts.in_language(state.lang)
    title = t("Trade between the two, as reported by Kazakhstan")
    rows = trade.bilateral(tables.load("trade"), state.from_year, state.to_year)
    rows = _latest(rows[rows["reporter"].eq("KAZ")], "direction")
    if rows.empty:
        why = t("No year has both directions for this selection.")
        return shared.nothing("overview.trade", title, why)
    early = shared.before_euro(state, t)
    if early:
        return shared.nothing("overview.trade", title, early)
    year = int(rows["year"].iloc[0])
    rows = _in_currency(rows, state).set_index("direction", drop=False)
    money = shared.Billions(state.currency, t)
    sold, bought = (float(rows.loc[way, "value"]) for way in ("kaz_to_ita", "ita_to_kaz"))
    names = {"kaz_to_ita": t("To Italy"), "ita_to_kaz": t("From Italy")}
    entities = {"kaz_to_ita": "KAZ", "ita_to_kaz": "ITA"}
    return shared.drawn(
        "overview.trade",
        Bars(
            tuple(Category(way, name) for way, name in names.items()),
            single(
                tuple(
                    _point(way, value, money(value), entities[way])
                    for way, value in zip(names, (sold, bought), strict=True)
                ),
                marks.KAZAKHSTAN,
            ),
            what=t("Direction"),
            measure=money.name,
            unit=Unit(power=9),
        ),
        rows.reset_index(drop=True),
        title=t(
            "Trade: goods as reported by Kazakhstan, {unit}, {year}", unit=money.name, year=year
        ),
        headline=t(
            "Kazakhstan sold Italy {times} times what it bought there",
            times=t.number(sold / bought, 0),
        )
        if sold > bought > 0
        else "",
        finding=t("The balance of Kazakhstan is {amount}.", amount=money.signed(sold - bought)),
    )


def _latest(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows of the latest year that has both values of `column`; none where no year has."""
    known = rows[rows["value_usd"].notna()]
    both = known.groupby("year")[column].nunique().eq(2)
    return known[known["year"].eq(both.index[both].max())]


def _in_currency(rows: pd.DataFrame, state: State) -> pd.DataFrame:
    """`rows` with a column `value` in the currency chosen."""
    return shared.Billions(state.currency, texts.in_language(state.lang)).converted(rows)


@register(
    "overview.check",
    sectors=("trade",),
    uses=("from_year", "to_year", "currency"),
)
def check(state: State) -> Figure:
    """The goods sent to Italy as both sides report them, in the latest year that both do."""
    t = texts.in_language(state.lang)
    title = t("Goods from Kazakhstan to Italy, as reported by each side")
    rows = trade.bilateral(tables.load("trade"), state.from_year, state.to_year)
    rows = _latest(rows[rows["direction"].eq("kaz_to_ita")], "reporter")
    if rows.empty:
        why = t("No year is reported by both sides.")
        return shared.nothing("overview.check", title, why)
    early = shared.before_euro(state, t)
    if early:
        return shared.nothing("overview.check", title, early)
    year = int(rows["year"].iloc[0])
    rows = _in_currency(rows, state).set_index("reporter", drop=False)
    money = shared.Billions(state.currency, t)
    exports, imports = (float(rows.loc[who, "value"]) for who in ("KAZ", "ITA"))
    return shared.drawn(
        "overview.check",
        Bars(
            tuple(Category(who, t.short(who)) for who in ("KAZ", "ITA")),
            single(
                tuple(
                    _point(who, value, money(value), who)
                    for who, value in (("KAZ", exports), ("ITA", imports))
                ),
                marks.KAZAKHSTAN,
            ),
            what=t("Reported by"),
            measure=money.name,
            unit=Unit(power=9),
        ),
        rows.reset_index(drop=True),
        title=t(
            "Check: goods from Kazakhstan to Italy as reported by each, {unit}, {year}",
            unit=money.name,
            year=year,
        ),
        headline=t(
            "The same goods: Kazakhstan reports {times} times what Italy does",
            times=t.number(exports / imports, 1),
        )
        if exports > imports > 0
        else "",
        finding=t(
            "They differ by {amount}; the page on crude oil shows what explains how much of it.",
            amount=money(abs(exports - imports)),
        ),
        disagree=True,
    )
