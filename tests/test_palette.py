"""Colours: contrast on paper and on ink, the swap of themes, and colour-blind eyes."""

from __future__ import annotations

import json

import pytest

from partnership import palette
from tests import spec, vision

THEMES = ("light", "dark")
PALEST = 2.0
"""Contrast of the palest filling on the ground: it is never told from it by its edge alone."""
CONSORTIA = (
    "eni kazmunaygas exxonmobil shell totalenergies cnpc inpex other",
    "eni shell chevron lukoil kazmunaygas other",
    "chevron exxonmobil kazmunaygas lukoil other",
    "transneft kazmunaygas chevron lukoil exxonmobil eni other",
    "socar bp eni totalenergies exxonmobil inpex other",
)
"""Who is drawn in one pie."""


def _of(shade: palette.Shade, theme: str) -> str:
    return str(getattr(shade, theme))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", [n for n in palette.ENTITY if n != "not_verifiable"])
def test_marks_stand_out(name: str, theme: str) -> None:
    paper, edge = _of(palette.PAPER, theme), palette.edge(name)
    found = vision.contrast(_of(palette.ENTITY[name], theme), paper)
    sector = name in palette.SECTOR
    # A tint is told from the ground by its outline.
    assert edge or found >= (3 if sector else 1.6 if name in palette.VERDICT else PALEST)


@pytest.mark.parametrize("one", [palette.SEA, palette.BORDER], ids=["sea", "border"])
@pytest.mark.parametrize("theme", THEMES)
def test_land_is_told_from_sea_and_borders(theme: str, one: palette.Shade) -> None:
    least = 1.25 if one is palette.SEA else 1.9
    assert vision.contrast(_of(palette.LAND, theme), _of(one, theme)) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_neighbours_are_fainter_than_kazakhstan(theme: str) -> None:
    paper = _of(palette.PAPER, theme)
    own, abroad = (_of(shade, theme) for shade in (palette.LAND, palette.ABROAD))
    assert 1 < vision.contrast(abroad, paper) < vision.contrast(own, paper)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("shade", [palette.INK, palette.SOFT], ids=["INK", "SOFT"])
def test_words_can_be_read(shade: palette.Shade, theme: str) -> None:
    assert vision.contrast(_of(shade, theme), _of(palette.PAPER, theme)) >= 4.5


@pytest.mark.parametrize("kind", ["sector", "verdict"])
def test_all_of_a_kind_are_told_apart(kind: str) -> None:
    assert vision.near(palette.KINDS[kind].values()) == {}


def test_fuels_are_told_apart() -> None:
    # Nuclear power is in no chart of either country.
    assert vision.near(s for name, s in palette.FUEL.items() if name != "nuclear") == {}


@pytest.mark.parametrize("holders", CONSORTIA)
def test_holders_of_a_consortium_are_told_apart(holders: str) -> None:
    assert vision.near(palette.ENTITY[name] for name in holders.split()) == {}


def test_an_id_is_of_one_kind() -> None:
    ids = [name for kind in palette.KINDS.values() for name in kind]
    assert len(set(ids)) == len(ids) == len(palette.ENTITY)


def test_tints_are_outlined_in_the_colour_they_are_of() -> None:
    for name, whole in (("bg_group", "shell"), ("kazakh_state", "kazmunaygas")):
        assert palette.edge(name) == palette.colour(whole)
        assert palette.colour(name) == palette.tint(palette.colour(whole))


def test_the_union_and_the_state_have_not_the_colour_of_others() -> None:
    assert palette.colour("EUU") != palette.colour("KAZ")
    assert palette.colour("kazakh_state") != palette.colour("kazmunaygas")


def test_who_is_not_in_the_registry_is_one_of_the_others() -> None:
    assert palette.colour("nobody") == palette.OTHERS.light
    assert palette.colour("nobody", "#123456") == "#123456"
    assert palette.colour("ITA", "#123456") == palette.ITALY.light
    assert palette.colour("ITA", palette.MUTED.light) == palette.MUTED.light


@pytest.mark.parametrize("shade", palette.ALL)
def test_type_on_a_filling_is_legible_in_both_themes(shade: palette.Shade) -> None:
    ink = next(s for s in palette.ALL if s.light == palette.on(shade.light))
    least = min(vision.contrast(ink.light, shade.light), vision.contrast(ink.dark, shade.dark))
    assert least >= 4.49


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
    assert vision.lab("#ffffff", "normal") == pytest.approx([1, 0, 0], abs=0.001)
    assert vision.lab("#ff0000", "normal") == pytest.approx([0.628, 0.2249, 0.1258], abs=0.001)
    red, green = "#a00000", "#4a4a00"
    assert vision.distance(red, green, "protanopia") < vision.distance(red, green, "normal") / 2


def test_a_shade_is_used_once() -> None:
    light = [s.light for s in spec.shades()]
    assert len(set(light)) == len(light)
    # A page that is dark on screen is printed in the light shades.
    dark = [s.dark for s in spec.shades()]
    assert len(set(dark)) == len(dark)
    # Nor is one taken for what it is not: light shades are none of the dark ones.
    assert not set(light) & set(dark)


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
