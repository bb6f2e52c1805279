"""Exports in processes of their own: progress, cancelling, failing in words, leaving nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import psutil
import pytest

from partnership.decks import ready
from partnership.decks.deck import Deck, Slide
from partnership.export.jobs import jobs, queue
from partnership.export.jobs.jobs import Job
from partnership.process import children
from tests.serving import ROOT

DECK = ready.deck("partnership-in-12", "en")
_SHORT = Deck("", DECK.slides[:3])


@pytest.fixture(autouse=True)
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary folders are made where the test can see whether they are gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def _until(met: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def test_a_deck_becomes_a_file_and_reports_progress(tmp_path: Path) -> None:
    job = queue.start(DECK, "zip", "en", "https://example.org")
    seen = set()
    while not job.over:
        seen.add((job.stage, job.done))
        time.sleep(0.005)
    assert job.stage == "done", job.why
    assert (job.done, job.total) == (12, 12)
    archive = zipfile.ZipFile(BytesIO(job.content))
    assert b"https://example.org/trade" in archive.read("about.json")
    assert {stage for stage, _ in seen} & {"running"}
    _until(lambda: not list(tmp_path.iterdir()))


def test_a_cancelled_export_ends_at_once_and_keeps_nothing(tmp_path: Path) -> None:
    job = queue.start(DECK, "brief", "en")
    _until(lambda: job.stage == "running" and job._process is not None)
    process = job._process
    assert process is not None
    job.cancel()
    _until(lambda: job.over, 5)
    assert job.stage == "cancelled"
    assert job.content == b""
    _until(lambda: process.poll() is not None, 5)
    _until(lambda: not list(tmp_path.iterdir()))


def test_one_that_waits_can_be_cancelled() -> None:
    job = Job(DECK, "zip", "en")
    job.cancel()
    assert job.over
    job.run()
    assert job.stage == "cancelled"


def test_a_missing_temporary_folder_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    job = queue.start(DECK, "zip", "en")
    _until(lambda: job.over, 10)
    assert job.stage == "failed"
    assert "gone" in job.why


def test_a_failure_is_reported_in_words() -> None:
    job = queue.start(Deck("", (Slide("no.such_figure"),)), "zip", "en")
    _until(lambda: job.over)
    assert job.stage == "failed"
    assert "no.such_figure" in job.why


@pytest.mark.parametrize(("key", "lacking"), [("pdf", "'中国😀'"), ("pptx", "")])
def test_signs_that_the_typeface_of_the_file_lacks_are_named(key: str, lacking: str) -> None:
    slides = (Slide("trade.gap", headline="中国 buys", notes="Қазақстан 中😀"),)
    job = queue.start(Deck("Ours", slides), key, "en")
    _until(lambda: job.over)
    assert job.stage == "done", job.why
    assert job.lacking == lacking


def test_not_all_run_at_once() -> None:
    many = [queue.start(DECK, "zip", "en") for _ in range(queue.AT_ONCE + 1)]
    _until(lambda: sum(job.stage == "running" for job in many) == queue.AT_ONCE)
    assert [job.stage for job in many].count("waiting") == 1
    for job in many:
        job.cancel()
    _until(lambda: all(job.over for job in many))


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A queue of its own in which every export lasts until the event is set."""
    go_on = threading.Event()

    def run(job: Job) -> None:
        go_on.wait(60)
        job._end("done", b"x" * 100)

    monkeypatch.setattr(queue, "_QUEUE", queue.Queue())
    monkeypatch.setattr(Job, "run", run)
    yield go_on
    for job in queue._QUEUE._jobs:
        job.cancel()  # one that waits would begin in earnest once the patch is undone
    go_on.set()


@pytest.mark.usefixtures("gate")
def test_a_reader_has_one_export_at_a_time() -> None:
    first = queue.start(DECK, "zip", "en", owner="a")
    others = queue.start(DECK, "zip", "en", owner="b")
    second = queue.start(DECK, "pdf", "en", owner="a")
    assert (first.stage, others.stage) == ("replaced", "running")
    assert not second.over


