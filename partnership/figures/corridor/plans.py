"""The Middle Corridor beside the oil pipelines, what is planned, and where Italians work on it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import companies, corridor
from partnership.analysis.freshness import span
from partnership.charts.forms import Bars, Category, Chart, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as company_words
from partnership.wording import sentences

_OIL, _GOLD = palette.SECTOR["oil_gas"].light, palette.SECTOR["transport"].light


@register("corridor.pipelines", sectors=("transport", "oil_gas"), uses=("to_year",))
def pipelines(state: State) -> Figure:
    """Cargo of the corridor and oil of the pipelines on one scale, in Mt of one year."""
    t = texts.in_language(state.lang)
    rows = corridor.beside_pipelines(
        tables.load("observations"), tables.load("sources"), state.to_year
    )
    if rows.empty:
        why = t("The corridor, CPC and BTC have no data in common for any of these years.")
        return shared.nothing("corridor.pipelines", t("The corridor and the oil pipelines"), why)
    year = int(rows.loc[rows["entity_id"].eq("middle_corridor"), "year"].iloc[0])
    most = rows.groupby("entity_id", sort=False)["mt"].max().sort_values(ascending=False)
    cargo = float(most["middle_corridor"])
    return Figure(
        id="corridor.pipelines",
        title=t(
            "Cargo on the Middle Corridor compared with the oil pipelines, {year}, million tonnes",
            year=year,
        ),
        drawn=Chart(_pipelines(rows, list(most.index), year, t)),
        table=rows,
        source_ids=sources.ids(rows),
        finding=t(
            "In {year} CPC carried {cpc} times the corridor's cargo, BTC {btc} times.",
            year=year,
            cpc=t.number(most["cpc"] / cargo, 1),
            btc=t.number(most["btc"] / cargo, 1),
        ),
        note=t(
            "Dark: Kazakh oil; light: oil of other countries in the same pipeline. The corridor's "
            "cargo is dry goods and containers as well as oil, as counted by the ministry. Where "
            "there are no data for the year, the year before is shown and named."
        ),
        badges=shared.badges(rows),
    )


def _pipelines(rows: pd.DataFrame, order: list[str], year: int, t: Texts) -> Bars:
    cargo = rows["entity_id"].eq("middle_corridor")
    whole = rows["metric_id"].eq(corridor.ALL_OIL)
    parts = [
        (rows[whole & ~cargo], _OIL, True),
        (rows[~whole & ~cargo], _OIL, False),
        (rows[cargo], _GOLD, False),
    ]
    return Bars(
        tuple(Category(e, t.short(e), head=_head(rows, e, year, t)) for e in order),
        tuple(
            Series(
                t.name(str(part["metric_id"].iloc[0])),
                colour,
                tuple(_carried(r, t) for r in part.itertuples()),
                mark="bar",
                muted=behind,
            )
            for part, colour, behind in parts
            if len(part)
        ),
        what=t("Route"),
        by=t("Measure"),
        measure=t("Value"),
        unit=Unit(t("million tonnes")),
        above=True,
    )


def _carried(row: Any, t: Texts) -> Point:
    return Point(
        str(row.entity_id),
        float(row.mt),
        amounts.amount(row.mt, "Mt", t, 2),
        details=((t("Year"), str(row.year)), (t("Source"), sources.publisher(row.source_id, t))),
    )


def _head(rows: pd.DataFrame, entity: str, year: int, t: Texts) -> str:
    observed = rows[rows["entity_id"].eq(entity)].set_index("metric_id")
    amount = observed["mt"]
    name = t.short(entity)
    then = int(observed["year"].iloc[0])
    if then != year:
        name = t("{name} ({year})", name=name, year=then)
    if corridor.ALL_OIL in amount.index and corridor.KAZAKH_OIL in amount.index:
        return t(
            "{name}: {all}, Kazakh {kazakh}",
            name=name,
            all=t.number(amount[corridor.ALL_OIL], 1),
            kazakh=t.number(amount[corridor.KAZAKH_OIL], 1),
        )
    if corridor.KAZAKH_OIL in amount.index:
        return t("{name}: Kazakh {kazakh}", name=name, kazakh=t.number(amount.iloc[0], 1))
    return t("{name}: {all}", name=name, all=t.number(amount.iloc[0], 1))


_STATE = ("corridor_capacity_mt_y", "corridor_kazakh_exports_share_pct")
"""What is known of the corridor as it is, beside what is planned."""
_PLEDGE = "corridor_pledged_investment_eur"
_RAILWAY_ACCORDS = "finmeccanica_2010"
_CONNECTIVITY = ("2024_05_29_connectivity_table", "2025_04_04_samarkand_package")


@register("corridor.planned", sectors=("transport",))
def planned(state: State) -> Figure:
    """Targets, capacity, pledges, and official statements on them, as facts."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    own = seen[seen["entity_id"].eq(corridor.CORRIDOR) & seen["metric_id"].isin(_STATE)]
    rows = pd.concat([own[~corridor.is_ahead(own)], corridor.plans(seen)], ignore_index=True)
    rows = rows.sort_values(["metric_id", "period"], kind="stable")
    events = tables.load("events")
    events = events[events["event_id"].isin(_CONNECTIVITY)]
    facts = [
        {
            "label": f"{t.name(str(r.metric_id))}, {t.day(str(r.period))}",
            "value": _plan(r, t),
            "detail": sources.publisher(r.source_id, t),
        }
        for r in rows.itertuples()
    ]
    facts += [
        {
            "label": t.day(str(r.date)),
            "value": f"{t.name(str(r.event_id), 'title')}: {t.description(str(r.event_id))}",
            "detail": sources.publisher(r.source_id, t),
        }
        for r in events.itertuples()
    ]
    return Figure(
        id="corridor.planned",
        title=t("Plans for the corridor and their outcomes"),
        drawn=Listing("facts", tuple(facts)),
        table=rows,
        source_ids=sources.ids(rows, events),
        alt=t("List of {count} facts.", count=len(facts)),
        finding=_planned_finding(rows, t),
        note=t(
            "A plan or a forecast is compared only "
            "with the same type of count, and only plans are in the sentence above."
        ),
        badges=shared.badges(rows),
    )


