"""How far apart two colours are, for an eye that sees all three cones' colours or only two.

Contrast: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Colour vision: Machado,
Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE TVCG 15(6), severity 1.0, applied to linear RGB. Distance: Euclidean in OKLab,
https://bottosson.github.io/posts/oklab/, times 100.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from partnership import palette
from partnership.palette import luminance, rgb

Vector = npt.NDArray[np.float64]

EYES: dict[str, Vector] = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
LEAST = {eye: 10.0 if eye == "normal" else 8.0 for eye in EYES}
"""Distance from which two colours of one drawing are told apart."""
_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(colour: str) -> Vector:
    """`#rrggbb` as linear RGB between 0 and 1."""
    share = np.array(rgb(colour)[:3]) / 255
    curved: Vector = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return curved


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, from 1 to 21."""
    dark, light = sorted(luminance(c) for c in (one, other))
    return (light + 0.05) / (dark + 0.05)


@cache
def lab(colour: str, eye: str) -> Vector:
    """OKLab of a colour as an eye sees it."""
    seen = np.clip(EYES[eye] @ linear(colour), 0, 1)
    found: Vector = _LAB @ np.cbrt(_CONES @ seen)
    return found


def distance(one: str, other: str, eye: str) -> float:
    """Distance of two colours in OKLab as an eye sees them, times 100."""
    return 100 * float(np.linalg.norm(lab(one, eye) - lab(other, eye)))


def near(shades: Iterable[palette.Shade]) -> dict[tuple[str, str, str], float]:
    """Pairs of shades that an eye takes for alike in a theme: both colours and the eye, with their
    distance.
    """
    return {
        (one, other, eye): round(found, 1)
        for a, b in combinations(dict.fromkeys(shades), 2)
        for one, other in ((a.light, b.light), (a.dark, b.dark))
        for eye, least in LEAST.items()
        if (found := distance(one, other, eye)) < least
    }
