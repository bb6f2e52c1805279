"""One visit of the benchmark: a page loaded cold, and its filter changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from partnership import state
from partnership.site import link
from partnership.state import State
from partnership.ui.figure import frame
from tests import site
from tests.benchmarks import painting
from tests.browser import chromium

WINDOW: Any = {"width": 1440, "height": 900}
FILTERS: dict[str, tuple[tuple[str, str], State]] = {
    "": (("sector", "Oil and gas"), State(sector=("oil_gas",))),
    "map": (("sector", "Minerals"), State(sector=("minerals",))),
    "stakes": (("part", "History and terms"), State(part="history")),
    "trade": (("currency", "Euros"), State(currency="eur")),
    "renewables": (("years", "2010"), State(to_year=2010)),
    "climate": (("years", "2010"), State(to_year=2010)),
    "crude": (("part", "Prices"), State(part="prices")),
    "minerals": (("years", "2015"), State(to_year=2015)),
    "corridor": (("part", "Cargo"), State(part="cargo")),
    "companies": (("sector", "Transport"), State(sector=("transport",))),
    "diplomacy": (("sector", "Minerals"), State(sector=("minerals",))),
    "claims": (("sector", "Minerals"), State(sector=("minerals",))),
}
"""The filter that is changed on each page: widget and option, and the state it leads to. The
page of sources has none: it is about all of the data."""


@dataclass
class Target:
    """A page to measure: its figures before and after one option (`change`: key, label) is chosen.

    Without `change` only loading is measured. `prepare` finds out which stand on the first screen
    before (`first`) and after the change (`above`), which of those look different or are new
    (`after`), and which look different at all (`watched`).
    """

    name: str
    url: str
    all: list[str]
    changed: list[str]
    change: tuple[str, str] | None
    first: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    watched: list[str] = field(default_factory=list)


Numbers = dict[str, float]


_PAINTED = "all => window.bench.painted(all)"
_STILL = "all => window.bench.still(all)"
_LOOKS = "all => window.bench.looks(all)"
_REPAINTED = "([before, all]) => window.bench.repainted(before, all)"
_CHANGED = "([before, all]) => window.bench.changed(before, all)"


def box(figure_id: str, state: State) -> str:
    """What the browser is to look for: the kind of a figure and its container."""
    kind = chromium.kind(figure_id, state) or "words"
    return f"{kind} .st-key-{frame.key(figure_id)}"


def page_target(path: str, url: str) -> Target:
    """One of our pages with the filter that `FILTERS` names for it."""
    change, after = FILTERS.get(path, (None, State()))
    old, new = site.named(path, State()), site.named(path, after)
    return Target(
        path or "overview",
        f"{url}/{path}",
        [box(i, State()) for i in old],
        [box(i, after) for i in new],
        change,
    )


def baseline_target(name: str, url: str, kind: str) -> Target:
    """A baseline: one container of a kind and one choice."""
    boxes = [f"{kind} .st-key-figure-baseline"]
    return Target(name, url, boxes, boxes, ("choice", "two"))


def bare_target(target: Target, path: str, url: str) -> Target:
    """The drawings of the first screen of our prepared page at `path`, by Streamlit alone."""
    _, after = FILTERS.get(path, (None, State()))
    asked = {
        "page": path,
        "change": urlencode(link.pairs(after)),
        "before": ",".join(_ids(path, State(), target.first)),
        "after": ",".join(_ids(path, after, target.above)),
    }
    # What changes may all stand below the first screen.
    change = ("choice", "two") if target.change and target.after else None
    name = f"{target.name}, bare"
    return Target(name, f"{url}/?{urlencode(asked)}", target.first, target.above, change)


def _ids(path: str, state: State, boxes: list[str]) -> list[str]:
    return [one for one in site.named(path, state) if box(one, state) in boxes]


class Wire:
    """Bytes of the websocket frames that a page received since the last look."""

    def __init__(self, session: CDPSession) -> None:
        self._bytes = 0.0
        session.on("Network.webSocketFrameReceived", self._count)
        session.send("Network.enable")

    def _count(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        binary = frame["opcode"] == 2
        self._bytes += len(frame["payloadData"]) * (3 / 4 if binary else 1)

    def taken(self) -> float:
        """Bytes since the last call."""
        seen, self._bytes = self._bytes, 0.0
        return seen


def prepare(browser: Browser, target: Target) -> None:
    """Find out what stands on the first screen and what the filter changes; not measured."""
    with reader(browser) as context:
        page = context.new_page()
        page.goto(target.url)
        page.evaluate(_PAINTED, target.all)
        page.evaluate(_STILL, target.all)
        # A page may begin with words of its own: then its first figure counts.
        target.first = page.evaluate("all => window.bench.above(all)", target.all) or target.all[:1]
        if target.change is None:
            return
        before = page.evaluate(_LOOKS, target.all)
        _choose(page, *target.change)
        page.wait_for_timeout(3_000)
        page.evaluate(_STILL, target.changed)
        after = page.evaluate(_LOOKS, target.changed)
        target.above = page.evaluate("all => window.bench.above(all)", target.changed)
        target.after = [box for box in target.above if after[box] != before.get(box)]
    target.watched = [one for one in target.all if after.get(one, before[one]) != before[one]]
    if not target.watched and not target.after:
        raise RuntimeError(f"{target.name}: choosing {target.change} changes nothing")


def visit(browser: Browser, target: Target) -> Numbers:
    """Seconds and bytes of one cold load and one change."""
    seen: Numbers = {}
    with reader(browser) as context:
        page = context.new_page()
        wire = Wire(context.new_cdp_session(page))
        page.goto(target.url, wait_until="commit")
        for part, boxes in (("first screen", target.first), ("whole page", target.all)):
            seen[f"cold, {part}"] = page.evaluate(_PAINTED, boxes) / 1000
        page.evaluate(_STILL, target.all)
        seen["bytes, load"] = wire.taken()
        if target.change is None:
            return seen
        before = page.evaluate(_LOOKS, target.watched)
        _choose(page, *target.change)
        seen["change, first screen"] = page.evaluate(_REPAINTED, [before, target.after]) / 1000
        seen["change, whole page"] = page.evaluate(_CHANGED, [before, target.changed]) / 1000
        page.evaluate(_STILL, target.changed)
        seen["bytes, change"] = wire.taken()
    return seen


def reader(browser: Browser) -> BrowserContext:
    """A new reader: an empty cache, and the eye of `tests.benchmarks.painting`."""
    context = browser.new_context(viewport=WINDOW)
    context.add_init_script(painting.INIT)
    context.set_default_timeout(60_000)
    return context


def _choose(page: Page, key: str, option: str) -> None:
    widget = page.locator(f".st-key-{key}")
    if key == "years":
        # A press on the line moves the nearer end there: the later one from its middle on.
        line = widget.get_by_role("group").bounding_box()
        assert line
        first, last = state.first_year(), state.last_year()
        along = line["width"] * (int(option) - first) / (last - first)
        page.mouse.click(line["x"] + along, line["y"] + line["height"] / 2)
    elif widget.locator("input").count():
        widget.locator("input").fill(option)
        widget.locator("input").press("Enter")
    else:
        widget.locator("button", has_text=option).click()


def browse(context: BrowserContext, url: str) -> None:
    """A reader who goes through all pages, waits until each is painted, and stays."""
    page = context.new_page()
    for i, (path, leaf) in enumerate(site.LEAF.items()):
        if i == 0:
            page.goto(url)
        else:
            page.locator(".st-key-pages").get_by_role("link", name=leaf.title, exact=True).click()
        boxes = [box(i, State()) for i in site.named(path, State())]
        page.evaluate(_PAINTED, boxes)
