"""What stands round a drawing on screen: words as they are, whatever signs are in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing
from partnership.state import State
from tests import site

_SIGNS = "* strategic_one_ <b>bold</b> [x](http://x) $1 and $2 :red[y]"
_SAFE = r"\* strategic\_one\_ \<b\>bold\</b\> \[x\]\("
"""How the signs begin once they are safe."""


def _one(figure_id: str) -> None:
    from partnership.state import State
    from partnership.ui.figure import frame

    frame.frame(figure_id, State())


def _shown(figure_id: str) -> AppTest:
    at = AppTest.from_function(_one, kwargs={"figure_id": figure_id}, default_timeout=60).run()
    assert not at.exception
    return at


@pytest.mark.parametrize("kind", ["numbers", "events", "facts", "chart"])
def test_signs_of_markdown_stand_for_themselves(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = figures.build("minerals.china", State())
    row = {"label": _SIGNS, "value": _SIGNS, "detail": _SIGNS}
    listing = whole.drawn if kind == "chart" else Listing(kind, (row,))  # type: ignore[arg-type]
    signs: Figure = replace(whole, title=_SIGNS, finding=_SIGNS, note=_SIGNS, drawn=listing)
    monkeypatch.setattr(figures, "build", lambda *_: signs)
    at = _shown("minerals.china")
    metrics = [w for m in at.metric for w in (m.label, m.value)]
    texts = [*(m.value for m in at.markdown), *(c.value for c in at.caption), *metrics]
    assert sum(text.count(_SAFE) for text in texts) >= 3 + {"chart": 0, "numbers": 2}.get(kind, 3)
    assert not any("strategic_one" in text for text in texts)


def test_a_note_that_begins_with_a_star_is_no_list() -> None:
    note = figures.build("minerals.china", State()).note
    assert note.startswith("* ")
    feet = [m.value for m in _shown("minerals.china").markdown]
    assert any("\\* strategic" in one for one in feet)


def test_every_line_of_a_finding_stays_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = replace(figures.build("claims.deviations", State()), finding="One.\nAnother.")
    monkeypatch.setattr(figures, "build", lambda *_: whole)
    shown = [m.value for m in _shown("claims.deviations").markdown]
    assert any("One\\.  \nAnother\\." in one for one in shown)


def test_titles_of_claims_and_figures_in_links_are_literal(monkeypatch: pytest.MonkeyPatch) -> None:
    build = figures.build

    def signed(figure_id: str, state: State) -> Figure:
        return replace(build(figure_id, state), title=_SIGNS)

    monkeypatch.setattr(figures, "build", signed)
    at = site.app("claims", {"claim": "c08"})
    labels = [link.proto.label for link in at.get("page_link")]
    assert any(_SAFE in label for label in labels)
