"""Tables that are read: each column sorts by what it holds, and paper holds every row."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from partnership.figures import figure as figures
from partnership.language.readable import Cell, Table
from partnership.site import link
from partnership.state import State
from tests import site
from tests.browser import chromium
from tests.browser.conftest import Open, Visit, pages

_TABLE = ".scroll table"
_ASSETS = State(form="table")
"""The page of the map as a table."""
_COLUMN = "(t, n) => [...t.tBodies[0].rows].filter(r => !r.hidden).map(r => r.cells[n].textContent)"


def _listed(path: str, state: State) -> dict[str, Table]:
    built = {i: figures.build(i, state).drawn for i in site.named(path, state)}
    return {i: d for i, d in built.items() if isinstance(d, Table)}


def _table(open_page: Open, path: str, figure_id: str) -> Locator:
    return chromium.box(open_page(path), figure_id).locator(_TABLE)


def _key(cell: str) -> tuple[str, float | str]:
    assert isinstance(cell, Cell)
    assert cell.value is not None
    return cell.unit, cell.value


def _sorted(column: Sequence[str], *, down: bool) -> list[str]:
    """The cells whose value is known, in order."""
    known = [c for c in column if isinstance(c, Cell) and c.value is not None]
    return sorted(known, key=_key, reverse=down)


def test_each_column_sorts_by_what_it_holds(desk: Visit) -> None:
    _is_sorted(desk.page, _listed(desk.path, desk.state))


def test_each_column_of_the_assets_sorts_by_what_it_holds(open_page: Open) -> None:
    _is_sorted(open_page(link.to("map", _ASSETS)), _listed("map", _ASSETS))


def _is_sorted(page: Page, listed: Mapping[str, Table]) -> None:
    expect(page.locator(_TABLE)).to_have_count(len(listed))
    for figure_id, read in listed.items():
        table = chromium.box(page, figure_id).locator(_TABLE)
        for n, head in enumerate(column.key for column in read.columns):
            column = read.cells(head)
            button = table.locator("th button").nth(n)
            for down in (False, True):
                button.evaluate("b => b.click()")
                way = "descending" if down else "ascending"
                expect(table.locator("th").nth(n)).to_have_attribute("aria-sort", way)
                shown = table.evaluate(f"t => ({_COLUMN})(t, {n})")
                known = _sorted(column, down=down)
                assert shown[: len(known)] == known, (figure_id, head)
                assert sorted(shown) == sorted(column), (figure_id, head)
                full = len(shown) - column.count("")
                assert all(shown[:full]), (figure_id, head)
            button.evaluate("b => b.click()")
            assert table.evaluate(f"t => ({_COLUMN})(t, {n})") == list(column), (figure_id, head)


def test_lengths_sort_as_numbers(open_page: Open) -> None:
    table = _table(open_page, "corridor", "corridor.legs")
    table.get_by_role("button", name="Length, km").click()
    lengths = [int(cell.replace(",", "")) for cell in table.evaluate(f"t => ({_COLUMN})(t, 2)")]
    assert lengths == sorted(lengths)
    assert lengths[-1] > 1_000


def test_days_sort_as_days(open_page: Open) -> None:
    table = _table(open_page, "diplomacy", "diplomacy.list")
    table.get_by_role("button", name="Date", exact=True).click()
    days = table.evaluate(f"t => ({_COLUMN})(t, 0)")
    years = [int(re.findall(r"\d{4}", one)[0]) for one in days]
    assert years == sorted(years)
    assert days.index("1 Jan 1992") < days.index("1 Sept 1992") < days.index("1 Aug 2002")


def test_a_search_leaves_the_rows_with_the_words(open_page: Open) -> None:
    table = _table(open_page, "corridor", "corridor.legs")
    whole = table.locator("xpath=ancestor::*[@class='whole']")
    whole.get_by_role("searchbox").fill("trieste")
    expect(whole.get_by_role("status")).to_contain_text("Rows found:")
    shown = table.evaluate(f"t => ({_COLUMN})(t, 0)")
    legs = _listed("corridor", State())["corridor.legs"].rows
    assert shown == [row["leg"] for row in legs if "trieste" in " ".join(row.values()).lower()]


def _close(words: str) -> str:
    """Words without spaces and ligatures: lines break anywhere in a PDF."""
    return "".join(unicodedata.normalize("NFKC", words).split())


_PRINTED = {
    "claims": ("claims.list", "claim"),
    "sources": ("sources.list", "source_id"),
}
"""Pages with a long table: its figure, and the column that names its rows."""


@pytest.mark.parametrize("path", pages(_PRINTED), indirect=True)
def test_paper_holds_every_row_with_its_heads(desk: Visit) -> None:
    figure_id, key = _PRINTED[desk.path]
    _is_on_paper(desk.page, figure_id, key, _listed(desk.path, desk.state)[figure_id])


def test_paper_holds_every_asset_with_its_heads(open_page: Open) -> None:
    page = open_page(link.to("map", _ASSETS))
    _is_on_paper(page, "map.table", "name", _listed("map", _ASSETS)["map.table"])


def _is_on_paper(page: Page, figure_id: str, key: str, read: Table) -> None:
    """`key` is the column that names the rows."""
    chromium.box(page, figure_id).locator(_TABLE).wait_for()
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = [_close(sheet.extract_text()) for sheet in printed.pages]
    whole = "".join(sheets)
    assert [cell for cell in read.cells(key) if _close(cell) not in whole] == []
    heads = _close("".join(column.heading for column in read.columns))
    # A name that stands elsewhere too, as beside a bar, tells nothing of where the table is.
    names = [name for name in map(_close, read.cells(key)) if whole.count(name) == 1]
    bare = [n for n, s in enumerate(sheets) if sum(v in s for v in names) > 3 and heads not in s]
    assert bare == []
    # Nothing is cut at the right edge: the last column is there as well.
    last = read.cells(read.columns[-1].key)
    assert [cell for cell in last if _close(cell) not in whole] == []


@pytest.mark.parametrize("press", ["click", "Enter"])
def test_a_row_opens_its_claim(open_page: Open, press: str) -> None:
    page = open_page("claims?find=BG+Group")
    row = chromium.box(page, "claims.list").locator("tbody tr").filter(has_text="Lukoil")
    if press == "click":
        row.locator("td").nth(1).click()
    else:
        row.press("Enter")
    evidence = chromium.box(page, "claims.evidence")
    expect(evidence.locator("h3")).to_contain_text("Lukoil")
    expect(evidence.locator("h3")).to_be_in_viewport()
    page.wait_for_url(re.compile(r"[?&]claim=c22\b"))
    open_row = chromium.box(page, "claims.list").locator("tr[aria-current=true]")
    expect(open_row).to_contain_text("Lukoil")


_CUT = """t => [...t.tBodies[0].rows[0].cells].filter(c => c.offsetWidth).map(
  c => c.getBoundingClientRect().right - t.parentElement.getBoundingClientRect().right)"""


def test_at_most_six_columns_and_a_dozen_rows_none_of_them_cut(desk: Visit) -> None:
    """Fewer rows where the table stands beside another figure, which would end with a hole."""
    rows = [row for s in site.page_of(desk.path).chosen(desk.state) for row in s.every_row]
    beside = {i for row in rows if len(row.ids) > 1 and not row.widths for i in row.ids}
    for figure_id, read in _listed(desk.path, desk.state).items():
        table = chromium.box(desk.page, figure_id).locator(_TABLE)
        over = table.evaluate(_CUT)
        assert 2 <= len(over) <= 6, figure_id
        assert max(over) <= 0, figure_id
        seen = table.evaluate(
            "t => [...t.tBodies[0].rows].filter(r => r.getBoundingClientRect().top + 1"
            " < t.parentElement.getBoundingClientRect().bottom).length"
        )
        assert seen == min(len(read.rows), 8 if figure_id in beside else 13), figure_id


def test_a_telephone_has_two_columns_with_numbers_and_the_others_in_the_row(
    telephone: Visit,
) -> None:
    for figure_id, read in _listed(telephone.path, telephone.state).items():
        table = chromium.box(telephone.page, figure_id).locator(_TABLE)
        over = table.evaluate(_CUT)
        seen = len(over)
        assert seen >= 2, figure_id
        assert {c.align for c in read.columns[2:seen]} <= {"right"}, figure_id
        assert seen == 2 or max(over) <= 0, figure_id
        # The share in the article has room beside consortium and holder.
        assert seen > 2 or figure_id != "stakes.article"
        if read.opens or seen == len(read.columns):
            continue
        first = table.locator("tbody tr").first
        first.get_by_role("button").click()
        left = [c for c in read.columns[seen:] if read.cells(c.key)[0]]
        rest = table.locator(".rest")
        assert rest.locator("dt").all_text_contents() == [c.heading for c in left], figure_id
        first.get_by_role("button").click()
        expect(rest).to_have_count(0)
