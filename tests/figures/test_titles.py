"""No title names a day later than what attests it, whatever day a reader chooses."""

from __future__ import annotations

import re
from datetime import date

import pytest

from partnership import tables
from partnership.analysis import spans, stakes
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import CONSORTIA, State
from partnership.tables.contract import last_day

DAYS = tuple(
    date.fromisoformat(d)
    for d in (
        "1990-01-01",
        "1999-01-01",
        "2003-01-01",
        "2005-03-01",
        "2010-01-01",
        "2013-09-08",
        "2014-06-01",
        "2018-01-01",
        "2024-06-01",
        "2026-11-26",
        "2050-01-01",
    )
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]
_NAMED = re.compile(r"(?:(\d{1,2}) )?(" + "|".join(_MONTHS) + r") (\d{4})|\b((?:19|20)\d{2})\b")
IDS = tuple(figures.registry())


def _latest(title: str) -> str:
    """The last day that a title may be read to speak of; empty where it names none."""
    found = []
    for day, month, year, alone in _NAMED.findall(title):
        if alone:
            found.append(last_day(alone))
        else:
            found.append(f"{year}-{_MONTHS.index(month) + 1:02d}-{int(day or 31):02d}")
    return max(found, default="")


def _attested(asset: str, day: date) -> str:
    """The last day for which the split shown on `day` may be stated: listed, begun or bounded."""
    rows = tables.load("stakes")
    row = stakes.split_on(rows, asset, day).rows.iloc[0]
    every = spans.spans(rows, asset)
    same_start = every[every["valid_from"].eq(row["valid_from"])]
    same_start = same_start if len(same_start) else every.head(1)
    bound = str(same_start["sure_to"].iloc[0])
    return max(last_day(str(row["attested"])), bound)


@pytest.mark.parametrize("asset", CONSORTIA)
def test_a_pie_names_no_later_day(asset: str) -> None:
    for day in DAYS:
        title = figures.build(f"stakes.{asset}", State(on=day)).title
        assert _latest(title), title
        assert _latest(title) <= _attested(asset, day), title


@pytest.mark.parametrize("figure_id", [i for i in IDS if "on" in figures.registry()[i].uses])
def test_a_day_chosen_is_named_only_where_all_is_documented(figure_id: str) -> None:
    rows = tables.load("stakes")
    asset = figure_id.removeprefix("stakes.")
    assets = (asset,) if asset in CONSORTIA else CONSORTIA
    for day in DAYS:
        title = figures.build(figure_id, State(on=day)).title
        how = [spans.attested_on(rows, a, day).how for a in assets]
        # What is not known yet on that day is left out of what stands for several.
        shown = [h for h in how if h != "before"]
        sure = bool(shown) and all(h == "on" for h in shown)
        assert (texts.in_language("en").day(day) in title) == sure, title


@pytest.mark.parametrize("figure_id", IDS)
def test_no_title_promises_today(figure_id: str) -> None:
    title = figures.build(figure_id, State()).title
    assert texts.in_language("en").day(date.today()) not in title
    assert "today" not in title.lower().split()


def test_the_history_names_no_later_day() -> None:
    today = date.today()
    for asset in CONSORTIA:
        title = figures.build("stakes.history", State(consortium=asset)).title
        assert "" < _latest(title) <= _attested(asset, today), title


@pytest.mark.parametrize("lang", ["it", "kk", "ru"])
def test_what_heads_a_figure_begins_as_a_sentence(lang: str) -> None:
    """A month, or words that stand within a sentence in English, begin small in others."""
    small = []
    for figure_id in IDS:
        figure = figures.build(figure_id, State(lang=lang))
        heads = (figure.title, figure.headline, figure.finding)
        small += [h for h in heads if h[:1].islower() and not h.startswith("bp ")]
    assert small == []
