"""What is wrong with a deck that a reader brought: values, in words where the language is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnership.language.bounded import MOST
from partnership.language.texts import Texts


@dataclass(frozen=True)
class Fault:
    """One fault: a message, the words of the reader's file that fill it, and the slide if any."""

    message: str
    fields: tuple[tuple[str, str | int], ...] = ()
    slide: int | None = None

    def on(self, slide: int | None) -> Fault:
        """The same of one slide."""
        return replace(self, slide=slide)

    def line(self, t: Texts) -> str:
        """One line that says what is wrong and on which slide."""
        fields = {
            name: t.number(value) if isinstance(value, int) else t.quote(value)
            for name, value in self.fields
        }
        words = t(self.message, **fields)
        if self.slide is None:
            return words
        return t("slide {number}: {fault}", number=t.number(self.slide), fault=words)


def fault(message: str, **fields: str | int) -> Fault:
    """A fault of a whole deck."""
    return Fault(message, tuple(fields.items()))


def lines(faults: Sequence[Fault], t: Texts) -> list[str]:
    """A line for each of the first faults, and one that says how many more there are."""
    listed = [one.line(t) for one in faults[:MOST]]
    rest = len(faults) - MOST
    if rest > 0:
        listed.append(t.plural("and {count} more problem", "and {count} more problems", rest))
    return listed
