"""The menu of a figure: its table, its files, citation and link."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from partnership.figures import figure as figures
from partnership.state import State
from tests.browser.conftest import Open

_SHOWN = (
    ("stakes", "stakes.kashagan"),
    ("trade", "trade.to_italy"),
    ("map?form=table", "map.table"),
)


def _opened(page: Page, figure_id: str, action: str) -> Locator:
    """The dialog that a button at the foot of a figure opens, by keyboard."""
    slug = figure_id.replace(".", "-")
    button = page.locator(f".st-key-{action}-{slug}").get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    body = page.get_by_role("dialog")
    expect(body.get_by_role("tabpanel").locator("visible=true")).not_to_be_empty()
    assert body.evaluate("one => one.contains(document.activeElement)")
    return body


def _file(page: Page, body: Locator, label: str) -> bytes:
    with page.expect_download() as started:
        body.get_by_role("button", name=label).click()
    return Path(started.value.path()).read_bytes()


@pytest.mark.parametrize(("path", "figure_id"), _SHOWN)
def test_files_of_a_figure(path: str, figure_id: str, open_page: Open) -> None:
    figure = figures.build(figure_id, State())
    page = open_page(path)
    body = _opened(page, figure_id, "download")
    rows = pd.read_csv(BytesIO(_file(page, body, "Table for scripts (CSV)")))
    assert len(rows) == len(figure.table)
    book = openpyxl.load_workbook(BytesIO(_file(page, body, "Workbook (XLSX)")))
    assert book.worksheets[1].max_row == len(figure.table) + 1
    with Image.open(BytesIO(_file(page, body, "Picture (PNG)"))) as picture:
        assert picture.format == "PNG"
        assert picture.width > 1_000
    body.get_by_text("More formats").click()
    root = ElementTree.fromstring(_file(page, body, "Picture (SVG)"))  # noqa: S314
    assert "".join(figure.title.split()) in "".join("".join(root.itertext()).split())
    slides = Presentation(BytesIO(_file(page, body, "PowerPoint (PPTX)"))).slides
    assert [slide.shapes.title.text for slide in slides] == [figure.heading]
    assert _file(page, body, "Slides (PDF)").startswith(b"%PDF-")


def test_citation_and_link_of_a_view(open_page: Open) -> None:
    page = open_page("stakes?consortium=kashagan&on=2010-05-05")
    body = _opened(page, "stakes.kashagan", "info")
    body.get_by_role("tab", name="Cite and link").click()
    codes = body.get_by_test_id("stCode")
    expect(codes.first).to_contain_text("https://")
    expect(codes.last).to_contain_text(page.url)
    page.keyboard.press("Escape")
    expect(body).to_be_hidden()
    expect(page.locator(".st-key-info-stakes-kashagan").get_by_role("button")).to_be_focused()
