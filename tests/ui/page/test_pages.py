"""Every page through `AppTest`: whole, filtered, fuzzed, and in the pseudo-language."""

from __future__ import annotations

import unicodedata

import pytest
from streamlit.testing.v1 import AppTest

from partnership.figures import figure as figures
from partnership.language import texts
from partnership.site import sitemap
from partnership.state import ALL, CONSORTIA, PARAMS, SECTORS, State, from_query
from partnership.ui.figure import frame
from tests import quoted, site, words

_PAGES = pytest.mark.parametrize("path", site.LEAF, ids=lambda p: p or "overview")


def _keys(path: str, state: State) -> set[str]:
    return {frame.key(i) for i in site.named(path, state)}


def _plain(at: AppTest) -> str:
    """Everything that is said in boxes and text, without Markdown's escapes."""
    elements = [*at.markdown, *at.warning, *at.info, *at.error, *at.caption]
    return "\n".join(one.value for one in elements).replace("\\", "")


@_PAGES
@pytest.mark.parametrize("part", ["", ALL], ids=["first part", "whole"])
def test_a_page_draws_every_figure_it_names(path: str, part: str) -> None:
    state = State(part=part)
    if part and not site.page_of(path).parts:
        pytest.skip("a page without parts")
    at = site.app(path, {"part": part} if part else {})
    assert not at.exception
    assert not at.error
    assert not at.warning
    assert len(at.title) == 1
    assert len(site.named(path, state)) >= 3 or path in ("map", "present")
    assert site.shown(at) == _keys(path, state)
    titles = {m.value.splitlines()[0] for m in at.markdown if m.value.startswith("### ")}
    wanted = {f"### {figures.build(i, State()).heading}" for i in site.named(path, state)}
    assert {t.replace("\\", "") for t in titles} >= {t.replace("\\", "") for t in wanted}


def test_links_to_other_pages_carry_the_shared_filters() -> None:
    at = site.app(
        "stakes", {"consortium": "btc", "currency": "eur", "sector": ["trade", "oil_gas"]}
    )
    links = [link.proto for link in at.get("page_link")]
    assert [link.page for link in links] == [leaf.path for leaf in site.LEAF.values()]
    assert {link.query_string for link in links} == {"sector=oil_gas&sector=trade&currency=eur"}


@_PAGES
def test_no_id_is_named_twice_and_all_exist(path: str) -> None:
    for state in site.STATES.values():
        ids = site.page_of(path).ids(state)
        assert len(set(ids)) == len(ids)
        assert set(ids) <= set(figures.registry())


def test_every_figure_is_on_a_page() -> None:
    named = {
        i for path in site.LEAF for s in site.STATES.values() for i in site.page_of(path).ids(s)
    }
    assert named == set(figures.registry())


def test_a_claim_leads_to_the_pages_that_draw_it() -> None:
    at = site.app("claims", {"claim": "c36", "lang": "en", "currency": "eur"})
    last = at.main.get("page_link")[-1].proto
    assert (last.page, last.query_string) == ("map", "currency=eur&asset=kashagan")
    assert "Kashagan" in last.label
    assert not site.app("claims", {"claim": "c89"}).main.get("page_link")


def test_every_figure_knows_its_page() -> None:
    for figure_id in figures.registry():
        leaf = sitemap.leaf_of(figure_id)
        assert figure_id in site.page_of(leaf.path).every_id
    assert sitemap.leaf_of("trade.to_italy").path == "trade"
    with pytest.raises(KeyError):
        sitemap.leaf_of("no.such")


@pytest.mark.parametrize("asset", CONSORTIA)
def test_one_consortium(asset: str) -> None:
    at = site.app("stakes", {"consortium": asset})
    assert not at.exception
    assert site.shown(at) == _keys("stakes", State(consortium=asset))
    assert frame.key(f"stakes.{asset}") in site.shown(at)


@_PAGES
@pytest.mark.parametrize("sector", SECTORS)
def test_the_sector_filter_hides_others_and_counts_them(path: str, sector: str) -> None:
    at = site.app(path, {"sector": sector})
    state = State(sector=(sector,))
    assert not at.exception
    assert not at.warning
    assert site.shown(at) == _keys(path, state)
    hidden = site.hidden(path, state)
    notices = [one.value for one in at.info if "hidden by the sector filter" in one.value]
    assert [s.split()[0] for s in notices] == ([str(hidden)] if hidden else [])


def test_a_page_without_the_sectors_chosen_leads_to_those_that_have_them() -> None:
    at = site.app("companies", {"sector": "minerals"})
    assert not at.exception
    assert site.shown(at) == set()
    links = {link.proto.page: link.proto.query_string for link in at.main.get("page_link")}
    assert {"minerals", "map", "trade"} <= set(links)
    assert not {"companies", "stakes", "climate"} & set(links)
    assert set(links.values()) == {"sector=minerals"}
    assert not site.app("companies", {"sector": "transport"}).main.get("page_link")


_MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://example.com/x.png)",
    ":red[x] **x** `x` $x$",
    "# x\n\n- x\n\n| a |\n|---|\n| b |",
)
_STRANGE = (
    "x" * 20_000,
    "-1",
    "1e999",
    "2011-02-30",
    "null",
    "\x00\x1b[31m",
    "\u202egnirts",
    "🛢️" * 50,
    "../../etc/passwd",
    "'; drop table trade; --",
)


