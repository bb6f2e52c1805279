"""Altair without needless work writes what Altair writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import altair as alt
import pytest
from altair.utils import schemapi

from partnership.charts import drafts, marks

INSIDE: Any = schemapi


@pytest.fixture
def plain_altair() -> Iterator[None]:
    """Altair as it comes, for the time of a test."""
    converter = INSIDE._FromDict
    INSIDE._FromDict = getattr(converter, "kind", converter)
    for kind in drafts.PUT_TOGETHER:
        del kind.__deepcopy__
    schemapi.enable_debug_mode()
    yield
    drafts.quicken()


def _layered() -> Any:
    """Layers in layers, a parameter in two of them, encodings as strings, lists and conditions."""
    over = alt.selection_point(name="over", on="pointerover", fields=["year"], empty=False)
    data = marks.values([{"year": 2001, "at": 3, "words": "a"}])
    base = alt.Chart(data).encode(x="year:Q", y=alt.Y("at:Q", title=None))
    band = base.mark_rect().encode(
        x2="year:Q",
        opacity=alt.condition(over, alt.value(0.07), alt.value(0)),
        tooltip=["year:Q", alt.Tooltip("at:Q")],
    )
    words = base.mark_text(dx=4).encode(text="words:N", y2=alt.datum(0))
    inner = alt.layer(band.add_params(over), words)
    beside = alt.layer(words, band.add_params(over)).properties(width=60)
    return marks.finish(alt.hconcat(alt.layer(inner, base.mark_line()), beside))


def _written() -> str:
    # Views are named by a hash of their parts or by a counter.
    return re.sub(r"view_\w+", "view", repr(_layered().to_dict(validate=True)))


@pytest.mark.filterwarnings("ignore:Automatically deduplicated")
@pytest.mark.usefixtures("plain_altair")
def test_what_is_written_is_the_same() -> None:
    expected = _written()
    drafts.quicken()
    assert _written() == expected


def test_layers_share_what_is_not_changed() -> None:
    chart = alt.Chart(marks.values([])).mark_point().encode(x="a:Q")
    both = alt.layer(chart, chart.mark_line())
    assert all(one.encoding is chart.encoding for one in both.layer)
    both.layer[0].height = 7
    assert chart.height is alt.Undefined


def test_schemas_are_hashed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    alt.Chart(marks.values([])).mark_point().encode(x="a:Q")
    hashed = []
    kept = INSIDE._FromDict.kind.hash_schema

    def counted(schema: Any, use_json: bool = True) -> int:
        hashed.append(schema)
        return int(kept(schema, use_json))

    monkeypatch.setattr(INSIDE._FromDict.kind, "hash_schema", counted)
    alt.Chart(marks.values([])).mark_point().encode(x="b:Q")
    assert len(hashed) < 5
