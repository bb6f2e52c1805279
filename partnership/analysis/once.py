"""What is worked out of a whole table alone, whatever a reader chose: once for each data."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Concatenate, ParamSpec
from weakref import WeakKeyDictionary

import pandas as pd

from partnership import tables

P = ParamSpec("P")
_Of = Callable[Concatenate[pd.DataFrame, P], pd.DataFrame]


def once(make: _Of[P]) -> _Of[P]:
    """Keep what `make(table, *args)` makes of a table as it was loaded, as long as its data.

    `args` must be few: an id of a thing, not a choice of a reader. A table that is not as loaded
    is worked on every time. Everyone gets a shallow copy. What fails is not kept.
    """
    kept: WeakKeyDictionary[tables.Package, dict[Hashable, pd.DataFrame]] = WeakKeyDictionary()

    @functools.wraps(make)
    def found(table: pd.DataFrame, /, *args: P.args, **named: P.kwargs) -> pd.DataFrame:
        of = tables.loaded(table)
        if of is None:
            return make(table, *args, **named)
        package, name = of
        results = kept.setdefault(package, {})
        key = (name, args, tuple(sorted(named.items())))
        if key not in results:
            results[key] = make(table, *args, **named)
        return results[key].copy(deep=False)

    return found
