"""Exports in processes of their own: progress, cancelling, failing in words, leaving nothing."""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from partnership import ready
from partnership.deck import Deck, Slide
from partnership.export import jobs
from partnership.export.jobs import Job

DECK = ready.deck("partnership-in-12", "en")


@pytest.fixture(autouse=True)
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary folders are made where the test can see whether they are gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def _until(met: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def test_a_deck_becomes_a_file_and_tells_how_far_it_is(tmp_path: Path) -> None:
    job = jobs.start(DECK, "zip", "en", "https://example.org")
    seen = set()
    while not job.over:
        seen.add((job.stage, job.done))
        time.sleep(0.005)
    assert job.stage == "done", job.why
    assert (job.done, job.of) == (12, 12)
    held = zipfile.ZipFile(BytesIO(job.made))
    assert b"https://example.org/trade" in held.read("about.json")
    assert {stage for stage, _ in seen} & {"running"}
    _until(lambda: not list(tmp_path.iterdir()))


def test_a_cancelled_export_ends_at_once_and_keeps_nothing(tmp_path: Path) -> None:
    job = jobs.start(DECK, "brief", "en")
    _until(lambda: job.stage == "running" and job._process is not None)
    process = job._process
    assert process is not None
    job.cancel()
    _until(lambda: job.over, 5)
    assert job.stage == "cancelled"
    assert job.made == b""
    assert process.poll() is not None
    _until(lambda: not list(tmp_path.iterdir()))


def test_one_that_waits_can_be_cancelled() -> None:
    job = Job(DECK, "zip", "en")
    job.cancel()
    assert job.over
    job.run()
    assert job.stage == "cancelled"


def test_a_missing_temporary_folder_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    job = jobs.start(DECK, "zip", "en")
    _until(lambda: job.over, 10)
    assert job.stage == "failed"
    assert "gone" in job.why


def test_a_failure_is_said_in_words() -> None:
    job = jobs.start(Deck("", (Slide("no.such_figure"),)), "zip", "en")
    _until(lambda: job.over)
    assert job.stage == "failed"
    assert "no.such_figure" in job.why


def test_not_all_run_at_once() -> None:
    many = [jobs.start(DECK, "zip", "en") for _ in range(jobs.AT_ONCE + 1)]
    _until(lambda: sum(job.stage == "running" for job in many) == jobs.AT_ONCE)
    assert [job.stage for job in many].count("waiting") == 1
    for job in many:
        job.cancel()
    _until(lambda: all(job.over for job in many))
