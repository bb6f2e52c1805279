"""What the columns of a figure mean: unit and description, as the data package has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from partnership import tables
from partnership.export.handout import Handout
from partnership.figures import figure as figures

_NEARLY_ALL = 0.75


def units(handout: Handout) -> dict[str, str]:
    """The unit of each column of the first view, of the package or of the currency chosen."""
    view = handout.views[0]
    columns = list(map(str, view.figure.table.columns))
    described = known(columns, in_package())
    found = {column: described[column][0] for column in columns if described.get(column, ("",))[0]}
    entry = figures.registry().get(view.figure.id)
    if entry and "currency" in entry.uses and "value" in columns and "unit" not in columns:
        found["value"] = view.state.currency.upper()
    return found


Described = Mapping[str, Mapping[str, tuple[str, str]]]
"""Unit and description of each column, by table."""


def in_package() -> Described:
    """What the descriptor of the data package has on each column."""
    return {
        str(resource["name"]): {
            str(one["name"]): (str(one.get("unit", "")), str(one.get("description", "")))
            for one in resource.get("schema", {}).get("fields", ())
        }
        for resource in tables.package().descriptor["resources"]
    }


def _keys() -> dict[str, set[str]]:
    """The columns by which each table knows its rows."""
    resources = tables.package().descriptor["resources"]
    return {str(r["name"]): set(r.get("schema", {}).get("primaryKey", ())) for r in resources}


def known(columns: list[str], described: Described) -> dict[str, tuple[str, str]]:
    """What is known of each column of a figure.

    Tables that describe a column otherwise than each other do so for their own rows: the table
    that the rows come from is the one whose key the figure has and that has most of the columns,
    and most of those that any table has. Where none is, such a column has the words that nearly
    all tables have for it, or none.
    """
    any_has = {c for c in columns if any(c in fields for fields in described.values())}
    keys = _keys()
    whole = {name for name, key in keys.items() if key and key <= any_has}
    shared = {name: len(any_has & set(described[name])) for name in whole}
    most = max(shared.values(), default=0)
    best = [name for name, count in shared.items() if count == most > len(any_has) / 2]
    found = {}
    for column in any_has:
        all_say = [fields[column] for fields in described.values() if column in fields]
        usual, count = Counter(all_say).most_common(1)[0]
        best_say = {described[name][column] for name in best if column in described[name]}
        if len(best_say) == 1:
            found[column] = best_say.pop()
        elif count >= _NEARLY_ALL * len(all_say):
            found[column] = usual
    return found
