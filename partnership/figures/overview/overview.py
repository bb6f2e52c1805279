"""The overview: ten numbers, a small map, the latest events."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import headline, money, target
from partnership.analysis.assets import LINES
from partnership.analysis.diplomacy import told_once
from partnership.analysis.freshness import span
from partnership.analysis.headline import Number
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.shared import nothing
from partnership.language import texts, units
from partnership.language.texts import Texts, message
from partnership.maps import ground
from partnership.maps.assets import lines, seen_on, table_of
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed
from partnership.wording import diplomacy_words as words

LABELS = {
    "turnover_kaz": message("Trade in both directions, as reported by Kazakhstan"),
    "turnover_ita": message("Trade in both directions, as reported by Italy"),
    "share": message("Italy's share of Kazakhstan's exports"),
    "rank": message("Italy's rank among Kazakhstan's export markets"),
    "crude": message("Kazakhstan's share of Italy's crude oil imports"),
    "eni": message("Eni's stakes in Karachaganak and Kashagan"),
    "megawatts": message("Italian-owned wind and solar capacity in Kazakhstan"),
    "target": message("Trade reported by Kazakhstan, share of the target of {target}"),
    "corridor": message("Cargo on the Middle Corridor"),
    "cpc": message("Oil through the CPC pipeline"),
}
_EVENTS = 8
_LABELLED = {
    "karachaganak": True,
    "kashagan": True,
    "badamsha_1": False,
    "shaulder_solar": False,
    "trieste_siot_terminal": True,
    "novorossiysk_cpc_terminal": True,
    "ceyhan_terminal": False,
    "node_aktau": True,
    "node_xian": True,
}
"""Assets named on the small map, and whether the name stands on the left of the point."""


@register("overview.numbers", sectors=SECTORS, uses=("sector", "from_year", "to_year", "currency"))
def numbers(state: State) -> Figure:
    """The partnership in ten numbers, each with its period and source."""
    t = texts.of(state.lang)
    frames = headline.Tables(
        *(tables.load(n) for n in ("trade", "stakes", "assets", "observations"))
    )
    seen = seen_on(date.today())
    italian = set(seen.loc[seen["italian"], "asset_id"])
    made = headline.numbers(frames, italian, state.from_year, state.to_year, date.today())
    made = [n for n in made if state.in_sectors((n.sector,))]
    rate = money.rates(tables.load("prices"))
    rows = _cards(made, state, rate, t)
    table = pd.DataFrame([vars(n) for n in made], columns=list(Number.__dataclass_fields__))
    return Figure(
        id="overview.numbers",
        title=t("Key figures of the partnership"),
        drawn=Listing("numbers", rows),
        table=table,
        source_ids=sources.ids(table, *_aim_behind(made)),
        finding="" if made else t("No figure is available for the selected years and sectors."),
        alt="; ".join(f"{r['label']}: {r['value']}" for r in rows) or t("No figures"),
        note=t(
            "Kazakhstan and Italy count the same trade differently; the Trade page shows by how"
            " much, and why."
        ),
        badges=shared.badges(table, "disagree"),
    )


def _aim_behind(made: list[Number]) -> list[pd.DataFrame]:
    """The row of the target, where a number is held against it."""
    return (
        [target.aim(tables.load("observations")).to_frame().T]
        if any(n.key == "target" for n in made)
        else []
    )


def _cards(
    made: list[Number], state: State, rate: dict[str, float], t: Texts
) -> tuple[dict[str, str], ...]:
    """One card a number; Eni's two stakes share one."""
    cards: dict[str, dict[str, str]] = {}
    for number in made:
        value, detail = _value(number, state, rate, t), _detail(number, t)
        label = LABELS["eni" if number.key.startswith("eni") else number.key]
        if label in cards:
            before = cards[label]
            value = f"{before['value']} · {value}"
            detail = f"{before['detail']}; {detail}"
        # The target is on file wherever a number is held against it.
        held = {
            "target": units.amount(
                float(target.aim(tables.load("observations"))["value"]), "USD", t
            )
        }
        said = t(label, **held) if number.key == "target" else t(label)
        cards[label] = {"label": said, "value": value, "detail": detail}
    return tuple(cards.values())


def _value(number: Number, state: State, rate: dict[str, float], t: Texts) -> str:
    if number.unit == "USD":
        if state.currency == "eur":
            each = needed.at(pd.Series(rate, dtype=float), number.period, "prices", "period")
            return t("{value} bn EUR", value=t.number(number.value / each / 1e9, 2))
        return t("{value} bn USD", value=t.number(number.value / 1e9, 2))
    if number.unit == "%":
        return t.percent(number.value, 2 if number.key.startswith("eni") else 1)
    if number.unit == "rank":
        return t("rank {rank}", rank=int(number.value))
    if number.unit == "kt":
        return t("{value} Mt", value=t.number(number.value / 1000, 2))
    if number.unit == "Mt":
        return t("{value} Mt", value=t.number(number.value, 1))
    return t("{value} MW", value=t.number(number.value))


