"""What stands behind a figure: claims, sources, table and files, also where one of them fails."""

from __future__ import annotations

from dataclasses import replace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from partnership.export import FORMATS
from partnership.figures import figure as figures
from partnership.figures.claims import verdicts
from partnership.language import texts
from partnership.provenance import sources
from partnership.state import ALL, State
from partnership.tables.contract import Problem, TableError
from partnership.ui.figure import behind
from tests import site, words

T = texts.in_language("en")
_PROBLEMS = [Problem("stakes", n, "percent", "is *not* a number") for n in range(2, 10)]
_SHOWN = ("trade.share", "map.table", "stakes.kashagan", "overview.numbers")


def _open(ids: tuple[str, ...], lang: str, part: str) -> None:
    """What several dialogs hold, in one script: Streamlit opens one at a time."""
    from partnership.figures import figure as figures
    from partnership.language import texts
    from partnership.state import State
    from partnership.ui.figure import behind

    for figure_id in ids:
        state = State(lang=lang)
        figure = figures.build(figure_id, state)
        slug, t = figure_id.replace(".", "-"), texts.in_language(lang)
        behind._content(figure, state, slug, part, t)  # type: ignore[arg-type]


def _opened(ids: tuple[str, ...], lang: str = "en", part: str = "about") -> AppTest:
    script = {"ids": ids, "lang": lang, "part": part}
    at = AppTest.from_function(_open, kwargs=script, default_timeout=60).run()
    assert not at.exception
    return at


def test_every_format_of_a_figure_is_offered() -> None:
    at = _opened(_SHOWN, part="files")
    assert len(at.download_button) == len(_SHOWN) * sum(one.one for one in FORMATS)


@pytest.mark.parametrize("path", [path for path in site.LEAF if path != "present"])
def test_no_bare_string(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_PSEUDO", "1")
    named = site.named(path, State(part=ALL))
    ids = tuple(i for i in named if len(figures.build(i, State()).table))
    assert ids
    found = {
        f"{where}: {rest}"
        for where, one in words.on_page(_opened(ids, texts.PSEUDO))
        if (rest := words.bare(one))
    }
    assert found == set(), "\n".join(sorted(found))


def test_sources_have_day_licence_and_address() -> None:
    drawn = figures.build("stakes.matrix", State())
    listed = behind._sources(drawn, T).replace("\\", "")
    for row in sources.by_ids(drawn.source_ids):
        assert f"({row.url})" in listed
        assert row.title in listed


def test_a_source_without_a_day_says_so_and_its_words_are_no_markup(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = figures.build("trade.share", State())
    (row,) = sources.by_ids(drawn.source_ids[:1])
    strange = replace(row, title="a] *b* <i>", published="")
    monkeypatch.setattr(sources, "by_ids", lambda _ids: [strange])
    listed = behind._sources(drawn, T)
    assert "undated" in listed
    assert "*b*" not in listed
    assert "<i>" not in listed


def test_contested_claims_lead_to_their_evidence() -> None:
    contested = verdicts.disputed_by_figure()
    figure_id = next(i for i in contested if i not in verdicts.CARDS)
    words = behind._contested(figure_id, State(currency="eur"), T)
    links = [f"(claims?currency=eur&claim={c})" for c in contested[figure_id]]
    assert links
    assert all(link in words for link in links)


def test_claims_that_cannot_be_looked_up_are_reported_where_there_are_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    touched = next(iter(verdicts.disputed_by_figure()))
    plain = next(i for i in figures.registry() if not verdicts.touched(i))

    def fails(_figure_id: str, _state: State) -> tuple[str, ...]:
        raise TableError(_PROBLEMS[:1])

    monkeypatch.setattr(verdicts, "disputed", fails)
    assert str(_PROBLEMS[0]) in behind._contested(touched, State(), T).replace("\\", "")
    assert behind._contested(plain, State(), T) == ""


def test_a_fault_in_the_claims_costs_their_line_and_not_the_figure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(_figure_id: str, _state: State) -> tuple[str, ...]:
        raise KeyError("c01")

    monkeypatch.setattr(verdicts, "disputed", fails)
    touched = next(iter(verdicts.disputed_by_figure()))
    assert "could not be looked up" in behind._contested(touched, State(), T)


def test_a_fault_in_the_sources_costs_their_list_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = figures.build("trade.share", State())

    def fails(_ids: object) -> list[sources.Source]:
        raise KeyError("istat")

    monkeypatch.setattr(sources, "by_ids", fails)
    shown = behind._sources(drawn, T).replace("\\", "")
    assert shown.startswith("The sources could not be listed: ")


def test_a_fault_behind_a_figure_is_named_in_the_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, errors = figures.build("trade.share", State()), list[str]()

    def fails(*_: object) -> None:
        raise KeyError("istat")

    monkeypatch.setattr(st, "error", lambda shown: errors.append(shown.replace("\\", "")))
    monkeypatch.setattr(st, "dialog", lambda *_, **__: lambda draw: draw)
    monkeypatch.setattr(behind, "_content", fails)
    behind.show(drawn, State(), "trade-share", "about")
    (shown,) = errors
    assert shown.startswith("This menu could not be filled: ")


@pytest.mark.parametrize(("find", "named"), [("中国", ["中国"]), ("Қазақстан", [])])
def test_signs_of_a_search_that_files_lack_are_named(
    find: str, named: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    state = State(find=find)
    drawn = replace(figures.build("trade.share", State()), id="claims.list")
    captions: list[str] = []
    monkeypatch.setattr(st, "caption", lambda shown: captions.append(shown.replace("\\", "")))
    behind._content(drawn, state, "claims-list", "files", T)
    place = "stand in their place: "
    assert [shown.split(place)[1] for shown in captions if place in shown] == named
