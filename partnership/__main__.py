"""Command line: `python -m partnership check|seal|messages|figures|claims|export|deck|open`."""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from partnership import commands, opening, tables
from partnership.checks import audit
from partnership.language.bounded import few, shortened
from partnership.process import children
from partnership.state import State
from partnership.tables import seal
from partnership.tables.contract import Problem, TableError

_LONGEST_ERROR = 400


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with an argument without repeating all of a long one."""

    def error(self, message: str) -> NoReturn:
        super().error(shortened(message, _LONGEST_ERROR))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    parser = _Parser(prog="python -m partnership", description=__doc__)
    known = parser.add_subparsers(dest="command", required=True)
    known.add_parser("check", help="validate the whole data package")
    known.add_parser("seal", help="after a change of data, renew its seals in datapackage.json")
    known.add_parser("messages", help="bring the catalogues of translations up to date")
    known.add_parser("figures", help="list every figure id with its title")
    known.add_parser("claims", help="print every claim with its verdict and evidence")
    commands.arguments(known)
    shown = known.add_parser("open", help="start the dashboard and open it in the browser")
    shown.add_argument("--port", type=opening.port, default=8501)
    chosen = parser.parse_args(arguments)
    if chosen.command == "check":
        return check()
    if chosen.command == "seal":
        return renew_seals()
    if chosen.command == "messages":
        return messages()
    if chosen.command == "figures":
        return figures()
    if chosen.command == "claims":
        return claims()
    if chosen.command in ("export", "deck"):
        return commands.run(chosen)
    return opening.open_dashboard(chosen.port)


def check() -> int:
    """Validate tables, geometry and the package as a whole; one line each, 1 when one is broken."""
    package = tables.package()
    try:
        problems = [p for name in package.names for p in _checked(package, name)]
        problems += [p for name in package.shapes for p in _drawable(package, name)]
        if not problems:
            problems = list(audit.across(package))
    except TableError as error:
        problems = list(error.problems)
    if problems:
        return _broken(problems, package.folder)
    print("the package is sound")
    return _untranslated()


def _untranslated() -> int:
    """Count what each language lacks; 1 where one lacks anything."""
    from partnership.language import catalogues

    code = 0
    for lang in catalogues.TRANSLATED:
        found = list(catalogues.faults(lang))
        print(f"{lang:<14} {len(found):>6} texts missing, untranslated or stale")
        for fault in few(found):
            print(f"  {fault}", file=sys.stderr)
        code = code or int(bool(found))
    return code


def messages() -> int:
    """Collect the strings of the interface and the remarks, and say what has no translation."""
    from partnership.language import catalogues

    catalogues.update()
    return _untranslated()


def _broken(problems: Sequence[Problem], folder: Path) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems in {folder}", file=sys.stderr)
    return 1


def _checked(package: tables.Package, name: str) -> list[Problem]:
    try:
        rows = len(package.table(name))
    except TableError as error:
        own = [p for p in error.problems if p.table == name]
        print(f"{name:<14} broken" if own else f"{name:<14} refers to a broken table")
        return own
    print(f"{name:<14} {rows:>6} rows")
    return []


def _drawable(package: tables.Package, name: str) -> list[Problem]:
    try:
        features = package.geometry(name)["features"]
    except TableError as error:
        print(f"{name:<14} broken")
        return list(error.problems)
    print(f"{name:<14} {len(features):>6} features")
    return []


def renew_seals() -> int:
    """Renew bytes, hash and counts of each file in the descriptor; 1 when something is missing."""
    folder = tables.package().folder
    try:
        changed = seal.write(folder)
    except TableError as error:
        return _broken(error.problems, folder)
    print(f"sealed: {', '.join(changed)}" if changed else "every seal fits")
    return 0


def figures() -> int:
    """Print every figure id with its title for a first visit."""
    from partnership.figures import figure

    code = 0
    for figure_id in figure.registry():
        try:
            print(f"{figure_id:<26} {figure.build(figure_id, State()).title}")
        except figure.Undrawn as error:
            print(f"{figure_id:<26} {error}", file=sys.stderr)
            code = 1
    return code


def claims() -> int:
    """Print every claim with its verdict, both values and the evidence."""
    from partnership.figures.claims import evidence
    from partnership.figures.claims import verdicts as checked

    try:
        for block in evidence.printed():
            print(block)
        rows = checked.rows()
    except TableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 1
    computed = int(rows["basis"].eq("computed").sum())
    print(f"{len(rows)} claims, {computed} with a computed verdict")
    return 0


def _quietly() -> int:
    """`main`, whose reader may stop reading (`| head`): no reason to complain."""
    _prepare()
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return code


def _prepare() -> None:
    """Take any console, and clean up when we are asked to end.

    A signal that ends us raises, so that what is half-written or was started by us goes along.
    """
    children.end_with_parent()
    _take_any_console()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _ended)


def _take_any_console() -> None:
    """What a console cannot show is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _ended(number: int, _frame: object) -> NoReturn:
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(_quietly())