def _all(value: str) -> dict[str, list[str]]:
    return {param.name: [value] for param in PARAMS}


def _refused(value: str) -> int:
    """How many parameters cannot take a strange value: all but the search, which takes words."""
    return len(from_query(_all(value))[1])


@_PAGES
@pytest.mark.parametrize("value", [*_MARKUP, *_STRANGE], ids=lambda v: repr(v)[:24])
def test_a_nasty_address_is_reported_and_nothing_else(path: str, value: str) -> None:
    at = site.app(path, _all(value))
    assert not at.exception
    assert not at.error
    assert len(at.warning) == _refused(value) >= len(PARAMS) - 1
    assert site.shown(at) == _keys(path, State())
    for warning in at.warning:
        assert value not in warning.value or value not in _MARKUP
        assert not {unicodedata.category(c) for c in warning.value} & {"Cc", "Cf", "Cs", "Co"}


@_PAGES
def test_repeated_and_mixed_parameters(path: str) -> None:
    query = {
        "sector": ["trade", "<b>", "trade"],
        "from": ["2020", "1999"],
        "to": ["1995"],
        "on": ["2011-01-01", "x"],
        "strange": ["<script>"],
        "": ["x"],
    }
    at = site.app(path, query)
    assert not at.exception
    assert {
        w.value.split(" = ")[0].split()[-1].strip("\\") for w in at.warning if "=" in w.value
    } == {
        "sector",
        "on",
    }
    assert any("end before they start" in w.value for w in at.warning)


@_PAGES
def test_markup_is_shown_as_it_was_written(path: str) -> None:
    at = site.app(path, {"view": "<b>*x*</b>"})
    (warning,) = at.warning
    assert "<b>*x*</b>" in warning.value.replace("\\", "")
    assert "<b>" not in warning.value
    assert "*x*" not in warning.value


def _everything_open(path: str) -> AppTest:
    at = site.door(path)
    at.query_params["lang"] = texts.PSEUDO
    at.query_params["part"] = ALL
    if path == "present":
        at.query_params["ready"] = "partnership-in-12"
    else:
        at.session_state["takeaway"] = True
    return at.run()


@_PAGES
def test_no_bare_string(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_PSEUDO", "1")
    at = _everything_open(path)
    assert not at.exception
    assert len(at.download_button) == (path in ("sources", "present"))
    texts_shown = list(words.on_page(at))
    assert len(texts_shown) > 90
    found = {f"{where}: {rest}" for where, one in texts_shown if (rest := words.bare(one))}
    assert found == set(), "\n".join(sorted(found))


@_PAGES
def test_a_page_quotes_titles_publishers_addresses_and_ids_alone(path: str) -> None:
    query = {"lang": "ru", "claim": "c01", "company": "eni", "asset": "kashagan"}
    with quoted.collected() as found:
        at = site.app(path, query)
    assert not at.exception
    assert found
    assert quoted.strange(found) == []


@_PAGES
def test_no_bare_string_for_other_choices(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_PSEUDO", "1")
    query = {
        "lang": texts.PSEUDO,
        "consortium": "kashagan",
        "on": "2011-01-01",
        "asset": "kashagan",
        "part": ALL,
    }
    query |= {"from": "2015", "to": "2020", "currency": "eur", "reporter": "italy", "size": "<b>"}
    at = site.app(path, query)
    assert not at.exception
    found = {f"{where}: {b}" for where, one in words.on_page(at) if (b := words.bare(one))}
    assert found == set(), "\n".join(sorted(found))


def test_the_net_catches_bare_strings() -> None:
    chart = {
        "datasets": {"d": [{"who": "⟦Eni⟧", "n": 1, "raw": "bare value"}]},
        "title": "bare title",
        "layer": [
            {
                "data": {"name": "d"},
                "mark": {"type": "text", "text": "bare text"},
                "encoding": {
                    "x": {"field": "n", "type": "quantitative"},
                    "y": {"field": "who", "type": "nominal", "title": None},
                    "tooltip": [{"field": "raw", "type": "nominal", "title": "⟦Raw⟧"}],
                },
            }
        ],
    }
    found = {words.bare(one) for _, one in words.in_chart(chart)} - {""}
    assert found == {"bare title", "bare text", "bare value", "n"}
    assert words.bare("**⟦Sources: ‹Il Sole›⟧** 12.5 % :red-badge[⟦x⟧] [‹y›](https://x.y/z)") == ""
    assert words.bare("⟦a⟧ and ⟦b⟧") == "and"


@pytest.mark.parametrize(
    ("path", "query"),
    [("trade", {"currency": "eur"}), ("companies", {"sector": "transport"})],
)
def test_a_filter_moves_nothing_to_another_place(path: str, query: dict[str, str]) -> None:
    """What has another place is sent and drawn anew, although it is the same."""
    before, after = _places(site.app(path)), _places(site.app(path, query))
    both = before.keys() & after.keys()
    assert len(both) > 1
    assert {key: after[key] for key in both} == {key: before[key] for key in both}


def _places(at: AppTest) -> dict[str, int]:
    """Where on a page the container of each figure stands, or the row that holds it."""
    return {
        str(part.proto.id).split("-", 2)[2]: place
        for place, top in at.main.children.items()
        for part in (top, *top)
        if "-figure-" in str(getattr(part.proto, "id", ""))
    }
