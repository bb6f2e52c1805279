"""What may not be passed on is in no file; rows of different licences name theirs."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pandas as pd
import pytest

from partnership import tables
from partnership.decks.deck import Deck, Slide
from partnership.export import BY_KEY, FORMATS, handout, redistribution, values
from partnership.export.handout import Handout
from partnership.figures import figure as figures
from partnership.figures.figure import Pictured
from partnership.language import codes, texts
from partnership.language.readable import Table
from partnership.provenance import rights
from partnership.state import State
from partnership.tables import reading
from tests.closing import SHUT, shut

DRAWN = ("climate.sectors", "climate.required_reduction")
"""Charts of what `SHUT` publishes: its series, and values computed from it."""
_LARGE = re.compile(r"^\d{2,}\.\d{3,}$")


def _handout(*ids: str) -> Handout:
    return handout.of_deck(Deck("T", tuple(Slide(i) for i in ids)), "en")


def _values() -> set[str]:
    """Values that the source reports, as they stand in the table, too long to be another's."""
    with (tables.package().folder / "observations.csv").open(encoding="utf-8") as file:
        rows = pd.read_csv(file, dtype=str)
    found = rows.loc[rows["source_id"].eq(SHUT) & rows["status"].eq("reported"), "value"]
    return {v for v in found if _LARGE.match(v)}


def _read(content: bytes) -> str:
    """Everything that can be read in a file, in the files packed in it, and in those."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return "\n".join(_read(archive.read(name)) for name in archive.namelist())


def _found(key: str, ids: tuple[str, ...]) -> set[str]:
    """Values of the source that can be read in a file of a format."""
    one = BY_KEY[key]
    text = _read(one.write(_handout(*(ids if one.many else ids[:1])), handout.silent))
    # A plain search first: most are nowhere in a text of a million letters.
    near = {v for v in _values() if v[:7] in text}
    return {v for v in near if re.search(rf"(?<![\d.]){re.escape(v[:7])}", text)}


@pytest.mark.parametrize("key", ["csv", "xlsx", "zip", "html", "pptx", "svg"])
def test_no_file_holds_what_may_not_be_passed_on(key: str, damaged: Path) -> None:
    if key != "svg":
        assert len(_found(key, DRAWN[:1])) > 10, "it would find nothing where there is something"
    shut(damaged)
    reading._open.pop(damaged, None)
    assert _found(key, DRAWN) == set()


def test_every_format_has_only_what_may_be_redistributed(damaged: Path) -> None:
    shut(damaged)
    several = _handout(*DRAWN)
    for view in several.views:
        assert isinstance(view.figure.drawn, Pictured)
        assert "redistribution" in view.figure.note
        assert SHUT not in set(view.figure.table.get("source_id", ()))
        assert SHUT in view.figure.source_ids
    for one in FORMATS:
        assert one.write(several if one.many else _handout(DRAWN[0]), handout.silent)


def test_the_list_of_sources_names_what_may_not_be_passed_on(damaged: Path) -> None:
    shut(damaged)
    (view,) = _handout("sources.list").views
    assert SHUT in set(view.figure.table["source_id"])
    assert isinstance(view.figure.drawn, Table)
    assert any(row["redistribute"] == "no" for row in view.figure.drawn.rows)


def test_rows_of_different_licences_name_theirs_the_strictest_first() -> None:
    figure = figures.build("map.table", State())
    csv = BY_KEY["csv"].write(handout.of_figure(figure, State()), handout.silent)
    rows = pd.read_csv(StringIO(csv.decode())).set_index("asset_id")["licence"]
    # One source; a press page and a point of OpenStreetMap; a village of GeoNames.
    assert rows["achisai_deposit"] == "public-domain"
    assert rows["badamsha_1"] == "publisher-terms;ODbL-1.0"
    assert rows["shaulder_solar"] == "publisher-terms;CC-BY-4.0"
    assert rows.nunique() > 5


def test_a_value_computed_from_a_closed_source_is_in_no_file(damaged: Path) -> None:
    shut(damaged)
    table = pd.DataFrame(
        {
            "value": [1, 2, 3, 4],
            "source_id": ["geonames", "geonames", SHUT, "geonames"],
            "inputs": [None, f"geonames;{SHUT}", None, "geonames"],
        }
    )
    assert rights.may_go(table).tolist() == [True, False, False, True]
    built = figures.build("renewables.generation_kaz", State())
    figure = replace(built, table=table.iloc[[0, 1]], source_ids=("geonames",))
    kept = redistribution.redistributable(figure, texts.in_language("en"))
    assert kept.table["value"].tolist() == [1]
    assert "do not allow redistribution" in kept.note
    assert isinstance(kept.drawn, Pictured)


def test_every_licence_has_its_place_among_the_strict() -> None:
    assert set(rights.STRICTEST) == set(codes.LICENCE)


def test_rows_of_one_licence_are_as_they_were() -> None:
    figure = figures.build("renewables.generation_kaz", State())
    sent = handout.of_figure(figure, State()).views[0].figure.table
    pd.testing.assert_frame_equal(sent, values.noiseless(figure.table))
