"""Codes and their labels: each enum of the tables that readers see has them, once."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from partnership import state
from partnership.analysis.verdicts import VERDICTS
from partnership.figures import figure
from partnership.language import codes
from tests.serving import ROOT

_WHOLE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "SECTOR": tuple(
        (table, "sector")
        for table in ("assets", "projects", "metrics", "products", "events", "claims")
    ),
    "ASSET_KIND": (("assets", "kind"),),
    "ASSET_STATUS": (("assets", "asset_status"),),
    "MODE": (("assets", "mode"),),
    "ROLE": (("projects", "role"),),
    "FLOW": (("trade", "flow"),),
    "STEP": (("steps", "step"),),
    "STAKE_START": (("stakes", "start_basis"),),
    "VALUE_STATUS": tuple(
        (table, "status")
        for table in (
            "companies",
            "assets",
            "projects",
            "stakes",
            "observations",
            "trade",
            "prices",
            "events",
            "places",
            "claims",
            "evidence",
            "materials",
            "steps",
            "notes",
        )
    ),
    "SOURCE_KIND": (("sources", "kind"),),
    "LICENCE": (("sources", "licence"),),
    "PASSED_ON": (("sources", "redistribute"),),
    "UNDATED": (("sources", "undated"),),
    "VERDICT": (("claims", "editorial_verdict"),),
    "STANCE": (("evidence", "stance"),),
    "EVENT_KIND": (("events", "kind"),),
    "DATE_BASIS": (("events", "date_basis"),),
    "DATE_PRECISION": (("events", "date_precision"),),
}
"""Labels of every code of some columns."""
_SAME = {
    "VALUE_STATUS": ("VALUE_STATUS_REMARK",),
    "DATE_BASIS": ("DATE_BASIS_MARK",),
    "DATE_PRECISION": ("DATE_PRECISION_REMARK",),
}
"""Second labels of all codes of the first."""
_PART = {
    "PROJECT_SECTOR": ("projects", "sector"),
    "VALUE_STATUS_EXPLAINED": ("observations", "status"),
    "STAKE_START_SENTENCE": ("stakes", "start_basis"),
    "EVENT_KIND_HEADING": ("events", "kind"),
    "CLAIM_BOUND": ("claims", "kind"),
    "MATERIAL_BASIS": ("materials", "kazakhstan_basis"),
}
"""Labels of some codes of a column."""
_AS_THEY_ARE = {
    ("assets", "capacity_unit"): "units are written by `amounts`",
    ("trade", "declared_currency"): "ISO 4217, as it stands",
    ("trade", "valuation"): "Incoterms, as they stand",
    ("stakes", "basis"): "chooses rows",
    ("stakes", "start_precision"): "chooses how the day is written",
    ("visits", "visitor"): "ISO 3166-1, named by `texts`",
    ("visits", "level"): "grouped in the chart of visits",
    ("countries", "kind"): "chooses rows",
    ("places", "kind"): "chooses a mark of the map",
    ("texts", "field"): "finds a name",
    ("texts", "lang"): "finds a name",
    ("statistics", "family"): "decides what may be compared",
    ("statistics", "zeros"): "decides what a missing row means",
}
"""Enums that no reader sees in words, and why."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "SECTOR": state.SECTORS,
    "ASSET_KIND_GROUP": state.KIND_GROUPS,
    "ASSET_STATUS": state.STATUSES,
    "VERDICT": VERDICTS,
    "REPORTER": state.REPORTERS,
    "CURRENCY": state.CURRENCIES,
    "VIEW": state.VIEWS,
    "MARK_SIZE": state.SIZES,
    "BADGE": figure.BADGES,
    "BADGE_MEANING": figure.BADGES,
}
"""Labels of what is listed in code."""
_SOURCES = Path(ROOT) / "partnership"


