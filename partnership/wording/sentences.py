"""Notes and findings put together from sentences, some of which may have nothing to say."""

from __future__ import annotations


def joined(*sentences: str) -> str:
    """The sentences that say something, in their order, as one text."""
    return " ".join(s for s in sentences if s)


def within(name: str) -> str:
    """A name of a thing as it is written within a sentence."""
    return name[:1].lower() + name[1:]
