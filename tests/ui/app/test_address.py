"""The address and the widgets stay alike, however fast a reader chooses."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from partnership.state import State
from partnership.ui.figure import frame
from tests import site


def _shown(at: AppTest) -> Any:
    return at.select_slider(key="years").value


def test_choices_are_written_into_the_address() -> None:
    at = site.app("trade")
    at.select_slider(key="years").set_range(2010, 2025).run()
    assert at.query_params == {"from": "2010"}
    at.select_slider(key="years").set_range(1992, 2025).run()
    assert at.query_params == {}


@pytest.mark.parametrize("late", [{}, {"currency": "eur"}], ids=["plain", "asked"])
def test_a_choice_that_overtakes_the_address_loses_none_before_it(late: dict[str, str]) -> None:
    """A browser that is busy sends the next choice with the address of before the last one."""
    at = site.app("trade", late)
    at.select_slider(key="years").set_range(2010, 2025).run()
    assert at.query_params == {**late, "from": "2010"}
    at.query_params = dict(late)
    at.select_slider(key="years").set_range(2010, 2020).run()
    assert _shown(at) == (2010, 2020)
    assert at.query_params == {**late, "from": "2010", "to": "2020"}
    at.query_params = dict(late)
    at.segmented_control(key="reporter").set_value("italy").run()
    assert at.query_params == {**late, "from": "2010", "to": "2020", "reporter": "italy"}


def test_a_step_back_takes_the_choice_back() -> None:
    at = site.app("trade")
    at.select_slider(key="years").set_range(2010, 2025).run()
    at.query_params = {}
    at.run()
    assert _shown(at) == (1992, 2025)
    assert at.query_params == {}


def test_another_link_brings_its_own_view() -> None:
    at = site.app("trade", {"from": "2010"})
    at.query_params = {"to": "2015"}
    at.run()
    assert _shown(at) == (1992, 2015)
    at.query_params = {"from": "2001"}
    at.run()
    assert _shown(at) == (2001, 2025)


def test_filters_of_other_pages_neither_act_nor_get_lost() -> None:
    at = site.app("minerals", {"sector": "trade", "reporter": "italy", "from": "2010"})
    assert not at.exception
    keys = {one.key for one in (*at.button_group, *at.select_slider)}
    assert "years" in keys
    assert not {"sector", "reporter", "currency"} & keys
    assert site.shown(at) == site.shown(site.app("minerals"))
    assert at.query_params == {"sector": "trade", "reporter": "italy", "from": "2010"}
    assert at.button(key="clear").label.startswith("1 ")


def test_clear_brings_the_filters_of_the_page_back() -> None:
    at = site.app("trade", {"from": "2010", "to": "2015", "currency": "eur", "sector": "trade"})
    assert at.button(key="clear").label.startswith("2 ")
    at.button(key="clear").click().run()
    assert at.query_params == {"sector": "trade"}
    assert _shown(at) == (1992, 2025)
    assert "clear" not in {one.key for one in at.button}


def test_a_part_shows_its_own_filters_and_is_left_with_the_page() -> None:
    at = site.app("minerals", {"part": "imports", "currency": "eur"})
    assert not at.exception
    assert "currency" in {one.key for one in at.button_group}
    assert site.shown(at) == {frame.key(i) for i in site.named("minerals", State(part="imports"))}
    at.segmented_control(key="part").set_value("").run()
    assert at.query_params == {"currency": "eur"}
    assert "currency" not in {one.key for one in at.button_group}
    other = site.app("map", {"part": "imports"})
    assert other.query_params == {}
    assert not other.warning
