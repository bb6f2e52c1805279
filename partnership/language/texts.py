"""Language: the interface's strings, the names of things, and number and date formats.

Strings of the interface go through gettext (`t("Trade")`), names of things come from the table
`texts` (`t.name("kashagan")`), remarks in the rows of other tables have a catalogue of their own
(`t.remark(row.note)`), numbers and dates come from CLDR through Babel. Words that are never
translated, such as the title of a publication, go through `t.quote`. A pseudo-language wraps
each of these so that a test can find a string that went through none of them.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, get_decimal_symbol

from partnership import tables
from partnership.language import collation, elision, filling, pseudo, remarks
from partnership.language.filling import CASES, Name

LANGUAGES = {"en": "English", "it": "Italiano", "kk": "Қазақша", "ru": "Русский"}
"""Each language by its own name, in the order in which it is offered."""
_CLDR = {"en": "en_GB"}
PSEUDO = pseudo.BRACKETED
DEFAULT = "en"
LOCALE = Path(__file__).parent / "locale"
INTERFACE, REMARKS = "partnership", "remarks"
"""Catalogues: strings of the interface, and remarks in the rows of tables."""
_PERCENT = {"en": "\u202f%"}
"""The sign of percent where the dashboard's own style differs from CLDR's."""
MINUS = "\u2212"
_NOUGHT = re.compile(r"(?<!\d)0(?=\d(?!\d))")
_FEW = 2


def languages() -> tuple[str, ...]:
    """Language codes a reader may choose; pseudo-languages only where a test asks for them."""
    return (*LANGUAGES, *pseudo.offered())


class Texts:
    """All texts, names, numbers and dates in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.pseudo = lang in pseudo.CODES
        self.spoken = DEFAULT if self.pseudo else lang
        self.locale = _CLDR.get(self.spoken, self.spoken)
        self._interface = _catalogue(INTERFACE, self.spoken)
        self._remarks = _catalogue(REMARKS, self.spoken)

    @property
    def tag(self) -> str:
        """The language with the country where most speak it, as documents name it: `kk-KZ`."""
        if "_" in self.locale:
            return self.locale.replace("_", "-")
        return f"{self.spoken}-{get_global('likely_subtags')[self.spoken].split('_')[-1]}"

    def __call__(self, message: str, **values: object) -> str:
        """`message` translated, with `{names}` filled in; `make messages` collects them.

        A translation may ask for a name in one of its `CASES`: `{country:of}`.
        """
        if isinstance(message, Meant):
            translated = self._interface.pgettext(message.context, message)
        else:
            # An empty message would bring the head of the catalogue.
            translated = self._interface.gettext(message) if message else ""
        translated = _together(translated)
        return self._wrap(self._filled(translated, values) if values else translated)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """The right one of two messages for `count`, which fills `{count}`."""
        translated = _together(self._interface.ngettext(one, many, count))
        return self._wrap(self._filled(translated, {"count": self.number(count), **values}))

    def counted(self, words: tuple[str, str], count: float, number: str) -> str:
        """The right one of two messages for `count`, which is written as `number`."""
        # A part of a thing is spoken of as are a few: "5,5 месяца".
        whole = int(count) if float(count).is_integer() else _FEW
        return self._wrap(self._filled(self._interface.ngettext(*words, whole), {"count": number}))

    def _filled(self, words: str, values: Mapping[str, object]) -> str:
        found = filling.filled(words, values)
        return elision.elided(found) if self.spoken == "it" else found

    def remark(self, words: str) -> str:
        """A remark of ours on a row or a column of a table, which is written in English there."""
        if self.spoken == DEFAULT or not words:
            return self._wrap(words)
        translated = self._remarks.gettext(remarks.pattern(words))
        found = remarks.filled(translated, words, self._printed)
        return self._wrap(elision.elided(found) if self.spoken == "it" else found)

    def _printed(self, number: str) -> str:
        """A number as a remark has it in English, with the signs of this language."""
        plain = number.replace(",", "")
        if plain != number:
            return self.number(float(plain), len(plain.partition(".")[2]))
        # Years have no sign between their thousands.
        return plain.replace(".", get_decimal_symbol(self.locale))

    def quote(self, words: object) -> str:
        """Words that stay as they are in every language (a publication's title, a licence)."""
        return pseudo.quoted(words, self.lang) if self.pseudo else str(words)

    def name(self, key: str, field: str = "name") -> str:
        """The name (or another `field`) of a thing by its id; falls back to English."""
        known = _named(tables.package())
        for lang in (self.spoken, DEFAULT):
            for wanted in dict.fromkeys((field, "name", "title")):
                text = known.get((key, wanted, lang))
                if text is not None:
                    return self._named(text, key, known)
        return self.quote(key)

    def _named(self, text: str, key: str, known: Mapping[tuple[str, str, str], str]) -> str:
        found = {case: known.get((key, case, self.spoken)) for case in CASES}
        cases = {case: words for case, words in found.items() if words}
        return Name(self._wrap(text), cases) if cases else self._wrap(text)

    def knows(self, key: str) -> bool:
        """Whether there is a name of a thing by this id."""
        known = _named(tables.package())
        return any((key, field, DEFAULT) in known for field in ("name", "title"))

    def short(self, key: str) -> str:
        """The short name of a thing, for a label on a mark."""
        return self.name(key, "short")

    def aliases(self, key: str) -> tuple[str, ...]:
        """Other names under which a thing is searched for, in any language."""
        known = _named(tables.package())
        found = (known.get((key, "alias", lang), "") for lang in LANGUAGES)
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

    def order(self, words: str) -> tuple[tuple[int, ...], str]:
        """What words are put in order by, as a dictionary of this language has them."""
        return collation.key(words, self.spoken)

    def percent(self, value: float, digits: int = 1) -> str:
        """`value` is already in percent: 22.9 becomes `22.9 %`, or as the language writes it."""
        return f"{self.number(value, digits)}{_percent(self.locale)}"

    def day(self, value: date | str) -> str:
        """A date or an ISO period (`2024`, `2024-05`, `2024-05-30`, a span with `/`) in words."""
        if isinstance(value, str):
            if "/" in value:
                start, end = value.split("/", 1)
                if _is_quarter(start, end):
                    first = date.fromisoformat(f"{start}-01")
                    return self._wrap(format_skeleton("yQQQ", first, locale=self.locale))
                return self.span(start, end)
            parts = value.split("-")
            if len(parts) == 1:
                return value
            if len(parts) == 2:
                month = date(int(parts[0]), int(parts[1]), 1)
                return self._wrap(format_skeleton("yMMM", month, locale=self.locale))
            value = date.fromisoformat(value)
        return self._wrap(self._plain(format_date(value, format="medium", locale=self.locale)))

    def span(self, start: str, end: str) -> str:
        """From one ISO period to another: `2013–2023`, `Jan–Nov 2025`, `2005 – 29 Sept 2025`.

        What months of a year and days of a month have in common is written once.
        """
        if start == end:
            return self.day(start)
        if len(start) == len(end) == len("2025-01") and start[:4] == end[:4]:
            return self._interval(f"{start}-01", f"{end}-01", "yMMM")
        if len(start) == len(end) == len("2025-01-01") and start[:7] == end[:7]:
            return self._interval(start, end, "yMMMd")
        first, last = self.day(start), self.day(end)
        # An end of several words would take only its nearest one along.
        apart = any(not words.isdigit() for words in (first, last))
        return f"{first}\u00a0– {last}" if apart else f"{first}–{last}"

    def _interval(self, start: str, end: str, skeleton: str) -> str:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        words = format_interval(first, last, skeleton, locale=self.locale)
        return self._wrap(self._plain(re.sub(r"\s*–\s*", "–", words)))

    def _plain(self, words: str) -> str:
        """Days without a nought before them, and the first of a month as Italian writes it."""
        words = _NOUGHT.sub("", words)
        return elision.first_days(words) if self.spoken == "it" else words

    def _wrap(self, words: str) -> str:
        return pseudo.translated(words, self.lang) if self.pseudo else words


