"""Materials that batteries, vehicles, defence and electronics need, and Kazakhstan's share."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.analysis import minerals_trade as bought
from partnership.charts import altair, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.materials import words
from partnership.figures.materials.eu_imports import millions
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_VIOLET = palette.SECTOR["minerals"].light


@register("minerals.uses", sectors=("minerals",), uses=("currency",))
def uses(state: State) -> Figure:
    """Materials by use, with Kazakhstan's share of world output and what the EU imports of them."""
    t = texts.in_language(state.lang)
    long = analysis.needed(tables.load("materials"))
    if long.empty:
        raise needed.missing("materials", used_in=tuple(codes.MATERIAL_USE))
    long = long.assign(place=long["use"].map(list(codes.MATERIAL_USE).index)).sort_values(
        ["place", "kazakhstan_world_share_pct"], ascending=[True, False], ignore_index=True
    )
    trade = tables.load("trade")
    sold = bought.sold(trade, state.currency)
    rows = long.merge(sold, how="left", on="material_id")
    each = rows.drop_duplicates("material_id")
    battery = each[each["used_in"].str.contains("batteries")]
    return Figure(
        id="minerals.uses",
        title=t(
            "Materials used in batteries, vehicles, defence and electronics, and Kazakhstan's "
            "share of world output"
        ),
        drawn=altair.custom(
            _matrix(rows, _bought(sold, state, t), t),
            t(
                "Dots in a grid of materials and uses, filled where Kazakhstan has a share of "
                "world output."
            ),
            25 * len(each) + 90,
        ),
        table=rows.drop(columns="place"),
        source_ids=tuple(dict.fromkeys([*words.origins(each), *_customs(sold)])),
        finding=_finding(each, battery, t),
        note=sentences.joined(
            t(
                "Uses are those of the code groups in the EU's import data, and for vehicles "
                "those named by the article; they are not complete."
            ),
            words.basis(each, t),
            _what_is_bought(sold, t),
        ),
        badges=shared.badges(rows, "incomplete"),
        height=25 * len(each) + 90,
    )


def _customs(sold: pd.DataFrame) -> tuple[str, ...]:
    """Source of the imports, where there are any."""
    return () if sold.empty else ("comext_critical_2024",)


def _bought(sold: pd.DataFrame, state: State, t: Texts) -> str:
    """The head of the column of imports: year and unit; nothing where no imports were read."""
    if sold.empty:
        return ""
    unit = t("m USD") if state.currency == "usd" else t("m EUR")
    return t("EU imports {year}, {unit}", year=int(sold["eu_year"].iloc[0]), unit=unit)


def _what_is_bought(sold: pd.DataFrame, t: Texts) -> str:
    if sold.empty:
        return ""
    return t(
        "EU imports: the material's ore, metal or compounds from Kazakhstan in {year}; no number: "
        "none listed under the codes read. For tantalum see the import shares.",
        year=int(sold["eu_year"].iloc[0]),
    )


def _finding(each: pd.DataFrame, battery: pd.DataFrame, t: Texts) -> str:
    """Which of the materials with a use Kazakhstan has a share of, and which for batteries."""
    has = each[each["kazakhstan_world_share_pct"].gt(0)]
    only = battery[battery.index.isin(has.index)]
    if only.empty:
        return ""
    return t(
        "Of {count} materials with a use named, Kazakhstan has a share of world output in "
        "{has} (filled): {names}. Of the {battery} for batteries only {which}.",
        count=len(each),
        has=len(has),
        names=words.named(has, t),
        battery=len(battery),
        which=words.named(only, t),
    )


def _matrix(rows: pd.DataFrame, buys: str, t: Texts) -> Any:
    each = rows.drop_duplicates("material_id")
    order = [t.short(str(m)) for m in each["material_id"]]
    world = t("Share of world output")
    cells_by_column = {world: [words.share(r, t) for r in each.itertuples()]}
    if buys:
        cells_by_column[buys] = [_million(v, t) for v in each["eu_value"]]
    columns = [*(t(u) for u in codes.MATERIAL_USE.values()), *cells_by_column]
    data = pd.DataFrame(
        {
            "what": [t.short(str(m)) for m in rows["material_id"]],
            "use": [t(codes.MATERIAL_USE[u]) for u in rows["use"]],
            "fill": rows["kazakhstan_world_share_pct"].gt(0).map({True: _VIOLET, False: "#fbfaf6"}),
        }
    )
    cells = pd.DataFrame(
        {
            "what": order * len(cells_by_column),
            "use": [column for column in cells_by_column for _ in order],
            "label": [cell for column in cells_by_column.values() for cell in column],
        }
    )
    x = alt.X(
        "use:N",
        sort=columns,
        title=None,
        scale=alt.Scale(domain=columns),
        axis=alt.Axis(
            orient="top",
            domain=False,
            ticks=False,
            labelAngle=-40,
            labelAlign="left",
            labelFontSize=11,
            labelOverlap=False,
        ),
    )
    y = alt.Y(
        "what:N",
        sort=order,
        title=None,
        axis=alt.Axis(domain=False, ticks=False, labelFontSize=12, grid=True, gridDash=[1, 3]),
    )
    dots = (
        alt.Chart(marks.rows(data))
        .mark_point(filled=True, size=130, opacity=1, stroke=_VIOLET, strokeWidth=1.6)
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("fill:N", scale=None),
            tooltip=[
                alt.Tooltip("what:N", title=t("Material")),
                alt.Tooltip("use:N", title=t("Used in")),
            ],
        )
    )
    labels = (
        alt.Chart(marks.rows(cells))
        .mark_text(**marks.text(fontSize=11))
        .encode(x=x, y=y, text="label:N")
    )
    return alt.layer(dots, labels)


def _million(value: float, t: Texts) -> str:
    return "" if pd.isna(value) else millions(value, t)
