"""Files from the command line: a figure or a deck in any format.

    python -m partnership export trade.balance --format pptx --out x.pptx
    python -m partnership deck partnership-in-12 --format pdf --out x.pdf

The dashboard makes its long exports with the same commands, each in a process of its own.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from partnership import export, tables
from partnership.decks import deck as decks
from partnership.decks import faults, ready, renamed
from partnership.decks.deck import Deck, DeckError, Slide
from partnership.export import handout
from partnership.export.handout import Handout
from partnership.export.unset import NotSet
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.bounded import few, quoted, shortened
from partnership.site import sitemap
from partnership.state import from_query

_LOG = logging.getLogger(__name__)
_STREAM = Path("-")
"""Stands for standard input or output."""
_FIRST_DATED = 1980
_LONGEST_LINE, _LONGEST_PATH = 400, 200


class Unusable(ValueError):  # noqa: N818 - its message is for the user
    """An argument that cannot be used, in words."""


def arguments(commands: argparse._SubParsersAction) -> None:
    """Add the two commands to the parser of `python -m partnership`."""
    one = commands.add_parser("export", help="write one figure as a file")
    one.add_argument("what", metavar="figure", help="id of a figure, see `figures`")
    one.add_argument(
        "--choices", default="", help='what a reader chose, as in an address: "from=2010&lang=en"'
    )
    many = commands.add_parser("deck", help="write a presentation as a file")
    named = f"a saved deck (JSON; - reads one from the input) or one of: {', '.join(ready.DECKS)}"
    many.add_argument("what", metavar="deck", help=named)
    for command, formats in ((one, _keys(one=True)), (many, _keys(one=False))):
        command.add_argument("--format", required=True, choices=formats)
        command.add_argument(
            "--out", required=True, type=Path, help="the file to write; - is the output"
        )
        command.add_argument("--lang", choices=texts.languages(), default=texts.DEFAULT)
        command.add_argument(
            "--site", default="", help="where the dashboard runs, for links: https://example.org"
        )
        command.add_argument("--progress", action="store_true", help="print what is done")
        command.add_argument(
            "--data", default="", metavar="VERSION", help="refuse to draw from any other data"
        )


def _keys(one: bool) -> list[str]:
    return [f.key for f in export.FORMATS if (f.one if one else f.many)]


def run(chosen: argparse.Namespace) -> int:
    """Write the file asked for; 0, or 1 with a sentence that says what is wrong."""
    try:
        _require_version(chosen)
        _require_clock()
        deck = _figure(chosen) if chosen.command == "export" else _deck(chosen)
        _writable(chosen.out)
        drawn = _drawn(deck, chosen)
        tick = _ticking(chosen) if chosen.progress else handout.silent
        content = export.BY_KEY[chosen.format].write(drawn, tick)
        _write(chosen.out, content)
    except DeckError as error:
        return _refused(faults.lines(error.faults, texts.in_language(chosen.lang)))
    except (Unusable, NotSet, OSError, *figures.Undrawn) as error:
        return _refused([str(error)])
    except Exception:
        _LOG.exception("%s could not be made", chosen.format)
        return _refused(["the file could not be made, for a fault of ours; what is above says why"])
    if chosen.out != _STREAM:
        count = len(drawn.views)
        counted = "1 figure" if count == 1 else f"{count} figures"
        print(f"{chosen.out}: {counted}, {len(content) / 1e3:,.0f} kB")
    return 0


def _refused(problems: Sequence[str]) -> int:
    for problem in problems:
        print(shortened(problem, _LONGEST_LINE), file=sys.stderr)
    return 1


def _require_version(chosen: argparse.Namespace) -> None:
    """Refuse to write a file from other data than the page of the reader showed."""
    if chosen.data and chosen.data != tables.package().version:
        t = texts.in_language(chosen.lang)
        why = t("The data changed since this page was drawn; reload the page and make it again.")
        raise Unusable(why)


def _require_clock() -> None:
    """Refuse a clock before 1980: workbooks, slides and archives cannot carry such a day."""
    today = date.today()
    if today.year < _FIRST_DATED:
        raise Unusable(f"the clock of this machine says {today.isoformat()}; set it first")


def _drawn(deck: Deck, chosen: argparse.Namespace) -> Handout:
    """The figures of a deck. What cannot be drawn is named; if that is all of it, refuse."""
    if not deck.slides:
        raise Unusable("the deck has no slides; there is nothing to write")
    if chosen.site and urlsplit(chosen.site).scheme not in ("http", "https"):
        raise Unusable(f"--site: {quoted(chosen.site)} is no address of http or https")
    found = sitemap.address_of(chosen.site.rstrip("/")) if chosen.site else handout.nowhere
    drawn = handout.of_deck(deck, chosen.lang, found)
    undrawn = [view for view in drawn.views if view.undrawn]
    if undrawn and len(undrawn) == len(drawn.views):
        raise Unusable(undrawn[0].undrawn)
    for view in undrawn:
        line = f"not drawn: {view.figure.id} ({view.undrawn})"
        print(shortened(line, _LONGEST_LINE), file=sys.stderr)
    if export.BY_KEY[chosen.format].typeset:
        _name_lacking(drawn)
    return drawn


def _name_lacking(drawn: Handout) -> None:
    """Say which signs that somebody wrote the typeface of the file does not have."""
    if signs := handout.lacking(drawn):
        line = f"the typeface lacks {quoted(signs)}; names in brackets stand in their place"
        print(line, file=sys.stderr)


def _writable(path: Path) -> None:
    """Complain before the work of drawing about what cannot be a file."""
    if path == _STREAM:
        return
    try:
        path.resolve()
    except (OSError, RuntimeError):
        # Up to Python 3.12 this is a `RuntimeError`.
        raise Unusable(f"{_path(path)} is a link that leads back to itself") from None
    if path.is_dir():
        raise Unusable(f"{_path(path)} is a folder; name the file to write")
    if not path.parent.is_dir():
        raise Unusable(f"the folder {_path(path.parent)} does not exist")


def _path(path: Path) -> str:
    return shortened(str(path), _LONGEST_PATH)


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: an old file stays until the new one is complete.

    What is not a file (the output, a device) is written to as it is; a link stays one.
    """
    if path == _STREAM:
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
            out.write(content)
        return
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    # The name is short, and not of the file's: that may be as long as names can be.
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        os.close(handle)
        part.write_bytes(content)
        part.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        # The reader asked for a file and knows nothing of the one that it is written to first.
        raise Unusable(f"{_path(path)} could not be written: {error.strerror or error}") from None
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _figure(chosen: argparse.Namespace) -> Deck:
    figure_id = renamed.current(chosen.what)
    if figure_id not in figures.registry():
        raise Unusable(
            f"there is no figure {quoted(chosen.what)}; `python -m partnership figures` lists them"
        )
    query = parse_qs(chosen.choices, keep_blank_values=True)
    state, wrong = from_query(query)
    strange = [name for name in query if name not in decks.BY_NAME]
    if [w.why for w in wrong] == ["order"] and not strange:
        raise Unusable(f"--choices: the years end before they start (from={wrong[0].value})")
    if wrong or strange:
        named = few([f"{w.name}={w.value}" for w in wrong] + [shortened(name) for name in strange])
        raise Unusable(f"--choices: {', '.join(named)} does not exist")
    return Deck("", (Slide(figure_id, state),))


def _deck(chosen: argparse.Namespace) -> Deck:
    if chosen.what == str(_STREAM):
        return decks.from_json(sys.stdin.buffer.read())
    if ready.known(chosen.what):
        return ready.deck(chosen.what, chosen.lang)
    path = Path(chosen.what)
    if not path.is_file():
        raise Unusable(
            f"{shortened(repr(str(path)), _LONGEST_PATH)} is neither a file nor one of the ready"
            f" decks: {', '.join(ready.DECKS)}"
        )
    return decks.from_json(path.read_bytes())


def _ticking(chosen: argparse.Namespace) -> Callable[[int, int], None]:
    stream = sys.stderr if chosen.out == _STREAM else sys.stdout

    def tick(done: int, of: int) -> None:
        print(f"{done}/{of}", file=stream, flush=True)

    return tick
