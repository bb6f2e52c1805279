"""How much oil each export route carried, year by year, in million tonnes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import oil
from partnership.charts import known_years, lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_ROW = 60
_LARGEST = 15
"""Radius in pixels of the largest circle."""
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
_COLOURS = {
    "cpc": palette.SECTOR["oil_gas"].light,
    "atyrau_samara": palette.HOLDERS[0].light,
    "druzhba": palette.HOLDERS[0].light,
    "kazakhstan_china_oil": palette.HOLDERS[3].light,
    "aktau_oil_port": palette.HOLDERS[5].light,
    "btc": palette.HOLDERS[1].light,
    "KAZ": palette.HOLDERS[2].light,
}
_CHANGES = {
    "cpc": message(
        "CPC carried {before} million tonnes of Kazakh oil in {first} and {now} in {last}."
    ),
    "kazakhstan_china_oil": message(
        "The pipeline to China carried {before} in {first} and {now} in {last}."
    ),
}
_KNOWN = message("Oil by export route is available for years within {years} only.")
_NOT_KAZAKH = (oil.ALL_OIL, oil.RUSSIAN_OIL)


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
    return Figure(
        id="trade.routes_by_year",
        title=t(
            "Oil by export route from Kazakhstan, {years}, million tonnes",
            years=known_years.named(drawn["year"], t),
        ),
        drawn=marks.finish(_circles(drawn, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t(
            "A row a route, a column a year, circles by weight with their numbers; blank where "
            "there is no value."
        ),
        finding=_finding(drawn, t),
        note=t(
            "Pale: all oil in a pipeline, or Russian oil. Hollow: an estimate, an expectation, a "
            "computed value, or a figure that another page gives for something else. Blank: no "
            "value for a whole year was found. Oil loaded for BTC was not necessarily carried by "
            "it in the same year. Where sources disagree, an outcome is drawn before an estimate, "
            "then the best kind of source; plans and other values are in the table."
        ),
        badges=shared.badges(drawn, "incomplete", *(("disagree",) if differ.any() else ())),
        height=height,
    )


def _finding(drawn: pd.DataFrame, t: Texts) -> str:
    """First and last year of Kazakh oil by CPC and by the pipeline to China."""
    sentences = []
    for line, words in _CHANGES.items():
        rows = drawn[drawn["entity_id"].eq(line) & drawn["metric_id"].eq(oil.KAZAKH_OIL)]
        if len(rows) > 1:
            first, last = rows.iloc[0], rows.iloc[-1]
            sentences.append(
                t(
                    words,
                    before=t.number(first["mt"], 1),
                    first=int(first["year"]),
                    now=t.number(last["mt"], 1),
                    last=int(last["year"]),
                )
            )
    return " ".join(sentences)


def _circles(drawn: pd.DataFrame, t: Texts) -> Any:
    keys = list(zip(drawn["entity_id"], drawn["metric_id"], strict=True))
    order = {route: row for row, route in enumerate(k for k in _NAMES if k in keys)}
    placed = known_years.places(drawn["year"])
    cited = sources.publishers(drawn["source_id"], t)
    colour = drawn["entity_id"].map(_COLOURS)
    sure = oil.as_reported(drawn["status"])
    whole = ~drawn["metric_id"].isin(_NOT_KAZAKH)
    data = pd.DataFrame(
        {
            "column": drawn["year"].map(placed),
            "row": [order[key] + 0.53 for key in keys],
            "year": drawn["year"],
            "route": [t(_NAMES[key]) for key in keys],
            "mt": drawn["mt"],
            "words": [_short(v, t) for v in drawn["mt"]],
            "formatted": [amounts.amount(v, "Mt", t, 2) for v in drawn["mt"]],
            "who": [cited[s] for s in drawn["source_id"]],
            "line": colour,
            "fill": colour.where(sure, marks.PAPER),
            "shade": whole.map({True: 1.0, False: 0.45}),
        }
    )
    x = known_years.axis("column", placed)
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[len(order), 0], nice=False))
    headings = pd.DataFrame(
        {"column": -0.5, "row": range(len(order)), "route": map(_named(t), order)}
    )
    return alt.layer(
        known_years.gaps(placed, x, y, 0, len(order)),
        _rules(len(order), y),
        _marks(data, x, y, t),
        alt.Chart(marks.rows(data[["column", "row", "words"]]))
        .mark_text(**marks.text(fontSize=11, dy=_LARGEST + 7))
        .encode(x=x, y=y, text="words:N"),
        alt.Chart(marks.rows(headings))
        .mark_text(**marks.text(align="left", baseline="top", dx=2, dy=4))
        .encode(x=x, y=y, text="route:N"),
    )


def _short(mt: float, t: Texts) -> str:
    """One decimal, two where one would be off by more than a twentieth."""
    return t.number(mt, 1 if abs(round(mt, 1) - mt) < mt / 20 else 2)


def _named(t: Texts) -> Any:
    return lambda route: t(_NAMES[route])


def _rules(count: int, y: alt.Y) -> alt.Chart:
    """A thin line above each row."""
    data = pd.DataFrame({"row": range(count)})
    return alt.Chart(marks.rows(data)).mark_rule(color=marks.FAINT).encode(y=y)


def _marks(data: pd.DataFrame, x: alt.X, y: alt.Y, t: Texts) -> alt.Chart:
    # On a narrow screen circles shrink with the columns, so that neighbours do not overlap.
    largest = alt.ExprRef(f"PI * pow(min({_LARGEST}, width / 30), 2)")
    return (
        alt.Chart(marks.rows(data.drop(columns="words")))
        .mark_point(shape="circle", strokeWidth=1.6)
        .encode(
            x=x,
            y=y,
            size=alt.Size(
                "mt:Q",
                legend=None,
                scale=alt.Scale(domain=[0, float(data["mt"].max())], rangeMin=0, rangeMax=largest),
            ),
            stroke=alt.Stroke("line:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            opacity=alt.Opacity("shade:Q", scale=None),
            tooltip=[
                alt.Tooltip("route:N", title=t("Route")),
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("formatted:N", title=t("Weight")),
                alt.Tooltip("who:N", title=t("Source")),
            ],
        )
    )
