"""Electricity generation of Kazakhstan and Italy by source."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.charts import marks
from partnership.charts.forms import Bars, Category, Chart, Columns, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared, yearly
from partnership.figures.figure import Figure, register
from partnership.figures.renewables import fuels
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_HEIGHT = 340
_USES = ("from_year", "to_year")
_BOTH = set(marks.REPORTER_COLOUR)


@register("renewables.generation_kaz", sectors=("renewables",), uses=_USES)
def generation_kaz(state: State) -> Figure:
    """Kazakhstan's electricity by source."""
    return _generation("renewables.generation_kaz", "KAZ", state)


@register("renewables.generation_ita", sectors=("renewables",), uses=_USES)
def generation_ita(state: State) -> Figure:
    """Italy's electricity by source."""
    return _generation("renewables.generation_ita", "ITA", state)


def _generation(figure_id: str, country: str, state: State) -> Figure:
    t = texts.in_language(state.lang)
    known = analysis.generation(tables.load("observations"), country, analysis.RELEASE)
    known = needed.rows(known, "observations", entity_id=country, source_id=analysis.RELEASE)
    rows = yearly.chosen(known, state)
    title = t("Electricity generation of {country} by source, %", country=t.name(country))
    if rows.empty:
        return yearly.unknown(figure_id, title, known["year"], t)
    clean = analysis.low_carbon(rows).sort_values("year")
    return shared.from_rows(
        figure_id,
        yearly.titled(title, rows["year"], t),
        Chart(_columns(rows, t), _HEIGHT),
        rows,
        headline=_headline(rows, clean.iloc[-1], t),
        finding=_finding(rows, clean, t),
        note=t(
            "One release of the data throughout ({release}); the release of {newer} revises it "
            "and is shown separately.",
            release=yearly.released(analysis.RELEASE, t),
            newer=yearly.released(analysis.NEWEST, t),
        ),
    )


def _headline(rows: pd.DataFrame, clean: Any, t: Texts) -> str:
    """The largest source of the last year, and all that are not fossil."""
    now = rows[rows["year"].eq(clean["year"])].dropna(subset="share")
    if now.empty:
        return ""
    most = now.loc[now["share"].idxmax()]
    return t(
        "Electricity in {country}: {part} {share}, non-fossil sources {clean}",
        country=t.name(most["entity_id"]),
        part=fuels.name(most["part"], t).lower(),
        share=t.percent(most["share"]),
        clean=t.percent(clean["share"]),
    )


def _finding(rows: pd.DataFrame, clean: pd.DataFrame, t: Texts) -> str:
    first, last = clean.iloc[0], clean.iloc[-1]
    total = t(
        "{total} were generated in {year}.",
        total=_twh(rows.loc[rows["year"].eq(last["year"]), "value"].sum(), t, 1),
        year=int(last["year"]),
    )
    if first["year"] == last["year"]:
        return total
    before = t(
        "In {year} non-fossil sources had {clean}.",
        year=int(first["year"]),
        clean=t.percent(first["share"]),
    )
    return sentences.joined(total, before)


def _twh(value: float, t: Texts, digits: int = 2) -> str:
    return amounts.amount(value, "TWh", t, digits)


def _grouped(rows: pd.DataFrame, *keys: str) -> pd.DataFrame:
    """Amounts and shares of the parts that are drawn, in the order of `keys`."""
    data = rows.assign(part=rows["part"].replace(fuels.GROUP))
    return data.groupby([*keys, "part"], as_index=False)[["value", "share"]].sum()


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """Percent of the sources that generated anything, coal at the foot; totals on hovering."""
    by_part = dict(list(_grouped(rows, "year").groupby("part")))
    series = tuple(
        Series(fuels.name(key, t), "", _shares(by_part[key], t), "bar", entity=entity)
        for key, entity in fuels.ENTITY.items()
        if key in by_part and by_part[key]["value"].gt(0).any()
    )
    whole = rows.groupby("year", as_index=False)["value"].sum()
    total = yearly.points(whole, lambda v: _twh(v, t))
    unit = Unit(t("%"))
    return Columns(
        series, t("Year"), unit, totals=total, total=t("Total"), span=(0.0, 100.0), ranked=True
    )


