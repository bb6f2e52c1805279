"""Every word of the presenter itself: help, labels of buttons, and what is announced."""

from __future__ import annotations

from typing import Any

from partnership.language.texts import Texts, message

_MOVES = (
    ("→ ↓ PageDown Space Enter", message("next slide")),
    ("← ↑ PageUp Backspace Shift+Space", message("previous slide")),
    ("Home", message("first slide")),
    ("End", message("last slide")),
    ("1 2 3 … Enter", message("to the slide of that number")),
)
_OVERVIEW = ("o", message("all slides"))
_THEME = ("d", message("dark or light"))
_HELP = ("?", message("this help"))
_KEYS = (
    *_MOVES,
    ("f", message("full screen")),
    ("b .", message("blank the screen; any key brings it back")),
    _OVERVIEW,
    ("s", message("speaker window: notes, next slide, clock")),
    ("n", message("speaker's notes on this screen")),
    _THEME,
    _HELP,
    ("Esc", message("close what is open; otherwise leave the presentation")),
)
_SPEAKER_KEYS = (
    *_MOVES,
    ("b .", message("blank the screen, or bring it back")),
    _OVERVIEW,
    ("t", message("start or stop the clock")),
    ("r", message("clock back to zero; the next change of slide starts it")),
    ("+ -", message("larger or smaller notes")),
    ("Shift+↓ Shift+↑", message("scroll the notes")),
    _THEME,
    ("f", message("this window full screen")),
    _HELP,
    ("s", message("close this window")),
)
_LABELS = {
    "brand": message("Italy · Kazakhstan"),
    "single": message("Single keys are shortcuts (letters, digits and signs)"),
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
    "speaker": message("Speaker window"),
    "speakerRefused": message(
        "The browser opened no window. Allow this page to open windows, then press s again."
    ),
    "now": message("On screen"),
    "following": message("Next"),
    "end": message("This is the last slide."),
    "about": message("About the figure"),
    "elapsed": message("Elapsed"),
    "day": message("Time of day"),
    "start": message("Start the clock"),
    "stop": message("Stop the clock"),
    "reset": message("Clock back to zero"),
    "blankScreen": message("Blank the screen"),
    "blankThere": message("The screen is blank. b brings it back."),
    "missed": message("The window with the slides does not answer: is it closed?"),
    "larger": message("Larger notes"),
    "smaller": message("Smaller notes"),
    "theme": message("Dark or light"),
}


def words(t: Texts) -> dict[str, Any]:
    """The words in one language; `{n}`, `{count}` and `{title}` are filled in by the browser."""
    labels: dict[str, Any] = {key: t(words) for key, words in _LABELS.items()}
    labels["keys"] = [[keys, t(meaning)] for keys, meaning in _KEYS]
    labels["speakerKeys"] = [[keys, t(meaning)] for keys, meaning in _SPEAKER_KEYS]
    labels["announce"] = t(
        "Slide {n} of {count}: {title}", n="{n}", count="{count}", title="{title}"
    )
    labels["place"] = t("{n} of {count}", n="{n}", count="{count}")
    labels["more"] = t("Not shown for lack of space: {n} more", n="{n}")
    labels["columns"] = t("Columns not shown: {names}", names="{names}")
    labels["javascript"] = t("This presentation needs JavaScript, which is switched off here.")
    return labels
