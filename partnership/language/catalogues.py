"""The catalogues of translations: collected from code and tables, and brought up to date.

`locale/<language>/partnership.po` has the strings of the interface, `remarks.po` the remarks in
rows of tables and what columns hold. gettext reads them as they are (`texts.in_language`): there
is no compiled copy that could be older.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract, extract_from_dir
from babel.messages.pofile import read_po, write_po

from partnership import tables
from partnership.language.filling import CASES
from partnership.language.remarks import pattern
from partnership.language.texts import DEFAULT, INTERFACE, LANGUAGES, LOCALE, REMARKS
from partnership.tables import descriptor

ROOT = Path(__file__).parents[2]
TRANSLATED = tuple(lang for lang in LANGUAGES if lang != DEFAULT)
KEYWORDS = {"t": None, "message": None, "plural": (1, 2), "counted": (1, 2), "meant": ((1, "c"), 2)}
_CODE = ("partnership", "pages")
_DOOR = "dashboard.py"
_WIDTH = 100


def interface() -> Catalog:
    """Every string of the interface, with the files in which it stands."""
    found = Catalog(charset="utf-8")
    for folder in _CODE:
        for file, _, words, _, context in extract_from_dir(ROOT / folder, keywords=KEYWORDS):
            found.add(words, None, [(f"{folder}/{file}", 0)], context=context)
    with (ROOT / _DOOR).open("rb") as door:
        for _, words, _, context in extract("python", door, keywords=KEYWORDS):
            found.add(words, None, [(_DOOR, 0)], context=context)
    return found


def remarks() -> Catalog:
    """Every remark in a row of a table, and what columns hold, without numbers, by table."""
    found = Catalog(charset="utf-8")
    for resource in tables.package().descriptor["resources"]:
        for column in resource.get("schema", {}).get("fields", ()):
            if column["name"] == "note":
                for words in _remarks(resource["name"]):
                    found.add(pattern(words), None, [(f"data/{resource['path']}", 0)])
            if words := column.get("description"):
                found.add(pattern(words), None, [(f"data/{descriptor.FILE}", 0)])
    return found


def _remarks(table: str) -> Iterable[str]:
    return tables.load(table)["note"].dropna().astype(str).unique()


def update() -> None:
    """Bring the catalogues of every language up to date with code and tables.

    New strings come in without a translation, those that are gone go out. A string that changed a
    little takes over its translation and is marked `fuzzy`, which counts as missing.
    """
    for domain, template in ((INTERFACE, interface()), (REMARKS, remarks())):
        for lang in TRANSLATED:
            file = path(domain, lang)
            known = read(file, lang) if file.exists() else Catalog(lang, charset="utf-8")
            known.update(template, no_fuzzy_matching=domain == REMARKS)
            known.obsolete.clear()
            for message in known:
                # Folders are read in another order on each machine.
                message.locations.sort()
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as into:
                write_po(into, known, _WIDTH, sort_by_file=True, include_lineno=False)


def path(domain: str, lang: str) -> Path:
    """The file of a catalogue."""
    return LOCALE / lang / f"{domain}.po"


def read(file: Path, lang: str) -> Catalog:
    """A catalogue as it stands in its file."""
    with file.open("rb") as source:
        return read_po(source, lang)


def faults(lang: str) -> Iterator[str]:
    """What a language lacks: strings without a translation, others that are stale, and names."""
    for domain, template in ((INTERFACE, interface()), (REMARKS, remarks())):
        known = read(path(domain, lang), lang)
        wanted, there = {_key(m): m for m in template if m.id}, {_key(m): m for m in known if m.id}
        for key in wanted.keys() - there.keys():
            yield f"{domain}.po does not have: {_first(wanted[key])}"
        for key in there.keys() - wanted.keys():
            yield f"{domain}.po has a string that stands nowhere: {_first(there[key])}"
        for key in wanted.keys() & there.keys():
            yield from (f"{domain}.po, {_first(there[key])}: {why}" for why in _faulty(there[key]))
    yield from _names(lang)


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _first(message)


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _faulty(message: Message) -> Iterator[str]:
    words = message.string or ""
    forms = [words] if isinstance(words, str) else list(words)
    if not all(forms):
        yield "not translated"
    elif message.fuzzy:
        yield "its English changed"


def _names(lang: str) -> Iterator[str]:
    """Names of things that the table `texts` has in English alone, or no longer in English."""
    rows = tables.load("texts")
    rows = rows[~rows["field"].isin(("alias", *CASES))]
    kept = zip(rows["id"], rows["field"], rows["lang"], strict=True)
    have = Counter((str(i), str(field)) for i, field, of in kept if of == lang)
    english = rows[rows["lang"].eq(DEFAULT)]
    wanted = Counter((str(i), str(f)) for i, f in zip(english["id"], english["field"], strict=True))
    for key, field in wanted - have:
        yield f"texts.csv has no {field} of {key}"
    for key, field in have - wanted:
        yield f"texts.csv has a {field} of {key} that English does not have"
