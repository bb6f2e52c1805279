"""The two days of Stakes: one widget, two parameters, links of old."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from tests import site

_FOUNDED = date(2002, 8, 1)
"""The first day on which all five consortia are known."""


def _days(at: AppTest) -> tuple[date, date]:
    earlier, later = at.select_slider(key="on").value
    return earlier, later


def test_the_days_are_those_since_all_are_known() -> None:
    at = site.app("stakes")
    assert _days(at) == (_FOUNDED, date.today())
    assert at.query_params == {}


def test_a_choice_of_either_day_is_written_into_the_address() -> None:
    at = site.app("stakes")
    at.select_slider(key="on").set_value((date(2005, 5, 1), date(2016, 2, 15))).run()
    assert at.query_params == {"on": "2016-02-15", "then": "2005-05-01"}
    assert _days(at) == (date(2005, 5, 1), date(2016, 2, 15))
    at.select_slider(key="on").set_value((_FOUNDED, date.today())).run()
    assert at.query_params == {}


def test_an_old_link_shows_its_day_though_nothing_changed_on_it() -> None:
    at = site.app("stakes", {"on": "2011-01-01"})
    assert _days(at) == (_FOUNDED, date(2011, 1, 1))
    assert at.query_params == {"on": "2011-01-01"}
    early = site.app("stakes", {"on": "1995-06-01"})
    assert _days(early) == (date(1993, 4, 6), date(1995, 6, 1))
    assert early.query_params == {"on": "1995-06-01"}


def test_a_step_back_takes_both_days_back() -> None:
    at = site.app("stakes")
    at.select_slider(key="on").set_value((date(2005, 5, 1), date(2016, 2, 15))).run()
    at.query_params = {}
    at.run()
    assert _days(at) == (_FOUNDED, date.today())
