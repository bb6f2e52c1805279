"""Sound data with a gap: the package with rows left out, in memory."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable

import pandas as pd
import pytest

from partnership import tables
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing, Pictured
from partnership.language.readable import Table
from partnership.maps.model import Map
from partnership.state import State
from partnership.tables import reading
from partnership.tables.contract import TableError
from partnership.tables.rules import table as rules
from tests import spec

Cut = Callable[[pd.DataFrame], pd.DataFrame]
BARE = re.compile(r"\b(None|nan|NaN|NaT|undefined|<NA>|inf|Infinity)\b|\{\w*\}")


class Gap(tables.Package):
    """The package whose table `name` is cut; each table holds what is asked of it at load."""

    def __init__(self, name: str, cut: Cut) -> None:
        whole = tables.package()
        super().__init__(whole.folder)
        self._whole, self._name, self._cut = whole, name, cut

    def table(self, name: str) -> pd.DataFrame:
        """The table; one that the cut does not concern is the whole package's, with what was worked
        out of it.
        """
        return super().table(name) if self._concerns(name) else self._whole.table(name)

    def _concerns(self, name: str) -> bool:
        """Whether a table is the one that is cut, or refers to it."""
        if name == self._name:
            return True
        keys = self.resources[name].get("schema", {}).get("foreignKeys", [])
        others = {key["reference"]["resource"] for key in keys} - {"", name}
        return any(map(self._concerns, others))

    def _read(self, name: str) -> pd.DataFrame:
        frame = self._whole.table(name)
        frame = self._cut(frame) if name == self._name else frame
        problems = rules.at_load(name, frame)
        for key in self.resources[name]["schema"].get("foreignKeys", []):
            problems += self._reference(name, frame, key)
        if problems:
            raise TableError(problems)
        return frame


def opened(monkeypatch: pytest.MonkeyPatch, name: str, cut: Cut) -> None:
    """The cut package is the one in use; the cut itself keeps every rule."""
    package = Gap(name, cut)
    package.table(name)
    monkeypatch.setitem(reading._open, package.folder, package)


def faults(figure_id: str, state: State | None = None) -> list[str]:
    """What is wrong with a figure on these data; nothing where it says which rows it needs."""
    entry = figures.registry()[figure_id]
    try:
        figure = entry.make(figures.reduced(entry, state or State()))
        return [*_words(figure), *_drawn(figure)]
    except TableError:
        return []
    except Exception as error:
        return [f"{figure_id}: {type(error).__name__}: {error}"]


def _words(figure: Figure) -> list[str]:
    words_by_part = {"title": figure.title, "finding": figure.finding, "note": figure.note}
    words_by_part["alt"] = figure.alt
    if isinstance(figure.drawn, Listing | Table):
        words_by_part["rows"] = " ".join(w for row in figure.drawn.rows for w in row.values())
    bare = [f"{figure.id}, {part}: {w}" for part, w in words_by_part.items() if BARE.search(w)]
    silent = figure.table.empty and not (figure.finding or figure.note)
    return [*bare, *([f"{figure.id}: empty without a word"] if silent else [])]


def _drawn(figure: Figure) -> list[str]:
    made = []
    if not isinstance(figure.drawn, Listing | Table | Pictured):
        made.append(json.loads(drawings.specification(figure.drawn)))
    if isinstance(figure.drawn, Map) and figure.drawn.moves:
        made.append(json.loads(drawings.deck(figure.drawn).text))
    numbers = (v for one in made for _, v in spec.walk(one) if isinstance(v, float))
    return [] if all(map(math.isfinite, numbers)) else [f"{figure.id}: no number in the drawing"]