@lru_cache(maxsize=10_000)
def _together(words: str) -> str:
    """A message whose dashes and numbers stay on the line of the word before them."""
    return words.replace(" — ", "\u00a0— ").replace("No. {", "No.\u00a0{")


def _is_quarter(start: str, end: str) -> bool:
    """Whether two months of a year (`2013-10`, `2013-12`) are the first and last of a quarter."""
    if len(start) != 7 or len(end) != 7 or start[:4] != end[:4]:
        return False
    first, last = int(start[5:]), int(end[5:])
    return last - first == 2 and first % 3 == 1


@lru_cache(maxsize=8)
def in_language(lang: str) -> Texts:
    """The texts of a language; an unknown one falls back to English."""
    return Texts(lang if lang in (*LANGUAGES, *pseudo.CODES) else DEFAULT)


@lru_cache(maxsize=20_000)
def _number(value: str, digits: int, locale: str) -> str:
    """A number by its digits: 0 and -0 are equal, and are written differently."""
    # Charts of other years have most of the same numbers; one takes 200 bytes.
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    # A half goes up, as in a spreadsheet and a native chart of the same number.
    with localcontext(rounding=ROUND_HALF_UP):
        written = format_decimal(Decimal(value), format=pattern, locale=locale)
    # What is written as nothing has no sign; others have that of mathematics, not a hyphen.
    return written.replace("-", MINUS) if nonzero(written) else written.replace("-", "")


def nonzero(written: str) -> bool:
    """Whether a number as it is written is more than nothing: `0.00` is not."""
    return any(digit in written for digit in "123456789")


@cache
def _percent(locale: str) -> str:
    """The sign of percent, with the space that stands before it."""
    pattern: str = Locale.parse(locale).percent_formats[None].pattern
    return _PERCENT.get(locale[:2]) or pattern.removeprefix("#,##0")


@lru_cache(maxsize=2)
def _named(package: tables.Package) -> dict[tuple[str, str, str], str]:
    rows = package.table("texts")[["id", "field", "lang", "text"]].astype(str)
    return {(i, f, lang): text for i, f, lang, text in rows.itertuples(index=False)}


@cache
def _catalogue(domain: str, lang: str) -> gettext.NullTranslations:
    """The translations of a language; English is what the messages are written in."""
    if lang == DEFAULT:
        return gettext.NullTranslations()
    with (LOCALE / lang / f"{domain}.po").open("rb") as source:
        known = read_po(source, lang)
    compiled = BytesIO()
    write_mo(compiled, known)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def accepted(header: str) -> str:
    """The first of our languages in a browser's `Accept-Language`; English where there is none."""
    wanted = (part.partition(";")[0].partition("-")[0].strip() for part in header.split(","))
    return next((lang.lower() for lang in wanted if lang.lower() in LANGUAGES), DEFAULT)


def message(text: str) -> str:
    """Mark a string that is translated later, where the language is known (gettext's noop)."""
    return text


def counted(one: str, many: str) -> tuple[str, str]:
    """Mark a message and its plural that are translated later: for `Texts.counted`."""
    return one, many


class Meant(str):
    """A message of which English has one word for two meanings."""

    context: str


def meant(context: str, text: str) -> Meant:
    """The same as `message`, in one of its meanings: `meant("of a plan", "State")`."""
    found = Meant(text)
    found.context = context
    return found
