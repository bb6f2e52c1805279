"""Rows of maps by address: their content names them, and they are answered compressed or whole."""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from partnership import palette
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.maps.model import Map
from partnership.maps.shown import counted
from partnership.state import State
from partnership.ui import lifespan
from partnership.ui.figure import themed
from partnership.ui.server import rows
from tests.asgi import Client

LAYERED = ("lines", "points", "plants", "italian")


async def _others(_scope: Scope, receive: Receive, send: Send) -> None:
    """What stands behind."""
    await PlainTextResponse("other")(_scope, receive, send)


def _ask(path: str, method: str = "GET", **headers: str) -> Client:
    named = [(name.replace("_", "-"), value) for name, value in headers.items()]
    app = rows.LayerRows(_others)
    return asyncio.run(Client().ask(app, path, method=method, headers=named))


def _sent(state: State, theme: str = "light") -> dict[str, dict[str, Any]]:
    drawn = figures.build("map.assets", state).drawn
    assert isinstance(drawn, Map)
    (layers,) = json.loads(themed.deck(drawings.filtered(drawn), theme, {}))["layers"]
    return {layer["id"]: layer for layer in layers}


@pytest.mark.parametrize("base", ["/", "/below/"])
def test_rows_are_answered_at_their_address(base: str) -> None:
    one = rows.kept('[{"a":1}]')
    packed = _ask(f"{base}{one.address}", accept_encoding="gzip")
    assert json.loads(gzip.decompress(packed.answered[1]["body"])) == [{"a": 1}]
    assert packed.headers["content-encoding"] == "gzip"
    assert "immutable" in packed.headers["cache-control"]
    plain = _ask(f"{base}{one.address}")
    assert plain.body.encode() == one.body
    assert "content-encoding" not in plain.headers
    assert _ask(f"{base}{one.address}", "HEAD").body == ""


def test_what_nobody_sent_is_not_found() -> None:
    answer = _ask(f"/{rows.FOLDER}/{'0' * 32}.json")
    assert (answer.status, answer.headers["cache-control"]) == (404, "no-store")
    assert _ask(f"/{rows.FOLDER}/other.json").body == "other"


def test_the_server_answers_for_rows() -> None:
    names = [getattr(one.cls, "__name__", "") for one in lifespan.middleware()]
    assert rows.LayerRows.__name__ in names


def test_rows_last_as_long_as_somebody_has_them() -> None:
    kept = rows.kept("[-1]")
    for n in range(rows._LATEST + 1):
        rows.kept(f"[{n}]")
    assert rows.found(kept.address) is kept
    address = kept.address
    del kept
    gc.collect()
    assert rows.found(address) is None


def test_a_filter_changes_no_address() -> None:
    whole = _sent(State())
    few = _sent(State(sector=("minerals",), kind=("deposits",), italian=True))
    assert set(LAYERED) <= whole.keys()
    assert {n: few[n]["data"] for n in LAYERED} == {n: whole[n]["data"] for n in LAYERED}
    assert "filterCategories" in few["points"]


def test_without_a_filter_the_browser_has_none_to_apply() -> None:
    """A first paint takes twice as long with the extension."""
    layers = _sent(State())
    assert not any("extensions" in layer for layer in layers.values())


def test_the_browser_lets_the_same_marks_pass_as_the_value() -> None:
    """What deck.gl does with rows and categories: a row is shown if each of its keys passes."""
    for state in (
        State(),
        State(sector=("minerals",)),
        State(italian=True),
        State(kind=("fields",)),
    ):
        shown: set[str] = set()
        for name in ("lines", "points", "plants"):
            layer = _sent(state)[name]
            sent = rows.found(str(layer["data"]))
            assert sent is not None
            passing: Any = layer.get("filterCategories")
            shown |= {
                row["id"]
                for row in json.loads(sent.body)
                if passing is None
                or all(key in keys for key, keys in zip(row["k"], passing, strict=True))
            }
        drawn = figures.build("map.assets", state).drawn
        assert isinstance(drawn, Map)
        assert shown == {mark.entity_id for mark in counted(drawn)}


def test_dark_rows_have_an_address_of_their_own() -> None:
    light, dark = _sent(State())["points"]["data"], _sent(State(), "dark")["points"]["data"]
    assert light != dark
    found = rows.found(str(dark))
    assert found is not None
    red, green, blue = palette.rgb(palette.SECTOR["minerals"].dark)[:3]
    assert f"[{red},{green},{blue},".encode() in found.body
