"""Where the map looks: at a view, or at the asset chosen, whatever the size of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from partnership.figures.assets import chosen
from partnership.figures.assets.views import LOOKS
from partnership.language import codes
from partnership.language.texts import Texts
from partnership.maps.frame import Air, fitted
from partnership.state import VIEWS, State
from partnership.ui.app import controls

_KEPT = "_map_stage"
DESK, _PHONE = (1140.0, 700.0), (390.0, 610.0)
"""Pixels of the map, until the browser tells."""
_NARROW = 640
CLOSE, _CLOSEST = 6.0, 7.0
"""Zoom at which an asset is shown that has no extent, and the most for a view."""
AIR = 24.0
LEGEND, CARD, BAR = 266.0, 354.0, 60.0
_SHEET = 0.5
"""How much of a narrow map the card covers."""
_WORLD_IN_BOX = 40.0
"""Degrees from which on the outline of a line is seen well enough on the ground of the whole."""
_NUDGE = 1e-6
"""Degrees that a view is moved by, so that the browser goes back to one it was sent before."""
_HERE = Path(__file__)
_drawn = component(
    "map_stage",
    css=_HERE.with_suffix(".css").read_text("utf-8"),
    js=_HERE.with_suffix(".js").read_text("utf-8"),
)


@dataclass(frozen=True)
class Aim:
    """What the map looks at: an asset, or else a view."""

    view: str
    asset: str | None = None

    def state(self, state: State) -> State:
        """`state` with the view whose ground is as detailed as what is looked at."""
        return replace(state, view=self._ground())

    def _ground(self) -> str:
        if self.asset is None or LOOKS[self.view].detailed:
            return self.view
        box = chosen.box_of(self.asset)
        return "kazakhstan" if box and box[2] - box[0] < _WORLD_IN_BOX else self.view


@dataclass
class _Kept:
    """What the session knows of its map."""

    aim: Aim
    asset: str | None
    view: str
    size: tuple[float, float] | None = None
    nudged: bool = False
    picked: str | None = None


def _kept() -> _Kept | None:
    found: _Kept | None = st.session_state.get(_KEPT)
    return found


def aimed(state: State) -> Aim:
    """What the map looks at now: what was chosen last, the view or the asset."""
    kept = _kept()
    if kept is None:
        aim = Aim(state.view, state.asset)
        st.session_state[_KEPT] = _Kept(aim, state.asset, state.view)
        return aim
    if state.view != kept.view:
        kept.aim = Aim(state.view)
    elif state.asset not in (None, kept.asset) and (state.asset != kept.picked or narrow()):
        # What was clicked is in view, but may be under the card on a narrow screen.
        kept.aim = Aim(state.view, state.asset)
    kept.asset, kept.view, kept.picked = state.asset, state.view, None
    return kept.aim


def picked(asset: str) -> None:
    """An asset was clicked on the map."""
    kept = _kept()
    if kept is not None:
        kept.picked = asset


def size() -> tuple[float, float]:
    """Pixels of the map: as the browser told, or as it is likely to be."""
    kept = _kept()
    if kept is not None and kept.size is not None:
        return kept.size
    return _PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else DESK


def narrow() -> bool:
    """Whether the map is as narrow as that of a telephone."""
    return size()[0] <= _NARROW


def view(aim: Aim) -> dict[str, float]:
    """deck.gl's view state: all of what is looked at, clear of what lies over the map."""
    box = None if aim.asset is None else chosen.box_of(aim.asset)
    wanted = box or LOOKS[aim.view].box
    # A card that opens or closes beside what is looked at moves nothing.
    air = _air(card=aim.asset is not None)
    found = fitted(wanted, size(), air, closest=CLOSE if box else _CLOSEST)
    kept = _kept()
    nudge = _NUDGE if kept is not None and kept.nudged else 0.0
    return {
        "longitude": found.longitude + nudge,
        "latitude": found.latitude + nudge,
        "zoom": found.zoom + nudge,
    }


def _air(*, card: bool) -> Air:
    """What lies over the map."""
    if narrow():
        bottom = size()[1] * _SHEET if card else BAR
        return Air(AIR / 2, BAR + AIR, AIR / 2, bottom + AIR)
    return Air(LEGEND, BAR, CARD if card else AIR, BAR)


def views(state: State, t: Texts) -> None:
    """A button for each view."""
    with st.container(key="mapviews", horizontal=True, gap="small"):
        for name in VIEWS:
            st.button(
                t(codes.VIEW[name]),
                key=f"view-{name}",
                type="primary" if name == state.view else "secondary",
                on_click=_look,
                args=(name,),
            )


def _look(name: str) -> None:
    controls.choose("view", name)
    kept = _kept()
    if kept is not None:
        kept.aim, kept.view, kept.nudged = Aim(name), name, not kept.nudged


def tools(t: Texts) -> None:
    """Buttons to come closer, to go back, and to look at all of the view again; the map's tooltip
    stays inside; the browser tells how large the map is.
    """
    width, height = size()
    _drawn(
        key="map-stage",
        data={
            "width": width,
            "height": height,
            "words": {
                "closer": t("Zoom in"),
                "back": t("Zoom out"),
                "home": t("Show all of this view"),
                "copied": t("Copied"),
            },
        },
        default={"size": None},
        on_size_change=_told,
        on_home_change=_home,
        on_ground_change=_close,
        height="content",
    )


def _told() -> None:
    kept, found = _kept(), st.session_state["map-stage"].get("size")
    if kept is not None and isinstance(found, list) and len(found) == 2:
        wide, tall = (min(max(float(n), 100.0), 8000.0) for n in found)
        kept.size = (wide, tall)


def _home() -> None:
    kept = _kept()
    if kept is not None and st.session_state["map-stage"].get("home"):
        _look(kept.view)


def _close() -> None:
    if st.session_state["map-stage"].get("ground"):
        controls.choose("asset", None)
