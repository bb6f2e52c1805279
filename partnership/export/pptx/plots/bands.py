"""Bands as a native stacked area: each day of a change, and the day before it."""

from __future__ import annotations

from datetime import date, timedelta

from partnership import palette
from partnership.charts.forms.bands import Band, Bands
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.export.pptx.plots.model import Plot, Series

_WHOLE = (0.0, 100.0)


def plot(bands: Bands) -> Plot | None:
    """The one panel; none for several, which no native chart shows on one axis."""
    if len(bands.panels) > 1:
        return None
    panel = bands.panels[0]
    days = sorted({d for b in panel.bands for s in b.stretches for d in (s.start, s.end)})
    steps = [d for day in days[1:-1] for d in (day - timedelta(days=1), day)]
    moments = (days[0], *steps, days[-1])
    whole = (days[-1] - days[0]).days or 1
    return Plot(
        "area",
        moments,
        tuple(
            _series(bands, band, sure, moments)
            for band in panel.bands
            for sure in (True, False)
            if any(s.sure == sure for s in band.stretches)
        ),
        stacked=True,
        unit=bands.measure,
        suffix=PERCENT_SIGN,
        span=_WHOLE,
        breaks=tuple(sorted(((f.day - days[0]).days / whole, str(f.number)) for f in panel.flags)),
    )


def _series(bands: Bands, band: Band, sure: bool, moments: tuple[date, ...]) -> Series:
    """The stretches of a band that are sure, or those that are not, under a name of their own."""
    both = len({s.sure for s in band.stretches}) > 1
    return Series(
        band.name if sure else bands.unsure.format(name=band.name),
        tuple(_value(band, sure, day, moments[-1]) for day in moments),
        band.colour if sure else palette.tint(band.colour),
        "area",
        again=both and not sure,
    )


def _value(band: Band, sure: bool, day: date, last: date) -> float:
    for one in band.stretches:
        if one.sure == sure and (one.start <= day < one.end or day == one.end == last):
            return one.value
    return 0.0
