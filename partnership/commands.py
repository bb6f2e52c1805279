"""Files from the command line: a figure or a deck in any format.

    python -m partnership export trade.balance --format pptx --out x.pptx
    python -m partnership deck partnership-in-12 --format pdf --out x.pdf

The dashboard makes its long exports with the same commands, each in a process of its own.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

from partnership import deck as decks
from partnership import export, ready, texts
from partnership.deck import Deck, DeckError, Slide
from partnership.export import handout
from partnership.export.handout import AddressOf
from partnership.figures import figure as figures
from partnership.state import from_query


class Unusable(ValueError):  # noqa: N818 - said to a person
    """An argument that cannot be used, in words."""


def arguments(commands: argparse._SubParsersAction) -> None:
    """Add the two commands to the parser of `python -m partnership`."""
    one = commands.add_parser("export", help="write one figure as a file")
    one.add_argument("what", metavar="figure", help="id of a figure, see `figures`")
    one.add_argument(
        "--choices", default="", help='what a reader chose, as in an address: "from=2010&lang=en"'
    )
    many = commands.add_parser("deck", help="write a presentation as a file")
    many.add_argument(
        "what", metavar="deck", help=f"a saved deck (JSON) or one of: {', '.join(ready.DECKS)}"
    )
    for command, formats in ((one, _keys(one=True)), (many, _keys(one=False))):
        command.add_argument("--format", required=True, choices=formats)
        command.add_argument("--out", required=True, type=Path, help="the file to write")
        command.add_argument("--lang", choices=texts.languages(), default=texts.DEFAULT)
        command.add_argument(
            "--site", default="", help="where the dashboard runs, for links: https://example.org"
        )
        command.add_argument("--progress", action="store_true", help="print what is done")


def _keys(one: bool) -> list[str]:
    return [f.key for f in export.FORMATS if (f.one if one else f.many)]


def run(chosen: argparse.Namespace, address_of: Callable[[str], AddressOf]) -> int:
    """Write the file asked for; 0, or 1 with a sentence that says what is wrong."""
    try:
        deck = _figure(chosen) if chosen.command == "export" else _deck(chosen)
        if not chosen.out.parent.is_dir():
            raise Unusable(f"the folder {chosen.out.parent} does not exist")
        found = address_of(chosen.site.rstrip("/")) if chosen.site else handout.nowhere
        given = handout.of_deck(deck, chosen.lang, found)
        tick = _print if chosen.progress else handout.silent
        made = export.BY_KEY[chosen.format].write(given, tick)
        _write(chosen.out, made)
    except DeckError as error:
        print("\n".join(error.problems), file=sys.stderr)
        return 1
    except (Unusable, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    count = len(given.views)
    named = "1 figure" if count == 1 else f"{count} figures"
    print(f"{chosen.out}: {named}, {len(made) / 1e3:,.0f} kB")
    return 0


def _write(path: Path, made: bytes) -> None:
    """Write a file whole or not at all: what stood there stays until the new one is complete."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(made)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _figure(chosen: argparse.Namespace) -> Deck:
    if chosen.what not in figures.registry():
        raise Unusable(
            f"there is no figure {chosen.what!r}; `python -m partnership figures` lists them"
        )
    query = parse_qs(chosen.choices, keep_blank_values=True)
    state, wrong = from_query(query)
    strange = [name for name in query if name not in decks.BY_NAME]
    if wrong or strange:
        named = [f"{w.name}={w.value}" for w in wrong] + strange
        raise Unusable(f"--choices: {', '.join(named)} does not exist")
    return Deck("", (Slide(chosen.what, state),))


def _deck(chosen: argparse.Namespace) -> Deck:
    if chosen.what in ready.DECKS:
        return ready.deck(chosen.what, chosen.lang)
    path = Path(chosen.what)
    if not path.is_file():
        raise Unusable(
            f"{chosen.what!r} is neither a file nor one of the ready decks:"
            f" {', '.join(ready.DECKS)}"
        )
    return decks.from_json(path.read_bytes())


def _print(done: int, of: int) -> None:
    print(f"{done}/{of}", flush=True)
