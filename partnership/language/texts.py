"""Language: the interface's strings, the names of things, and number and date formats.

Strings of the interface go through gettext (`t("Trade")`), names of things come from the table
`texts` (`t.name("kashagan")`), numbers and dates from CLDR through Babel. Words that are never
translated, such as the title of a publication, go through `t.quote`. A pseudo-language wraps
each of these so that a test can find a string that went through none of them.
"""

from __future__ import annotations

import gettext
import os
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from partnership import tables

LANGUAGES = {"en": "English"}
_CLDR = {"en": "en_GB"}
_WRITTEN = ("en", "it", "kk", "ru")
"""Languages of the table `texts`."""
PSEUDO = "qps"
DEFAULT = "en"
_LOCALE = Path(__file__).parent / "locale"
_NO_BREAK = "\u202f"
MINUS = "\u2212"


def languages() -> tuple[str, ...]:
    """Language codes a reader may choose; the pseudo-language only where a test asks for it."""
    pseudo = (PSEUDO,) if os.environ.get("PARTNERSHIP_PSEUDO") else ()
    return (*LANGUAGES, *pseudo)


class Texts:
    """All texts, names, numbers and dates in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.pseudo = lang == PSEUDO
        self.spoken = DEFAULT if self.pseudo else lang
        self.locale = _CLDR.get(self.spoken, self.spoken)
        self._gettext = gettext.translation(
            "partnership", _LOCALE, languages=[self.spoken], fallback=True
        )

    def __call__(self, message: str, **values: object) -> str:
        """`message` translated, with `{names}` filled in. Extracted with `pybabel -k t`."""
        translated = self._gettext.gettext(message)
        return self._wrap(translated.format(**values) if values else translated)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """The right one of two messages for `count`, which fills `{count}`."""
        translated = self._gettext.ngettext(one, many, count)
        return self._wrap(translated.format(count=self.number(count), **values))

    def quote(self, words: object) -> str:
        """Words that stay as they are in every language (a publication's title, a licence)."""
        return f"‹{words}›" if self.pseudo else str(words)

    def name(self, key: str, field: str = "name") -> str:
        """The name (or another `field`) of a thing by its id; falls back to English."""
        known = _named(tables.package())
        for lang in (self.spoken, DEFAULT):
            for wanted in dict.fromkeys((field, "name", "title")):
                text = known.get((key, wanted, lang))
                if text is not None:
                    return self._wrap(text)
        return self.quote(key)

    def short(self, key: str) -> str:
        """The short name of a thing, for a label on a mark."""
        return self.name(key, "short")

    def aliases(self, key: str) -> tuple[str, ...]:
        """Other names under which a thing is searched for, in any language."""
        known = _named(tables.package())
        found = (known.get((key, "alias", lang), "") for lang in _WRITTEN)
        names = (one.strip() for text in found for one in text.split(";"))
        return tuple(self._wrap(name) for name in names if name)

    def description(self, key: str) -> str:
        """The description of a thing, or an empty string."""
        known = _named(tables.package())
        text = known.get((key, "description", self.spoken)) or known.get(
            (key, "description", DEFAULT)
        )
        return self._wrap(text) if text else ""

    def note(self, key: str) -> str:
        """The words of a note by its id; falls back to English."""
        known = _named(tables.package())
        return self._wrap(known.get((key, "note", self.spoken)) or known[key, "note", DEFAULT])

    def number(self, value: float, digits: int = 0) -> str:
        """`value` rounded to at most `digits` decimals, in the language's own notation."""
        return _number(str(value), digits, self.locale)

    def percent(self, value: float, digits: int = 1) -> str:
        """`value` is already in percent: 22.9 becomes `22.9 %`."""
        return f"{self.number(value, digits)}{_NO_BREAK}%"

    def day(self, value: date | str) -> str:
        """A date or an ISO period (`2024`, `2024-05`, `2024-05-30`, a span with `/`) in words."""
        if isinstance(value, str):
            if "/" in value:
                start, end = value.split("/", 1)
                if _is_quarter(start, end):
                    first = date.fromisoformat(f"{start}-01")
                    return self._wrap(format_skeleton("yQQQ", first, locale=self.locale))
                return f"{self.day(start)}–{self.day(end)}"
            parts = value.split("-")
            if len(parts) == 1:
                return value
            if len(parts) == 2:
                month = date(int(parts[0]), int(parts[1]), 1)
                return self._wrap(format_skeleton("yMMM", month, locale=self.locale))
            value = date.fromisoformat(value)
        return self._wrap(format_date(value, format="medium", locale=self.locale))

    def _wrap(self, words: str) -> str:
        return f"⟦{words}⟧" if self.pseudo else words


def _is_quarter(start: str, end: str) -> bool:
    """Whether two months of a year (`2013-10`, `2013-12`) are the first and last of a quarter."""
    if len(start) != 7 or len(end) != 7 or start[:4] != end[:4]:
        return False
    first, last = int(start[5:]), int(end[5:])
    return last - first == 2 and first % 3 == 1


@lru_cache(maxsize=8)
def in_language(lang: str) -> Texts:
    """The texts of a language; an unknown one falls back to English."""
    return Texts(lang if lang in (*LANGUAGES, PSEUDO) else DEFAULT)


@lru_cache(maxsize=20_000)
def _number(value: str, digits: int, locale: str) -> str:
    """A number by its digits: 0 and -0 are equal, and are written differently."""
    # Charts of other years have most of the same numbers; one takes 200 bytes.
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    written = format_decimal(Decimal(value), format=pattern, locale=locale)
    # What is written as nothing has no sign; others have that of mathematics, not a hyphen.
    return written.replace("-", MINUS) if nonzero(written) else written.replace("-", "")


def nonzero(written: str) -> bool:
    """Whether a number as it is written is more than nothing: `0.00` is not."""
    return any(digit in written for digit in "123456789")


@lru_cache(maxsize=2)
def _named(package: tables.Package) -> dict[tuple[str, str, str], str]:
    rows = package.table("texts")[["id", "field", "lang", "text"]].astype(str)
    return {(i, f, lang): text for i, f, lang, text in rows.itertuples(index=False)}


def message(text: str) -> str:
    """Mark a string that is translated later, where the language is known (gettext's noop)."""
    return text
