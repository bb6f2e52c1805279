"""Words and addresses of unknown origin are safe in Markdown."""

from __future__ import annotations

import pytest

from partnership.ui.look import style


@pytest.mark.parametrize("sign", "\\`*_{}[]()#+-.!|~<>$:")
def test_every_special_sign_stands_for_itself(sign: str) -> None:
    assert style.literal(f"a{sign}b") == f"a\\{sign}b"


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("  two\n\n# lines\t", "two \\# lines"),
        ("\u202egnirts\x00\u200b", "gnirts"),
        ("Қазақстан 5 %", "Қазақстан 5 %"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_left_out_and_letters_stay(words: str, safe: str) -> None:
    assert style.literal(words) == safe


@pytest.mark.parametrize(
    "words", ["http://evil.example", "HTTPS://x.y", "www.evil.example", "a@b.example", "ftp://x"]
)
def test_a_bare_address_is_parted_so_that_it_becomes_no_link(words: str) -> None:
    safe = style.literal(words)
    assert "\u034f" in safe
    assert safe.replace("\\", "").replace("\u034f", "") == words


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c&d=1", "https://example.org/a?b=c&d=1"),
        ("https://x.y/a b)(\"'<z>", "https://x.y/a%20b%29%28%22%27%3Cz%3E"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//evil.example", ""),
        ("", ""),
    ],
)
def test_an_address_in_a_link_is_of_the_web_and_ends_nothing(url: str, safe: str) -> None:
    assert style.address(url) == safe
