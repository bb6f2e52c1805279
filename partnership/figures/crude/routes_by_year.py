"""How much oil each export route carried, year by year, in million tonnes."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import oil
from partnership.charts import known_years, lines
from partnership.charts.forms import Dots
from partnership.charts.forms.dots import Along, Dot, Kind, Lane
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_ROW = 66
_NAMES = {
    ("cpc", oil.ALL_OIL): message("CPC: all oil"),
    ("cpc", oil.KAZAKH_OIL): message("CPC: Kazakh oil"),
    ("atyrau_samara", oil.KAZAKH_OIL): message("Atyrau–Samara: Kazakh oil"),
    ("druzhba", oil.KAZAKH_OIL): message("Druzhba to Germany: Kazakh oil"),
    ("kazakhstan_china_oil", oil.KAZAKH_OIL): message("Pipeline to China: Kazakh oil"),
    ("kazakhstan_china_oil", oil.RUSSIAN_OIL): message("Pipeline to China: Russian oil in transit"),
    ("aktau_oil_port", "oil_exports_by_sea_mt"): message("Aktau: all exports by sea"),
    ("aktau_oil_port", "oil_to_makhachkala_mt"): message("Aktau: to Makhachkala"),
    ("aktau_oil_port", "kaztransoil_loadings_to_btc_mt"): message(
        "Aktau: loaded by KazTransOil for BTC"
    ),
    ("btc", oil.KAZAKH_OIL): message("BTC: Kazakh oil carried"),
    ("KAZ", "oil_exports_by_rail_mt"): message("Rail"),
}
_CPC = message("CPC carried {now} of Kazakh oil in {last}, {before} in {first}")
_CHINA = message(
    "The pipeline to China carried {now} of Kazakh oil in {last}, {before} in {first}."
)
_KNOWN = message("Oil by export route is available for years within {years} only.")


@register(
    "trade.routes_by_year", sectors=("trade", "oil_gas", "transport"), uses=("from_year", "to_year")
)
def routes_by_year(state: State) -> Figure:
    """A circle for each route and year that is known, by weight."""
    t = texts.in_language(state.lang)
    rows = oil.by_year(tables.load("observations"), tables.load("sources"), oil.ROUTES)
    span = lines.years(rows["year"])
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    drawn = rows[rows["used"] & rows["status"].ne("target")]
    if drawn.empty:
        why = lines.known_only(_KNOWN, span, t)
        return shared.nothing("trade.routes_by_year", t("Oil by export route"), why)
    height = _ROW * drawn.groupby(["entity_id", "metric_id"], observed=True).ngroups + 30
    differ = rows.groupby(["entity_id", "metric_id", "year"], observed=True)["mt"].nunique().gt(1)
    return shared.drawn(
        "trade.routes_by_year",
        _circles(drawn, t),
        drawn,
        table=rows,
        title=t(
            "Oil by export route from Kazakhstan, million tonnes, {years}",
            years=known_years.named(drawn["year"], t),
        ),
        headline=_change("cpc", _CPC, drawn, t),
        finding=_change("kazakhstan_china_oil", _CHINA, drawn, t),
        note=t(
            "Hollow: an estimate, an expectation, a computed value, or a figure that another page "
            "gives for something else. Blank: no value for a whole year was found. Where sources "
            "disagree, an outcome is drawn before an estimate, then the best kind of source; "
            "plans and other values are in the table."
        ),
        height=height,
        incomplete=True,
        disagree=bool(differ.any()),
    )


def _change(line: str, words: str, drawn: pd.DataFrame, t: Texts) -> str:
    """The last and the first year of Kazakh oil by a line."""
    rows = drawn[drawn["entity_id"].eq(line) & drawn["metric_id"].eq(oil.KAZAKH_OIL)]
    if len(rows) < 2:
        return ""
    first, last = rows.iloc[0], rows.iloc[-1]
    return t(
        words,
        before=amounts.amount(first["mt"], "Mt", t, 1),
        first=int(first["year"]),
        now=amounts.amount(last["mt"], "Mt", t, 1),
        last=int(last["year"]),
    )


def _circles(drawn: pd.DataFrame, t: Texts) -> Dots:
    placed = known_years.places(drawn["year"])
    cited = sources.publishers(drawn["source_id"], t)
    routes = dict(list(drawn.groupby(["entity_id", "metric_id"], observed=True)))
    edge = 0.5
    return Dots(
        tuple(
            Lane(t(name), tuple(_dot(r, placed, cited, t) for r in routes[route].itertuples()))
            for route, name in _NAMES.items()
            if route in routes
        ),
        (Kind("", palette.OTHERS.light, side="under"),),
        Along(
            min(placed.values()) - edge,
            max(placed.values()) + edge,
            tuple((at, str(year)) for year, at in placed.items()),
            gaps=known_years.gaps(placed),
        ),
        details=(t("Route"), t("Year"), t("Weight"), t("Source")),
        step=_ROW,
        above=True,
        joined="ruled",
    )


def _dot(row: Any, placed: dict[int, float], cited: dict[str, str], t: Texts) -> Dot:
    amount = amounts.amount(row.mt, "Mt", t, 2)
    route = t(_NAMES[row.entity_id, row.metric_id])
    return Dot(
        placed[row.year],
        words=t("{amount} in {year}", amount=amount, year=row.year),
        label=_short(row.mt, t),
        amount=row.mt,
        sure=row.status == "reported",
        entity="rail" if row.entity_id == "KAZ" else row.entity_id,
        details=(route, str(row.year), amount, cited[row.source_id]),
    )


def _short(mt: float, t: Texts) -> str:
    """One decimal, two where one would be off by more than a twentieth."""
    return t.number(mt, 1 if abs(round(mt, 1) - mt) < mt / 20 else 2)
