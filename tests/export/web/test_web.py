"""A presentation as one HTML file: whole, small, and with nothing in it that could fetch."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from threading import Barrier, Event
from typing import Any

import pytest

from partnership import palette
from partnership.decks import ready
from partnership.decks.deck import Deck, Slide
from partnership.export import chart, handout, web
from partnership.export.handout import Cancelled, Handout
from partnership.export.web import parts as web_parts
from partnership.export.web import slides as web_slides
from partnership.export.web import words as web_words
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.state import State

HOSTILE = "</script><script>alert(1)</script><!-- \"'&amp; ]]> 🛢️ مرحبا " + "Ш" * 200
EMPTY = Slide("claims.evidence")


def _shown(content: Handout) -> dict[str, Any]:
    """What the presenter receives."""
    read: dict[str, Any] = json.loads(web_slides.payload(content).text)
    return read


def _drawings(shown: dict[str, Any]) -> list[dict[str, Any]]:
    """The drawing of each slide."""
    return [shown["drawings"][slide["drawing"]] for slide in shown["slides"]]


class _Elements(HTMLParser):
    """The elements of a page: names, attributes, and what stands in each script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._inside = tag == "script"
        if self._inside:
            self.scripts.append("")

    def handle_endtag(self, _tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data

    def parsed(self, name: str) -> Any:
        """The JSON in the script called `name`."""
        scripts = [a for tag, a in self.found if tag == "script"]
        (place,) = [n for n, attributes in enumerate(scripts) if attributes.get("id") == name]
        return json.loads(self.scripts[place])


def _handout_of(*slides: Slide) -> Handout:
    return handout.of_deck(Deck("A deck", slides), "en", lambda i, _s: f"https://here.test/{i}")


@cache
def _twelve() -> str:
    return web.html(handout.of_deck(ready.deck("partnership-in-12", "en"), "en")).decode()


@cache
def _with_map() -> str:
    close = replace(State(), view="caspian")
    return web.html(
        _handout_of(Slide("map.assets"), Slide("map.assets", close), Slide("stakes.cpc"))
    ).decode()


def test_a_deck_of_twelve_with_maps_stays_below_twelve_megabytes() -> None:
    slides = ready.deck("partnership-in-12", "en").slides
    page = web.html(_handout_of(*slides[:11], Slide("map.assets")))
    assert len(page) < 12e6
    assert len(_Elements(page.decode()).parsed("deck")["slides"]) == 12


def test_only_what_is_needed_goes_in() -> None:
    library = "createDeck({"
    assert "ScatterplotLayer" in _with_map()
    assert library in web_parts.script().body.decode()
    assert len(_twelve()) < len(_with_map()) - 4e6
    assert _Elements(_twelve()).parsed("geometry") == {}


def test_each_geometry_stands_in_the_file_once() -> None:
    page = _Elements(_with_map())
    grounds = page.parsed("geometry")
    named = [
        layer["data"]
        for drawing in page.parsed("deck")["drawings"]
        for layer in drawing.get("map", {}).get("layers", [])
        if isinstance(layer["data"], str)
    ]
    assert set(named) == set(grounds) >= {"land", "land_detail", "water"}
    assert all(ground["features"] for ground in grounds.values())


@pytest.mark.parametrize("page", [_twelve, _with_map])
def test_nothing_is_asked_of_anybody_and_only_our_scripts_run(page: Any) -> None:
    elements = _Elements(page())
    for tag, attributes in elements.found:
        assert tag not in ("iframe", "object", "embed", "base", "form", "img")
        assert not attributes.get("src")
        assert tag != "link" or attributes["href"] == "data:,"
    assert "sourceMappingURL" not in page()
    (policy,) = [a["content"] for _, a in elements.found if a.get("http-equiv")]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    runs = [
        body
        for body, (_, attributes) in zip(
            elements.scripts, [f for f in elements.found if f[0] == "script"], strict=True
        )
        if "type" not in attributes
    ]
    for body in runs:
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.count("sha256-") == len(runs)


def test_hostile_words_are_data() -> None:
    hostile = _handout_of(Slide("stakes.cpc", headline=HOSTILE, notes=HOSTILE), EMPTY)
    figure = replace(hostile.views[0].figure, title=HOSTILE, finding=HOSTILE, alt=HOSTILE)
    view = replace(hostile.views[0], figure=figure, address=HOSTILE)
    page = web.html(replace(hostile, title=HOSTILE, views=(view, hostile.views[1]))).decode()
    plain = web.html(_handout_of(Slide("stakes.cpc"), EMPTY)).decode()
    elements = _Elements(page)
    assert [tag for tag, _ in elements.found] == [tag for tag, _ in _Elements(plain).found]
    deck = elements.parsed("deck")
    drawing = _drawings(deck)[0]
    assert deck["slides"][0]["headline"] == drawing["title"] == drawing["alt"] == HOSTILE


def test_an_empty_figure_says_why() -> None:
    (slide,) = _drawings(_shown(_handout_of(EMPTY)))
    assert slide["kind"] == "words"
    assert slide["words"] == figures.build("claims.evidence", State()).finding
    assert slide["finding"] == ""


def test_every_figure_is_a_slide_of_plain_values() -> None:
    slides = [*map(Slide, figures.registry()), Slide("map.card", State(asset="kashagan"))]
    payload = web_slides.payload(handout.of_deck(Deck("All", tuple(slides)), "en")).text
    assert web_slides.text(json.loads(payload)) == payload
    drawings = _drawings(json.loads(payload))
    kinds = {"chart", "map", "words", "numbers", "events", "facts", "table"}
    assert {slide["kind"] for slide in drawings} == kinds
    for slide, shown in zip(drawings, slides, strict=True):
        figure = figures.build(shown.figure_id, shown.state)
        assert slide["title"] == figure.title
        assert (slide["kind"] == "words") == figure.table.empty
        if figure.source_ids:
            head = "Source:" if len(figure.source_ids) == 1 else "Sources:"
            assert slide["source"].startswith(f"{head} ")


def test_words_in_another_language_leave_no_english() -> None:
    translated = web_words.words(texts.in_language(texts.PSEUDO))
    keys = [*translated.pop("keys"), *translated.pop("speakerKeys")]
    meanings = [meaning for _, meaning in keys]
    assert all(words.startswith("⟦") for words in [*translated.values(), *meanings])
    assert {"{n}", "{count}", "{title}"} <= set(re.findall(r"\{\w+\}", translated["announce"]))


def test_filters_headline_notes_and_address_go_along() -> None:
    state = State(from_year=2010, currency="eur")
    deck_handout = _handout_of(Slide("trade.to_italy", state, "Headline", "Say this"))
    shown = _shown(deck_handout)
    (slide,) = shown["slides"]
    assert slide["chips"] == ["2010–2025", "In Euros"]
    assert slide["headline"] == "Headline"
    assert "2010–2025" in _drawings(shown)[0]["title"]
    assert slide["notes"] == "Say this"
    assert slide["address"] == "https://here.test/trade.to_italy"


def test_a_table_is_sent_as_columns_and_rows_by_key() -> None:
    (drawing,) = _drawings(_shown(_handout_of(Slide("corridor.legs"))))
    assert drawing["kind"] == "table"
    assert {c["key"]: (c["head"], c["align"]) for c in drawing["columns"]}["length"] == (
        "Length, km",
        "right",
    )
    keys = [column["key"] for column in drawing["columns"]]
    assert all(list(row) == keys for row in drawing["rows"])


def test_colours_have_their_dark_shades() -> None:
    shown = _shown(_handout_of(Slide("map.assets"), Slide("stakes.cpc")))
    pairs = shown["dark"]
    written = web_slides.text([shown["drawings"], shown["rows"]])
    assert pairs[palette.INK.light] == palette.INK.dark
    red, green, blue, _ = palette.rgb(palette.LAND.light)
    assert f"[{red},{green},{blue}," in pairs
    assert palette.recolour(written, "dark") == re.sub(
        "|".join(re.escape(light) for light in pairs), lambda found: pairs[found.group()], written
    )


def test_a_map_on_a_slide_has_the_legend_of_its_picture() -> None:
    state = State(kind=("fields", "plants"))
    (drawing,) = _drawings(_shown(_handout_of(Slide("map.assets", state))))
    legend = drawing["map"]["legend"]
    assert [sign["words"] for sign in legend] == [
        "Fields",
        "Plants and terminals",
        "Italian-held",
        "Size not known",
    ]
    assert legend[0]["fill"] == palette.SECTOR["oil_gas"].light
    assert legend[1]["fill"] == palette.PAPER.light


def test_sixty_slides_of_one_map_are_drawn_and_sent_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Figure] = []
    make = chart.specification

    def specification(figure: Figure, width: int, height: int) -> dict[str, Any]:
        drawn.append(figure)
        return make(figure, width, height)

    monkeypatch.setattr(chart, "specification", specification)
    one = web_slides.payload(_handout_of(Slide("map.assets")))
    sixty = web_slides.payload(
        _handout_of(*(Slide("map.assets", headline=f"{n}") for n in range(60)))
    )
    assert len(drawn) == 2
    assert len(sixty.text) < len(one.text) + 60 * 500


