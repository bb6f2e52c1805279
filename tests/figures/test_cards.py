"""The cards of one asset and of one company: what they gather, and from where."""

from __future__ import annotations

from partnership import tables
from partnership.figures.companies import card
from partnership.figures.figure import Listing, build
from partnership.state import State


def _facts(figure_id: str, state: State) -> dict[str, str]:
    drawn = build(figure_id, state).drawn
    assert isinstance(drawn, Listing)
    return {row["label"]: row["value"] for row in drawn.rows}


def test_a_company_has_its_projects_and_its_last_known_shares() -> None:
    facts = _facts("companies.card", State(company="eni"))
    assert facts["Share of Karachaganak as last reported, Jan 2026"] == "29.25\u202f%"
    assert facts["Isatay block"] == "joint holder · since 2014 · 50\u202f%"
    assert len([label for label in facts if label.startswith("Share of")]) == 4
    table = build("companies.card", State(company="eni")).table
    assert len(table) == 8 + 4
    assert table["source_id"].notna().all()


def test_a_contractor_has_no_shares() -> None:
    facts = _facts("companies.card", State(company="saipem"))
    assert facts["Replacement of two 95 km pipelines at Kashagan"] == (
        "contractor · 2015–2016 · $1.8bn"
    )
    assert not any(label.startswith("Share of") for label in facts)


def test_every_company_with_a_project_can_be_chosen_the_articles_first() -> None:
    options = card.companies()
    assert options[:2] == ["eni", "saipem"]
    assert set(options) == set(tables.load("projects")["company_id"].astype(str))
    assert len(options) == len(set(options))


def test_an_asset_has_its_last_known_holders() -> None:
    drawn = build("map.card", State(asset="karachaganak")).drawn
    assert isinstance(drawn, Listing)
    holders = [
        row["value"] for row in drawn.rows if row["label"].startswith("Holder as last reported")
    ]
    assert "Eni 29.25\u202f%" in holders
    assert len(holders) == 5


def _details(figure_id: str, state: State) -> dict[str, str]:
    drawn = build(figure_id, state).drawn
    assert isinstance(drawn, Listing)
    return {f"{row['label']} {row['value']}": row["detail"] for row in drawn.rows}


def test_a_share_cites_the_page_that_lists_it_last() -> None:
    details = _details("map.card", State(asset="kashagan"))
    shares = [detail for fact, detail in details.items() if fact.startswith("Holder as last")]
    assert len(shares) == 7
    assert set(shares) == {"Caspian Barrel; last listed by Petrocouncil"}
    assert "petrocouncil_2024_psa" in build("map.card", State(asset="kashagan")).source_ids
    eni = build("companies.card", State(company="eni"))
    assert "petrocouncil_2024_psa" in eni.source_ids
    (detail,) = (
        row["detail"]
        for row in getattr(eni.drawn, "rows", ())
        if row["label"].startswith("Share of Kashagan")
    )
    assert detail.endswith("last listed by Petrocouncil")


def test_a_position_has_a_source_of_its_own() -> None:
    details = _details("map.card", State(asset="badamsha_1"))
    (position,) = (detail for fact, detail in details.items() if fact.startswith("Position"))
    (place,) = (detail for fact, detail in details.items() if fact.startswith("Location"))
    assert (position, place) == ("OpenStreetMap contributors", "Modern Power Systems")
    assert "osm_renewables" in build("map.card", State(asset="badamsha_1")).source_ids
    assert "gem_oil_pipelines" in build("map.table", State()).source_ids
