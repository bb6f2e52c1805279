"""What could not be opened of a link, in words."""

from __future__ import annotations

from partnership.language import texts
from partnership.state import Wrong, from_query
from partnership.wording import links

EN = texts.in_language("en")


def test_a_value_that_does_not_exist_is_named() -> None:
    sentence = links.refused(Wrong("sector", "gold", "unknown"), EN)
    assert sentence == (
        "The link asked for sector = gold, which does not exist here; the usual view is shown."
    )


def test_years_in_the_wrong_order_are_named() -> None:
    _, (wrong,) = from_query({"from": ["2020"], "to": ["2010"]})
    sentence = links.refused(wrong, EN)
    assert sentence.startswith("The link asked for years that end before they start (2020);")


def test_words_of_others_are_kept_free_of_markdown() -> None:
    sentence = links.refused(Wrong("find", "*x*", "unknown"), EN, lambda w: w.replace("*", "\\*"))
    assert "find = \\*x\\*," in sentence
