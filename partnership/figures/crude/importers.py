"""Kazakh crude oil by the European countries that declare it."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.crude import origins
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_SHOWN = 5
_THOUSAND = 1000.0
_MONTHS = 12
_HEIGHT = 330


@register("trade.crude_importers", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_importers(state: State) -> Figure:
    """Kazakh crude oil by the European countries that declare it."""
    t = texts.in_language(state.lang)
    first, last = origins.span(state)
    if first > last:
        return origins.outside("trade.crude_importers", t("Kazakh crude oil in Europe"), t)
    rows = analysis.importers(tables.load("trade"), first, last)
    if rows["quantity_kbbl"].notna().sum() == 0:
        why = t("No data on imports of Kazakh crude oil for these years.")
        return shared.nothing("trade.crude_importers", t("Kazakh crude oil in Europe"), why)
    return Figure(
        id="trade.crude_importers",
        title=t(
            "Kazakh crude oil as reported by European importers, {years}, million barrels",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_importers(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Stacked bars by year, Italy at the base in colour, the largest others named."),
        finding=_finding(rows, t),
        note=_note(rows, t),
        badges=shared.badges(rows, "incomplete"),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """Italy's rank in the latest year, and Germany beside it; empty where Italy has no row."""
    year = int(rows["year"].max())
    now = rows[rows["year"].eq(year)].set_index("reporter")["quantity_kbbl"].dropna()
    if "ITA" not in now.index:
        return ""
    values = {
        "year": year,
        "volume": t.number(now["ITA"] / _THOUSAND, 1),
        "rank": int(now.rank(ascending=False)["ITA"]),
        "count": len(now),
    }
    if "DEU" not in now.index:
        return t(
            "In {year} Italy reported {volume} million barrels of Kazakh crude oil, rank "
            "{rank} of the {count} countries that reported any.",
            **values,
        )
    return t(
        "In {year} Italy reported {volume} million barrels of Kazakh crude oil, rank {rank} of "
        "the {count} countries that reported any; Germany reported {germany}.",
        germany=t.number(now["DEU"] / _THOUSAND, 1),
        **values,
    )


def _note(rows: pd.DataFrame, t: Texts) -> str:
    sentences = []
    since = analysis.changes(rows)
    if since is not None:
        parts = [
            words
            for names, words in (
                (since.gone, t("no longer included: {names}", names=_named(since.gone, t))),
                (since.short, t("with missing months: {names}", names=_named(since.short, t))),
                (since.new, t("newly included: {names}", names=_named(since.new, t))),
            )
            if names
        ]
        sentences.append(
            t(
                "A different register from {year} ({parts}), so the height of the bars cannot be "
                "compared across {year}.",
                year=since.year,
                parts="; ".join(parts),
            )
        )
    doubtful = rows[rows["note"].notna()]
    if len(doubtful):
        sentences.append(
            t(
                "The register looks incomplete: {list}.",
                list=", ".join(f"{t.name(r.reporter)} {r.year}" for r in doubtful.itertuples()),
            )
        )
    short = rows[_partial(rows) & rows["reporter"].isin(_named_bands(rows))]
    if len(short):
        listed = [
            t(
                "{country} {year} ({months})",
                country=t.name(r.reporter),
                year=r.year,
                months=r.months,
            )
            for r in short.sort_values(["reporter", "year"]).itertuples()
        ]
        sentences.append(
            t(
                "Dashed: those and years with rows for fewer than twelve months; the register "
                "does not say whether imports were nil in the others. Months: {list}.",
                list=", ".join(listed),
            )
        )
    if (_partial(rows) & ~rows["reporter"].isin(_named_bands(rows))).any():
        sentences.append(
            t("Most of the others lack months in some year; the table shows how many.")
        )
    if rows["value_usd"].isna().any():
        sentences.append(t("The table has no value where a country reports volumes only."))
    return " ".join(sentences)


def _partial(rows: pd.DataFrame) -> pd.Series:
    """Years of a country for which the register lacks months."""
    return rows["months"].lt(_MONTHS)


def _named_bands(rows: pd.DataFrame) -> list[str]:
    """Countries with a band of their own: Italy and the largest others over all years."""
    total = rows[rows["reporter"].ne("ITA")].groupby("reporter")["quantity_kbbl"].sum()
    return ["ITA", *total.nlargest(_SHOWN).index]


def _named(reporters: tuple[str, ...], t: Texts) -> str:
    return lines.listed([t.name(r) for r in reporters], t) if reporters else ""


