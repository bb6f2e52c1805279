"""What is drawn before anybody asks."""

from __future__ import annotations

import pytest

from partnership.ui import lifespan


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [
        (None, ["it", "kk", "ru"]),
        ("", []),
        ("ru it", ["it", "ru"]),
        ("ru,it", ["it", "ru"]),
        ("en xx", []),
    ],
)
def test_languages_are_drawn_ahead_as_asked(
    asked: str | None, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(lifespan.AHEAD, raising=False)
    if asked is not None:
        monkeypatch.setenv(lifespan.AHEAD, asked)
    assert lifespan.ahead() == drawn
