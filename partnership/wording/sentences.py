"""Notes and findings put together from sentences, some of which may have nothing to say."""

from __future__ import annotations

from collections.abc import Iterable

from partnership.language.texts import Texts

_SMALL = "bp "


def joined(*sentences: str) -> str:
    """The sentences that say something, in their order, as one text."""
    return " ".join(s for s in sentences if s)


def begun(words: str) -> str:
    """Words as a sentence begins; a name that writes itself small stays so."""
    return words if words.startswith(_SMALL) else words[:1].upper() + words[1:]


def listing(words: str, found: Iterable[str], t: Texts, **values: object) -> str:
    """`words` with all that was `found` in the place of their `{list}`; empty where nothing was."""
    each = list(found)
    return t(words, list="; ".join(each), **values) if each else ""


def within(name: str) -> str:
    """A name of a thing as it is written within a sentence."""
    return name[:1].lower() + name[1:]