def _shares(own: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    return tuple(
        Point(
            int(r.year),
            float(r.share),
            t.percent(r.share),
            details=(("", _twh(r.value, t)),),
        )
        for r in own.itertuples()
    )


@register("renewables.mix", sectors=("renewables",))
def mix(state: State) -> Figure:
    """The newest mix of both countries, from the newest release by itself."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    parts = (analysis.generation(seen, c, analysis.NEWEST) for c in marks.REPORTER_COLOUR)
    rows = pd.concat(parts, ignore_index=True)
    of_both = rows.groupby("year")["entity_id"].nunique().eq(len(_BOTH))
    if not of_both.any():
        raise needed.missing("observations", source_id=analysis.NEWEST)
    year = int(of_both.index[of_both].max())
    rows = rows[rows["year"].eq(year)]
    return shared.from_rows(
        "renewables.mix",
        t("Electricity generation by source, %, {year}", year=year),
        Chart(_mix(rows, t)),
        rows,
        headline=_largest(rows, t),
        finding=_variable(rows, t),
        note=t(
            "From the release of {release} alone, which revises that of {older} and must not be "
            "joined with it. Other renewables: bioenergy, geothermal. The year filter does not "
            "apply.",
            release=yearly.released(analysis.NEWEST, t),
            older=yearly.released(analysis.RELEASE, t),
        ),
    )


def _largest(rows: pd.DataFrame, t: Texts) -> str:
    """The largest source of each country; nothing where one of them generated nothing."""
    firm = rows[rows["share"].gt(0)]
    if set(firm["entity_id"]) != _BOTH:
        return ""
    most = firm.loc[firm.groupby("entity_id")["share"].idxmax()].set_index("entity_id")
    kazakh, italian = (
        f"{fuels.name(most.loc[c, 'part'], t).lower()} ({t.percent(most.loc[c, 'share'])})"
        for c in ("KAZ", "ITA")
    )
    return t(
        "Kazakhstan runs on {kazakh}, Italy on {italian}",
        kazakh=kazakh,
        italian=italian,
    )


def _variable(rows: pd.DataFrame, t: Texts) -> str:
    """The share of wind and sun in both countries' generation; nothing where one is not known."""
    share = analysis.low_carbon(rows).set_index("entity_id")["variable"]
    total = rows.groupby("entity_id")["value"].sum()
    if _BOTH - set(total.index[total.gt(0)]):
        return ""
    return t(
        "Wind and solar generated {kazakh} of Kazakhstan's {kazakh_total} TWh and {italian} of "
        "Italy's {italian_total} TWh.",
        kazakh=t.percent(share["KAZ"]),
        kazakh_total=t.number(total["KAZ"], 1),
        italian=t.percent(share["ITA"]),
        italian_total=t.number(total["ITA"], 1),
    )


def _mix(rows: pd.DataFrame, t: Texts) -> Bars:
    data = _grouped(rows, "entity_id")
    sums = data.groupby("part")["value"].sum()
    drawn = [p for p in fuels.ENTITY if sums.get(p, 0) > 0]
    by_country = dict(list(data[data["part"].isin(drawn)].groupby("entity_id")))

    def share(row: Any) -> Point:
        words = t.percent(row.share)
        label = f"{t.name(row.entity_id)} {words}" if row.part in drawn[:1] else words
        output = t("Generation"), _twh(row.value, t)
        return Point(row.part, float(row.share), words, label, details=(output,))

    return Bars(
        tuple(Category(p, fuels.name(p, t)) for p in drawn),
        tuple(
            Series(
                t.name(country),
                colour,
                tuple(share(r) for r in by_country[country].itertuples()),
                mark="bar",
                entity=country,
            )
            for country, colour in marks.REPORTER_COLOUR.items()
            if country in by_country
        ),
        what=t("Source of electricity"),
        by=t("Country"),
        measure=t("Share"),
        unit=Unit(suffix=PERCENT_SIGN),
        arranged="beside",
    )
