"""How far apart two colours are, for an eye that sees all three cones' colours or only two.

Contrast: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Colour vision: Machado,
Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE TVCG 15(6), severity 1.0, applied to linear RGB. Distance: CIE 1976 in CIELAB,
D65.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

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
}
_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> Vector:
    """`#rrggbb` as linear RGB between 0 and 1."""
    share = np.array(rgb(colour)[:3]) / 255
    curved: Vector = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return curved


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, from 1 to 21."""
    dark, light = sorted(luminance(c) for c in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, eye: str) -> Vector:
    """CIELAB of a colour as an eye sees it."""
    seen = np.clip(EYES[eye] @ linear(colour), 0, 1)
    share = _XYZ @ seen / _WHITE
    root = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def distance(one: str, other: str, eye: str) -> float:
    """Distance in CIELAB of two colours as an eye sees them; 2.3 is just noticeable."""
    return float(np.linalg.norm(lab(one, eye) - lab(other, eye)))
