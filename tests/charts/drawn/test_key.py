"""A key names series by one channel, on marks that are not seen."""

from __future__ import annotations

from partnership import palette
from partnership.charts.drawn.key import key


def test_names_stand_beside_their_looks() -> None:
    (view,) = key(["Rail", "Sea"], [palette.NAVY.light, palette.SKY.light], "fill", orient="top")
    drawn = view.to_dict(validate=False)
    coded = drawn["encoding"]["fill"]
    assert coded["scale"] == {
        "domain": ["Rail", "Sea"],
        "range": [palette.NAVY.light, palette.SKY.light],
    }
    assert coded["legend"]["orient"] == "top"
    assert coded["legend"]["symbolOpacity"] == 1
    assert drawn["mark"]["opacity"] == 0


def test_nothing_to_name_is_no_key() -> None:
    assert key([], [], "shape") == []
