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
class Asked:
    """One drawing: a figure with only the choices that it listens to, language included."""

    figure_id: str
    state: State


class Kept:
    """Drawings by what was asked for; those not asked for longest go first. For any thread.

    They are of one package on one day: with other data, or after midnight, all are forgotten.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._of: tuple[tables.Package, date] | None = None
        self._held: OrderedDict[Asked, Drawn] = OrderedDict()
        self.size = 0

    def find(self, asked: Asked) -> Drawn | None:
        """The drawing, where it is kept."""
        now = (tables.package(), date.today())
        with self._lock:
            self._only(now)
            if asked in self._held:
                self._held.move_to_end(asked)
            return self._held.get(asked)

    def keep(self, asked: Asked, drawn: Drawn, of: tuple[tables.Package, date]) -> None:
        """Keep a drawing made of that package on that day; one that failed may do better later."""
        if drawn.failed or of != (tables.package(), date.today()):
            return
        with self._lock:
            self._only(of)
            if asked in self._held:
                self.size -= self._held.pop(asked).size
            self._held[asked] = drawn
            self.size += drawn.size
            while self.size > self._most:
                _, oldest = self._held.popitem(last=False)
                self.size -= oldest.size

    def _only(self, of: tuple[tables.Package, date]) -> None:
        if self._of != of:
            self._of, self.size = of, 0
            self._held.clear()
