"""What is kept of figures: few objects, bounded, made once, let go with its day."""

from __future__ import annotations

import gc
import threading
import weakref
from datetime import date

import pytest

from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.cache import Kept
from partnership.maps.model import Map
from partnership.state import State
from tests import reading

_MOST_OBJECTS = 150
"""Tracked by the collector for one figure on average: its table, and nothing of its drawing."""


def _tracked() -> int:
    """Objects that the collector walks, but for weak references: pandas drops those late."""
    gc.collect()
    return sum(type(one) is not weakref.ref for one in gc.get_objects())


def test_a_kept_figure_is_few_objects() -> None:
    ids = [i for i, e in figures.registry().items() if "from_year" in e.uses]
    for figure_id in ids:  # what is built once for all years
        figures.build(figure_id, State())
        figures.build(figure_id, State(from_year=2004))
    before = _tracked()
    built = [figures.build(figure_id, State(from_year=2003)) for figure_id in ids]
    assert _tracked() - before < _MOST_OBJECTS * len(built)


def test_no_more_than_the_bound_is_kept_and_the_last_asked_for_stays() -> None:
    calls: list[int] = []
    kept = Kept(lambda n: calls.append(n) or n, most=2)  # type: ignore[func-returns-value]
    for n in (1, 2, 1, 3, 1):
        assert kept(n) == n
    assert (calls, len(kept)) == ([1, 2, 3], 2)


def test_many_who_ask_at_once_have_it_built_once() -> None:
    calls: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def make(n: int) -> object:
        calls.append(n)
        begun.set()
        go_on.wait(30)
        return object()

    kept = Kept(make, most=2)
    got: list[object] = []
    readers = [threading.Thread(target=lambda: got.append(kept(1))) for _ in range(8)]
    readers[0].start()
    assert begun.wait(30)
    for reader in readers[1:]:
        reader.start()
    go_on.set()
    for reader in readers:
        reader.join(30)
    assert calls == [1]
    assert len(got) == 8
    assert len(set(map(id, got))) == 1


def test_what_fails_is_tried_again() -> None:
    tries: list[int] = []

    def make(n: int) -> int:
        tries.append(n)
        if len(tries) == 1:
            raise ValueError(n)
        return n

    kept = Kept(make, most=2)
    with pytest.raises(ValueError, match="1"):
        kept(1)
    assert kept(1) == 1


def test_midnight_lets_go_of_the_day_before(monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls(2031, 1, 2)

    reading.own_figures(monkeypatch)
    for figure_id in ("trade.gap", "trade.wheat"):
        figures.build(figure_id, State())
    monkeypatch.setattr(figures, "date", Tomorrow)
    figures.build("trade.wheat", State())
    assert len(figures._build) == 1


def test_a_figure_is_written_when_it_is_built() -> None:
    drawn = figures.build("trade.gap", State()).drawn
    assert isinstance(drawn, drawings.Chart)
    assert [one for one in gc.get_referents(drawn) if gc.is_tracked(one)] == [drawings.Chart]
    assert drawn.to_dict(validate=True)["datasets"]
    assert isinstance(figures.build("map.assets", State()).drawn, Map)
