"""Exports of a deck: choose a format, follow the progress, cancel, download."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from partnership import export
from partnership.decks import deck as decks
from partnership.decks.deck import Deck
from partnership.export import handout as handouts
from partnership.export.jobs import queue
from partnership.export.jobs.jobs import Job
from partnership.language.texts import Texts
from partnership.ui.look import style
from partnership.ui.streamlit_shims import sessions

_EVERY_S = 0.6
_FIRST = "pptx"
_MEGABYTE = 1_000_000
_LONGEST_NAME = 60


def offer(key: str, deck: Callable[[], Deck], lang: str, site: str, t: Texts) -> None:
    """A choice of formats and a button; then progress, and the file. `key` is unique on a page.

    A file of another deck or language than now is not offered.
    """
    now = deck()
    job: Job | None = st.session_state.get(_name(key))
    stale = job is not None and (job.deck, job.lang) != (now, lang)
    if job is not None and stale:
        job.cancel()
        st.session_state[_name(key)] = job = None
    style.read_out(_aloud(job, t))
    formats = {one.key: one for one in export.FORMATS if one.many}
    chosen = st.selectbox(
        t("File format"),
        list(formats),
        index=list(formats).index(_FIRST),
        format_func=lambda f: t(formats[f].label),
        key=f"format-{key}",
    )
    if job is not None and not job.over:
        _watched(key, job, t)
        return
    if st.button(t("Create the file"), key=f"make-{key}", icon=":material/description:"):
        if (begun := _begin(now, chosen or _FIRST, lang, site)) is not None:
            st.session_state[_name(key)] = begun
            st.rerun(scope="app")
        st.warning(
            t("Many files are being created at the moment; try again in a few minutes."),
            icon=":material/hourglass:",
        )
        return
    if job is not None:
        _finished(key, job, t)
    elif stale:
        st.caption(
            t(
                "What you see has changed since the last file; create it again to include the "
                "change."
            )
        )


def _name(key: str) -> str:
    return f"_job_{key}"


def _begin(deck: Deck, key: str, lang: str, site: str) -> Job | None:
    """Start an export for this reader while they are connected; `None` where too many wait."""
    session = sessions.current()
    try:
        return queue.start(deck, key, lang, site, session, partial(sessions.connected, session))
    except queue.Full:
        return None


@st.fragment(run_every=_EVERY_S)
def _watched(key: str, job: Job, t: Texts) -> None:
    """How far the export is; runs by itself, and the page again when it is over."""
    if job.over:
        st.rerun(scope="app")
    share = min(job.done / job.total, 1.0) if job.total else 0.0
    st.progress(share, text=_progress(job, t))
    st.button(t("Cancel"), key=f"cancel-{key}", on_click=job.cancel, icon=":material/close:")


def _aloud(job: Job | None, t: Texts) -> str:
    """What a screen reader says of an export, without counting every step."""
    if job is None:
        return ""
    if job.stage == "waiting":
        return _progress(job, t)
    if not job.over:
        return t("The file is being created")
    if job.stage == "done":
        return t("The file is ready: {what}", what=t(export.BY_KEY[job.format].label))
    return _ended(job, t)


def _progress(job: Job, t: Texts) -> str:
    if job.stage == "waiting":
        return t("Waiting for other exports to finish")
    if not job.total:
        return t("Drawing the figures")
    return t("{done} of {of} figures", done=job.done, of=job.total)


def _finished(key: str, job: Job, t: Texts) -> None:
    one = export.BY_KEY[job.format]
    if job.stage == "done":
        st.download_button(
            t("Download: {what}", what=t(one.label)),
            data=job.content,
            file_name=f"{file_name(job.deck)}.{one.extension}",
            mime=one.mime,
            key=f"fetch-{key}",
            type="primary",
            icon=":material/download:",
            on_click="ignore",
        )
        st.caption(_size(len(job.content), t))
        if job.undrawn:
            named = ", ".join(job.undrawn)
            words = t("These figures could not be drawn; the file says so in their place: ")
            st.warning(words + style.literal(t.quote(named)))
        if job.lacking:
            st.warning(style.literal(handouts.lacking_words(job.lacking, t)))
    elif job.stage == "failed":
        st.error(style.literal(_ended(job, t)))
    else:
        st.caption(_ended(job, t))


def _ended(job: Job, t: Texts) -> str:
    """Why there is no file of an export that is over."""
    if job.stage == "failed":
        return t("The file could not be created: {why}", why=t.quote(job.why))
    if job.stage == "replaced":
        return t("This file was removed to make room for another; create it again to download it.")
    return t("Cancelled; nothing was saved.")


def _size(count: int, t: Texts) -> str:
    """Bytes in kilobytes or megabytes, never as nothing."""
    if count < _MEGABYTE:
        return t("{size} kB", size=t.number(max(1, round(count / 1000))))
    return t("{size} MB", size=t.number(count / _MEGABYTE, 1))


def file_name(deck: Deck) -> str:
    """A name for a file: the letters and digits of the title, then what the reader chose."""
    words = "".join(c if c.isalnum() else " " for c in f"{deck.title} {_chosen(deck)}".lower())
    return "-".join(words.split())[:_LONGEST_NAME] or "presentation"


def _chosen(deck: Deck) -> str:
    """The choices that every slide which listens to them shares; none of a mixed deck."""
    asked: dict[str, set[tuple[str, ...]]] = {}
    for slide in deck.slides:
        for name, values in decks.reduced(slide).query().items():
            asked.setdefault(name, set()).add(tuple(values))
    shared = [values for name, (values, *more) in asked.items() if name != "lang" and not more]
    return " ".join(word for values in shared for word in values)