def test_only_the_last_file_of_a_reader_is_kept(gate: threading.Event) -> None:
    gate.set()
    first = queue.start(DECK, "zip", "en", owner="a")
    _until(lambda: first.stage == "done")
    queue.start(DECK, "zip", "en", owner="a")
    assert (first.stage, first.content) == ("replaced", b"")


@pytest.mark.usefixtures("gate")
def test_beyond_the_bound_nothing_is_queued() -> None:
    for n in range(queue.MOST):
        queue.start(DECK, "zip", "en", owner=str(n))
    with pytest.raises(queue.Full):
        queue.start(DECK, "zip", "en", owner="late")
    assert len(queue._QUEUE._jobs) == queue.MOST
    queue.start(DECK, "zip", "en", owner="0")


def test_old_files_make_room_for_new_ones(
    gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_KEPT", 250)
    gate.set()
    jobs_started = []
    for n in range(3):
        jobs_started.append(queue.start(DECK, "zip", "en", owner=str(n)))
        _until(lambda: jobs_started[-1].over)
    queue._QUEUE._tidy()
    assert [job.stage for job in jobs_started] == ["replaced", "done", "done"]


@pytest.mark.parametrize("stage", ["waiting", "running", "done"])
def test_a_reader_who_left_takes_his_exports_along(stage: jobs.Stage) -> None:
    there = [False, True, False, False]
    job = Job(DECK, "zip", "en", stage=stage, content=b"x" if stage == "done" else b"")
    job._began = 100.0
    job.present = lambda: there.pop(0)
    for now in (100.0, 105.0, 110.0):
        job.look(now)
        assert job.stage == stage, "a short absence costs nothing"
    job.look(110.0 + jobs.AWAY_S)
    assert (job.stage, job.content) == ("cancelled", b"")


def test_an_export_that_takes_too_long_says_so() -> None:
    job = Job(DECK, "zip", "en")
    assert job.take()
    job.look(job._began + jobs.LONGEST_S + 1)
    assert job.stage == "failed"
    assert "5 minutes" in job.why


def test_one_that_runs_is_cancelled_at_once_and_with_its_children() -> None:
    job = queue.start(_SHORT, "brief", "en")
    _until(lambda: job._process is not None and _family(job) != [])
    family = _family(job)
    job.cancel()
    assert job.stage == "cancelled"
    _until(lambda: not any(map(_alive, family)), 20)


def _family(job: Job) -> list[psutil.Process]:
    assert job._process is not None
    with suppress(psutil.Error):
        return psutil.Process(job._process.pid).children(recursive=True)
    return []


def _alive(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


_PARENT = """
import time
from partnership.decks import ready
from partnership.export.jobs import queue
job = queue.start(ready.deck("partnership-in-12", "en"), "brief", "en")
while not job.total:
    time.sleep(0.01)
print(job._process.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
def test_an_export_ends_with_its_server_and_leaves_no_folder(how: str, tmp_path: Path) -> None:
    around = {**children.environment(), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", _PARENT]
    with subprocess.Popen(
        command, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        child = psutil.Process(int(server.stdout.readline()))
        assert _alive(child)
        server.send_signal(getattr(signal, how))
        server.wait()
    _until(lambda: not _alive(child), 20)
    assert list(tmp_path.iterdir()) == []


def test_other_data_than_the_reader_saw_is_refused() -> None:
    job = Job(DECK, "zip", "en", data="0" * 16)
    assert job.take()
    job.run()
    assert job.stage == "failed"
    assert "The data changed" in job.why


def test_a_full_disk_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    job = queue.start(DECK, "zip", "en")
    _until(lambda: job.over)
    assert job.stage == "failed"
    assert "No space left" in job.why


def test_figures_that_could_not_be_drawn_are_named(damaged: Path) -> None:
    (damaged / "stakes.csv").write_text("broken\n")
    job = Job(Deck("", (Slide("stakes.btc"), Slide("trade.gap"))), "zip", "en")
    assert job.take()
    job.run()
    assert (job.stage, job.undrawn) == ("done", ("stakes.btc",)), job.why
