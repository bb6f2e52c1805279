"""Lines by month in words: of each the first and the last value, the highest and the lowest."""

from __future__ import annotations

from partnership.charts.forms import Months
from partnership.charts.forms.parts import Place
from partnership.charts.spoken import lines
from partnership.language.texts import Texts


def words(form: Months, t: Texts) -> str:
    """Every line of every panel, the uppermost first."""
    names: dict[Place, str] = dict(form.months)
    units = "; ".join(panel.unit.name for panel in form.panels)
    sentences = [
        lines.sentence(one, t, named=names.__getitem__)
        for panel in form.panels
        for one in panel.series
        if any(p.value is not None for p in one.points)
    ]
    return " ".join([t("Lines by month: {what}.", what=units), *sentences])