def _importers(rows: pd.DataFrame, t: Texts) -> Any:
    named = _named_bands(rows)
    shades = [marks.ITALY, *[s.light for s in palette.HOLDERS[: len(named) - 1]], marks.MUTED]
    colours = dict(zip([*named, "other"], shades, strict=True))
    who = rows["reporter"].astype(str)
    doubtful = rows["note"].notna() | _partial(rows)
    data = rows.assign(band=who.where(who.isin(named), "other"), doubtful=doubtful)
    data = data.groupby(["year", "band"], as_index=False).agg(
        quantity_kbbl=("quantity_kbbl", "sum"),
        doubtful=("doubtful", "any"),
        months=("months", "min"),
    )
    data["doubtful"] &= data["band"].ne("other")
    order = data["band"].map(list(colours).index)
    data = data.assign(order=order).sort_values(["year", "order"])
    upper = data.groupby("year")["quantity_kbbl"].cumsum() / _THOUSAND
    shown = pd.DataFrame(
        {
            "start": data["year"] - 0.36,
            "end": data["year"] + 0.36,
            "year": data["year"],
            "lower": upper - data["quantity_kbbl"] / _THOUSAND,
            "upper": upper,
            "who": [t("Others") if b == "other" else t.short(b) for b in data["band"]],
            "formatted": [t.number(q / _THOUSAND, 1) for q in data["quantity_kbbl"]],
            "colour": data["band"].map(colours),
            "shade": data["band"]
            .eq("ITA")
            .map({True: 1, False: 0.8})
            .where(~data["doubtful"], 0.4),
            "doubtful": data["doubtful"],
            "months": [
                t.number(m) if b != "other" else t("see the table")
                for m, b in zip(data["months"], data["band"], strict=True)
            ],
        }
    )
    return _bars(shown, t)


def _bars(shown: pd.DataFrame, t: Texts) -> Any:
    span = (int(shown["year"].min()), int(shown["year"].max()))
    x = lines.year_x("start", *span, room=84, edge=0.5)
    bars = lines.blocks(
        shown,
        x,
        alt.Y("lower:Q", axis=marks.value_axis(t("million barrels"))),
        t,
        [
            alt.Tooltip("who:N", title=t("reported by")),
            alt.Tooltip("formatted:N", title=t("million barrels")),
            alt.Tooltip("months:N", title=t("Months reported")),
        ],
        opacity=alt.Opacity("shade:Q", scale=None),
    )
    last = shown[shown["year"].eq(span[1])]
    least = 1.05 * lines.LABEL_LINE * float(shown["upper"].max()) / lines.plot(_HEIGHT)
    middle = ((last["lower"] + last["upper"]) / 2).tolist()
    names = last.assign(
        lower=lines.spread(middle, least),
        colour=last["colour"].where(last["colour"].eq(marks.ITALY), marks.INK),
    )
    words = (
        alt.Chart(marks.rows(names[["end", "lower", "who", "colour"]]))
        .mark_text(align="left", dx=6, fontSize=marks.LABEL)
        .encode(x="end:Q", y="lower:Q", text="who:N", color=alt.Color("colour:N", scale=None))
    )
    return alt.layer(bars, *_doubtful(shown, x), words, _ended(shown, x))


def _doubtful(shown: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    """A dashed edge round the parts whose register looks incomplete."""
    parts = shown[shown["doubtful"]]
    if parts.empty:
        return []
    edge = alt.Chart(marks.rows(parts[["start", "end", "lower", "upper", "colour"]])).mark_rect(
        fill=None, strokeWidth=1.5, strokeDash=[4, 3]
    )
    colour = alt.Stroke("colour:N", scale=None)
    return [edge.encode(x=x, x2="end:Q", y="lower:Q", y2="upper:Q", stroke=colour)]


def _ended(shown: pd.DataFrame, x: alt.X) -> alt.Chart:
    """Names of countries that the last bar lacks, inside the last bar that has them."""
    last = shown.sort_values("year").groupby("who", sort=False).tail(1)
    gone = last[last["year"].lt(shown["year"].max())]
    data = gone.assign(start=gone["year"], lower=(gone["lower"] + gone["upper"]) / 2)
    words = alt.Chart(marks.rows(data[["start", "lower", "who"]]))
    return words.mark_text(**marks.text()).encode(x=x, y="lower:Q", text="who:N")
