"""Electricity generation of Kazakhstan and Italy by source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Bars, Category, Chart, Columns, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_HEIGHT = 340
_GROUP = {"bioenergy": "other", "other_renewables": "other"}
_ORDER = ("coal", "oil", "gas", "nuclear", "hydro", "wind", "solar", "other")
_RELEASES = message(
    "One release of the data throughout ({release}); the release of {newer} revises it and is "
    "shown separately."
)


@dataclass(frozen=True, slots=True)
class Part:
    """A source of electricity: its id in the registry of colours, its name in words."""

    entity: str
    words: str


def parts(t: Texts) -> dict[str, Part]:
    """Sources of electricity from the foot of the stack to its top."""
    return {
        key: Part(key.replace("other", "other_fuels"), t(codes.ENERGY_SOURCE[key]))
        for key in _ORDER
    }


@register("renewables.generation_kaz", sectors=("renewables",), uses=("from_year", "to_year"))
def generation_kaz(state: State) -> Figure:
    """Kazakhstan's electricity by source."""
    return _generation("renewables.generation_kaz", "KAZ", state)


@register("renewables.generation_ita", sectors=("renewables",), uses=("from_year", "to_year"))
def generation_ita(state: State) -> Figure:
    """Italy's electricity by source."""
    return _generation("renewables.generation_ita", "ITA", state)


