"""The page of the map once the browser has said that it has no WebGL."""

from __future__ import annotations

from tests import site


def test_a_picture_and_why_stand_in_the_place_of_the_map() -> None:
    at = site.app("map")
    assert len(at.get("deck_gl_json_chart")) == 1
    charts = len(at.get("vega_lite_chart"))
    at.session_state["_webgl_missing"] = True
    at.run()
    assert not at.exception
    assert len(at.get("deck_gl_json_chart")) == 0
    assert len(at.get("vega_lite_chart")) == charts + 1
    assert any("WebGL" in caption.value for caption in at.caption)