def test_maps_that_differ_send_the_rows_they_share_once() -> None:
    views = [State(view=view) for view in ("italy_china", "caspian", "kazakhstan")]
    filtered = [State(status=("operating",)), State(kind=("fields",)), State(italian=True)]
    one = web_slides.payload(_handout_of(Slide("map.assets")))
    six = _handout_of(*(Slide("map.assets", state) for state in (*views, *filtered)))
    shown = web_slides.payload(six)
    assert len(shown.text) < 3 * len(one.text)
    rows = json.loads(shown.text)["rows"]
    assert len(rows) == len({web_slides.text(row) for row in rows})


def test_a_drawing_that_fails_costs_its_own_slide(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(chart, "specification", fails)
    failed, words = _drawings(_shown(_handout_of(Slide("stakes.cpc"), EMPTY)))
    assert failed["kind"] == "words"
    assert "could not be drawn" in failed["words"]
    assert words["words"] == figures.build("claims.evidence", State()).finding


def test_progress_is_reported_and_can_be_stopped() -> None:
    progress: list[tuple[int, int]] = []
    web.html(_handout_of(EMPTY, EMPTY), lambda done, of: progress.append((done, of)))
    assert progress == [(0, 2), (1, 2), (2, 2)]

    def stop(done: int, _of: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        web.html(_handout_of(EMPTY, EMPTY), stop)


def test_a_handout_of_nothing_is_a_page_too() -> None:
    page = _Elements(web.html(Handout("Nothing", (), "en", date(2026, 1, 1))).decode())
    assert page.parsed("deck")["slides"] == []


def test_parts_are_named_by_their_content() -> None:
    for name in ("vega.js", "deckgl.js", "presenter.js", "presenter.css", "land.geojson"):
        part = web_parts.named(name)
        assert part.name == name
        assert part.hash == hashlib.sha256(part.body).hexdigest()[:16]
    for strange in ("../web.py", "assets.csv", "nothing.geojson", ""):
        with pytest.raises(KeyError):
            web_parts.named(strange)


def test_every_module_of_the_presenter_goes_into_its_script() -> None:
    folder = web_parts.FOLDER.parent / "presenter"
    modules = {str(path.relative_to(folder)) for path in folder.rglob("*.js")}
    joined = web_parts.script().body.decode()
    assert set(re.findall(r"^  // .+/presenter/(.+\.js)$", joined, re.MULTILINE)) == modules


def test_many_who_ask_for_vega_at_once_start_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Barrier(5)
    ran: list[object] = []

    def run(*_arguments: object, **_named: object) -> subprocess.CompletedProcess[bytes]:
        ran.append(1)
        # Others have had their turn meanwhile.
        Event().wait(0.05)
        return subprocess.CompletedProcess([], 0, b"vega")

    def ask() -> web_parts.Part:
        asked.wait(20)
        return web_parts.vega()

    monkeypatch.setattr(subprocess, "run", run)
    web_parts._vega.cache_clear()
    with ThreadPoolExecutor(5) as pool:
        bodies = {future.result().body for future in [pool.submit(ask) for _ in range(5)]}
    web_parts._vega.cache_clear()
    assert bodies == {b"vega"}
    assert len(ran) == 1
