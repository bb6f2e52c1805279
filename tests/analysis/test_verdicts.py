"""Verdicts on the article's claims, against values worked out by hand from `data/*.csv`."""

from __future__ import annotations

import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from partnership import tables
from partnership.__main__ import main
from partnership.analysis import verdicts
from partnership.analysis.found import Tables
from partnership.analysis.verdicts import VERDICTS
from partnership.figures.claims import verdicts as figures
from partnership.figures.claims.shown import SHOWN
from partnership.figures.figure import registry
from partnership.state import State
from partnership.tables.contract import TableError
from tests.sealing import sealed
from tests.serving import ROOT

CLAIMS = 90
COMPUTED = {
    "confirmed": 32,
    "approximately": 15,
    "disputed": 1,
    "outdated": 2,
    "not_verifiable": 1,
}
_NONE = tables.load("evidence").iloc[:0]


def _tables(**changed: pd.DataFrame) -> Tables:
    names = [f.name for f in fields(Tables)]
    return Tables(**{n: changed[n] if n in changed else tables.load(n) for n in names})


def _judged(**changed: pd.DataFrame) -> pd.DataFrame:
    return verdicts.judged(tables.load("claims"), _tables(**changed)).set_index("claim_id")


def test_how_many_of_each() -> None:
    rows = _judged()
    computed = rows[rows["basis"].eq("computed")]["verdict"].value_counts().to_dict()
    assert computed == COMPUTED
    assert len(rows) == CLAIMS
    assert verdicts.counts(rows.reset_index())["claims"].sum() == CLAIMS
    assert set(rows["verdict"]) <= set(VERDICTS)


def test_the_largest_differences() -> None:
    top = verdicts.largest(_judged().reset_index(), 3)
    assert list(top["claim_id"]) == ["c81", "c04", "c08"]
    assert list(top["difference"].round(1)) == [-5.6, -4.3, 1.3]


def test_every_editorial_verdict_names_the_kind_of_source_that_carries_it() -> None:
    rows = _judged()
    carried = rows[rows["verdict"].ne("not_verifiable")]
    assert carried["decided_kind"].ne("").all()
    # The embassy of Italy, of a page of the embassy and none of the press.
    assert rows.loc["c05", ["decided_by", "decided_kind"]].tolist() == [
        "embassy_italy_astana_relations",
        "government",
    ]
    assert rows.loc["c03", "decided_by"] == ""


def test_both_periods_stand_beside_each_other() -> None:
    rows = _judged()
    assert rows.loc["c07", ["period", "found_period", "fit"]].tolist() == [
        "2025-05",
        "2022-01/2022-11",
        "earlier",
    ]
    assert rows.loc["c82", ["period", "found_period", "fit"]].tolist() == ["2024", "2024", "same"]
    assert rows.loc["c71", "fit"] == "newest"


def test_data_of_another_time_neither_confirm_nor_dispute() -> None:
    rows = _judged()
    of_another_time = rows[rows["fit"].isin(["earlier", "later"])]
    assert of_another_time["verdict"].eq("not_verifiable").all()
    assert "c07" in of_another_time.index
    # Customs to 2022 decide nothing of today; the newer page of the trade body does.
    assert rows.loc["c84", ["verdict", "stated"]].tolist() == ["approximately", True]
    assert _judged(evidence=_NONE).loc["c84", "verdict"] == "not_verifiable"


def test_the_newest_month_dissents_from_the_longest_span() -> None:
    (dissent,) = _judged().loc["c08", "dissent"]
    assert (dissent.value, dissent.period) == (13.1, "2025-01")


def test_an_aim_is_confirmed_when_it_was_set_and_shows_what_became_of_it() -> None:
    row = _judged().loc["c67"]
    assert (row["verdict"], row["found"]) == ("confirmed", 20e9)
    reached = {v.period: round(float(v.value) / 1e9, 2) for v in row["met"]}
    assert reached == {"2024": 19.94, "2025": 16.92}
    events = tables.load("events")
    unset = _judged(events=events[events["event_id"].ne("2024_01_18_trade_aim")], evidence=_NONE)
    assert unset.loc["c67", "verdict"] == "not_verifiable"


def _with(table: str, column: str, value: object, **where: str) -> pd.DataFrame:
    """A copy of a table with one cell, or several of one kind, changed."""
    rows = tables.load(table).copy()
    hit = pd.Series(True, rows.index)
    for name, wanted in where.items():
        hit &= rows[name].eq(wanted)
    assert hit.any()
    rows.loc[hit, column] = value
    return rows