def _detail(number: Number, t: Texts) -> str:
    publisher = t.quote(sources.of([number.source_id])[0].publisher)
    return f"{t.day(number.period)} · {publisher}"


@register(
    "overview.map", sectors=("oil_gas", "renewables", "minerals", "transport"), uses=("sector",)
)
def small_map(state: State) -> Figure:
    """Where it all is, small and still; the Map page has it large."""
    t = texts.of(state.lang)
    rows = seen_on(date.today())
    rows = rows[rows["sector"].isin(state.sector or SECTORS) & rows["lon"].notna()]
    points = rows[~rows["kind"].isin((*LINES, "corridor"))]
    shown = pd.DataFrame(
        {
            "lon": points["lon"],
            "lat": points["lat"],
            "name": [t.name(a) for a in points["asset_id"]],
            "colour": [palette.SECTOR[s].light for s in points["sector"]],
            "size": points["italian"].map({True: 46, False: 16}),
        }
    )
    named = points[points["asset_id"].isin(_LABELLED)]
    labels = pd.DataFrame(
        {
            "lon": named["lon"],
            "lat": named["lat"],
            "words": [t.short(a) for a in named["asset_id"]],
            "left": named["asset_id"].map(_LABELLED),
        }
    )
    return Figure(
        id="overview.map",
        title=t("Asset locations: fields, pipelines, plants, deposits and routes"),
        drawn=marks.finish(ground.picture(shown, lines(rows), labels, 330)),
        table=table_of(rows),
        source_ids=sources.ids(rows),
        alt=t(
            "Small map of {count} assets from Italy to China, coloured by sector.",
            count=t.number(len(rows)),
        ),
        finding=t(
            "Larger dots are Italian-held. Rust: oil and gas; green: renewables; violet: "
            "minerals; gold: transport."
        ),
        note=t(
            "Geometry: Natural Earth; OpenStreetMap contributors (ODbL); Global Energy Monitor (CC"
            " BY 4.0)."
        ),
        badges=shared.badges(rows, "schematic"),
        height=330,
    )


@register("overview.events", sectors=SECTORS, uses=("sector", "from_year", "to_year"))
def events(state: State) -> Figure:
    """The latest events of the sectors and years chosen."""
    t = texts.of(state.lang)
    rows = tables.load("events")
    year = rows["date"].str[:4].astype(int)
    # The newest data may be younger than the last full year of the tables.
    late = state.to_year == State().to_year
    rows = rows[year.ge(state.from_year) & (year.le(state.to_year) | late)]
    happened = ~rows["status"].isin(("claimed", "planned"))
    rows = rows[rows["sector"].isin(state.sector or SECTORS) & happened]
    once = told_once(rows).sort_values("date", ascending=False).head(_EVENTS)
    known = tables.load("events").set_index("event_id", drop=False)
    shown = tuple(_event(r, known.loc[list(r.others)], t) for r in once.itertuples())
    keys = {*once["event_id"], *(e for others in once["others"] for e in others)}
    rows = rows[rows["event_id"].isin(keys)].sort_values("date", ascending=False)
    if rows.empty:
        why = t("No event is recorded for the selected years and sectors.")
        return nothing("overview.events", t("Latest events"), why)
    newest = max(rows["date"], key=lambda d: (span(str(d))[0], len(str(d))))
    differ = once["others"].map(len).gt(0).any()
    return Figure(
        id="overview.events",
        title=t("Latest events, recorded up to {day}", day=t.day(str(newest))),
        drawn=Listing("events", shown),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("List of {count} events.", count=len(shown)),
        note=t(
            "Planned events that are not known to have taken place are left out. Later events may "
            "be missing: none was found. ≠: sources report an event differently."
        ),
        badges=shared.badges(rows, *(("disagree",) if differ else ())),
    )


def _event(row: Any, others: pd.DataFrame, t: Texts) -> dict[str, str]:
    """An event as its first source tells it, then as others do, with who says which."""
    told = [row, *others.itertuples()]
    details = [t.description(str(r.event_id)) for r in told]
    if len(told) > 1:
        details = [
            t("{who}: {words}", words=d, who=words.publisher(str(r.source_id), t))
            for d, r in zip(details, told, strict=True)
        ]
    return {
        "label": " ≠ ".join(words.day(r, t) for r in told),
        "value": words.title_of(row, t),
        "detail": " ≠ ".join(details),
    }
