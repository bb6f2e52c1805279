"""A drawing that is one of a kind, such as a matrix: Vega-Lite, and what it shows in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Custom:
    """`specification` is compact Vega-Lite in the light shades; `alt` says what it shows."""

    specification: str
    alt: str
