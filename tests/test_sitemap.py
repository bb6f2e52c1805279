"""The site map, the pages it names, and addresses from one page to another.

(`tests.site` is what tests share, so the tests of `partnership.site` stand here.)
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from partnership.figures import figure as figures
from partnership.site import link, sitemap
from partnership.site.page import Page, Section
from partnership.site.sitemap import LEAVES, ROOT
from partnership.state import ALL, FILTERS, PARTS, State, from_query
from tests import site

_CHOSEN = State(
    sector=("trade", "oil_gas"),
    from_year=2010,
    currency="eur",
    on=date(2011, 1, 1),
    asset="kashagan",
    find="100 % & <more>",
)


def test_every_file_in_pages_is_a_leaf_and_no_leaf_is_without_one() -> None:
    files = {p.name for p in (ROOT / "pages").glob("*.py") if p.name != "__init__.py"}
    assert files == {leaf.file for leaf in LEAVES}
    assert len({leaf.path for leaf in LEAVES}) == len({leaf.title for leaf in LEAVES}) == len(files)


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.file)
def test_a_file_is_never_called_as_its_address(leaf: sitemap.Leaf) -> None:
    assert Path(leaf.file).stem != leaf.path
    assert leaf.icon.startswith(":material/")
    assert sitemap.page_of(leaf).title


def test_pages_of_before_lead_to_pages_of_today() -> None:
    paths = {leaf.path for leaf in LEAVES}
    assert set(sitemap.MOVED.values()) <= paths
    assert not set(sitemap.MOVED) & paths


def test_the_overview_is_the_page_of_a_figure_only_where_no_other_has_it() -> None:
    overview = sitemap.page_of(LEAVES[0])
    others = {i for leaf in LEAVES[1:] for i in sitemap.page_of(leaf).every_id}
    shared, own = set(overview.every_id) & others, set(overview.every_id) - others
    assert own
    assert {sitemap.leaf_of(i) for i in own} == {LEAVES[0]}
    assert LEAVES[0] not in {sitemap.leaf_of(i) for i in shared}


def test_where_a_figure_can_be_seen() -> None:
    at = sitemap.address_of("https://example.org/board")
    board = "https://example.org/board"
    assert at("trade.share", State()) == f"{board}/trade?part=customers#trade-share"
    assert at("trade.to_italy", State(from_year=2010)) == f"{board}/trade?from=2010#trade-to_italy"
    assert at("overview.numbers", State()) == f"{board}/#overview-numbers"
    assert at("no.such", State()) == ""


@pytest.mark.parametrize("state", site.STATES.values(), ids=site.STATES)
def test_a_link_brings_back_what_was_chosen(state: State) -> None:
    query = parse_qs(urlsplit(link.to("trade", state)).query, keep_blank_values=True)
    assert from_query(query) == (state, ())


def test_a_link_keeps_signs_that_mean_something_in_addresses() -> None:
    parts = urlsplit(link.to("map", _CHOSEN))
    assert parts.path == "map"
    assert parts.fragment == ""
    assert from_query(parse_qs(parts.query))[0].find == _CHOSEN.find
    assert link.pairs(_CHOSEN)[-1] == ("find", "100 % & <more>")


def test_a_link_without_choices_is_the_page_alone() -> None:
    assert link.to("trade", State()) == "trade"
    assert link.to("", State()) == ""
    assert link.pairs(State()) == []


def test_a_presentation_is_the_same_view_shown_otherwise() -> None:
    assert link.shown("trade", State()) == "trade?present=1"
    assert link.shown("", State(currency="eur")) == "./?currency=eur&present=1"


def test_a_page_lists_what_it_draws_before_its_sections_and_hides_other_sectors() -> None:
    trade = next(i for i, e in figures.registry().items() if "trade" in e.sectors)
    other = next(i for i, e in figures.registry().items() if "trade" not in e.sectors)
    never = Section("Never", ("x.never",), when=lambda _state: False)
    sections = (Section("A", ((trade, other),)), never)
    page = Page("T", "L", sections, drawn=("x.drawn",), by_sector=True)
    assert page.every_id == ("x.drawn", trade, other, "x.never")
    assert page.ids(State()) == ("x.drawn", trade, other)
    assert page.shown(State(sector=("trade",))) == ("x.drawn", trade)
    assert page.shown(State()) == page.ids(State())
    without = replace(page, by_sector=False)
    assert without.shown(State(sector=("trade",))) == page.ids(State())


def test_a_page_shows_the_filters_that_change_a_figure_of_it() -> None:
    whole = replace(_CHOSEN, part=ALL)
    for leaf in LEAVES:
        page = sitemap.page_of(leaf)
        used = {field for i in page.every_id for field in figures.registry()[i].uses}
        filters = page.filters(whole)
        assert page.by_sector or "sector" not in used, leaf.path
        assert set(filters) - {"sector"} == used & set(FILTERS) - {"sector"}
        assert ("sector" in filters) == page.by_sector
        heard = page.heard(whole)
        assert (heard.sector == _CHOSEN.sector) == page.by_sector
        assert (heard.currency == "eur") == ("currency" in filters)
        assert (heard.on, heard.asset) == (_CHOSEN.on, _CHOSEN.asset)


def test_a_long_page_is_shown_in_parts() -> None:
    named = set()
    for leaf in LEAVES:
        page = sitemap.page_of(leaf)
        parts = [part.id for part in page.parts]
        every = page.ids(State(part=ALL))
        shown = [page.ids(State(part=part)) for part in parts or [""]]
        assert all(0 < len(ids) <= 8 for ids in shown if leaf.path != "present"), leaf.path
        assert sorted(i for ids in shown for i in ids) == sorted(every)
        assert parts[:1] in ([], [""])
        assert {s.part for s in page.sections} <= {"", *parts}
        assert page.ids(State(part="no such")) == page.ids(State())
        assert parts or page.ids(State(part="history")) == every
        named |= set(parts[1:])
    assert named == set(PARTS)


def test_a_figure_is_seen_in_its_part() -> None:
    for figure_id in figures.registry():
        leaf, seen = sitemap.view(figure_id, State(consortium="all"))
        assert figure_id in sitemap.page_of(leaf).every_id
        assert sitemap.page_of(leaf).part_of(figure_id) == seen.part
    assert sitemap.to("trade.share", _CHOSEN).startswith("trade?sector=")
    assert sitemap.to("trade.share", State()) == "trade?part=customers#trade-share"
    assert sitemap.to("overview.numbers", State()) == "./#overview-numbers"


def test_headings_have_anchors_of_their_own() -> None:
    for leaf in LEAVES:
        for part in (*sitemap.page_of(leaf).parts, None):
            state = State(part=part.id if part else ALL)
            headings = [s.heading for s in sitemap.page_of(leaf).chosen(state) if s.heading]
            assert len({link.slug(one) for one in headings}) == len(headings)
    assert link.slug("Italy among Kazakhstan's export markets") == (
        "italy-among-kazakhstan-s-export-markets"
    )
