"""The address and the widgets stay alike, however fast a reader chooses."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests import site


def _shown(at: AppTest) -> tuple[Any, Any]:
    return at.selectbox(key="from").value, at.selectbox(key="to").value


def test_choices_are_written_into_the_address() -> None:
    at = site.app("claims")
    at.selectbox(key="from").set_value(2010).run()
    assert at.query_params == {"from": "2010"}
    at.selectbox(key="from").set_value(1992).run()
    assert at.query_params == {}


@pytest.mark.parametrize("late", [{}, {"currency": "eur"}], ids=["plain", "asked"])
def test_a_choice_that_overtakes_the_address_loses_none_before_it(late: dict[str, str]) -> None:
    """A browser that is busy sends the next choice with the address of before the last one."""
    at = site.app("claims", late)
    at.selectbox(key="from").set_value(2010).run()
    assert at.query_params == {**late, "from": "2010"}
    at.query_params = dict(late)
    at.selectbox(key="to").set_value(2020).run()
    assert _shown(at) == (2010, 2020)
    assert at.query_params == {**late, "from": "2010", "to": "2020"}


def test_a_step_back_takes_the_choice_back() -> None:
    at = site.app("claims")
    at.selectbox(key="from").set_value(2010).run()
    at.query_params = {}
    at.run()
    assert _shown(at) == (1992, 2025)
    assert at.query_params == {}


def test_another_link_brings_its_own_view() -> None:
    at = site.app("claims", {"from": "2010"})
    at.query_params = {"to": "2015"}
    at.run()
    assert _shown(at) == (1992, 2015)
    at.query_params = {"from": "2001"}
    at.run()
    assert _shown(at) == (2001, 2025)
