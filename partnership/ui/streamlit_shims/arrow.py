"""Rows of a chart as the Arrow bytes that Streamlit itself would send.

`st.vega_lite_chart` passes on a data set that is bytes already; rows it would turn into a data
frame and then into Arrow, at every run.
"""

from __future__ import annotations

from typing import Any

from streamlit import dataframe_util


def from_rows(rows: list[dict[str, Any]]) -> bytes:
    """`rows`, one dictionary each, as an Arrow stream."""
    return dataframe_util.convert_anything_to_arrow_bytes(rows)
