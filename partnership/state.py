"""`State`: what the reader chose. The only module that knows the parameters of a view.

A state is read from an address (`from_query`), where a wrong value falls back to its default and
is reported, and written back to one (`State.query`), where defaults are left out. Both directions
go through the same list of parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from partnership import tables
from partnership.analysis import coverage
from partnership.analysis.verdicts import VERDICTS
from partnership.language import texts
from partnership.tables.contract import YEARS, TableError, first_day

SECTORS = (
    "oil_gas",
    "renewables",
    "minerals",
    "trade",
    "transport",
    "diplomacy",
    "companies",
)
REPORTERS = ("both", "kazakhstan", "italy")
CURRENCIES = ("usd", "eur")
CONSORTIA = ("karachaganak", "kashagan", "tengiz", "cpc", "btc")
VIEWS = ("italy_china", "kazakhstan", "caspian", "italy")
SIZES = ("output", "equal")
FORMS = ("map", "table")
"""Ways to look at all assets."""
KIND_GROUPS = (
    "fields",
    "pipelines",
    "plants",
    "wind_solar",
    "deposits",
    "corridor",
    "tankers",
)
STATUSES = (
    "operating",
    "construction",
    "planned",
    "exploration",
    "discovered",
    "suspended",
    "abandoned",
    "unknown",
)
ALL = "all"
PARTS = (
    "customers",
    "goods",
    "target",
    "routes",
    "prices",
    "entitlement",
    "gap",
    "history",
    "output",
    "electricity",
    "reserves",
    "uses",
    "imports",
    "cargo",
    "plans",
)
"""Parts of long pages in addresses, without the first of each page, which needs no name."""
LONGEST_SEARCH = 80
"""Most characters of a search."""
_LONGEST = 80
PRESENT, DECK, READY = "present", "deck", "ready"
"""Parameters of an address that say how figures are shown, not which: see `ui/present`."""
SHARED = ("lang", "sector", "from_year", "to_year", "reporter", "currency")
"""Fields of `State` that all pages share."""
FILTERS = SHARED[1:]
"""Those that filter figures; a page shows the ones that a figure of it depends on."""


def first_year() -> int:
    """First year that can be chosen: the first of which trade between the two is known whole."""
    return _years(tables.package())[0]


def last_year() -> int:
    """Last year that can be chosen: the newest of which trade between the two is known whole."""
    return _years(tables.package())[1]


@lru_cache(maxsize=2)
def _years(package: tables.Package) -> tuple[int, int]:
    """Where the table of trade is broken every year can be chosen: other tables are drawn then."""
    try:
        known = coverage.bilateral(package.table("trade"))
    except TableError:
        return YEARS
    return (known.whole[0], known.whole[-1]) if known and known.whole else YEARS


def first_choosable() -> date:
    """First day that can be chosen: the year of the first stake known begins on it."""
    return date(_first_stake(tables.package()), 1, 1)


def last_choosable() -> date:
    """Last day that can be chosen: the year that is under way ends on it."""
    return date(date.today().year + 1, 1, 1) - timedelta(days=1)


@lru_cache(maxsize=2)
def _first_stake(package: tables.Package) -> int:
    try:
        stakes = package.table("stakes")
    except TableError:
        return YEARS[0]
    days = stakes["valid_from"].fillna(stakes["attested"]).dropna().map(first_day)
    return int(days.min()[:4]) if len(days) else YEARS[0]


@dataclass(frozen=True)
class State:
    """What the reader chose. Every default is what a first visit shows.

    `on` is the day that stakes are shown for (none: today), `then` the earlier one that they are
    compared with.
    """

    lang: str = texts.DEFAULT
    sector: tuple[str, ...] = ()
    from_year: int = field(default_factory=first_year)
    to_year: int = field(default_factory=last_year)
    reporter: str = "both"
    currency: str = "usd"
    consortium: str = "all"
    on: date | None = None
    then: date | None = None
    asset: str | None = None
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    italian: bool = False
    view: str = "italy_china"
    size: str = "output"
    form: str = "map"
    verdict: tuple[str, ...] = ()
    claim: str | None = None
    find: str = ""
    company: str | None = None
    part: str = ""
    """Part of a long page, `ALL` for the whole of it; empty is the first."""

    def shared(self) -> State:
        """Only the choices that all pages share; the others as on a first visit."""
        return State(**{name: getattr(self, name) for name in SHARED})

    def query(self) -> dict[str, list[str]]:
        """The parameters of the address that brings this view back; defaults are left out."""
        written: dict[str, list[str]] = {}
        plain = State()
        for param in PARAMS:
            value = getattr(self, param.field)
            if value != getattr(plain, param.field):
                written[param.name] = param.write(value)
        return written

    def open_years(self) -> tuple[int | None, int | None]:
        """First and last year chosen; none where the filter stands at its end, beyond which there
        may be older and newer data.
        """
        first = None if self.from_year == first_year() else self.from_year
        return first, None if self.to_year == last_year() else self.to_year

    @property
    def newest_year(self) -> int:
        """Last year chosen; where no earlier end is set, the year after it too, which has begun."""
        return self.to_year + (self.to_year == last_year())

    def in_sectors(self, sectors: Iterable[str]) -> bool:
        """Whether something of these sectors passes the sector filter (none chosen: all)."""
        return not self.sector or bool(set(self.sector) & set(sectors))


@dataclass(frozen=True)
class Wrong:
    """A parameter of an address that could not be used, and why."""

    name: str
    value: str
    why: Literal["unknown", "order"]


@dataclass(frozen=True)
class Param:
    """One parameter: its name in the address, its field in `State`, and its two readings.

    `read` raises `ValueError` for a value that the parameter cannot take.
    """

    name: str
    field: str
    read: Callable[[list[str]], Any]
    write: Callable[[Any], list[str]]


def _one_of(options: Callable[[], Iterable[str]]) -> Callable[[list[str]], str]:
    def read(values: list[str]) -> str:
        if values[-1] not in set(options()):
            raise ValueError(values[-1])
        return values[-1]

    return read


def _once(earlier: Mapping[str, str], read: Callable[[list[str]], str]) -> Callable[..., str]:
    """A reading that also takes values of `earlier` addresses, for what stands for them now."""
    return lambda values: read([earlier.get(values[-1], values[-1])])


def _some_of(options: tuple[str, ...]) -> Callable[[list[str]], tuple[str, ...]]:
    def read(values: list[str]) -> tuple[str, ...]:
        strange = [v for v in values if v not in options]
        if strange:
            raise ValueError(strange[0])
        return tuple(o for o in options if o in values)

    return read


def _year(values: list[str]) -> int:
    year = int(values[-1]) if values[-1].isascii() and values[-1].isdigit() else 0
    if not first_year() <= year <= last_year():
        raise ValueError(values[-1])
    return year


def _day(values: list[str]) -> date:
    day = date.fromisoformat(values[-1])
    if not first_choosable() <= day <= last_choosable():
        raise ValueError(values[-1])
    return day


def _flag(values: list[str]) -> bool:
    if values[-1].lower() not in ("true", "false"):
        raise ValueError(values[-1])
    return values[-1].lower() == "true"


def _ids(table: str, column: str) -> Callable[[], Iterable[str]]:
    def read() -> Iterable[str]:
        try:
            return tables.load(table)[column].astype(str)
        except TableError:
            return ()

    return read


def _search(values: list[str]) -> str:
    """Words to search for: printable, not empty, at most `LONGEST_SEARCH` characters."""
    words = values[-1].strip()
    if not words.isprintable() or not 0 < len(words) <= LONGEST_SEARCH:
        raise ValueError(values[-1])
    return words


def _text(value: Any) -> list[str]:
    return [str(value)]


def _list(values: tuple[str, ...]) -> list[str]:
    return list(values)


PARAMS = (
    Param("lang", "lang", _one_of(texts.languages), _text),
    Param("sector", "sector", _some_of(SECTORS), _list),
    Param("from", "from_year", _year, _text),
    Param("to", "to_year", _year, _text),
    Param("reporter", "reporter", _one_of(lambda: REPORTERS), _text),
    Param("currency", "currency", _one_of(lambda: CURRENCIES), _text),
    Param("consortium", "consortium", _one_of(lambda: ("all", *CONSORTIA)), _text),
    Param("on", "on", _day, lambda day: [day.isoformat()]),
    Param("then", "then", _day, lambda day: [day.isoformat()]),
    Param("asset", "asset", _one_of(_ids("assets", "asset_id")), _text),
    Param("kind", "kind", _some_of(KIND_GROUPS), _list),
    Param("status", "status", _some_of(STATUSES), _list),
    Param("italian", "italian", _flag, lambda flag: [str(flag).lower()]),
    Param(
        "view",
        "view",
        _once({"oil_to_trieste": "italy_china"}, _one_of(lambda: VIEWS)),
        _text,
    ),
    Param("size", "size", _once({"capacity": "output"}, _one_of(lambda: SIZES)), _text),
    Param("form", "form", _one_of(lambda: FORMS), _text),
    Param("verdict", "verdict", _some_of(VERDICTS), _list),
    Param("claim", "claim", _one_of(_ids("claims", "claim_id")), _text),
    Param("find", "find", _search, _text),
    Param("company", "company", _one_of(_ids("projects", "company_id")), _text),
    Param("part", "part", _one_of(lambda: (*PARTS, ALL)), _text),
)
BY_FIELD = {param.field: param for param in PARAMS}
if set(BY_FIELD) != {f.name for f in fields(State)}:  # pragma: no cover - guards the two lists
    raise AssertionError("PARAMS and State name different fields")


def from_query(query: Mapping[str, list[str]]) -> tuple[State, tuple[Wrong, ...]]:
    """The state an address asks for, and what in it had to fall back to a default.

    Parameters that are not ours are ignored: a link may carry other people's.
    """
    found: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for param in PARAMS:
        values = query.get(param.name)
        if not values:
            continue
        try:
            found[param.field] = param.read(values)
        except ValueError:
            wrong.append(Wrong(param.name, values[-1][:_LONGEST], "unknown"))
    if found.get("from_year", first_year()) > found.get("to_year", last_year()):
        wrong.append(Wrong("from", str(found["from_year"]), "order"))
        for name in ("from_year", "to_year"):
            found.pop(name, None)
    if found.get("then", date.min) >= found.get("on", date.today()):
        wrong.append(Wrong("then", str(found.pop("then")), "order"))
    return State(**found), tuple(wrong)
