"""Every word of the presenter itself: help, labels of buttons, and what is announced."""

from __future__ import annotations

from typing import Any

from partnership.language.texts import Texts, message

_KEYS = (
    ("→ ↓ PageDown Space Enter", message("next slide")),
    ("← ↑ PageUp Backspace Shift+Space", message("previous slide")),
    ("Home", message("first slide")),
    ("End", message("last slide")),
    ("1 2 3 … Enter", message("to the slide of that number")),
    ("f", message("full screen")),
    ("b .", message("blank the screen; any key brings it back")),
    ("o", message("all slides")),
    ("n", message("speaker's notes")),
    ("d", message("dark or light")),
    ("?", message("this help")),
    ("Esc", message("close what is open; otherwise leave the presentation")),
)
_LABELS = {
    "next": message("Next slide"),
    "previous": message("Previous slide"),
    "overview": message("All slides"),
    "full": message("Full screen"),
    "notes": message("Speaker's notes"),
    "help": message("Keys"),
    "leave": message("Leave the presentation"),
    "close": message("Close"),
    "dismiss": message("Dismiss this notice"),
    "controls": message("Controls of the presentation"),
    "filters": message("Filters that are set"),
    "nothing": message("There is nothing to present here."),
    "noNotes": message("There are no notes for this slide."),
    "back": message("Back to the page"),
    "open": message("Open this view in the dashboard"),
    "blank": message("The screen is blank. Any key brings it back."),
}


def words(t: Texts) -> dict[str, Any]:
    """The words in one language; `{n}`, `{count}` and `{title}` are filled in by the browser."""
    labels: dict[str, Any] = {key: t(words) for key, words in _LABELS.items()}
    labels["keys"] = [[keys, t(meaning)] for keys, meaning in _KEYS]
    labels["announce"] = t(
        "Slide {n} of {count}: {title}", n="{n}", count="{count}", title="{title}"
    )
    labels["place"] = t("{n} of {count}", n="{n}", count="{count}")
    labels["more"] = t("Not shown for lack of space: {n} more", n="{n}")
    labels["columns"] = t("Columns not shown: {names}", names="{names}")
    labels["javascript"] = t("This presentation needs JavaScript, which is switched off here.")
    return labels
