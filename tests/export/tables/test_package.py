"""The whole package as one archive: what may be passed on, the same each time, and usable."""

from __future__ import annotations

import csv
import json
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from partnership import tables
from partnership.export.tables import package
from partnership.provenance import sources
from partnership.tables import seal
from partnership.tables.contract import TableError
from tests.broken.cells import cell
from tests.closing import SHUT, shut


def _opened() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(package.archive()))


def _folder() -> str:
    return package.name().removesuffix(".zip")


def test_it_holds_every_resource_as_it_lies_there_but_for_the_licences() -> None:
    folder = tables.package().folder
    with _opened() as archive:
        assert archive.testzip() is None
        for resource in tables.package().resources.values():
            path = resource["path"]
            lies, taken = (folder / path).read_bytes(), archive.read(f"{_folder()}/{path}")
            if taken.split(b"\n", 1)[0].endswith(b",licence"):
                before = list(csv.reader(StringIO(lies.decode())))
                after = list(csv.reader(StringIO(taken.decode())))
                assert [row[:-1] for row in after] == before
            else:
                assert taken == lies
        assert archive.read(f"{_folder()}/README.md") == (folder / "README.md").read_bytes()


def test_each_row_of_mixed_licences_names_its_own() -> None:
    with _opened() as archive:
        assets = pd.read_csv(BytesIO(archive.read(f"{_folder()}/assets.csv")))
        descriptor = json.loads(archive.read(f"{_folder()}/datapackage.json"))
        stakes = archive.read(f"{_folder()}/stakes.csv").decode()
    licences = assets.set_index("asset_id")["licence"]
    assert licences["badamsha_2"] == "publisher-terms;ODbL-1.0"
    assert licences["karachaganak"] == "CC-BY-SA-4.0;CC-BY-4.0"
    assert {"ODbL-1.0", "CC-BY-SA-4.0", "CC-BY-4.0"} <= set(licences)
    tabular = [r for r in descriptor["resources"] if "schema" in r]
    fields = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in tabular}
    assert fields["assets"][-1] == "licence"
    assert "licence" not in fields["stakes"]
    assert ",licence" not in stakes.split("\n", 1)[0]


def test_what_may_not_be_passed_on_is_left_out(damaged: Path) -> None:
    before = pd.read_csv(damaged / "observations.csv")
    computed = before["inputs"].fillna("").str.split(";").map(lambda ids: SHUT in ids)
    gone = int((before["source_id"].eq(SHUT) | computed).sum())
    shut(damaged)
    with _opened() as archive:
        taken = pd.read_csv(BytesIO(archive.read(f"{_folder()}/observations.csv")))
        licences = archive.read(f"{_folder()}/LICENCES.md").decode()
        listed = archive.read(f"{_folder()}/sources.csv").decode()
    assert gone > 100
    assert len(taken) == len(before) - gone
    assert SHUT not in set(taken["source_id"])
    assert SHUT not in ";".join(taken["inputs"].dropna())
    assert f"- observations: {gone} rows of {SHUT}" in licences
    assert SHUT in listed
    assert package.left_out() >= gone


def test_it_holds_nothing_else_and_one_folder() -> None:
    with _opened() as archive:
        names = archive.namelist()
    paths = {str(r["path"]) for r in tables.package().resources.values()}
    wanted = {*paths, "datapackage.json", "README.md", "LICENCES.md"}
    assert {n.removeprefix(f"{_folder()}/") for n in names} == wanted
    assert len(names) == len(set(names)) == len(wanted)
    assert not any(".." in n or n.startswith("/") for n in names)


def test_it_is_built_once_and_the_same_for_the_same_data(damaged: Path) -> None:
    assert package.archive() is package.archive()
    assert tables.package().folder == damaged
    copied = package.archive()
    assert copied == package._archive.__wrapped__(tables.Package(tables.DATA))


def test_who_unpacks_it_has_a_package(tmp_path: Path) -> None:
    with _opened() as archive:
        archive.extractall(tmp_path)
    unpacked = tables.Package(tmp_path / _folder())
    for name in unpacked.names:
        assert len(unpacked.table(name)) == len(tables.load(name))
    trade = pd.read_csv(tmp_path / _folder() / "trade.csv")
    assert len(trade) == len(tables.load("trade"))


@pytest.mark.parametrize("closed", [False, True])
def test_who_unpacks_it_can_hold_it_against_its_descriptor(
    closed: bool, damaged: Path, tmp_path: Path
) -> None:
    if closed:
        shut(damaged)
    with _opened() as archive:
        archive.extractall(tmp_path)
    unpacked = tmp_path / _folder()
    report = frictionless.validate(str(unpacked / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert seal.write(unpacked) == [], "every seal fits the file beside it"
    package = tables.Package(unpacked)
    for name in package.names:
        package.table(name)
    for name in package.shapes:
        package.geometry(name)
    lies = tables.package().resources["observations"]
    assert (package.resources["observations"]["rows"] < lies["rows"]) is closed


def test_damaged_geometry_is_not_passed_on(damaged: Path) -> None:
    (damaged / "geometry" / "rivers.geojson").write_bytes(b"[]")
    with pytest.raises(TableError, match="table rivers: this is not GeoJSON"):
        package.archive()


def test_data_replaced_meanwhile_are_not_passed_on(damaged: Path) -> None:
    loaded = tables.package()
    loaded.table("prices")
    cell("prices:3:value", "12345.5")(damaged)
    with pytest.raises(TableError, match="changed while"):
        loaded.raw("prices")


def test_licences_name_every_source_once() -> None:
    licences = package.licences()
    for source in sources.by_ids(tables.load("sources")["source_id"].astype(str)):
        assert licences.count(f"- `{source.source_id}`: ") == 1
        assert f"({source.licence})" in licences
    assert licences.endswith("\n")


def test_counts_and_size() -> None:
    assert package.counts() == (len(tables.package().names), 12)
    assert package.size() > 1_000_000
    assert len(package.archive()) < package.size() / 2


def test_name_bears_the_version() -> None:
    raw = json.loads((tables.DATA / "datapackage.json").read_text("utf-8"))
    assert package.name() == f"{raw['name']}-{raw['version']}.zip"


def test_a_missing_file_is_left_out(damaged: Path) -> None:
    (damaged / "geometry" / "rivers.geojson").unlink()
    assert "geometry/rivers.geojson" not in package.members(tables.package())
    assert package.counts()[1] == 11
    with _opened() as archive:
        descriptor = json.loads(archive.read(f"{_folder()}/datapackage.json"))
    assert "rivers" not in {r["name"] for r in descriptor["resources"]}
