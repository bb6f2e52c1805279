"""The file that is offered is the one of what is seen now, under a name that says so."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from partnership.decks import link
from partnership.decks.deck import Deck, Slide
from partnership.export.jobs import queue
from partnership.export.jobs.jobs import Job, Stage
from partnership.state import State
from partnership.ui.deck import exports
from tests import site

DECK = Deck("Ours", (Slide("trade.gap"), Slide("stakes.kashagan")))


def _with_file_of(deck: Deck) -> AppTest:
    at = site.app("present", {"deck": link.write(DECK)[0]})
    job = Job(deck, "xlsx", "en")
    job.content, job.stage = b"x" * 30_400, "done"
    at.session_state["_job_deck"] = job
    return at.run()


def _captions(at: AppTest) -> str:
    return "\n".join(one.value for one in at.caption)


def test_a_file_of_this_deck_is_offered_with_its_size() -> None:
    at = _with_file_of(DECK)
    assert any("Workbook" in one.label for one in at.download_button)
    assert "30 kB" in _captions(at)


def test_a_file_of_another_deck_is_not_offered() -> None:
    at = _with_file_of(Deck("Ours", DECK.slides[:1]))
    assert not any("Workbook" in one.label for one in at.download_button)
    assert "has changed since the last file" in _captions(at)


def test_a_job_of_another_deck_is_cancelled() -> None:
    at = site.app("present", {"deck": link.write(DECK)[0]})
    job = Job(Deck("Ours", DECK.slides[:1]), "xlsx", "en", stage="running")
    at.session_state["_job_deck"] = job
    at.run()
    assert job.stage == "cancelled"


def test_a_full_queue_is_reported_and_nothing_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "MOST", 0)
    at = site.app("present", {"deck": link.write(DECK)[0]})
    at.button(key="make-deck").click().run()
    assert any("try again in a few minutes" in one.value for one in at.warning)
    assert "_job_deck" not in at.session_state


@pytest.mark.parametrize(
    ("stage", "words"),
    [("running", "is being created"), ("done", "is ready: Workbook"), ("failed", "no disk")],
)
def test_what_becomes_of_a_file_is_read_out(stage: Stage, words: str) -> None:
    at = site.app("present", {"deck": link.write(DECK)[0]})
    at.session_state["_job_deck"] = Job(DECK, "xlsx", "en", stage=stage, why="no disk")
    at.run()
    regions = [
        str(one.proto.body) for one in at if one.type == "html" and "status" in one.proto.body
    ]
    assert any(words in region for region in regions)


def test_undrawn_figures_are_named_beside_the_file() -> None:
    at = site.app("present", {"deck": link.write(DECK)[0]})
    at.session_state["_job_deck"] = Job(
        DECK, "xlsx", "en", stage="done", content=b"x", undrawn=("stakes.kashagan",)
    )
    at.run()
    assert any("stakes.kashagan" in one.value.replace("\\", "") for one in at.warning)


def test_signs_that_the_file_lacks_are_named_beside_it() -> None:
    at = site.app("present", {"deck": link.write(DECK)[0]})
    at.session_state["_job_deck"] = Job(
        DECK, "pdf", "en", stage="done", content=b"x", lacking="'中国😀'"
    )
    at.run()
    (words,) = (one.value.replace("\\", "") for one in at.warning)
    assert words.endswith("stand in their place: '中国😀'")


def test_a_name_says_what_was_chosen() -> None:
    kashagan = Slide("stakes.history", State(consortium="kashagan"))
    btc = Slide("stakes.history", State(consortium="btc"))
    assert exports.file_name(Deck("Stakes", (kashagan,))) == "stakes-kashagan"
    assert exports.file_name(Deck("Stakes", (btc, Slide("trade.gap")))) == "stakes-btc"
    assert exports.file_name(Deck("Both", (kashagan, btc))) == "both"
    assert exports.file_name(Deck("", ())) == "presentation"
