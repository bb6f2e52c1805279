"""Events of diplomacy in words: what is planned, what was, and what was called off."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from partnership.language import texts
from partnership.wording import diplomacy

T = texts.in_language("en")


def _event(status: str = "planned") -> SimpleNamespace:
    return SimpleNamespace(
        event_id="2027_central_asia_italy_summit",
        date="2027",
        status=status,
        source_id="trend_2025_05_30_kyrgyzstan",
    )


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("ahead", "Second Central Asia–Italy summit (planned)"),
        ("open", "Second Central Asia–Italy summit (was planned)"),
        ("dropped", "Second Central Asia–Italy summit"),
        ("happened", "Second Central Asia–Italy summit"),
    ],
)
def test_a_plan_is_one_until_its_day(
    known: str, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diplomacy, "standing", lambda _: known)
    assert diplomacy.label(_event(), T) == written


def test_what_happened_is_no_plan() -> None:
    assert diplomacy.label(_event("reported"), T) == "Second Central Asia–Italy summit"
