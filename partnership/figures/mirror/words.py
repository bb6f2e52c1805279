"""What `trade.gap` says beside its bars."""

from __future__ import annotations

import pandas as pd

from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.charts import lines
from partnership.language.texts import Texts

_MONTHS = 12


def finding(rows: pd.DataFrame, bounds: pd.DataFrame, t: Texts, currency: str) -> str:
    """The latest year: who declared how much, and what is left of the difference.

    Empty where no year has all of these.
    """
    both = rows[rows["reporter"].isin(("KAZ", "ITA")) & rows["value"].notna()]
    told = both.groupby("year")["reporter"].nunique().eq(2)
    crude = set(bounds.loc[bounds["upper"].notna(), "year"])
    years = [int(y) for y in told.index[told] if y in crude]
    if not years:
        return ""
    year = max(years)
    now = rows[rows["year"].eq(year)].set_index("reporter")["value"]
    others = now[[r for r in now.index if r in BEHIND_TRIESTE]]
    last = bounds[bounds["year"].eq(year)].iloc[0]
    most = float(last["upper"])
    rest = max(0.0, now["KAZ"] - now["ITA"] - most)
    return t(
        "In {year} Kazakhstan reported exports to Italy of {kazakh}. Italy reported {italian}, "
        "and {names} reported {others} of Kazakh crude oil themselves, of which at most {most} "
        "can have come via Trieste; at least {rest} of the difference remains{but}.",
        year=year,
        most=lines.amount(t, most, currency),
        kazakh=lines.amount(t, now["KAZ"], currency),
        italian=lines.amount(t, now["ITA"], currency),
        names=lines.listed([t.name(r) for r in others.index], t),
        others=lines.amount(t, others.sum(), currency),
        rest=lines.amount(t, rest, currency),
        but=_absent(str(last["absent"]), t),
    )


def _absent(absent: str, t: Texts) -> str:
    if not absent:
        return ""
    names = lines.listed([t.name(r) for r in absent.split(";")], t)
    return t(", excluding what {names} may have imported", names=names)


def note(rows: pd.DataFrame, bounds: pd.DataFrame, t: Texts, currency: str) -> str:
    """What the bars are, what is not by Trieste, and which months and countries they lack."""
    said = [
        t(
            "The bars are the countries' own reports of crude oil of Kazakh origin (CIF), and not "
            "all of it came through Trieste; some came by the Druzhba pipeline or through other "
            "ports. Italy's part is customs statistics, the others' the register of crude oil."
        )
    ]
    said += [
        t(
            "What Druzhba is known to have carried in {year}, {value} at Germany's average price, "
            "is in Germany's bar but not in what can have come via Trieste.",
            year=row.year,
            value=lines.amount(t, row.druzhba, currency),
        )
        for row in bounds[bounds["druzhba"].gt(0)].itertuples()
    ]
    crude = rows[rows["product_id"].eq("hs2709")]
    short = crude[crude["months"] < _MONTHS].sort_values(["reporter", "year"])
    if len(short):
        told = [
            t(
                "{country} {year} ({months})",
                country=t.name(r.reporter),
                year=r.year,
                months=r.months,
            )
            for r in short.itertuples()
        ]
        said.append(
            t("Years with fewer than twelve months reported: {list}.", list=", ".join(told))
        )
    last = crude.groupby("reporter")["year"].max()
    for reporter, year in last[last < crude["year"].max()].items():
        said.append(
            t(
                "The registers hold no Kazakh crude oil imports of {country} after {year}.",
                country=t.name(str(reporter)),
                year=year,
            )
        )
    return " ".join(said)