def _planned_finding(rows: pd.DataFrame, t: Texts) -> str:
    capacity = rows[rows["metric_id"].eq(corridor.CAPACITY)]
    ahead = corridor.is_ahead(capacity)
    known = [capacity[~ahead], capacity[ahead], rows[rows["metric_id"].eq(_PLEDGE)]]
    words = ""
    if all(len(k) for k in known):
        now, then, pledge = (k.iloc[-1] for k in known)
        words = t(
            "Capacity is to rise from {now} to {then} by {year}; {pledge} are pledged for the "
            "links.",
            now=amounts.amount(now["value"], now["unit"], t),
            then=amounts.amount(then["value"], then["unit"], t),
            year=t.day(then["period"]),
            pledge=amounts.amount(pledge["value"], pledge["unit"], t),
        )
    past = rows[rows["status"].eq("target") & rows["outcome"].notna()]
    became = [
        t(
            "{what}, {year}: {plan} planned, outcome {outcome}",
            what=t.name(str(r.metric_id)),
            year=t.day(str(r.period)),
            plan=amounts.amount(float(str(r.value)), str(r.unit), t),
            outcome=_outcome(r, t),
        )
        for r in past.itertuples()
    ]
    return sentences.joined(words, *(t("{sentence}.", sentence=b) for b in became))


def _plan(row: Any, t: Texts) -> str:
    words = amounts.amount(row.value, str(row.unit), t)
    ahead = row.status == "estimated"
    status = message("forecast") if ahead else codes.VALUE_STATUS_REMARK[row.status]
    if pd.notna(row.outcome):
        return t(
            "{value} ({status}); outcome {outcome}",
            value=words,
            status=t(status),
            outcome=_outcome(row, t),
        )
    if not status:
        return words
    if _passed(row):
        return t("{value} ({status}); outcome not found", value=words, status=t(status))
    return f"{words} ({t(status)})"


def _outcome(row: Any, t: Texts) -> str:
    words = amounts.amount(row.outcome, str(row.unit), t)
    return t("about {value}", value=words) if row.outcome_about else words


def _passed(row: Any) -> bool:
    """A plan for a year that is over. A pledge has the period of its page."""
    return row.metric_id != _PLEDGE and span(str(row.period))[1] <= date.today()


_COLUMNS = ("company", "project", "role", "years", "value", "place", "partners", "source")


@register("corridor.italian_companies", sectors=("transport", "companies"))
def italian_companies(state: State) -> Figure:
    """Italian companies' projects in transport, and at the corridor's own ports."""
    t = texts.in_language(state.lang)
    rows = companies.italian(tables.load("projects"), tables.load("companies"))
    at_node = rows["asset_id"].fillna("").str.startswith("node_")
    on_rails = rows["project_id"].eq(_RAILWAY_ACCORDS)
    rows = rows[rows["sector"].eq("transport") | at_node | on_rails].sort_values(
        "first", na_position="last"
    )
    roads = rows[rows["company_id"].isin(("webuild", "todini"))]
    return Figure(
        id="corridor.italian_companies",
        title=t("Italian companies' projects along the corridor"),
        drawn=company_words.table(rows, _COLUMNS, t),
        table=rows.drop(columns=["first", "last", "moment", "currency"]),
        source_ids=sources.ids(rows),
        alt=t("Table of {count} projects.", count=len(rows)),
        finding=sentences.joined(
            t(
                "{roads} of {count} projects are roads built by Webuild and Todini.",
                roads=len(roads),
                count=len(rows),
            ),
            _on_rails(rows, t),
        ),
        note=t(
            "Roads run alongside the corridor's railways, not on them; pipelines and flights are "
            "listed because they are the other routes to Italy."
        ),
        badges=shared.badges(rows),
    )


def _on_rails(rows: pd.DataFrame, t: Texts) -> str:
    """What is documented of the railway; nothing where its row or its year is not there."""
    start = rows.loc[rows["project_id"].eq(_RAILWAY_ACCORDS), "start"].dropna()
    if start.empty:
        return ""
    return t(
        "For the railway only accords of Finmeccanica (today Leonardo) of {year} are documented, "
        "no works.",
        year=t.day(str(start.iloc[0])),
    )
