"""Finding and note of `trade.gap`."""

from __future__ import annotations

import pandas as pd

from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.charts import lines
from partnership.language import amounts
from partnership.language.texts import Texts

_MONTHS = 12


def finding(rows: pd.DataFrame, bounds: pd.DataFrame, t: Texts, currency: str) -> str:
    """The latest year: what each country declared, and what is left of the difference.

    Empty where no year has all of these.
    """
    both = rows[rows["reporter"].isin(("KAZ", "ITA")) & rows["value"].notna()]
    by_both = both.groupby("year")["reporter"].nunique().eq(2)
    crude = set(bounds.loc[bounds["upper"].notna(), "year"])
    years = [int(y) for y in by_both.index[by_both] if y in crude]
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
        most=amounts.in_billions(most, currency, t),
        kazakh=amounts.in_billions(now["KAZ"], currency, t),
        italian=amounts.in_billions(now["ITA"], currency, t),
        names=lines.listed([t.name(r) for r in others.index], t),
        others=amounts.in_billions(others.sum(), currency, t),
        rest=amounts.in_billions(rest, currency, t),
        but=_absent(str(last["absent"]), t),
    )


def _absent(absent: str, t: Texts) -> str:
    if not absent:
        return ""
    names = lines.listed([t.name(r) for r in absent.split(";")], t)
    return t(", excluding what {names} may have imported", names=names)


def note(rows: pd.DataFrame, bounds: pd.DataFrame, t: Texts, currency: str) -> str:
    """What the bars show, what did not come by Trieste, and months and countries that they lack."""
    sentences = [
        t(
            "The bars are the countries' own reports of crude oil of Kazakh origin (CIF), and not "
            "all of it came through Trieste; some came by the Druzhba pipeline or through other "
            "ports. Italy's part is customs statistics, the others' the register of crude oil."
        )
    ]
    sentences += [
        t(
            "What Druzhba is known to have carried in {year}, {value} at Germany's average price, "
            "is in Germany's bar but not in what can have come via Trieste.",
            year=row.year,
            value=amounts.in_billions(row.druzhba, currency, t),
        )
        for row in bounds[bounds["druzhba"].gt(0)].itertuples()
    ]
    crude = rows[rows["product_id"].eq("hs2709")]
    short = crude[crude["months"] < _MONTHS].sort_values(["reporter", "year"])
    if len(short):
        listed = [
            t(
                "{country} {year} ({months})",
                country=t.name(r.reporter),
                year=r.year,
                months=r.months,
            )
            for r in short.itertuples()
        ]
        sentences.append(
            t("Years with fewer than twelve months reported: {list}.", list=", ".join(listed))
        )
    last = crude.groupby("reporter")["year"].max()
    for reporter, year in last[last < crude["year"].max()].items():
        sentences.append(
            t(
                "The registers hold no Kazakh crude oil imports of {country} after {year}.",
                country=t.name(str(reporter)),
                year=year,
            )
        )
    return " ".join(sentences)
