"""Data that change while the dashboard runs: taken up at the next run, one version in each."""

from __future__ import annotations

import hashlib
import shutil
import threading
from pathlib import Path

import pytest

from partnership import tables
from partnership.figures import figure
from partnership.state import State
from partnership.tables.contract import TableError, line
from tests import site
from tests.broken.case import file, more
from tests.broken.cells import cell
from tests.sealing import sealed


def test_nothing_changed_means_the_same_package(damaged: Path) -> None:
    first = tables.refresh()
    assert first.folder == damaged
    assert tables.refresh() is first
    assert tables.package() is first


def test_a_mended_table_is_taken_up(damaged: Path) -> None:
    before = (damaged / "stakes.csv").read_bytes()
    file("stakes.csv", more(b"one,two\n"))(damaged)
    tables.refresh()
    with pytest.raises(TableError, match="table stakes, row"):
        tables.load("stakes")
    (damaged / "stakes.csv").write_bytes(before)
    with pytest.raises(TableError):
        tables.load("stakes")
    tables.refresh()
    assert len(tables.load("stakes")) == len(tables.Package(tables.DATA).table("stakes"))


@pytest.mark.parametrize("name", ["datapackage.json", "stakes.csv", "geometry/rivers.geojson"])
def test_a_file_that_comes_back_is_taken_up(name: str, damaged: Path) -> None:
    (damaged / name).rename(damaged / "away")
    tables.refresh()
    for _ in range(2):
        with pytest.raises(TableError, match="is missing"):
            _read_all()
    (damaged / "away").rename(damaged / name)
    tables.refresh()
    _read_all()


def _read_all() -> None:
    tables.load("stakes")
    tables.geometry("rivers")


def test_replaced_data_are_drawn(damaged: Path) -> None:
    tables.refresh()
    before = figure.build("stakes.kashagan", State())
    row = line(tables.load("stakes")["note"].eq(before.table["note"].iloc[0]).idxmax())
    cell(f"stakes:{row}:note", "told otherwise")(damaged)
    sealed(damaged)
    assert figure.build("stakes.kashagan", State()) is before
    tables.refresh()
    after = figure.build("stakes.kashagan", State())
    assert "told otherwise" in after.table["note"].tolist()


def test_a_package_never_mixes_two_versions(damaged: Path) -> None:
    """A table that is first read after the data were replaced is not that of the descriptor."""
    package = tables.refresh()
    package.table("metrics")
    cell("prices:3:value", "12345.5")(damaged)
    file("geometry/land.geojson", lambda raw: raw.replace(b"74.54", b"74.55", 1))(damaged)
    sealed(damaged)
    with pytest.raises(TableError, match="bytes where"):
        package.table("prices")
    with pytest.raises(TableError, match="other content"):
        package.geometry("land")
    assert tables.refresh() is not package
    tables.load("prices")
    tables.geometry("land")


def test_a_run_keeps_the_version_it_began_with(damaged: Path) -> None:
    own = tables.refresh()
    cell("prices:3:value", "12345.5")(damaged)
    sealed(damaged)
    others: list[tables.Package] = []
    other = threading.Thread(target=lambda: others.append(tables.refresh()))
    other.start()
    other.join()
    assert others[0] is not own
    assert tables.package() is own
    assert tables.refresh() is others[0]


def test_many_runs_at_once_open_one_package(damaged: Path) -> None:
    tables.refresh()
    cell("prices:3:value", "12345.5")(damaged)
    sealed(damaged)
    gate = threading.Barrier(8)
    found: list[tables.Package] = []

    def run() -> None:
        gate.wait()
        found.append(tables.refresh())

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(p) for p in found}) == 1
    assert len(found) == 8


def test_the_version_is_that_of_the_descriptor(damaged: Path) -> None:
    raw = (damaged / "datapackage.json").read_bytes()
    package = tables.refresh()
    assert package.version == hashlib.sha256(raw).hexdigest()[:16]
    cell("prices:3:value", "12345.5")(damaged)
    sealed(damaged)
    assert package.version == hashlib.sha256(raw).hexdigest()[:16]
    assert tables.refresh().version != package.version


def test_a_folder_that_comes_back_is_taken_up(damaged: Path) -> None:
    """Neither size nor date of a file change when only what leads to it does."""
    shutil.move(damaged / "geometry", damaged / "elsewhere")
    tables.refresh()
    with pytest.raises(TableError):
        tables.geometry("rivers")
    shutil.move(damaged / "elsewhere", damaged / "geometry")
    tables.refresh()
    tables.geometry("rivers")


def test_a_page_shows_the_mended_table_after_a_reload(damaged: Path) -> None:
    before = (damaged / "stakes.csv").read_bytes()
    file("stakes.csv", more(b"one,two\n"))(damaged)
    assert site.app("stakes").error
    (damaged / "stakes.csv").write_bytes(before)
    at = site.app("stakes")
    assert not at.error
    assert not at.exception


def test_a_presentation_shows_the_mended_table(damaged: Path) -> None:
    before = (damaged / "stakes.csv").read_bytes()
    file("stakes.csv", more(b"one,two\n"))(damaged)
    assert "must have" in _presented()
    (damaged / "stakes.csv").write_bytes(before)
    assert "must have" not in _presented()


def _presented() -> str:
    from partnership.ui.present import presentation

    wanted = presentation.requested(site.LEAF["stakes"], {})
    return presentation.document(wanted, presentation.drawn(wanted.drawings), {})
