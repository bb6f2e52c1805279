"""What a view shows: all of a box in pictures of any size, clear of what lies over them."""

from __future__ import annotations

import pytest

from partnership.figures.assets.views import LOOKS
from partnership.maps.frame import GROUND, Air, View, fitted
from tests.browser import chromium

SIZES = ((1140, 700), (1656, 900), (390, 610))


def _pixel(place: tuple[float, float], view: View, size: tuple[float, float]) -> tuple[float, ...]:
    camera = {"longitude": view.longitude, "latitude": view.latitude, "zoom": view.zoom}
    return chromium.pixel(*place, camera, *size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("air", [Air(), Air(200, 20, 60, 40), Air(0, 60, 0, 300)])
def test_all_of_a_box_stands_clear(name: str, size: tuple[int, int], air: Air) -> None:
    west, south, east, north = LOOKS[name].box
    view = fitted((west, south, east, north), size, air, closest=20)
    left, top = _pixel((west, north), view, size)
    right, bottom = _pixel((east, south), view, size)
    assert left >= air.left - 1
    assert top >= air.top - 1
    assert right <= size[0] - air.right + 1
    assert bottom <= size[1] - air.bottom + 1
    # As close as it can be: one way it is filled.
    slack = (right - left - (size[0] - air.left - air.right), 0)
    assert max(slack[0], bottom - top - (size[1] - air.top - air.bottom)) > -2


def test_a_place_without_extent_is_not_looked_at_too_closely() -> None:
    view = fitted((52.2, 46.4, 52.2, 46.4), (1140, 700), Air(260, 0, 340, 0), closest=6)
    assert view.zoom == 6
    x, y = _pixel((52.2, 46.4), view, (1140, 700))
    assert x == pytest.approx((260 + 1140 - 340) / 2, abs=1)
    assert y == pytest.approx(350, abs=1)


@pytest.mark.parametrize(
    "place",
    [(51.37, 51.23), (63.62, 53.21), (82.6, 49.95)],
    ids=["Oral", "Kostanay", "Öskemen"],
)
def test_all_of_kazakhstan_is_in_its_view(place: tuple[float, float]) -> None:
    west, south, east, north = LOOKS["kazakhstan"].box
    assert west < place[0] < east
    assert south < place[1] < north


@pytest.mark.parametrize("size", SIZES)
def test_no_view_shows_where_the_ground_ends(size: tuple[int, int]) -> None:
    for look in LOOKS.values():
        view = fitted(look.box, size)
        west, south, east, north = GROUND
        left, top = _pixel((west, north), view, size)
        right, bottom = _pixel((east, south), view, size)
        assert left <= 0
        assert top <= 0
        assert right >= size[0]
        assert bottom >= size[1]