@cache
def _enums() -> dict[tuple[str, str], frozenset[str]]:
    """Codes of each column of `datapackage.json` that has an enum, by table and column."""
    package = json.loads((Path(ROOT) / "data" / "datapackage.json").read_text("utf-8"))
    return {
        (resource["name"], field["name"]): frozenset(field["constraints"]["enum"])
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", ())
        if "enum" in field.get("constraints", {})
    }


def _labels(name: str) -> set[str]:
    found: Mapping[str, str] = getattr(codes, name)
    return set(found)


def test_every_enum_has_labels_or_a_reason() -> None:
    labelled = {place for places in _WHOLE.values() for place in places}
    assert labelled | {*_PART.values(), *_AS_THEY_ARE} == set(_enums())
    assert not labelled & set(_AS_THEY_ARE)


@pytest.mark.parametrize("name", _WHOLE)
def test_each_code_of_an_enum_has_a_label_and_no_other(name: str) -> None:
    known = frozenset[str]().union(*(_enums()[place] for place in _WHOLE[name]))
    for labels in (name, *_SAME.get(name, ())):
        assert _labels(labels) == known, labels


@pytest.mark.parametrize(("name", "place"), _PART.items())
def test_labels_of_some_codes_are_labels_of_codes_that_exist(
    name: str, place: tuple[str, str]
) -> None:
    assert _labels(name) < _enums()[place]


@pytest.mark.parametrize(("name", "listed"), _CHOICES.items())
def test_what_is_listed_in_code_has_labels(name: str, listed: tuple[str, ...]) -> None:
    assert _labels(name) == set(listed)


def test_every_label_is_watched_and_one_line_of_words() -> None:
    free = {"COMMODITY", "ENERGY_SOURCE", "MATERIAL_USE", "TIME_FIT", "TIME_FIT_SHORT", "METHOD"}
    free |= {"PLAN_OUTCOME", "VERDICT_BASIS", "MAP_FORM"}
    watched = {*_WHOLE, *_PART, *_CHOICES, *(n for names in _SAME.values() for n in names)}
    assert set(codes.__all__) == watched | free
    for name in codes.__all__:
        for code, label in getattr(codes, name).items():
            assert label == " ".join(label.split()), (name, code)


def _keyed_messages(source: str) -> Iterator[tuple[int, set[str]]]:
    """Line and keys of each dict of a module whose values are messages, alone or in a tuple."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Dict):
            continue
        keys = [k.value for k in node.keys if isinstance(k, ast.Constant)]
        worded = [v for v in node.values if any(_is_message(part) for part in _parts(v))]
        if worded and len(keys) == len(node.keys):
            yield node.lineno, {k for k in keys if isinstance(k, str)}


def _parts(value: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(value, ast.Tuple) else [value]


def _is_message(value: ast.expr) -> bool:
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id in ("message", "t")
    )


def _copies(source: str) -> list[tuple[int, tuple[str, ...]]]:
    """Dicts of messages most keys of which are codes of one enum that readers see."""
    places = {*_PART.values(), *(place for places in _WHOLE.values() for place in places)}
    known = {_enums()[place] for place in places}
    return [
        (line, tuple(sorted(keys)))
        for line, keys in _keyed_messages(source)
        if any(len(keys & enum) > 1 and len(keys & enum) * 2 > len(keys) for enum in known)
    ]


def test_no_other_module_words_the_codes_of_an_enum() -> None:
    own = _SOURCES / "language" / "codes"
    found = {
        path.relative_to(ROOT).as_posix(): copies
        for path in sorted(_SOURCES.rglob("*.py"))
        if own not in path.parents and (copies := _copies(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        'X = {"export": message("export"), "import": message("import")}',
        'X = {"rail": t("rail"), "sea": t("sea"), "else": t("other")}',
        'X = {"supports": (message("Supports"), "#fff"), "context": (message("Context"), "#000")}',
        'def f(t):\n    return {"day": t("day"), "month": t("month")}["day"]',
    ],
)
def test_a_copy_is_found(source: str) -> None:
    assert _copies(source)
