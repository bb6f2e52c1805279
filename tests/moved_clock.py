"""`python -m tests.moved_clock run dashboard.py …`: Streamlit, where each SIGUSR1 is a midnight.

For measurements: only what asks `datetime.date` for the day of today, imported after this, sees
the new day.
"""

from __future__ import annotations

import datetime
import signal
from typing import Any

from streamlit.web import cli

_real = datetime.date
_passed = 0


class _Kind(type):
    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, _real)


class _Date(_real, metaclass=_Kind):
    """Makes plain dates, today's as many days later as midnights have passed."""

    def __new__(cls, *parts: Any) -> Any:
        return _real(*parts)

    @classmethod
    def today(cls) -> Any:
        return _real.today() + datetime.timedelta(days=_passed)

    @classmethod
    def fromisoformat(cls, text: str) -> Any:
        return _real.fromisoformat(text)


def _midnight(_signal: int, _frame: object) -> None:
    global _passed
    _passed += 1


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _midnight)
    datetime.date = _Date  # type: ignore[assignment, misc]
    cli.main(prog_name="streamlit")
