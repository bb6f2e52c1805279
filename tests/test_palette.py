"""Colours: contrast on paper and on ink, the swap of themes, and colour-blind eyes."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from partnership import palette
from tests import spec, vision

THEMES = ("light", "dark")
SHOWN = {
    **palette.SECTOR,
    "KAZ": palette.KAZAKHSTAN,
    "ITA": palette.ITALY,
    **{f"holder {i}": shade for i, shade in enumerate(palette.HOLDERS)},
}
DISTINCT = 8.0
"""Least distance in CIELAB between two sectors for any eye; 2.3 is just noticeable."""


def _of(shade: palette.Shade, theme: str) -> str:
    return str(getattr(shade, theme))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SHOWN)
def test_marks_stand_out(name: str, theme: str) -> None:
    assert vision.contrast(_of(SHOWN[name], theme), _of(palette.PAPER, theme)) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("shade", [palette.INK, palette.SOFT], ids=["INK", "SOFT"])
def test_words_can_be_read(shade: palette.Shade, theme: str) -> None:
    assert vision.contrast(_of(shade, theme), _of(palette.PAPER, theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", vision.EYES)
def test_sectors_are_distinct(eye: str, theme: str) -> None:
    near = {
        (a, b): round(distance, 1)
        for a, b in combinations(palette.SECTOR, 2)
        if (
            distance := vision.distance(
                _of(palette.SECTOR[a], theme), _of(palette.SECTOR[b], theme), eye
            )
        )
        < DISTINCT
    }
    assert near == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", vision.EYES)
def test_italy_and_kazakhstan_are_distinct(eye: str, theme: str) -> None:
    one, other = _of(palette.ITALY, theme), _of(palette.KAZAKHSTAN, theme)
    assert vision.distance(one, other, eye) >= 20


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("#000000", 0.0),
        ("#ffffff", 1.0),
        ("#ff0000", 0.2126),
        ("#808080", 0.2159),
        ("#0a0a0a", 0.003),
    ],
)
def test_relative_luminance_is_that_of_wcag(colour: str, light: float) -> None:
    assert palette.luminance(colour) == pytest.approx(light, abs=5e-5)


def test_type_on_a_colour_is_light_where_the_colour_is_dark() -> None:
    assert palette.is_dark(palette.INK.light)
    assert not palette.is_dark(palette.PAPER.light)
    for shade in palette.SECTOR.values():
        assert palette.is_dark(shade.light)


def test_contrast_and_distance_are_those_of_the_standards() -> None:
    assert vision.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert vision.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert vision.lab("#ffffff", "normal") == pytest.approx([100, 0, 0], abs=0.01)
    assert vision.lab("#ff0000", "normal") == pytest.approx([53.24, 80.09, 67.20], abs=0.05)
    red, green = "#a00000", "#4a4a00"
    assert vision.distance(red, green, "protanopia") < vision.distance(red, green, "normal") / 2


def test_a_light_shade_is_used_once() -> None:
    light = [s.light for s in spec.shades()]
    assert len(set(light)) == len(light)
    assert all(s.light != s.dark for s in spec.shades())


def test_the_dark_theme_swaps_every_shade() -> None:
    light = [s.light for s in spec.shades()]
    dark = [s.dark for s in spec.shades()]
    assert json.loads(palette.recolour(json.dumps(light), "dark")) == dark


def test_the_dark_theme_swaps_colours_of_maps() -> None:
    light = [palette.rgb(s.light, 90) for s in spec.shades()]
    dark = [palette.rgb(s.dark, 90) for s in spec.shades()]
    text = json.dumps(light, separators=(",", ":"))
    assert json.loads(palette.recolour(text, "dark")) == dark


def test_the_light_theme_and_other_colours_stay() -> None:
    text = json.dumps([palette.INK.light, "#123456", [1, 2, 3, 255]], separators=(",", ":"))
    assert palette.recolour(text, "light") == text
    assert palette.recolour(text, "dark") == text.replace(palette.INK.light, palette.INK.dark)
