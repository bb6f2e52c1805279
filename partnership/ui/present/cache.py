"""The slides that were drawn before, so that another deck or headline does not draw them again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from partnership import tables
from partnership.export.web.slides import Drawn
from partnership.state import State

MOST_BYTES = 64 * 2**20
"""What the texts may take: every figure as a first visit shows it takes 5 MB, the largest map with
one choice of filters 0.5 MB. Less than a quarter of what a server without readers takes."""


@dataclass(frozen=True)
class DrawingKey:
    """One drawing: a figure with only the choices that it listens to, language included."""

    figure_id: str
    state: State


class DrawingCache:
    """Drawings by their key; the least recently used are dropped first. For any thread.

    They are of one package on one day: with other data, or after midnight, all are dropped.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._valid_for: tuple[tables.Package, date] | None = None
        self._drawings: OrderedDict[DrawingKey, Drawn] = OrderedDict()
        self.size = 0

    def find(self, key: DrawingKey) -> Drawn | None:
        """The drawing, where it is kept."""
        now = (tables.package(), date.today())
        with self._lock:
            self._only(now)
            if key in self._drawings:
                self._drawings.move_to_end(key)
            return self._drawings.get(key)

    def keep(self, key: DrawingKey, drawn: Drawn, version: tuple[tables.Package, date]) -> None:
        """Keep a drawing of that package on that day; one that failed is tried again later."""
        if drawn.failed or version != (tables.package(), date.today()):
            return
        with self._lock:
            self._only(version)
            if key in self._drawings:
                self.size -= self._drawings.pop(key).size
            self._drawings[key] = drawn
            self.size += drawn.size
            while self.size > self._most:
                _, oldest = self._drawings.popitem(last=False)
                self.size -= oldest.size

    def _only(self, version: tuple[tables.Package, date]) -> None:
        if self._valid_for != version:
            self._valid_for, self.size = version, 0
            self._drawings.clear()
