"""What a case of damage is, and small ways to damage a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Damage = Callable[[Path], None]
Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Case:
    """One kind of damage, done by `damage` to a folder that is a copy of `data/`.

    `place` is what the message must name: `table`, `table:row` or `table:row:column`, where row
    is the line of the file and 0 the whole. `rule` are words of the rule it must name.
    """

    name: str
    place: str
    rule: str
    damage: Damage

    @property
    def table(self) -> str:
        """The table that must be named."""
        return self.place.split(":")[0]

    @property
    def row(self) -> int:
        """The line of the file that must be named, 0 for none."""
        return int([*self.place.split(":"), "0"][1])

    @property
    def column(self) -> str:
        """The column that must be named, empty for none."""
        return [*self.place.split(":"), "0", ""][2] if self.place.count(":") == 2 else ""


def file(name: str, change: Change) -> Damage:
    """Damage that changes the bytes of a file."""

    def damage(folder: Path) -> None:
        path = folder / name
        before = path.read_bytes()
        after = change(before)
        if after == before:
            raise AssertionError(f"{name} was not damaged")
        path.write_bytes(after)

    return damage


def at(line: int, change: Change) -> Change:
    """Change one line (the header is line 1) of a file."""

    def changed(raw: bytes) -> bytes:
        lines = raw.split(b"\n")
        lines[line - 1] = change(lines[line - 1])
        return b"\n".join(lines)

    return changed


def swap(old: bytes, new: bytes) -> Change:
    """Replace the first `old` by `new`."""
    return lambda raw: raw.replace(old, new, 1)


def more(ending: bytes) -> Change:
    """Add `ending`."""
    return lambda raw: raw + ending
