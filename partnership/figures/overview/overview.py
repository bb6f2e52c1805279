"""The overview: ten numbers, a small map, the latest events."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import headline, money, target
from partnership.analysis.diplomacy import without_duplicates
from partnership.analysis.freshness import span
from partnership.analysis.headline import Number
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.overview import small
from partnership.figures.shared import nothing
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.maps import alt
from partnership.maps.assets import seen_on, table_of
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed
from partnership.wording import diplomacy as words

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
_DIGITS = {"%": 1, "Mt": 1, "MW": 0}
"""Decimals of a number on a card by its unit."""


@register("overview.numbers", sectors=SECTORS, uses=("sector", "from_year", "to_year", "currency"))
def numbers(state: State) -> Figure:
    """The partnership in ten numbers, each with its period and source."""
    t = texts.in_language(state.lang)
    frames = headline.Tables(
        *(tables.load(n) for n in ("trade", "stakes", "assets", "observations"))
    )
    seen = seen_on(date.today())
    italian = set(seen.loc[seen["italian"], "asset_id"])
    found = headline.numbers(frames, italian, state.from_year, state.to_year, date.today())
    rate = money.rates(tables.load("prices"))
    found = [n for n in found if state.in_sectors((n.sector,))]
    early = shared.before_euro(state, t)
    # A sum of a year before the euro has no value in it.
    found = [n for n in found if not (early and n.unit == "USD")]
    rows = _cards(found, state, rate, t)
    table = pd.DataFrame([vars(n) for n in found], columns=list(Number.__dataclass_fields__))
    return Figure(
        id="overview.numbers",
        title=t("Key figures of the partnership"),
        drawn=Listing("numbers", rows),
        table=table,
        source_ids=sources.ids(table, *_target_rows(found)),
        finding=early
        or ("" if found else t("No figure is available for the selected years and sectors.")),
        alt="; ".join(f"{r['label']}: {r['value']}" for r in rows) or t("No figures"),
        note=t(
            "Kazakhstan and Italy count the same trade differently; the Trade page shows by how"
            " much, and why."
        ),
        badges=shared.badges(table, "disagree"),
    )


def _target_rows(found: list[Number]) -> list[pd.DataFrame]:
    """The row of the target, where a number is compared with it."""
    return (
        [target.newest(tables.load("observations")).to_frame().T]
        if any(n.key == "target" for n in found)
        else []
    )


def _cards(
    found: list[Number], state: State, rate: dict[str, float], t: Texts
) -> tuple[dict[str, str], ...]:
    """One card a number; Eni's two stakes share one."""
    cards: dict[str, dict[str, str]] = {}
    for number in found:
        value, detail = _value(number, state, rate, t), _detail(number, t)
        label = LABELS["eni" if number.key.startswith("eni") else number.key]
        if label in cards:
            before = cards[label]
            value = f"{before['value']} · {value}"
            detail = f"{before['detail']}; {detail}"
        # The target is on file wherever a number is compared with it.
        values = {
            "target": amounts.amount(
                float(target.newest(tables.load("observations"))["value"]), "USD", t
            )
        }
        heading = t(label, **values) if number.key == "target" else t(label)
        cards[label] = {"label": heading, "value": value, "detail": detail}
    return tuple(cards.values())


def _value(number: Number, state: State, rate: dict[str, float], t: Texts) -> str:
    if number.unit == "USD":
        if state.currency == "eur":
            each = needed.at(pd.Series(rate, dtype=float), number.period, "prices", "period")
            return amounts.in_billions(number.value / each, "EUR", t)
        return amounts.in_billions(number.value, "USD", t)
    if number.unit == "rank":
        return t("rank {rank}", rank=int(number.value))
    if number.unit == "kt":
        return amounts.amount(number.value / 1000, "Mt", t, 2)
    digits = 2 if number.key.startswith("eni") else _DIGITS[number.unit]
    return amounts.amount(number.value, number.unit, t, digits)


def _detail(number: Number, t: Texts) -> str:
    publisher = sources.publisher(number.source_id, t)
    return f"{t.day(number.period)} · {publisher}"


@register(
    "overview.map", sectors=("oil_gas", "renewables", "minerals", "transport"), uses=("sector",)
)
def small_map(state: State) -> Figure:
    """All assets on a small map that does not move; the Map page has the large one."""
    t = texts.in_language(state.lang)
    rows = seen_on(date.today())
    rows = rows[rows["sector"].isin(state.sector or SECTORS) & rows["lon"].notna()]
    drawn = small.assets(rows, t)
    return Figure(
        id="overview.map",
        title=t("Asset locations: fields, pipelines, plants, deposits and routes"),
        drawn=drawn,
        table=table_of(rows),
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Small map of {count} assets from Italy to China, coloured by sector. {numbers}",
            count=t.number(len(rows)),
            numbers=alt.numbers(drawn, t),
        ).strip(),
        finding=t(
            "Larger dots are Italian-held. Rust: oil and gas; green: renewables; violet: "
            "minerals; gold: transport."
        ),
        badges=shared.badges(rows, "schematic"),
        height=330,
    )


@register("overview.events", sectors=SECTORS, uses=("sector", "from_year", "to_year"))
def events(state: State) -> Figure:
    """The latest events of the sectors and years chosen."""
    t = texts.in_language(state.lang)
    rows = tables.load("events")
    year = rows["date"].str[:4].astype(int)
    last = state.open_years()[1] or 9999
    rows = rows[year.between(state.from_year, last)]
    happened = ~rows["status"].isin(("claimed", "planned"))
    rows = rows[rows["sector"].isin(state.sector or SECTORS) & happened]
    once = without_duplicates(rows).sort_values("date", ascending=False).head(_EVENTS)
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
    """An event as its first source reports it, then as others do, each with its publisher."""
    versions = [row, *others.itertuples()]
    details = [t.description(str(r.event_id)) for r in versions]
    if len(versions) > 1:
        details = [
            t("{who}: {words}", words=d, who=sources.publisher(r.source_id, t))
            for d, r in zip(details, versions, strict=True)
        ]
    return {
        "label": " ≠ ".join(words.day(r, t) for r in versions),
        "value": words.title_of(row, t),
        "detail": " ≠ ".join(details),
    }