def test_a_change_in_a_table_changes_the_verdict() -> None:
    before = _judged()
    place = {"entity_id": "KAZ", "metric_id": "chromium_reserves_rank", "period": "2025"}
    cases = {
        "c70": ("observations", _with("observations", "value", 1.0, **place), "confirmed"),
        "c18": (
            "stakes",
            _with("stakes", "percent", 20.0, asset_id="karachaganak", holder_id="eni"),
            "disputed",
        ),
        "c61": (
            "events",
            _with(
                "events", "date", "2011-11-05", event_id="2009_11_05_strategic_partnership_treaty"
            ),
            "disputed",
        ),
        "c55": (
            "assets",
            _with("assets", "capacity_value", 250.0, asset_id="zhanaozen_hybrid"),
            "confirmed",
        ),
        "c81": (
            "trade",
            _with(
                "trade",
                "value_usd",
                19.765e9,
                reporter="KAZ",
                partner="ITA",
                flow="export",
                product_id="total",
                period="2024",
                source_id="bns_by_partner_2020_2025",
            ),
            "confirmed",
        ),
    }
    for claim, (table, changed, verdict) in cases.items():
        after = _judged(**{table: changed})
        assert before.loc[claim, "verdict"] != verdict
        assert after.loc[claim, "verdict"] == verdict
        others = before.index.difference([claim])
        same = after.loc[others, "verdict"].eq(before.loc[others, "verdict"])
        assert same.sum() >= len(others) - 2


def test_a_change_in_a_file_changes_the_verdict(damaged: Path) -> None:
    """The page and the command read the same copy of the package."""
    file = damaged / "observations.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    wanted = "KAZ,chromium_reserves_rank,2025,2,"
    assert sum(line.startswith(wanted) for line in lines) == 1
    file.write_text(
        "".join(line.replace(wanted, wanted[:-2] + "1,", 1) for line in lines), "utf-8", newline=""
    )
    sealed(damaged)
    assert figures.rows().set_index("claim_id").loc["c70", "verdict"] == "confirmed"
    assert "minerals.chromium_rank" not in figures.disputed_by_figure()


def test_claims_are_never_their_own_evidence() -> None:
    seen = tables.load("observations").assign(status="claimed")
    rows = _judged(observations=seen, evidence=_NONE)
    assert rows.loc[["c08", "c36", "c70"], "verdict"].eq("not_verifiable").all()


def test_nothing_to_compute_from() -> None:
    names = {f.name for f in fields(Tables)} - {"sources"}
    rows = _judged(**{n: tables.load(n).iloc[:0] for n in names})
    assert rows[rows["basis"].eq("computed")]["verdict"].eq("not_verifiable").all()
    assert rows[rows["basis"].eq("computed")]["found"].isna().all()


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("method", "guess", "no method 'guess'"),
        ("arguments", "planet=mars", "cannot work with"),
        ("arguments", "nothing", "cannot work with"),
        ("printed", None, "there is no number in"),
    ],
)
def test_a_claim_that_cannot_be_computed_is_named(column: str, value: object, rule: str) -> None:
    claims = tables.load("claims").copy()
    claims.loc[claims["claim_id"].eq("c81"), column] = value
    with pytest.raises(TableError, match=rule):
        verdicts.judged(claims, _tables())


def test_an_editorial_claim_needs_a_verdict() -> None:
    claims = tables.load("claims").copy()
    claims.loc[claims["claim_id"].eq("c03"), "editorial_verdict"] = None
    with pytest.raises(TableError, match="needs a verdict"):
        verdicts.judged(claims, _tables())


def test_the_list_obeys_sectors_verdicts_and_search() -> None:
    assert len(figures.chosen(State())) == CLAIMS
    outdated = figures.chosen(State(verdict=("outdated",)))
    assert set(outdated["claim_id"]) == {"c19", "c70"}
    assert set(figures.chosen(State(verdict=("outdated",), sector=("minerals",)))["claim_id"]) == {
        "c70"
    }
    assert set(figures.chosen(State(find="CHROMIUM reserves"))["claim_id"]) == {"c70"}
    assert figures.chosen(State(find="chromium xyzzy")).empty


def test_figures_know_their_claims() -> None:
    claims = set(tables.load("claims")["claim_id"])
    assert set(SHOWN) == claims
    assert {i for ids in SHOWN.values() for i in ids} <= set(registry())
    by_figure = figures.disputed_by_figure()
    assert by_figure["minerals.chromium_rank"] == ("c70",)
    assert set(by_figure["stakes.article"]) == {"c19"}
    assert "trade.share" not in by_figure
    assert figures.disputed("stakes.article", State(consortium="kashagan")) == ()
    assert figures.disputed("map.card", State(asset="kashagan")) == ("c31",)


def test_a_claim_leads_to_its_figures_in_the_right_view() -> None:
    ((figure_id, view),) = figures.shown("c36", State(currency="eur", claim="c36"))
    assert (figure_id, view) == ("map.card", State(currency="eur", asset="kashagan"))
    firms = dict(figures.shown("c15", State()))
    assert firms["companies.card"] == State(company="webuild")
    assert all(not figures.shown(c, State()) for c in ("c03", "c89"))


def test_the_command_prints_every_claim(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims"]) == 0
    printed = capsys.readouterr().out
    blocks = [line for line in printed.splitlines() if line.startswith("c") and "[" in line]
    assert len(blocks) == CLAIMS
    assert sum("computed]" in line for line in blocks) == sum(COMPUTED.values())
    assert "Whether the target was met: $19.94bn (2024) | reached" in printed
    assert "c81 [Approximately right, computed] Italy took 24.2\u202f%" in printed
    assert "22.85" in printed


def test_a_reader_of_the_command_may_stop_reading() -> None:
    command = f"{shlex.quote(sys.executable)} -m partnership claims | head -1"
    done = subprocess.run(  # noqa: S602 - our own words
        command, shell=True, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("c01 [")
    assert "Traceback" not in done.stderr
