"""Export routes of Kazakhstan's crude oil, and how much depends on the largest."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import concentration as analysis
from partnership.charts import known_years, lines
from partnership.charts.forms import Columns, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.sentences import joined

_KNOWN = message("Exports by route are available for {years} only.")
_REST = "rest"
"""The key of all routes that are not broken down."""
_ORDER = {
    "cpc": "cpc",
    "atyrau_samara": "atyrau_samara",
    "btc": "btc",
    "makhachkala": "makhachkala",
    "sea": "aktau_oil_port",
    "kazakhstan_china_oil": "kazakhstan_china_oil",
    "rail": "rail",
    _REST: "other",
}
"""Routes from the foot of a column, and what each is in the registry of colours."""


@register("trade.routes", sectors=("trade", "oil_gas", "transport"), uses=("from_year", "to_year"))
def routes(state: State) -> Figure:
    """Crude oil exports by route, as far as published."""
    t = texts.in_language(state.lang)
    rows = analysis.routes(tables.load("observations"), tables.load("sources"))
    span = lines.years(rows["year"])
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    if rows.empty:
        why = lines.known_only(_KNOWN, span, t)
        return shared.nothing("trade.routes", t("Export routes of Kazakhstan's crude oil"), why)
    used = rows[rows["used"]]
    headline, finding = _words(used[used["route"].eq("cpc")].set_index("year")["share"], t)
    return shared.drawn(
        "trade.routes",
        _columns(used, t),
        rows,
        title=t(
            "Kazakhstan's crude oil exports by route, percent of weight, {years}",
            years=known_years.named(rows["year"], t),
        ),
        headline=headline,
        finding=finding,
        note=_note(rows, analysis.by_year(used, "route", "routes").iloc[-1], t),
        height=340,
        cited=[rows.rename(columns={"source_id": "_", "total_source_id": "source_id"})],
        computed=True,
        incomplete=True,
        disagree=bool(rows.groupby(["year", "route"])["mt"].nunique().gt(1).any()),
    )


def _words(share: pd.Series, t: Texts) -> tuple[str, str]:
    """The share of CPC in the last year known, and in the first where it is another."""
    if share.empty:
        return "", ""
    headline = t(
        "CPC carries {share} of Kazakhstan's crude oil exports ({year})",
        share=t.percent(share.iloc[-1]),
        year=int(share.index[-1]),
    )
    if len(share) == 1:
        return headline, ""
    first = int(share.index[0])
    return headline, t("In {year} it was {share}.", year=first, share=t.percent(share.iloc[0]))


def _note(rows: pd.DataFrame, last: pd.Series, t: Texts) -> str:
    """What is missing, by route, concentration in the last year, and what other sources have."""
    bounds = {"year": last["year"]}
    for key, words in (("top", lambda v: t.percent(v, 0)), ("index", t.number)):
        low, high = words(last[f"{key}_low"]), words(last[f"{key}_high"])
        bounds[key] = low if low == high else t("{low} to {high}", low=low, high=high)
    return joined(
        *_lacking(rows[rows["used"]], t),
        t(
            "The three largest routes carried {top} in {year}, and the Herfindahl index of routes "
            "was {index}: the part not broken down is spread over many routes, or one more route.",
            **bounds,
        ),
        t(
            "Druzhba is part of the Samara route. Where sources disagree, an outcome is drawn "
            "before an estimate, then the best kind of source; other values are in the table."
        ),
        *_others(rows[rows["route"].eq("cpc") & rows["year"].eq(last["year"])], t),
    )


def _lacking(used: pd.DataFrame, t: Texts) -> list[str]:
    """Years without a value, by route."""
    years = {str(route): set(own["year"]) for route, own in used.groupby("route")}
    sentences = []
    for route in analysis.MAIN_ROUTES:
        known = years.get(route, set())
        if route in analysis.PARTS_OF_SEA:
            known = known | years.get("sea", set())
        if lacking := set(used["year"]) - known:
            named = known_years.named(lacking, t)
            sentences.append(t("{name}: no value for {years}.", name=_name(route, t), years=named))
    return sentences


def _others(cpc: pd.DataFrame, t: Texts) -> list[str]:
    """The share of CPC in one year by the quantities that the drawing does not use."""
    by = sources.publishers(cpc["source_id"], t)
    return [
        t(
            "{share} in {year} is based on {mt} through CPC ({publisher}); with the {less} given "
            "by {other} it would be {otherwise}.",
            share=t.percent(used.share),
            year=used.year,
            mt=amounts.amount(used.mt, "Mt", t, 1),
            publisher=by[used.source_id],
            less=amounts.amount(row.mt, "Mt", t, 1),
            other=by[row.source_id],
            otherwise=t.percent(row.share),
        )
        for used in cpc[cpc["used"]].head(1).itertuples()
        for row in cpc[~cpc["used"] & cpc["mt"].ne(used.mt)].itertuples()
    ]


def _name(route: str, t: Texts) -> str:
    known = {
        _REST: t("not broken down"),
        "makhachkala": t("Makhachkala"),
        "sea": t("by sea from Aktau"),
        "rail": t("by rail"),
        "kazakhstan_china_oil": t("China"),
    }
    return known.get(route) or t.short(route)


def _columns(used: pd.DataFrame, t: Texts) -> Columns:
    """Shares by route, what is not broken down on top."""
    years = used.groupby("year")
    rest = 100 - years["share"].sum()
    total = years["mt"].sum() / years["share"].sum()
    more = pd.DataFrame({"year": rest.index, "route": _REST, "share": rest, "mt": rest * total})
    data = pd.concat([used, more], ignore_index=True).sort_values("year")
    parts = {str(route): part for route, part in data.groupby("route")}
    return Columns(
        tuple(
            Series(
                _name(route, t),
                "",
                points(
                    parts[route],
                    "share",
                    lambda value: t.percent(value, 0),
                    label=lambda row: t.percent(row.share, 0),
                    details=lambda row: (("", amounts.amount(row.mt, "Mt", t, 1)),),
                ),
                "bar",
                entity=entity,
            )
            for route, entity in _ORDER.items()
            if route in parts
        ),
        t("Year"),
        Unit(t("percent of exports"), suffix=PERCENT_SIGN),
        gaps=True,
        span=(0, 100),
    )