def _generation(figure_id: str, country: str, state: State) -> Figure:
    t = texts.in_language(state.lang)
    rows = analysis.generation(tables.load("observations"), country, analysis.RELEASE)
    rows = needed.rows(rows, "observations", entity_id=country, source_id=analysis.RELEASE)
    known = lines.years(rows["year"])
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    if rows.empty:
        title = t("Electricity generation of {country} by source", country=t.name(country))
        why = t(
            "Electricity generation by source is available for {years}; none of these years is "
            "selected.",
            years=known,
        )
        return shared.nothing(figure_id, title, why)
    clean = analysis.low_carbon(rows).sort_values("year")
    return Figure(
        id=figure_id,
        title=t(
            "Electricity generation of {country} by source, {years}, TWh",
            country=t.name(country),
            years=lines.years(rows["year"]),
        ),
        drawn=Chart(_columns(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_finding(rows, clean, t),
        note=t(
            _RELEASES,
            release=t.day(published(analysis.RELEASE)[:7]),
            newer=published(analysis.NEWEST)[:4],
        ),
        badges=shared.badges(rows),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, clean: pd.DataFrame, t: Texts) -> str:
    first, last = clean.iloc[0], clean.iloc[-1]
    now = rows[rows["year"].eq(last["year"])]
    most = now.loc[now["value"].idxmax()]
    sentence = t(
        "In {year} {part} generated {share} of {total} TWh; {clean} came from non-fossil sources",
        year=int(last["year"]),
        part=parts(t)[_GROUP.get(most["part"], most["part"])].words.lower(),
        share=t.percent(most["share"]),
        total=t.number(now["value"].sum(), 1),
        clean=t.percent(last["share"]),
    )
    if first["year"] == last["year"]:
        return t("{sentence}.", sentence=sentence)
    return t(
        "{sentence}, after {clean} in {year}.",
        sentence=sentence,
        clean=t.percent(first["share"]),
        year=int(first["year"]),
    )


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """Sources that generated anything, coal at the foot; the total of each year."""
    data = rows.assign(part=rows["part"].replace(_GROUP))
    values = data.groupby(["part", "year"])["value"].sum()
    series = tuple(
        Series(part.words, "", _points(values[key], t), "bar", part.entity)
        for key, part in parts(t).items()
        if key in values and values[key].gt(0).any()
    )
    total = _points(data.groupby("year")["value"].sum(), t)
    return Columns(series, t("Year"), Unit(t("TWh")), totals=total, total=t("Total"))


def _points(by_year: pd.Series, t: Texts) -> tuple[Point, ...]:
    return tuple(
        Point(int(str(year)), float(v), amounts.amount(v, "TWh", t, 2))
        for year, v in by_year.items()
    )


@register("renewables.mix", sectors=("renewables",))
def mix(state: State) -> Figure:
    """The newest mix of both countries, from the newest release by itself."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = pd.concat(
        [analysis.generation(seen, c, analysis.NEWEST) for c in marks.REPORTER_COLOUR],
        ignore_index=True,
    )
    of_both = rows.groupby("year")["entity_id"].nunique().eq(len(marks.REPORTER_COLOUR))
    if not of_both.any():
        raise needed.missing("observations", source_id=analysis.NEWEST)
    year = int(of_both.index[of_both].max())
    rows = rows[rows["year"].eq(year)]
    clean = analysis.low_carbon(rows).set_index("entity_id")
    total = rows.groupby("entity_id")["value"].sum()
    return Figure(
        id="renewables.mix",
        title=t("Electricity generation mix, {year}, percent", year=year),
        drawn=Chart(_mix(rows, t)),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_variable(clean["variable"], total, t),
        note=_mix_note(seen, t),
        badges=shared.badges(rows),
    )


def _variable(share: pd.Series, total: pd.Series, t: Texts) -> str:
    """The share of wind and sun in both countries' generation; nothing where one is not known."""
    if set(marks.REPORTER_COLOUR) - set(total.index[total.gt(0)]):
        return ""
    return t(
        "Wind and solar generated {kazakh} of Kazakhstan's {kazakh_total} TWh and {italian} of "
        "Italy's {italian_total} TWh.",
        kazakh=t.percent(share["KAZ"]),
        kazakh_total=t.number(total["KAZ"], 1),
        italian=t.percent(share["ITA"]),
        italian_total=t.number(total["ITA"], 1),
    )


def published(release: str) -> str:
    """When a release was published: a year, a month or a day."""
    return sources.by_ids([release])[0].published


def _mix_note(seen: pd.DataFrame, t: Texts) -> str:
    """The release of the mix, how far it revises the one before, and what is not filtered."""
    rest = t("Other renewables: bioenergy, geothermal. The year filter does not apply.")
    new, old = _wind(seen, analysis.NEWEST), _wind(seen, analysis.RELEASE)
    year = max(set(new) & set(old), default=None)
    if year is None:
        return rest
    wind = t(
        "From the release of {release} alone, which revises that of {older} and must not be "
        "joined with it: for Kazakh wind in {year} it gives {new} TWh, the older one {old}.",
        release=published(analysis.NEWEST)[:4],
        older=published(analysis.RELEASE)[:4],
        year=year,
        new=t.number(new[year], 2),
        old=t.number(old[year], 2),
    )
    return sentences.joined(wind, rest)


def _wind(seen: pd.DataFrame, release: str) -> dict[int, float]:
    """Kazakh electricity from wind by year as a release has it, TWh."""
    rows = analysis.generation(seen, "KAZ", release)
    wind = rows[rows["part"].eq("wind")]
    return dict(zip(wind["year"].astype(int), wind["value"].astype(float), strict=True))


def _mix(rows: pd.DataFrame, t: Texts) -> Bars:
    known = parts(t)
    data = rows.assign(part=rows["part"].replace(_GROUP))
    data = data.groupby(["entity_id", "part"], as_index=False)[["value", "share"]].sum()
    drawn = [p for p in known if data.loc[data["part"].eq(p), "value"].sum() > 0]

    def share(row: Any) -> Point:
        words = t.percent(row.share)
        label = f"{t.name(row.entity_id)} {words}" if row.part in drawn[:1] else words
        output = t("Generation"), amounts.amount(row.value, "TWh", t, 2)
        return Point(row.part, float(row.share), words, label, details=(output,))

    return Bars(
        tuple(Category(p, known[p].words) for p in drawn),
        tuple(
            Series(
                t.name(country),
                colour,
                tuple(
                    share(r)
                    for r in data[data["entity_id"].eq(country)].itertuples()
                    if r.part in drawn
                ),
                mark="bar",
                entity=country,
            )
            for country, colour in marks.REPORTER_COLOUR.items()
        ),
        what=t("Source of electricity"),
        by=t("Country"),
        measure=t("Share"),
        unit=Unit(suffix=PERCENT_SIGN),
        arranged="beside",
    )
