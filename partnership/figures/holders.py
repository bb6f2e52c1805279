"""What each holder owns across the five consortia, and what that is in oil."""

from __future__ import annotations

import altair as alt
import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import barrels as worth
from partnership.analysis import stakes as analysis
from partnership.analysis.spans import attested_on
from partnership.figures import lines, marks
from partnership.figures import stakes_words as words
from partnership.figures.figure import Figure, register
from partnership.figures.stakes import day_of
from partnership.state import CONSORTIA, State

_BREAK = " · "
"""Where the head of a column goes on to its second line."""
FIELDS = ("tengiz", "kashagan", "karachaganak")


@register("stakes.matrix", sectors=("oil_gas", "transport"), uses=("on",))
def matrix(state: State) -> Figure:
    """What each holder owns in all five consortia."""
    t = texts.of(state.lang)
    day = day_of(state)
    stakes = tables.load("stakes")
    rows = analysis.matrix(stakes, CONSORTIA, day)
    known = {a: attested_on(stakes, a, day) for a in CONSORTIA}
    listed = pd.concat([analysis.split_on(stakes, a, day).rows for a in CONSORTIA])
    heads = {a: f"{t.short(a)}{_BREAK}{t.day(known[a].day)}" for a in CONSORTIA}
    sure = all(k.how == "on" for k in known.values())
    order = rows.groupby("holder_id").agg(n=("holdings", "first"), most=("percent", "max"))
    order = order.sort_values(["n", "most"], ascending=False).index.tolist()
    order = ["eni", *[h for h in order if h != "eni"]] if "eni" in order else order
    data = rows.assign(
        who=[t.short(h) for h in rows["holder_id"]],
        where=[heads[a] for a in rows["asset_id"]],
        said=[t.number(p, 2).rstrip("0").rstrip(".") for p in rows["percent"]],
        tone=[
            marks.ITALY if h == "eni" else marks.KAZAKHSTAN if h == "kazmunaygas" else marks.MUTED
            for h in rows["holder_id"]
        ],
    )
    base = alt.Chart(marks.rows(data), height=alt.Step(25)).encode(
        y=alt.Y(
            "who:N",
            sort=[t.short(h) for h in order],
            title=None,
            axis=alt.Axis(labelLimit=200, domain=False, ticks=False),
        ),
        x=alt.X(
            "where:N",
            sort=list(heads.values()),
            title=None,
            axis=alt.Axis(
                orient="top",
                labelAngle=0,
                domain=False,
                ticks=False,
                labelFontSize=12,
                labelPadding=24,
                labelExpr=f"split(datum.label, '{_BREAK}')",
            ),
        ),
        tooltip=[
            alt.Tooltip("who:N", title=t("Holder")),
            alt.Tooltip("where:N", title=t("Consortium")),
            alt.Tooltip("said:N", title=t("percent")),
        ],
    )
    dots = base.mark_circle(opacity=0.9).encode(
        size=alt.Size("percent:Q", scale=alt.Scale(domain=[0, 50], range=[10, 620]), legend=None),
        color=alt.Color("tone:N", scale=None),
    )
    numbers = base.mark_text(**marks.text(dx=26, align="left", fontSize=11)).encode(text="said:N")
    eni = rows[rows["holder_id"] == "eni"]
    return Figure(
        id="stakes.matrix",
        title=(
            t("What each holder owns across the five consortia on {day}, percent", day=t.day(day))
            if sure
            else t("What each holder owns across the five consortia, as last reported, percent")
            if all(k.how in ("on", "last") for k in known.values())
            else t("What each holder owns across the five consortia, as far as reported, percent")
        ),
        drawn=marks.finish(alt.layer(dots, numbers)),
        table=rows,
        source_ids=sources.ids(rows, *words.pages(listed)),
        alt=t("A grid of holders and consortia with a dot and the percent in each."),
        finding=t(
            "Eni is in {count} of the five: {list}.",
            count=len(eni),
            list=", ".join(
                f"{t.short(a)} {t.percent(p, 2)}"
                for a, p in zip(eni["asset_id"], eni["percent"], strict=True)
            ),
        ),
        note=(
            ""
            if sure
            else t(
                "Under each name stands the day that the shares are documented for; no page was"
                " found that lists them for a later one, or for the day chosen."
            )
        ),
        badges=marks.badges(rows, *(() if sure else ("incomplete",))),
        height=25 * len(order) + 45,
    )


