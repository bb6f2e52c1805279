"""Tables as files: what a workbook and an archive hold, and that words stay words."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from datetime import date, datetime
from io import BytesIO, StringIO

import openpyxl
import pandas as pd
import pytest

from partnership import tables
from partnership.decks import deck as decks
from partnership.decks import ready
from partnership.decks.deck import Deck, Slide
from partnership.export import BY_KEY, handout, values
from partnership.export.handout import Cancelled, Handout, View
from partnership.export.tables import files, workbook
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.provenance import sources
from partnership.state import State
from tests.export.conftest import FileOf

RISKY = ["=1+1", "+1", "-x", "@cmd", "=cmd|' /C calc'!A0", "plain"]


def _of(*ids: str) -> Handout:
    return handout.of_deck(Deck("T", tuple(Slide(i) for i in ids)), "en", lambda i, _s: f"x/{i}")


def _spoiled() -> Handout:
    figure = figures.build("trade.gap", State())
    table = pd.DataFrame({"words": RISKY, "number": [-1.5] * len(RISKY)})
    strange = Figure("x.y", "=title()", figure.drawn, table, figure.source_ids, "alt", "\x00\x07=f")
    view = View(strange, State(), headline="=1", notes="+notes\x0b", address="@a")
    return Handout("=T", (view,), "en", date(2026, 1, 1))


def test_words_are_not_run_as_formulas() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook.xlsx(_spoiled())))
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    assert [c.coordinate for c in cells if c.data_type == "f"] == []
    numbers = [row[1].value for row in book.worksheets[1].iter_rows(min_row=2)]
    assert numbers == [-1.5] * len(RISKY)


def test_a_workbook_has_a_sheet_for_each_figure() -> None:
    ids = ("trade.gap", "stakes.kashagan", "trade.gap")
    book = openpyxl.load_workbook(BytesIO(workbook.xlsx(_of(*ids))))
    assert book.sheetnames == [
        "About",
        "trade.gap",
        "stakes.kashagan",
        "trade.gap (2)",
        "Columns",
        "Sources",
    ]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
    units = {(r[0], r[2]): r[3] for r in book["Columns"].iter_rows(min_row=2, values_only=True)}
    assert units["stakes.kashagan", "percent"] == "percent"
    rows = list(book["About"].iter_rows(min_row=2, values_only=True))
    assert (2, "Address", "x/stakes.kashagan") in rows
    figure = figures.build("stakes.kashagan", State())
    shown = [row[0] for row in book["stakes.kashagan"].iter_rows(min_row=2, values_only=True)]
    assert shown == list(figure.table.iloc[:, 0])


@pytest.mark.parametrize("lang", texts.languages())
def test_every_sheet_is_a_table_with_heads_in_words(lang: str) -> None:
    figure = figures.build("trade.gap", State(lang=lang))
    content = workbook.xlsx(handout.of_figure(figure, State(lang=lang)))
    for sheet in openpyxl.load_workbook(BytesIO(content)).worksheets:
        (table,) = sheet.tables.values()
        heads = [str(cell.value) for cell in sheet[1]]
        assert table.ref == sheet.dimensions
        assert table.column_names == heads
        assert not [head for head in heads if "_" in head]


def test_sources_are_cited_in_the_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook.xlsx(_of("trade.gap"))))
    figure = figures.build("trade.gap", State())
    ids = [row[0].value for row in book["Sources"].iter_rows(min_row=2)]
    assert ids == [s.source_id for s in sources.by_ids(figure.source_ids)]


def test_the_archive_opens_as_the_deck_it_was() -> None:
    deck = ready.deck("energy-in-8", "en")
    archive = zipfile.ZipFile(BytesIO(files.archive(handout.of_deck(deck, "en"))))
    again = decks.from_json(archive.read("deck.json"))
    assert again == decks.from_json(decks.to_json(deck))
    about = json.loads(archive.read("about.json"))
    assert [one["figure"] for one in about["figures"]] == [s.figure_id for s in deck.slides]
    assert len([n for n in archive.namelist() if n.endswith(".csv")]) == 8 + 1


def test_an_export_stops_when_it_is_cancelled() -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise Cancelled

    for write in (workbook.xlsx, files.archive):
        with pytest.raises(Cancelled):
            write(_of("trade.gap", "stakes.kashagan"), stop)


def _alone(table: pd.DataFrame, *more: pd.DataFrame) -> Handout:
    drawn = figures.build("trade.gap", State())
    views = tuple(
        View(Figure("x.y", "T", drawn.drawn, values.noiseless(t), drawn.source_ids, "alt"), State())
        for t in (table, *more)
    )
    return Handout("T", views, "en", date(2026, 1, 1))


def _columns_of(handout_: Handout, sheet: int = 1) -> dict[str, list[object]]:
    return _columns(workbook.xlsx(handout_), sheet)


def _columns(content: bytes, sheet: int = 1) -> dict[str, list[object]]:
    """Cells by the id of their column."""
    book = openpyxl.load_workbook(BytesIO(content))
    described = book["Columns"].iter_rows(min_row=2, values_only=True)
    ids = {(figure, head): str(column) for figure, head, column, *_ in described}
    name = book.sheetnames[sheet]
    return {
        next(
            i for (f, h), i in ids.items() if h == head and name in (f, "Table", f"{f} (2)")
        ): cells
        for head, *cells in book.worksheets[sheet].iter_cols(values_only=True)
    }


MIXED = pd.DataFrame(
    {
        "day": ["2024-01-31", "1999-12-01", None],
        "old": ["1899-12-31", "2024-01-01", None],
        "period": ["2024", "1993", None],
        "mixed": ["2024", "2024-03", "2024/2025"],
        "year": [2024.0, float("nan"), 1993.0],
        "value": [3658.8500000000004, 0.1 + 0.2, float("nan")],
        "yes": pd.array([True, None, False], dtype="boolean"),
    }
)


def test_a_day_is_a_date_and_a_year_a_number() -> None:
    columns = _columns_of(_alone(MIXED))
    assert columns["day"] == [datetime(2024, 1, 31), datetime(1999, 12, 1), None]
    assert columns["old"] == ["1899-12-31", "2024-01-01", None]
    assert columns["period"] == [2024, 1993, None]
    assert columns["mixed"] == ["2024", "2024-03", "2024/2025"]
    assert columns["year"] == [2024, None, 1993]
    assert columns["value"] == [3658.85, 0.3, None]
    assert columns["yes"] == [True, None, False]
    book = openpyxl.load_workbook(BytesIO(workbook.xlsx(_alone(MIXED))))
    assert book.worksheets[1]["A2"].number_format == "yyyy-mm-dd"
    kinds = {r[2]: r[4] for r in book["Columns"].iter_rows(min_row=2, values_only=True)}
    assert kinds["mixed"].startswith("period, as text")
    assert [kinds[c] for c in ("day", "year", "value")] == ["day", "year, as a number", "number"]
    assert all(isinstance(c.value, int | None) for c in book["About"]["A"][1:])


def test_text_that_looks_like_a_number_is_not_marked_as_a_fault() -> None:
    archive = zipfile.ZipFile(BytesIO(workbook.xlsx(_alone(MIXED))))
    sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert '<ignoredError sqref="A1:G4" numberStoredAsText="1"/>' in sheet


def test_a_figure_that_stands_in_a_deck_twice_has_columns_of_one_kind() -> None:
    years, months = pd.DataFrame({"period": ["2024"]}), pd.DataFrame({"period": ["2024-03"]})
    both = _alone(years, months)
    assert [_columns_of(both, n)["period"] for n in (1, 2)] == [["2024"], ["2024-03"]]
    assert _columns_of(_alone(years))["period"] == [2024]


@pytest.mark.parametrize("figure_id", figures.registry())
def test_no_column_of_any_figure_holds_days_or_years_as_words(
    figure_id: str, file_of: FileOf
) -> None:
    for name, cells in _columns(file_of(figure_id, "xlsx")).items():
        words = [c for c in cells if isinstance(c, str)]
        whole = words and len(words) == sum(c is not None for c in cells)
        for pattern in (r"(19|20)\d\d", r"(19|20)\d\d-\d\d-\d\d"):
            assert not (whole and all(re.fullmatch(pattern, w) for w in words)), name


@pytest.mark.parametrize("figure_id", figures.registry())
def test_numbers_are_those_of_the_table_without_noise(figure_id: str) -> None:
    figure = figures.build(figure_id, State())
    sent = handout.of_figure(figure, State()).views[0].figure.table
    text = files.csv(handout.of_figure(figure, State())).decode()
    digits = [re.sub(r"e.*|[.-]", "", n).strip("0") for n in re.findall(_FLOAT, text)]
    assert max(map(len, digits), default=0) <= 15
    for name in sent.columns:
        if sent[name].dtype.kind == "f" and len(sent) == len(figure.table):
            before, after = (f[name].astype(float).tolist() for f in (figure.table, sent))
            assert after == pytest.approx(before, rel=1e-11, nan_ok=True)


_FLOAT = r"(?<![\w.,-])-?\d+\.\d+(?:e-?\d+)?(?![\w.])"


def test_csv_opens_right_in_excel_in_its_language() -> None:
    table = pd.DataFrame(
        {
            "who": ["BOTAŞ; Türkiye", "=1+1", None],
            "share": pd.array([16.92, None, 1234.5], dtype="Float64"),
            "part": [0.5, float("nan"), 3658.8500000000004],
            "period": ["2024", "2024-03", "2013-10/2013-12"],
        }
    )
    alone = _alone(table)
    for key, between, decimal in (("csv-points", ",", "."), ("csv-commas", ";", ",")):
        content = BY_KEY[key].write(alone, handout.silent)
        assert content.startswith(b"\xef\xbb\xbfwho" + between.encode())
        rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=between))
        assert [row[:4] for row in rows[1:]] == [
            ["BOTAŞ; Türkiye", f"16{decimal}92", f"0{decimal}5", "2024"],
            ["'=1+1", "", "", "2024-M03"],
            ["", f"1234{decimal}5", f"3658{decimal}85", "2013-10/2013-12"],
        ]
    plain = files.csv(alone)
    assert plain.startswith(b"who,share,part,period,figure_title,downloaded\n")
    assert "\nBOTAŞ; Türkiye,16.92,0.5,2024,T,2026-01-01\n" in plain.decode()
    assert b"\n,1234.5,3658.85,2013-10/2013-12,T,2026-01-01\n" in plain


@pytest.mark.parametrize(
    ("key", "options"),
    [("csv", {}), ("csv-points", {}), ("csv-commas", {"sep": ";", "decimal": ","})],
)
def test_a_table_alone_says_what_it_rests_on(key: str, options: dict[str, str]) -> None:
    """Title, unit, sources with address and licence, day and address of the view, in each row."""
    state = State(currency="eur")
    figure = figures.build("trade.to_italy", state)
    alone = handout.of_figure(figure, state, "https://example.org/trade?currency=eur#x")
    back = pd.read_csv(BytesIO(BY_KEY[key].write(alone, handout.silent)), **options)
    cited = {row.source_id: row for row in sources.by_ids(figure.source_ids)}
    assert len(back) == len(figure.table)
    for row in back.itertuples():
        source = cited[row.source_id]
        assert row.source == f"{source.publisher}, {source.title}"
        assert row.source_url == source.url
        assert row.source_licence == source.licence
    assert set(back["figure_title"]) == {figure.title}
    assert set(back["view_url"]) == {"https://example.org/trade?currency=eur#x"}
    assert set(back["downloaded"]) == {alone.created.isoformat()}
    assert "value: EUR" in back["column_units"][0]
    assert "quantity_t: t" in back["column_units"][0]


def test_each_choice_of_a_table_says_whom_it_is_for() -> None:
    labels = [one.label for one in BY_KEY.values() if one.extension == "csv"]
    assert len(set(labels)) == 3
    assert all(any(who in label for label in labels) for who in ("scripts", "English", "Italian"))


def test_a_workbook_names_its_author_and_its_day() -> None:
    alone = _of("trade.gap")
    about = openpyxl.load_workbook(BytesIO(workbook.xlsx(alone))).properties
    assert about.creator == "Italy–Kazakhstan partnership dashboard"
    assert about.title == "T"
    assert about.created is not None
    assert about.created.date() == alone.created


def _described(figure_id: str) -> dict[str, tuple[str, str]]:
    book = openpyxl.load_workbook(BytesIO(workbook.xlsx(_of(figure_id))))
    rows = book["Columns"].iter_rows(min_row=2, values_only=True)
    return {str(r[2]): (r[3] or "", r[5] or "") for r in rows}


def _of_table(name: str) -> dict[str, tuple[str, str]]:
    resources = tables.package().descriptor["resources"]
    (fields,) = (r["schema"]["fields"] for r in resources if r["name"] == name)
    return {f["name"]: (f.get("unit", ""), f.get("description", "")) for f in fields}


@pytest.mark.parametrize(
    ("figure_id", "table"),
    [
        ("diplomacy.list", "events"),
        ("claims.list", "claims"),
        ("minerals.statements", "observations"),
        ("minerals.uranium", "observations"),
        ("companies.table", "projects"),
        ("trade.to_italy", "trade"),
        ("sources.list", "sources"),
    ],
)
def test_columns_are_described_by_the_table_of_the_rows(figure_id: str, table: str) -> None:
    described, known = _described(figure_id), _of_table(table)
    both = [c for c in described if c in known]
    assert len(both) > 5
    assert {c: described[c] for c in both} == {c: known[c] for c in both}


def test_a_column_of_no_one_table_is_described_by_none_of_them() -> None:
    described = _described("overview.numbers")
    assert described["value"] == described["period"] == ("", "")
    assert "key of the publication" in described["source_id"][1]
