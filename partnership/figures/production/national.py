"""Oil production of Kazakhstan by year with exports and plans, in million tonnes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import oil
from partnership.charts import known_years, lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.production import words as output_words
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 360
_KNOWN = message("Oil output in tonnes is available for {years} only.")
_OIL, _EXPORTS = palette.SECTOR["oil_gas"].light, palette.HOLDERS[0].light


@register("stakes.national_output", sectors=("oil_gas",), uses=("from_year", "to_year"))
def national_output(state: State) -> Figure:
    """Oil and condensate of the whole country by year, what was exported, and plans."""
    t = texts.in_language(state.lang)
    seen, cited = tables.load("observations"), tables.load("sources")
    wanted = tuple(("KAZ", m) for m in (oil.OUTPUT, oil.EXPORTS, oil.REFINED))
    rows = oil.by_year(seen, cited, wanted)
    last = state.newest_year
    span = known_years.named(rows.loc[rows["metric_id"].eq(oil.OUTPUT), "year"], t)
    rows = rows[rows["year"].between(state.from_year, last)]
    beside = oil.left_or_refined(rows)
    rows = rows[rows["metric_id"].ne(oil.REFINED) | rows["year"].isin(beside["year"])]
    whole = rows[rows["used"] & rows["metric_id"].eq(oil.OUTPUT)]
    if whole.empty:
        why = lines.known_only(_KNOWN, span, t)
        return shared.nothing("stakes.national_output", t("Oil output of Kazakhstan"), why)
    months = oil.first_months(seen, "KAZ", oil.OUTPUT)
    compared = oil.against_year_before(months[months["year"].le(last)])
    if compared["year"].lt(state.from_year).any():
        compared = compared.head(0)
    begun = _begun(months, whole)
    outcome = whole[whole["status"].ne("target")]
    differ = rows.groupby(["metric_id", "year"], observed=True)["mt"].nunique().gt(1).any()
    return Figure(
        id="stakes.national_output",
        title=output_words.title(outcome, begun, t),
        drawn=marks.finish(_bars(rows[rows["used"]], begun, t), _HEIGHT),
        table=_table(rows, begun, compared),
        source_ids=sources.ids(rows, begun, compared),
        alt=t(
            "A bar a year for output, a line across it for exports; dashed bars for plans, with "
            "output of the first months within them."
        ),
        finding=output_words.finding(outcome, beside, compared, t),
        note=output_words.note(begun, beside, t),
        badges=shared.badges(rows, *(("disagree",) if differ else ()), "incomplete"),
        height=_HEIGHT,
    )


def _begun(months: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
    """The longest first months of each year that has a plan and no outcome."""
    planned = whole.loc[whole["status"].eq("target"), "year"]
    return months[months["year"].isin(planned)].groupby("year").tail(1)


def _table(rows: pd.DataFrame, begun: pd.DataFrame, compared: pd.DataFrame) -> pd.DataFrame:
    part = pd.concat([begun, compared]).drop_duplicates(["period", "source_id"])
    part = part.assign(entity_id="KAZ", metric_id=oil.OUTPUT, used=True)
    whole = rows.assign(period=rows["year"].astype(str))
    columns = ["entity_id", "metric_id", "period", "mt", "used", "source_id", "status", "note"]
    return pd.concat([whole, part], ignore_index=True)[columns]


def _bars(used: pd.DataFrame, begun: pd.DataFrame, t: Texts) -> Any:
    produced = used["metric_id"].eq(oil.OUTPUT)
    planned = used["status"].eq("target")
    whole, plans = used[produced & ~planned], used[produced & planned]
    exported = used[used["metric_id"].eq(oil.EXPORTS) & used["year"].isin(whole["year"]) & ~planned]
    drawn = pd.concat([whole, plans])
    span = (int(drawn["year"].min()), int(drawn["year"].max()))
    most = float(drawn["mt"].max())
    x = lines.year_x("start", *span, room=84, edge=0.5)
    y = alt.Y(
        "lower:Q",
        axis=marks.value_axis(t("million tonnes")),
        scale=alt.Scale(domain=[0, most * 1.1], nice=False),
    )
    tooltip = [
        alt.Tooltip("what:N", title=t("Measure")),
        alt.Tooltip("formatted:N", title=t("Value")),
        alt.Tooltip("who:N", title=t("Source")),
    ]
    shade = alt.Opacity("shade:Q", scale=None)
    bars = pd.concat([_blocks(whole, t("Output"), t), _blocks(begun, t("First months"), t)])
    ticks = _blocks(exported, t("Exports"), t).assign(colour=_EXPORTS)
    return alt.layer(
        _dashed(_blocks(plans, t("Plan"), t), x, y, tooltip),
        lines.blocks(bars, x, y, t, tooltip, opacity=shade),
        _levels(ticks, x, tooltip),
        *_words(bars, _blocks(plans, t("Plan"), t), x),
        *_ends(whole, exported, span[1], most, t, x, y),
    )


def _blocks(rows: pd.DataFrame, what: str, t: Texts) -> pd.DataFrame:
    """A bar for each row: `start` to `end`, `lower` to `upper`, and its words."""
    cited = sources.publishers(rows["source_id"], t)
    period = rows["period"] if "period" in rows else rows["year"].astype(str)
    return pd.DataFrame(
        {
            "year": rows["year"],
            "start": rows["year"] - 0.38,
            "middle": rows["year"],
            "end": rows["year"] + 0.38,
            "lower": 0.0,
            "upper": rows["mt"],
            "colour": _OIL,
            "shade": oil.as_reported(rows["status"]).map({True: 1.0, False: 0.5}),
            "what": [f"{what}, {t.day(p)}" for p in period],
            "label": [t.number(v, 1) for v in rows["mt"]],
            "formatted": [amounts.amount(v, "Mt", t, 2) for v in rows["mt"]],
            "who": [cited[s] for s in rows["source_id"]],
        }
    )


def _dashed(plans: pd.DataFrame, x: alt.X, y: alt.Y, tooltip: list[alt.Tooltip]) -> alt.Chart:
    return (
        alt.Chart(marks.rows(plans))
        .mark_rect(fill=_OIL, fillOpacity=0.1, stroke=_OIL, strokeWidth=1.2, strokeDash=[4, 3])
        .encode(x=x, x2="end:Q", y=y, y2="upper:Q", tooltip=tooltip)
    )


def _levels(exported: pd.DataFrame, x: alt.X, tooltip: list[alt.Tooltip]) -> Any:
    """A line across each bar at the height of exports, with a halo."""
    base = alt.Chart(marks.rows(exported)).encode(x=x, x2="end:Q", y="upper:Q")
    line = base.mark_rule(strokeWidth=3).encode(
        color=alt.Color("colour:N", scale=None),
        opacity=alt.Opacity("shade:Q", scale=None),
        tooltip=tooltip,
    )
    return alt.layer(base.mark_rule(strokeWidth=5.5, color=marks.PAPER), line)


def _words(bars: pd.DataFrame, plans: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    """Numbers above whole years and plans, and within what the first months brought."""
    part = bars["year"].isin(plans["year"])
    above = pd.concat([bars[~part], plans])
    middle = x.copy(deep=False)
    middle["shorthand"] = "middle:Q"
    looks: tuple[tuple[pd.DataFrame, float, str], ...] = (
        (above, -8, marks.INK),
        (bars[part], 12, marks.PAPER),
    )
    return [
        alt.Chart(marks.rows(data[["middle", "upper", "label"]]))
        .mark_text(fontSize=10.5, opacity=alt.ExprRef(lines.WIDE), dy=dy, color=ink)
        .encode(x=middle, y="upper:Q", text="label:N")
        for data, dy, ink in looks
    ]


def _ends(
    whole: pd.DataFrame,
    exported: pd.DataFrame,
    last: int,
    most: float,
    t: Texts,
    x: alt.X,
    y: alt.Y,
) -> list[alt.Chart]:
    """Names of bars and lines, beside the last year."""
    series = [(whole, t("output"), _OIL), (exported, t("of which\nexported"), _EXPORTS)]
    known = [(rows.iloc[-1]["mt"], words, colour) for rows, words, colour in series if len(rows)]
    if not known:
        return []
    least = 2.4 * lines.LABEL_LINE * most * 1.1 / lines.plot(_HEIGHT)
    heights = lines.spread([float(mt) for mt, *_ in known], least)
    data = pd.DataFrame(
        {
            "start": last + 0.45,
            "lower": heights,
            "words": [words for _, words, _ in known],
            "colour": [colour for *_, colour in known],
        }
    )
    look: dict[str, Any] = {
        "align": "left",
        "fontSize": marks.LABEL,
        "lineBreak": "\n",
        "lineHeight": 14,
    }
    return [
        alt.Chart(marks.rows(data))
        .mark_text(**look)
        .encode(x=x, y=y, text="words:N", color=alt.Color("colour:N", scale=None))
    ]