@register("stakes.look_through", sectors=("oil_gas",), uses=("from_year", "to_year"))
def look_through(state: State) -> Figure:
    """Stake times output of the three giant fields, where output is known."""
    t = texts.of(state.lang)
    seen = tables.load("observations")
    output = seen[seen["entity_id"].isin(FIELDS) & seen["metric_id"].eq("oil_production_mt")]
    outcome = ~output["status"].isin(["claimed", "target"])
    output = output[output["period"].str.fullmatch(r"\d{4}") & outcome]
    output = output[output["period"].astype(int).between(state.from_year, state.to_year)]
    output = output.sort_values(["period", "entity_id"])
    barrels = seen[seen["metric_id"].eq("barrels_per_tonne") & seen["entity_id"].eq("KAZ")]
    rows = worth.look_through(tables.load("stakes"), output, float(barrels["value"].iloc[-1]))
    eni = rows[rows["holder_id"] == "eni"]
    data = eni.assign(
        where=[t.short(a) for a in eni["asset_id"]],
        said=[t.number(v, 1) for v in eni["mt"]],
        known=[t("reported") if s == "reported" else t("estimated") for s in eni["output_status"]],
        year=eni["year"].astype(str),
    )
    base = alt.Chart(marks.rows(data))
    y = alt.Y("mt:Q", title=None, stack="zero", axis=marks.value_axis(t("million tonnes a year")))
    bars = base.mark_bar(size=34).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0)),
        y=y,
        color=alt.Color(
            "where:N",
            title=None,
            scale=alt.Scale(range=[marks.ITALY, "#b57b12"]),
            legend=alt.Legend(orient="bottom"),
        ),
        opacity=alt.condition(alt.datum.output_status == "reported", alt.value(1), alt.value(0.65)),
        tooltip=[
            alt.Tooltip("where:N", title=t("Field")),
            alt.Tooltip("year:O", title=t("Year")),
            alt.Tooltip("mt:Q", title=t("million tonnes"), format=".2f"),
            alt.Tooltip("kbd:Q", title=t("thousand barrels a day"), format=".0f"),
            alt.Tooltip("percent:Q", title=t("percent"), format=".3f"),
            alt.Tooltip("known:N", title=t("Output")),
        ],
    )
    total = eni.groupby("year")["mt"].sum()
    known = lines.years(eni["year"]) if len(eni) else ""
    both = eni.groupby("year")["asset_id"].nunique()
    full = [y for y, n in both.items() if n == 2]
    finding = ""
    if full:
        last = full[-1]
        kbd = float(eni[eni["year"] == last]["kbd"].sum())
        finding = t(
            "In {year} Eni's interests stood for {mt} million tonnes of oil, about {kbd} thousand"
            " barrels a day.",
            year=last,
            mt=t.number(total[last], 1),
            kbd=t.number(kbd),
        )
    return Figure(
        id="stakes.look_through",
        title=t(
            "Eni's part of the oil of Karachaganak and Kashagan by working interest, {years},"
            " million tonnes",
            years=known,
        ),
        drawn=marks.finish(bars, 300),
        table=rows,
        source_ids=sources.ids(
            rows, barrels, rows.rename(columns={"source_id": "_", "stake_source_id": "source_id"})
        ),
        alt=t("Bars a year, Karachaganak and Kashagan stacked."),
        finding=finding,
        note=t(
            "Stake times output. It is not what Eni may sell: under the production sharing"
            " agreements cost oil and the state's share come first. Paler bars rest on forecasts or"
            " bounds; years without a published output are missing."
        ),
        badges=marks.badges(rows.rename(columns={"output_status": "status"}), "computed"),
        height=300,
    )
