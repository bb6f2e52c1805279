"""Bands in words: what each whole consists of at the beginning and at the end."""

from __future__ import annotations

from datetime import date

from partnership.charts.forms.bands import Band, Bands, Panel, Stretch
from partnership.language.texts import Texts


def words(bands: Bands, t: Texts) -> str:
    """Of each panel the split on the first and on the last day, and the number of changes."""
    return " ".join(_panel(panel, t) for panel in bands.panels)


def _panel(panel: Panel, t: Texts) -> str:
    first = min(s.start for band in panel.bands for s in band.stretches)
    last = max(s.end for band in panel.bands for s in band.stretches)
    return t.plural(
        "{name}: from {first} {split}; at the end {last}; {count} change.",
        "{name}: from {first} {split}; at the end {last}; {count} changes.",
        len(panel.flags),
        name=panel.name,
        first=t.day(first),
        split=_split(panel, first, t, ending=False),
        last=_split(panel, last, t, ending=True),
    )


def _split(panel: Panel, day: date, t: Texts, *, ending: bool) -> str:
    found = [(band, _stretch(band, day, ending=ending)) for band in panel.bands]
    return ", ".join(
        t("{holder} {share}", holder=band.name, share=stretch.words)
        for band, stretch in found
        if stretch is not None
    )


def _stretch(band: Band, day: date, *, ending: bool) -> Stretch | None:
    stretches = (s for s in band.stretches if (s.end if ending else s.start) == day)
    return next(stretches, None)
