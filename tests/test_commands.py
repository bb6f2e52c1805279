"""Files from the command line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from partnership import export
from partnership.__main__ import _take_any_console, main
from partnership.decks import deck as decks
from partnership.decks.deck import Deck, Slide
from partnership.export.unset import NotSet
from partnership.process import children
from tests.serving import ROOT


def test_a_figure_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "gap.svg"
    asked = ["export", "trade.gap", "--format", "svg", "--out", str(out)]
    asked += ["--choices", "from=2015", "--site", "https://example.org/"]
    assert main(asked) == 0
    assert "1 figure" in capsys.readouterr().out
    address = "https://example.org/crude?from=2015&amp;part=gap#trade-gap"
    assert address in out.read_text("utf-8")


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
def test_what_is_wrong_is_reported(
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

    def full(path: Path, content: bytes) -> int:
        written(path, content[:10])
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(out)]) == 1
    assert "No space left" in capsys.readouterr().err
    assert out.read_text() == "good"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_is_no_file_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_written_to_and_a_link_stays(tmp_path: Path) -> None:
    aim, link = tmp_path / "aim.csv", tmp_path / "link.csv"
    aim.write_text("old")
    link.symlink_to(aim)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert main(["export", "trade.gap", "--format", "csv", "--out", str(pipe)]) == 0
        read, _ = reader.communicate()
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(link)]) == 0
    assert link.is_symlink()
    assert pipe.is_fifo()
    assert aim.read_bytes() == read


@pytest.mark.parametrize("error", [NotSet("no typesetter"), KeyError("eni")])
def test_a_file_that_cannot_be_written_is_reported(
    error: Exception,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_arguments: object) -> bytes:
        raise error

    monkeypatch.setitem(export.BY_KEY, "csv", replace(export.BY_KEY["csv"], write=fails))
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(tmp_path / "x")]) == 1
    assert capsys.readouterr().err.strip()
    assert list(tmp_path.iterdir()) == []


def test_damaged_data_makes_no_file(
    damaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (damaged / "stakes.csv").write_text("broken\n")
    out = tmp_path / "x"
    assert main(["export", "stakes.btc", "--format", "csv", "--out", str(out)]) == 1
    assert "table stakes" in capsys.readouterr().err
    assert not out.exists()


def test_a_deck_names_what_could_not_be_drawn(
    damaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (damaged / "stakes.csv").write_text("broken\n")
    saved, out = tmp_path / "deck.json", tmp_path / "x.zip"
    asked = ["deck", str(saved), "--format", "zip", "--out", str(out)]
    saved.write_text(decks.to_json(Deck("", (Slide("stakes.btc"), Slide("trade.gap")))), "utf-8")
    assert main(asked) == 0
    assert "not drawn: stakes.btc" in capsys.readouterr().err
    out.unlink()
    saved.write_text(decks.to_json(Deck("", (Slide("stakes.btc"),))), "utf-8")
    assert main(asked) == 1
    assert not out.exists()


def test_a_long_argument_is_not_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long, out = "x" * 100_000, str(tmp_path / "x")
    many = "&".join(f"{n}=1" for n in range(5_000))
    for asked in (
        ["export", long, "--format", "csv", "--out", out],
        ["export", "trade.gap", "--format", "csv", "--out", out, "--choices", f"{long}=1"],
        ["export", "trade.gap", "--format", "csv", "--out", out, "--choices", many],
        ["export", "trade.gap", "--format", "csv", "--out", long],
        ["deck", long, "--format", "zip", "--out", out],
    ):
        assert main(asked) == 1
        printed = capsys.readouterr().err
        assert 0 < len(printed) < 1_000
    with pytest.raises(SystemExit):
        main(["export", "trade.gap", "--format", long, "--out", out])
    assert len(capsys.readouterr().err) < 2_000


def test_a_clock_before_any_file_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 3600.0)
    out = tmp_path / "x"
    assert main(["export", "trade.gap", "--format", "xlsx", "--out", str(out)]) == 1
    assert "clock" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1251"])
@pytest.mark.parametrize("command", ["figures", "claims"])
def test_any_console_is_written_to(
    command: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = io.BytesIO()
    stream = io.TextIOWrapper(console, encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    _take_any_console()
    assert main([command]) == 0
    stream.flush()
    assert "\\u" in console.getvalue().decode(encoding)


def test_a_command_takes_the_console_that_it_is_started_on() -> None:
    around = {**children.environment(), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    del around["PARTNERSHIP_PARENT"]
    asked = [sys.executable, "-m", "partnership", "claims"]
    done = subprocess.run(asked, cwd=ROOT, env=around, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("ascii")
    assert done.stdout.decode("ascii").strip()


def test_a_name_may_be_as_long_as_names_can_be(tmp_path: Path) -> None:
    out = tmp_path / ("x" * 250 + ".csv")
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(out)]) == 0
    assert len(out.read_bytes()) > 1000
    assert [p.name for p in tmp_path.iterdir()] == [out.name]


def test_a_name_that_is_too_long_is_the_one_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / ("x" * 260 + ".csv")
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(out)]) == 1
    printed = capsys.readouterr().err
    assert "xxx" in printed
    assert ".part" not in printed
    assert list(tmp_path.iterdir()) == []


def test_a_file_has_the_rights_that_any_file_would_have(tmp_path: Path) -> None:
    out, other = tmp_path / "x.csv", tmp_path / "other"
    other.touch()
    asked = ["export", "trade.gap", "--format", "csv", "--out", str(out)]
    assert main(asked) == 0
    assert out.stat().st_mode == other.stat().st_mode
    out.chmod(0o640)
    assert main(asked) == 0
    assert out.stat().st_mode & 0o777 == 0o640


def test_a_link_to_itself_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "x.csv"
    out.symlink_to(out)
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(out)]) == 1
    assert "leads back to itself" in capsys.readouterr().err
    under = out / "y.csv"
    assert main(["export", "trade.gap", "--format", "csv", "--out", str(under)]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_deck_without_slides_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved, out = tmp_path / "deck.json", tmp_path / "deck.zip"
    saved.write_text(decks.to_json(Deck("Ours")), "utf-8")
    assert main(["deck", str(saved), "--format", "zip", "--out", str(out)]) == 1
    assert "no slides" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("site", ["javascript:alert(1)", "data:text/html,x", "example.org"])
def test_a_site_is_an_address_of_http(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.svg"
    asked = ["export", "trade.gap", "--format", "svg", "--out", str(out), "--site", site]
    assert main(asked) == 1
    assert "--site" in capsys.readouterr().err
    assert not out.exists()


def test_years_in_the_wrong_order_are_reported_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["export", "trade.gap", "--format", "svg", "--out", str(tmp_path / "x")]
    assert main([*asked, "--choices", "from=2015&to=2010"]) == 1
    printed = capsys.readouterr().err
    assert "end before they start" in printed
    assert "does not exist" not in printed


@pytest.mark.parametrize(("headline", "named"), [("中国 buys 😀", True), ("Қазақстан", False)])
def test_signs_that_the_typeface_lacks_are_named(
    headline: str, named: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved, out = tmp_path / "deck.json", tmp_path / "deck.pdf"
    saved.write_text(
        decks.to_json(Deck("Ours", (Slide("stakes.btc", headline=headline),))), "utf-8"
    )
    assert main(["deck", str(saved), "--format", "pdf", "--out", str(out)]) == 0
    printed = capsys.readouterr().err
    assert ("中国😀" in printed and "typeface lacks" in printed) is named
