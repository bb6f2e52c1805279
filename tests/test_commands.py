"""Files from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership import deck as decks
from partnership.__main__ import main
from partnership.deck import Deck, Slide


def test_a_figure_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "gap.svg"
    asked = ["export", "trade.gap", "--format", "svg", "--out", str(out)]
    asked += ["--choices", "from=2015", "--site", "https://example.org/"]
    assert main(asked) == 0
    assert "1 figure" in capsys.readouterr().out
    assert "https://example.org/trade?from=2015" in out.read_text("utf-8")


def test_a_saved_deck_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved, out = tmp_path / "deck.json", tmp_path / "deck.xlsx"
    slides = (Slide("trade.gap"), Slide("stakes.btc"))
    saved.write_text(decks.to_json(Deck("Ours", slides)), "utf-8")
    assert main(["deck", str(saved), "--format", "xlsx", "--out", str(out), "--progress"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == ["0/2", "1/2", "2/2"]
    assert out.read_bytes().startswith(b"PK")


WRONG = {
    "no such figure": (["export", "trade.balance_of", "--format", "svg"], "there is no figure"),
    "no such choice": (
        ["export", "trade.gap", "--format", "svg", "--choices", "from=1&colour=red"],
        "from=1, colour does not exist",
    ),
    "no such deck": (["deck", "nothing", "--format", "zip"], "partnership-in-12"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, words = WRONG[case]
    out = tmp_path / "x"
    assert main([*asked, "--out", str(out)]) == 1
    assert words in capsys.readouterr().err
    assert not out.exists()


def test_a_broken_deck_file_is_named_by_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "deck.json"
    saved.write_text('{"version": 1, "title": 3, "slides": []}', "utf-8")
    assert main(["deck", str(saved), "--format", "zip", "--out", str(tmp_path / "x")]) == 1
    assert "`title`" in capsys.readouterr().err


def test_a_missing_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "no" / "x.csv"
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(out)]) == 1
    assert str(out.parent) in capsys.readouterr().err


def test_a_file_that_stood_there_stays_when_the_new_one_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "gap.csv"
    out.write_text("good")
    written = Path.write_bytes

    def full(path: Path, made: bytes) -> int:
        written(path, made[:10])
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(out)]) == 1
    assert "No space left" in capsys.readouterr().err
    assert out.read_text() == "good"
    assert list(tmp_path.iterdir()) == [out]
