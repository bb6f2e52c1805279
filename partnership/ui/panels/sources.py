"""Above the lists of the Sources page: the whole package, how to cite, and the method."""

from __future__ import annotations

import streamlit as st

from partnership import tables
from partnership.analysis import concentration, money
from partnership.analysis.barrels import per_tonne
from partnership.export.tables import package
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.tables.contract import TableError
from partnership.ui.figure import frame
from partnership.ui.look import style
from partnership.ui.panels.method import METHOD

_KEY = "cite-source"


def panel(state: State, t: Texts) -> State:
    """Draw download, citation and method; the state is left as it is."""
    left, right = st.columns(2, gap="large")
    with left:
        _download(t)
    with right:
        _cite(t)
    st.header(t("Methods"))
    try:
        values = _values(t)
    except TableError as error:
        frame.broken(error, t)
        return state
    columns = st.columns(2, gap="large")
    half = (len(METHOD) + 1) // 2
    for n, (heading, words) in enumerate(METHOD):
        with columns[n // half], st.expander(t(heading)):
            st.markdown(style.literal(t(words, **values)))
    return state


def _values(t: Texts) -> dict[str, str]:
    """What the words on method name from the tables. Raises `TableError`."""
    factor = per_tonne(tables.load("observations")).iloc[0]
    first = money.first_year(tables.load("prices"))
    if first is None:
        raise needed.missing("prices", series_id=money.RATE)
    return {
        "factor": t.number(factor["value"], 2),
        "factor_year": t.day(str(factor["period"])),
        "monopoly": t.number(concentration.WHOLE**2),
        "euro": str(first),
    }


def _download(t: Texts) -> None:
    st.header(t("Complete data package"))
    table_count, shapes = package.counts()
    try:
        size, left = package.size(), package.left_out()
    except TableError as error:
        frame.broken(error, t)
        return
    st.markdown(
        t(
            "All {tables} tables as CSV and {shapes} files of geometry, with the descriptor, the"
            " README and the licences: {size} MB unpacked. {left}",
            tables=table_count,
            shapes=shapes,
            size=t.number(size / 1e6, 1),
            left=_left(left, t),
        )
    )
    st.download_button(
        t("Download everything as ZIP"),
        data=package.archive,
        file_name=package.name(),
        mime=package.MIME,
        key="package-zip",
        icon=":material/folder_zip:",
        on_click="ignore",
    )
    st.caption(
        t(
            "Licences differ by source: where they differ within a table, each row names its own, "
            "and the file {file} lists every source under its licence. Rows from press pages are "
            "facts, quoted with their address.",
            file=t.quote(package.LICENCES),
        )
    )


def _left(rows: int, t: Texts) -> str:
    """Whether the archive has all that the dashboard draws from."""
    if not rows:
        return t("It contains the data drawn here.")
    return t.plural(
        "{count} row is shown here but not included: its source may not be redistributed.",
        "{count} rows are shown here but not included: their sources may not be redistributed.",
        rows,
    )


@st.fragment
def _cite(t: Texts) -> None:
    st.header(t("How to cite"))
    st.markdown(
        t(
            "Cite the source that a row names, and this package where you use our modelling. Each "
            "figure's menu provides its citations."
        )
    )
    about = tables.package().descriptor
    own = t(
        "{title}. Data package, version {version}, {date}.",
        title=t.quote(about.get("title", "")),
        version=t.quote(about.get("version", "")),
        date=t.day(str(about.get("created", ""))[:10]),
    )
    try:
        known = sources.by_ids(tables.load("sources")["source_id"].astype(str))
    except TableError as error:
        frame.broken(error, t)
        return
    by_id = {s.source_id: s for s in known}
    order = sorted(by_id, key=lambda i: (by_id[i].publisher.lower(), by_id[i].title))
    chosen = st.selectbox(
        t("Cite one source"),
        order,
        format_func=lambda i: sources.titled(by_id[i], t),
        index=None,
        placeholder=t("Search by publisher or title"),
        key=_KEY,
    )
    st.code(t.quote(by_id[chosen].citation()) if chosen else own, language=None, wrap_lines=True)
