"""Kazakhstan's mine output: its share of the world, commodity by commodity."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Chart, Heading, Point, Unit
from partnership.charts.forms.bars import single
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_LEAST = 1.0
"""Percent of the world from which on a commodity that the EU does not list is drawn."""
_MADE = ("processed", "metal_output")
"""Bases of Kazakhstan's part in a material that are not mine output."""


@register("minerals.output", sectors=("minerals",), uses=("from_year", "to_year"))
def output(state: State) -> Figure:
    """Kazakhstan's share of world mine output by commodity, with its rank."""
    t = texts.in_language(state.lang)
    rows = analysis.output(
        tables.load("observations"), tables.load("materials"), state.from_year, state.to_year
    )
    if rows.empty:
        known = analysis.output_years(tables.load("observations"))
        if known.empty or known.between(state.from_year, state.to_year).any():
            wanted = {"source_id": analysis.WORLD_MINING, "entity_id": "KAZ"}
            raise needed.missing("observations", **wanted)
        return shared.outside("minerals.output", t("Kazakhstan's mine output"), known, t)
    year = int(rows["year"].iloc[0])
    small = rows["share"].lt(_LEAST) & ~rows["critical"]
    return Figure(
        id="minerals.output",
        title=t("Kazakhstan's share of world mine output, {year}, percent", year=year),
        drawn=Chart(_bars(rows, small, t)),
        table=rows,
        source_ids=sources.ids(rows),
        headline=_largest(rows, t),
        finding=_critical(rows, t),
        note=sentences.joined(
            t(
                "Mine output only; shares are of the sum of all countries, by content where the "
                "tooltip says so."
            ),
            _undrawn(rows[small], t),
            _not_mined(t),
        ),
        badges=shared.badges(
            rows,
            *(("estimated",) if rows["estimated"].any() else ()),
        ),
    )


def _undrawn(rows: pd.DataFrame, t: Texts) -> str:
    """What is in the table alone."""
    if rows.empty:
        return ""
    names = lines.listed([_name(c, t) for c in rows["commodity"]], t)
    least = t.percent(_LEAST, 0)
    return t("Not drawn, below {least}: {names}.", least=least, names=names)


def _not_mined(t: Texts) -> str:
    """Materials of the EU's list that Kazakhstan makes or processes, and does not mine."""
    materials = tables.load("materials")
    produced = materials[materials["kazakhstan_basis"].isin(_MADE)]["material_id"].astype(str)
    if produced.empty:
        return ""
    names = lines.listed(sorted((t.name(m) for m in produced), key=t.order), t)
    return t("Produced in Kazakhstan, but not mine output: {names}.", names=names)


def _largest(rows: pd.DataFrame, t: Texts) -> str:
    """The commodity of which Kazakhstan has most, and the next."""
    shares = [(_name(r.commodity, t), t.percent(r.share)) for r in rows[:2].itertuples()]
    (name, share), *others = shares
    return "; ".join(
        [
            t(
                "{name}: {share} of world output, No. {rank}",
                name=name,
                share=share,
                rank=int(rows["rank"].iloc[0]),
            ),
            *(f"{sentences.within(other)} {less}" for other, less in others),
        ]
    )


def _critical(rows: pd.DataFrame, t: Texts) -> str:
    """The largest share in a critical material; nothing where none of those mined is critical."""
    listed = rows[rows["critical"]]
    if listed.empty:
        return ""
    second = listed.iloc[0]
    return t(
        "{count} of the {total} commodities mined are on the EU's list of critical materials; the "
        "largest share is that of {second}, {less}.",
        second=sentences.within(_name(second["commodity"], t)),
        less=t.percent(second["share"]),
        count=len(listed),
        total=len(rows),
    )


def _name(commodity: str, t: Texts) -> str:
    return t.short(f"world_share_{commodity}_pct")


def _bars(rows: pd.DataFrame, small: pd.Series, t: Texts) -> Bars:
    """What the EU lists under its own heading, the largest shares first."""
    heads = {False: t("Not on the EU's list"), True: t("On the EU's list")}
    lists = {k: Heading(heads[k], _counted(rows["critical"].eq(k), small, t)) for k in heads}
    rows = rows[~small].sort_values("critical", kind="stable")
    return Bars(
        tuple(
            Category(r.commodity, _name(r.commodity, t), heading=lists[r.critical])
            for r in rows.itertuples()
        ),
        single(tuple(_point(r, t) for r in rows.itertuples()), palette.KAZAKHSTAN.light),
        what=t("Commodity"),
        measure=t("Share and rank"),
        unit=Unit(suffix=PERCENT_SIGN),
    )


def _counted(under: pd.Series, small: pd.Series, t: Texts) -> str:
    """How many of the commodities stand under a heading, and how many of those have a bar."""
    count, total, drawn = int(under.sum()), len(under), int((under & ~small).sum())
    if drawn == count:
        return t("{count} of {total} commodities", count=count, total=total)
    return t(
        "{count} of {total} commodities, {drawn} of them drawn",
        count=count,
        total=total,
        drawn=drawn,
    )


def _point(row: Any, t: Texts) -> Point:
    words = t("{share} · No. {rank}", share=t.percent(row.share), rank=int(row.rank))
    return Point(
        row.commodity, float(row.share), words, words, details=((t("Output"), _amount(row, t)),)
    )


def _amount(row: Any, t: Texts) -> str:
    amount = amounts.amount(row.output, str(row.unit), t, 0, short=True)
    return t("{amount}, estimated", amount=amount) if row.estimated else amount
