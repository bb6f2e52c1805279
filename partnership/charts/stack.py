"""Names in ink behind a key in colour."""

from __future__ import annotations

import altair as alt
import pandas as pd

from partnership.charts import marks


def keyed(labels: pd.DataFrame, x: alt.X, y: alt.Y) -> marks.Drawing:
    """`words` in ink behind a square of their `colour`, to the right of a point in the drawing.

    Some colours of lines and bars are too pale for type.
    """
    base = alt.Chart(marks.rows(labels)).encode(x=x, y=y)
    square = base.mark_square(size=70, xOffset=12, opacity=1)
    return alt.layer(
        square.encode(color=alt.Color("colour:N", scale=None)),
        base.mark_text(**marks.text(align="left", dx=21)).encode(text="words:N"),
    )
