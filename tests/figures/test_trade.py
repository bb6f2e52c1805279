"""Headlines of trade say what the tables say, worked out here from the tables by another way."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from partnership import tables
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State
from tests import spec

T = texts.in_language("en")
_LISTS = {"trade.crude_press"}
"""Tables, which have no headline."""
_CHARTS = sorted(i for i in figures.registry() if i.startswith("trade.") and i not in _LISTS)


def _headline(figure_id: str, **choice: object) -> str:
    return figures.build(figure_id, State(**choice)).headline  # type: ignore[arg-type]


def _exports(year: int) -> pd.Series:
    """Kazakhstan's exports of a year by partner, from the statistics of its office."""
    trade = tables.load("trade")
    rows = trade[
        trade["reporter"].eq("KAZ")
        & trade["flow"].eq("export")
        & trade["product_id"].eq("total")
        & trade["period"].eq(str(year))
    ]
    newer, older = "bns_by_partner_2020_2025", "bns_by_partner_2018_2023"
    rows = rows[rows["source_id"].eq(newer if year > 2023 else older)]
    return rows.set_index("partner")["value_usd"].astype(float)


@pytest.mark.parametrize("figure_id", _CHARTS)
def test_every_chart_answers_first(figure_id: str) -> None:
    figure = figures.build(figure_id, State())
    assert figure.headline
    assert figure.headline != figure.title


def test_the_share_of_italy_stands_beside_its_largest_rival() -> None:
    by = _exports(2025)
    share = by / by["WLD"] * 100
    first, second = share.drop(["WLD", "XXX"], errors="ignore").nlargest(2).index
    assert (first, second) == ("ITA", "CHN")
    assert _headline("trade.share", to_year=2025) == (
        f"Italy is Kazakhstan's No.\u00a01 market: {T.percent(share[first])}, "
        f"China {T.percent(share[second])}"
    )


def test_a_rank_is_told_since_the_year_it_was_reached() -> None:
    firsts = [year for year in range(2020, 2026) if _exports(year).drop("WLD").idxmax() == "ITA"]
    assert firsts == [2022, 2023, 2024, 2025]
    assert _headline("trade.rank", to_year=2025).endswith("No.\u00a01 export market since 2022")
    assert _headline("trade.rank", to_year=2022).endswith("No.\u00a01 export market in 2022")


def test_a_flow_is_told_with_its_change_in_a_year() -> None:
    now, before = _exports(2025)["ITA"], _exports(2024)["ITA"]
    change = (now / before - 1) * 100
    assert change < 0
    assert _headline("trade.to_italy", to_year=2025) == (
        f"Kazakhstan reports ${now / 1e9:.1f}bn of exports to Italy for 2025 "
        f"(−{T.percent(-change)})"
    )


def test_the_target_is_told_with_the_share_reached() -> None:
    assert _headline("trade.target", to_year=2024).startswith("2024: trade of $19.9bn, 99.7")
    assert "€" in _headline("trade.target", to_year=2024, currency="eur")


def test_oil_events_are_not_written_over_what_italy_sells() -> None:
    to_italy, back = (figures.build(f"trade.{i}", State()) for i in ("to_italy", "to_kazakhstan"))
    events = tables.load("events").set_index("event_id")
    of_assets = events[events["explains_break"].fillna(value=False) & events["asset_id"].notna()]
    titles = [T.name(event, "title") for event in of_assets.index]
    assert titles
    assert all(title in _drawn(to_italy) for title in titles)
    assert not any(title in _drawn(back) for title in titles)


def test_ranks_are_named_at_both_ends() -> None:
    drawn = figures.build("trade.rank", State()).drawn
    assert isinstance(drawn, drawings.Chart)
    rows = [
        row for view in spec.views(json.loads(drawn.text)) for row in view.rows if "words" in row
    ]
    assert len({row["year"] for row in rows if row["words"] == "Italy"}) == 2


def _drawn(figure: figures.Figure) -> str:
    assert isinstance(figure.drawn, drawings.Chart)
    return figure.drawn.text
