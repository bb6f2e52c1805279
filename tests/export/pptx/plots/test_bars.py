"""Horizontal bars as native charts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partnership.charts.forms import Bars, Chart, Series
from partnership.export.pptx import plots
from partnership.export.pptx.plots.model import Plot, Style
from tests.charts import barred


def _plot(bars: Bars) -> Plot:
    found = plots.from_chart(Chart(bars))
    assert found is not None
    return found


def test_values_are_those_of_the_table_and_rows_without_any_are_left_out() -> None:
    found = _plot(barred.alone())
    assert found.categories == ("Almaty", "Bari")
    assert found.series[0].amounts == (3e6, 1e6)
    assert (found.kind, found.unit, found.power) == ("bar", "Mt", 6)


def test_what_is_not_measured_is_hollow() -> None:
    (one,) = _plot(barred.alone()).series
    assert one.styles == {1: Style(barred.ITALY, hollow=True)}


@pytest.mark.parametrize(
    ("arranged", "stacked", "overlaid"),
    [("stacked", True, False), ("beside", False, False), ("overlaid", False, True)],
)
def test_series_are_arranged_as_drawn(arranged: str, stacked: bool, overlaid: bool) -> None:
    found = _plot(barred.several(arranged))
    assert (found.stacked, found.overlaid) == (stacked, overlaid)
    assert [s.name for s in found.series] == ["Rail", "Sea"]
    assert found.series[1].amounts == (1, 3, None)


def test_headings_are_rows_without_a_bar_and_names_are_unique() -> None:
    found = _plot(barred.grouped())
    assert [name.rstrip("\u200b") for name in found.categories if isinstance(name, str)] == [
        "Late count:",
        "Press",
        "Ministry",
        "Early count:",
        "Press",
    ]
    assert len(set(found.categories)) == 5
    assert found.series[0].amounts == (None, 5, 4, None, 1)


def test_a_claim_is_a_hollow_series_of_its_own() -> None:
    bars = barred.several("stacked")
    claim = Series("Claim", barred.ITALY, (barred.point("c", 9, status="claimed"),), mark="points")
    last = _plot(replace(bars, series=(*bars.series, claim))).series[-1]
    assert (last.name, last.drawn, last.hollow) == ("Claim", "bar", True)
    # On a stack it has a row of its own.
    assert last.amounts == (None, None, None, 9)


def test_bars_behind_others_are_paler() -> None:
    bars = barred.several("overlaid")
    behind = replace(bars.series[0], muted=True)
    assert _plot(replace(bars, series=(behind, bars.series[1]))).series[0].colour != behind.colour


def test_nothing_at_all_is_no_native_chart() -> None:
    empty = tuple(replace(p, value=None) for p in barred.alone().series[0].points)
    bars = barred.alone()
    assert (
        plots.from_chart(Chart(replace(bars, series=(replace(bars.series[0], points=empty),))))
        is None
    )


def test_parts_of_one_name_that_differ_by_status_are_one_bar() -> None:
    whole = barred.several("stacked")
    first = whole.series[0]
    more = (*first.points, barred.point("a", 5, status="estimated", label=""))
    found = _plot(replace(whole, series=(replace(first, points=more), whole.series[1])))
    assert list(found.series[0].amounts) == [7, 2, 2]
    assert not any(style.hollow for style in found.series[0].styles.values())
