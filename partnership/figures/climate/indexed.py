"""Greenhouse gas emissions of both countries, indexed to the base year."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import UNCONDITIONAL
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.figures import shared, yearly
from partnership.figures.climate import words
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.wording import sentences

_HEIGHT = 320
_BASE = analysis.BASE_YEAR


@register("climate.indexed", sectors=("renewables",))
def indexed(state: State) -> Figure:
    """Greenhouse gas emissions of both countries, index 1990 = 100."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = pd.concat([analysis.totals(seen, c) for c in ("KAZ", "ITA")], ignore_index=True)
    stated = climate_targets.percentages(seen)
    stated = stated.assign(index=stated["value"] + 100)
    targets = stated[~stated["land_use"].astype(bool) & stated["what"].eq(UNCONDITIONAL)]
    title = t("Greenhouse gas emissions, EDGAR, excluding land use, index {base} = 100", base=_BASE)
    return shared.from_rows(
        "climate.indexed",
        yearly.titled(title, rows["year"], t),
        Chart(_drawn(rows, targets, t), _HEIGHT),
        pd.concat([rows, stated[[*rows.columns, "metric_id"]]], ignore_index=True),
        headline=_headline(rows, t),
        finding=_lowest(rows, t),
        note=sentences.joined(
            words.as_set(stated, t),
            t("All years since {base} are shown, whichever years are selected.", base=_BASE),
        ),
    )


def _headline(rows: pd.DataFrame, t: Texts) -> str:
    """Both countries in the last year for which both are known."""
    wide = rows.pivot_table(index="year", columns="entity_id", values="index").dropna()
    if wide.empty:
        return ""
    return t(
        "Emissions in {year}: Kazakhstan {kazakh} of {base}, Italy {italian}",
        base=_BASE,
        year=int(wide.index[-1]),
        kazakh=t.percent(wide.iloc[-1]["KAZ"]),
        italian=t.percent(wide.iloc[-1]["ITA"]),
    )


def _lowest(rows: pd.DataFrame, t: Texts) -> str:
    low = rows[rows["entity_id"].eq("KAZ")].sort_values("value").iloc[0]
    return t(
        "Kazakhstan's lowest year was {year}, at {low}.",
        low=t.percent(low["index"]),
        year=int(low["year"]),
    )


def _drawn(rows: pd.DataFrame, targets: pd.DataFrame, t: Texts) -> Lines:
    """Both countries, and the target that rests on no condition; others are in the table."""
    countries = (_country(str(c), own, t) for c, own in rows.groupby("entity_id", sort=False))
    aims = (_target(int(r.year), float(r.index), t) for r in targets.itertuples())
    unit = Unit(t("index, {base} = 100", base=_BASE))
    return Lines((*countries, *aims), unit, t("Year"), none=t("no data"))


def _target(year: int, index: float, t: Texts) -> Series:
    value = t.number(index)
    label = t("Target {value}", value=value)
    point = Point(year, index, value, label, "planned")
    return Series(t("Target"), "", (point,), "points", entity="KAZ")


def _country(country: str, own: pd.DataFrame, t: Texts) -> Series:
    points = yearly.points(own, lambda v: t.number(v, 1), "index")
    ends = f"{t.short(country)} {t.number(points[-1].value or 0)}"
    return Series(t.name(country), "", points, entity=country, ends=ends)
