"""Two days of the consortia side by side."""

from __future__ import annotations

from datetime import date

import pytest

from partnership import tables
from partnership.charts.forms import Bars
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.stakes import compared
from partnership.state import CONSORTIA, State

_PAIR = State(consortium="karachaganak", then=date(2011, 1, 1), on=date(2025, 1, 1))


def _bars(state: State) -> Bars:
    drawn = figures.build("stakes.compared", state).drawn
    assert isinstance(drawn, drawings.Chart)
    assert drawn.value is not None
    assert isinstance(drawn.value.form, Bars)
    return drawn.value.form


def test_each_day_has_a_bar_of_the_share_in_the_table() -> None:
    rows = tables.load("stakes")
    rows = rows[rows["asset_id"].eq("karachaganak") & rows["status"].ne("claimed")]
    later, earlier = _bars(_PAIR).series
    for series, since in ((later, "2016-02-15"), (earlier, "2001-10-09")):
        split = rows[rows["valid_from"].eq(since)].set_index("holder_id")["percent"]
        drawn = {str(p.at).split("/")[1]: p.value for p in series.points}
        assert drawn == split.to_dict()


def test_eni_is_first_then_kazmunaygas_then_by_size() -> None:
    names = [c.name for c in _bars(_PAIR).categories]
    assert names == ["Eni", "KazMunayGas", "Shell", "Chevron", "Lukoil", "BG Group"]
    words = {c.name: c.label.replace("\u202f", " ") for c in _bars(_PAIR).categories}
    assert words["Eni"] == "32.5 % → 29.25 %"
    assert words["KazMunayGas"] == "none → 10 %"
    headings = [c.heading.name for c in _bars(State()).categories if c.heading]
    assert len(dict.fromkeys(headings)) == len(CONSORTIA)


def test_the_headline_says_where_eni_has_less_and_where_more() -> None:
    assert figures.build("stakes.compared", State()).headline == (
        "Eni since 2002: less of Karachaganak, more of Kashagan"
    )
    same = State(then=date(2017, 1, 1), on=date(2018, 1, 1))
    assert figures.build("stakes.compared", same).headline.endswith("interests as in 2017")


@pytest.mark.parametrize(
    ("state", "pair"),
    [
        (State(on=date(1995, 1, 1)), (date(1993, 4, 6), date(1995, 1, 1))),
        (State(on=date(1993, 4, 6)), (date(1993, 4, 6), date(1993, 4, 6))),
        (_PAIR, (_PAIR.then, _PAIR.on)),
    ],
)
def test_the_earlier_day_is_never_after_the_later_one(
    state: State, pair: tuple[date, date]
) -> None:
    assert compared.days(state) == pair
    assert set(pair) <= set(compared.choosable(state))
