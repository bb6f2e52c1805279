"""Stakes, companies and diplomacy: what is drawn together, and in which order."""

from __future__ import annotations

import re

import pytest

from partnership import tables
from partnership.analysis import companies
from partnership.charts.forms import Bars, Milestones
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.figure import Listing
from partnership.language.readable import Table
from partnership.state import State


def _form(figure_id: str) -> object:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    assert drawn.value is not None
    return drawn.value.form


def test_dollars_and_euros_and_purchases_stand_apart_from_each_other() -> None:
    bars = _form("companies.values")
    assert isinstance(bars, Bars)
    rows = companies.italian(tables.load("projects"), tables.load("companies"))
    rows = rows.set_index("project_id")
    groups: dict[str, set[tuple[bool, str]]] = {}
    for one in bars.categories:
        row = rows.loc[one.key]
        kind = (row["role"] == "contractor", str(row["currency"]))
        groups.setdefault(one.heading.name if one.heading else "", set()).add(kind)
    assert all(len(kinds) == 1 for kinds in groups.values())
    assert len(groups) == len(set.union(*groups.values())) == 4


def test_projects_stand_under_their_sector_with_their_years() -> None:
    form = _form("companies.timeline")
    assert isinstance(form, Milestones)
    colours = [{one.colour for one in group.milestones} for group in form.groups]
    assert all(len(found) == 1 for found in colours)
    assert [name for name, _ in form.legend] == [group.name for group in form.groups]
    assert all(one.when for group in form.groups for one in group.milestones)


def test_the_map_says_how_many_projects_it_leaves_out() -> None:
    figure = figures.build("companies.map", State())
    rows = companies.italian(tables.load("projects"), tables.load("companies"))
    left = int(rows["region_id"].isna().sum())
    assert figure.finding.startswith(f"{left} of all {len(rows)} have no region")


def test_changes_of_holders_are_listed_by_date() -> None:
    figure = figures.build("stakes.deals", State())
    assert isinstance(figure.drawn, Listing)
    listed = [row["label"] for row in figure.drawn.rows]
    by_date = figure.table.sort_values("day", ascending=False, kind="stable").head(len(listed))
    assert [int(label.split(" ")[0]) for label in listed] == by_date["number"].tolist()


def test_the_article_leaves_out_kazmunaygas_at_karachaganak() -> None:
    figure = figures.build("stakes.article", State())
    assert isinstance(figure.drawn, Table)
    rows = {(r["consortium"], r["holder"]): r for r in figure.drawn.rows}
    assert rows["Karachaganak", "KazMunayGas"]["differs"] == "omitted"
    assert rows["Karachaganak", "BG Group"]["differs"] == "not listed"
    assert rows["Kashagan", "KazMunayGas"]["differs"] == "−0.07"
    assert rows["Kashagan", "Eni"]["differs"] == ""
    differ = sum(bool(r["differs"]) for r in figure.drawn.rows)
    assert figure.headline.startswith(f"{differ} of {len(rows)} ")


@pytest.mark.parametrize("lang", ["en"])
def test_two_counts_of_one_occasion_are_told_with_who_counts(lang: str) -> None:
    drawn = figures.build("diplomacy.numbers", State(lang=lang)).drawn
    assert isinstance(drawn, Listing)
    double = [row for row in drawn.rows if " or " in row["value"]]
    assert double
    for row in double:
        assert re.search(r", (\d+ )?\w+ \d{4}$", row["label"])
        for value in row["value"].split(" or "):
            assert f"{value}: " in row["detail"]
