"""The parts of PDF files: tables to read, widths of columns, rooms of drawings, safe words."""

from __future__ import annotations

import altair as alt
import pandas as pd
import pytest

from partnership.charts import altair
from partnership.export import chart
from partnership.export.pdf import drawing as pdf_drawing
from partnership.export.pdf import words as pdf_words
from partnership.export.tables import reading as pdf_table
from partnership.export.type import signs, widths
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.state import State


def test_a_table_to_read_is_short_and_worded() -> None:
    table = pd.DataFrame(
        {
            "reporter": "ITA",
            "year": range(1990, 2020),
            "period": [str(y) for y in range(1990, 2020)],
            "value_usd": [1.5e9 + y for y in range(30)],
            "share": [12.3456] * 29 + [0.0004],
            "unit": ["MW", "USD"] * 15,
            "note": "long",
            "nothing": None,
            "source_id": "bns_monthly",
        }
    )
    read = pdf_table.reading(table, {"bns_monthly": 7}, texts.in_language("en"))
    columns = read.table.columns
    assert [c.heading for c in columns] == [
        "Year",
        "Value, USD, million",
        "Share, percent",
        "Unit",
    ]
    assert read.same == "Reported by: Italy · Source: [7]"
    assert [c.key for c in columns] == ["year", "value_usd", "share", "unit"]
    assert [c.align for c in columns] == ["left", "right", "right", "left"]
    assert read.table.cells("year")[:2] == ("2019", "2018")
    assert len(read.table.rows) == 25
    assert read.table.cells("value_usd")[0] == "1,500"
    assert read.table.cells("share")[:2] == ("0.00040", "12.35")
    assert read.more[12].startswith("The latest 12 of 30 rows.")
    assert not read.whole


def test_a_table_on_a_page_has_its_numbers_to_the_right() -> None:
    figure = figures.build("corridor.legs", State())
    listing = pdf_words.listing(figure, 25, 118, texts.in_language("en"))
    assert listing is not None
    right = [listing["heads"][n] for n in listing["right"]]
    numbers = ("Position", "Accuracy of the route")
    assert right == [h for h in listing["heads"] if h.endswith(", km") or h in numbers]
    assert "Length, km" in right
    assert listing["rows"][0][0] == figures.build("corridor.legs", State()).drawn.rows[0]["leg"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("values", "cells"),
    [
        ((29.25, 18.0, 13.5), ["29.25", "18.00", "13.50"]),
        ((10.0, 2500.0), ["10", "2,500"]),
        ((1992.0, 2024.0), ["1992", "2024"]),
        ((12345.678, float("nan")), ["12,346", "–"]),
        ((10.5, 0.00123), ["10.5", "0.0012"]),
        ((-7.5, 2.25), ["−7.50", "2.25"]),
        ((float("nan"),), ["–"]),
    ],
)
def test_numbers_are_rounded_for_reading(values: tuple[float, ...], cells: list[str]) -> None:
    assert pdf_table.rounded(values, texts.in_language("en")) == cells


def test_columns_share_a_line_and_give_way() -> None:
    needs = [widths.need("Name", ["x" * 60], 40), widths.need("Value", ["1"], 40)]
    assert widths.dropped(needs, 60, [1]) == set()
    assert sum(widths.shares(needs, 40)) <= 40
    assert widths.dropped(needs, 20, [1]) == {1}


def test_a_drawing_of_many_rows_fills_the_room_it_gets() -> None:
    rows = [{"name": f"row {n}", "value": n} for n in range(40)]
    bars = alt.Chart(alt.Data(values=rows)).mark_bar().encode(x="value:Q", y="name:N")
    figure = Figure("t.rows", "t", altair.custom(bars, "alt", 900), pd.DataFrame(rows), ())
    wide, tall = chart.size(pdf_drawing.svg(figure, 800, 300, 300))
    assert tall == pytest.approx(900 / 1.6, abs=2)
    assert wide / tall == pytest.approx(800 / 300, rel=0.02)


def test_safe_words_keep_letters_and_lose_controls() -> None:
    assert signs.safe("a\tb\x00c\u202ed\u202f%") == "a bcd\u202f%"
    assert signs.safe("x" * 40).replace("\u200b", "") == "x" * 40
    assert "\u200b" not in signs.safe("https://example.org/a-long-path/with-many/parts-in-it")
