"""What can be found on every page, under which names, and where it leads.

(`tests.site` is what tests share, so the tests of `partnership.site` stand here.)
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from partnership import tables
from partnership.figures import figure as figures
from partnership.site import search, sitemap
from partnership.state import BY_FIELD
from tests import site

_TITLES = {
    "trade.share": "Shares of Kazakhstan's exports",
    "stakes.kashagan": "Kashagan: interests",
}


@pytest.fixture(autouse=True)
def _titles() -> Iterator[None]:
    search.learn("en", _TITLES)
    yield
    search.learn("en", {})


def _found(words: str) -> dict[str, search.Entry]:
    wanted = words.casefold()
    return {k: e for k, e in search.entries("en").items() if wanted in e.label.casefold()}


def test_everything_is_listed_once_and_leads_to_a_view_that_exists() -> None:
    found = search.entries("en")
    assert len({entry.label for entry in found.values()}) == len(found)
    for key, entry in found.items():
        assert entry.path in site.LEAF, key
        for field, value in entry.choices:
            assert BY_FIELD[field].read([value]) == value, key
        if entry.figure_id:
            assert entry.figure_id in site.page_of(entry.path).every_id, key


@pytest.mark.parametrize(
    ("kind", "table", "column"),
    [
        ("asset", "assets", "asset_id"),
        ("material", "materials", "material_id"),
        ("claim", "claims", "claim_id"),
    ],
)
def test_all_things_of_a_table_can_be_found(kind: str, table: str, column: str) -> None:
    ids = {f"{kind}:{one}" for one in tables.load(table)[column].astype(str)}
    assert ids <= set(search.entries("en"))


def test_pages_and_the_figures_that_are_known_can_be_found() -> None:
    found = search.entries("en")
    assert {f"page:{leaf.path}" for leaf in sitemap.LEAVES} <= set(found)
    assert {k for k in found if k.startswith("figure:")} == {f"figure:{i}" for i in _TITLES}
    search.learn("en", {})
    assert not any(k.startswith("figure:") for k in search.entries("en"))


@pytest.mark.parametrize(
    ("words", "key", "path", "choice"),
    [
        ("zhanaozen", "asset:zhanaozen_hybrid", "map", ("asset", "zhanaozen_hybrid")),
        ("zhanaozen", "place:city_zhanaozen", "map", ("asset", "zhanaozen_hybrid")),
        ("saipem", "company:saipem", "companies", ("company", "saipem")),
        ("british gas", "company:bg_group:1", "stakes", None),
        ("arm wind", "company:plenitude:2", "map", ("asset", "badamsha_1")),
        ("turkmenbasy", "place:city_turkmenbashi", "map", ("asset", "node_turkmenbashi")),
        ("some eight months after the recognition", "claim:c04", "claims", ("claim", "c04")),
        ("kazakhstan becomes independent", "event:1991_12_16_independence", "diplomacy", None),
    ],
)
def test_names_and_aliases_lead_to_the_thing(
    words: str, key: str, path: str, choice: tuple[str, str] | None
) -> None:
    entry = _found(words)[key]
    assert (entry.path, entry.choices) == (path, (choice,) if choice else ())


def test_a_material_leads_to_its_own_figure_where_it_has_one() -> None:
    titanium = search.entries("en")["material:titanium_metal"]
    assert (titanium.path, titanium.figure_id) == ("minerals", "minerals.titanium")
    assert "minerals.zinc" not in figures.registry()
    assert search.entries("en")["material:zinc"].figure_id == "minerals.list"
