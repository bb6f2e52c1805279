"""A holder's part beside Italy's crude imports, against numbers worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import crude, oil_imports


def _look(*rows: tuple[str, int, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["asset_id", "year", "holder_id", "kbd", "output_status"])
    return frame.assign(source_id=frame["asset_id"])


def _origins(*rows: tuple[int, str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["year", "partner", "quantity_kbbl"])
    return frame.assign(source_id="r", note=None)


LOOK = _look(
    ("x", 2020, "a", 30, "reported"),
    ("y", 2020, "a", 60, "estimated"),
    ("x", 2020, "b", 10, "reported"),
    ("x", 2021, "a", 99, "reported"),
    ("x", 2022, "a", 30, "reported"),
    ("y", 2022, "a", 30, "reported"),
)


def test_entitlement_is_compared_with_imports() -> None:
    bought = _origins((2020, "KAZ", 36_525), (2020, "LBY", 292_200), (2021, "KAZ", 36_525))
    own = pd.DataFrame(
        {
            "entity_id": "a",
            "metric_id": oil_imports.REPORTED,
            "period": ["2020", "2021"],
            "value": [21.915, 5.0],
            "source_id": "e",
            "status": "reported",
        }
    )
    found = oil_imports.entitlement_and_imports(LOOK, "a", ("x", "y"), bought, own)
    # 36 525 + 292 200 thousand barrels over 365.25 days are 900 a day, of them 100 Kazakh; a has
    # 30 + 60 by working interest and reports 21.915 million a year, 60 thousand a day. In 2021
    # field y is not known, in 2022 nothing was declared.
    assert found[["year", "what", "kbd", "status"]].to_numpy().tolist() == [
        [2020, "imports", 900, "derived"],
        [2020, "kazakh", 100, "derived"],
        [2020, "holder", 90, "estimated"],
        [2020, "reported", 60, "reported"],
    ]
    assert found["share"].tolist() == pytest.approx([100, 100 / 9, 10, 60 / 9])


def test_an_incomplete_register_has_no_kazakh_part() -> None:
    bought = _origins((2022, "KAZ", 36_525), (2022, "LBY", 292_200))
    bought.loc[0, "note"] = "The register looks incomplete"
    nobody = tables.load("observations").head(0)
    found = oil_imports.entitlement_and_imports(LOOK, "a", ("x", "y"), bought, nobody)
    assert found["what"].tolist() == ["imports", "holder"]


def test_imports_of_2023_are_those_that_eurostat_adds_up() -> None:
    bought = crude.origins(tables.load("trade"), 2023, 2023)
    look, seen = _look(("x", 2023, "a", 1, "reported")), tables.load("observations")
    found = oil_imports.entitlement_and_imports(look, "a", ("x",), bought, seen).set_index("what")
    # Eurostat's total of the twelve months: 451 093 thousand barrels; of them 48 704 Kazakh.
    assert found.loc["imports", "kbd"] == pytest.approx(451_093 / 365.25)
    assert found.loc["kazakh", "share"] == pytest.approx(48_704 / 451_093 * 100)


def test_what_eni_reports_is_88_thousand_barrels_a_day() -> None:
    seen = tables.load("observations")
    own = seen[seen["metric_id"].eq(oil_imports.REPORTED) & seen["period"].eq("2023")]
    # 32 million barrels a year over 365.25 days.
    assert round(float(own["value"].iloc[0]) * 1000 / 365.25) == 88
