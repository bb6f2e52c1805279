"""A map as a value: what lies where, and what of the world is in view.

A figure declares one `Map`. What it looks like on screen, as a still picture, as a table and in
words is written from that value (`maps.pydeck`, `maps.altair`, `maps.table`, `maps.alt`). Places
are longitude and latitude in degrees, colours the light shades of `palette`, lengths pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from partnership import palette
from partnership.maps.frame import Conic, Position, View

Status = Literal["measured", "planned"]
"""Whether a thing is there or only planned; what is planned is drawn hollow."""
Align = Literal["left", "right", "center"]
Side = tuple[int, int]
"""A side of a place, right and down."""
RIGHT, LEFT, ABOVE, BELOW, OVER = (1, 0), (-1, 0), (0, -1), (0, 1), (0, 0)


@dataclass(frozen=True)
class Amount:
    """What the size of a mark stands for."""

    value: float
    unit: str


@dataclass(frozen=True)
class Type:
    """How a label is written; the halo is a line of paper round its letters."""

    size: int = 11
    bold: bool = True
    colour: str = palette.INK.light
    halo: float = 3.0
    halo_opacity: float = 1.0


@dataclass(frozen=True)
class Anchor:
    """A chosen position of a label beside its place; `always`: on narrow screens too."""

    align: Align
    right: float = 0.0
    down: float = 0.0
    always: bool = True
    baseline: Literal["middle", "top"] = "middle"


@dataclass(frozen=True)
class Label:
    """Words at a place. Without an anchor they stand where there is room, those of the lowest
    `rank` first: at the first of `places` that is free (the mark's own where there are none), on
    the first of `sides` that is, `gap` away from it. `near`: only for a reader who comes close;
    still pictures leave it out. `entity_id` is that of the thing named, on a map whose names lead
    somewhere.
    """

    words: str
    rank: int = 0
    anchor: Anchor | None = None
    places: tuple[Position, ...] = ()
    gap: float = 0.0
    sides: tuple[Side, ...] = (RIGHT, LEFT, ABOVE, BELOW)
    type: Type = Type()
    near: bool = False
    entity_id: str = ""


@dataclass(frozen=True)
class Point:
    """A thing at a place.

    `facets` are its keys in each of the filters of its layer. `approximate`: it lies only about
    there, within `precision_km` where that is known. `filled` is what the figure says of its things
    by this sign; `radius` is drawn for `amount`.
    """

    entity_id: str
    position: Position
    name: str
    colour: str
    radius: float
    words: tuple[str, ...] = ()
    group: str = ""
    shape: str = "circle"
    status: Status = "measured"
    amount: Amount | None = None
    precision_km: float | None = None
    approximate: bool = False
    filled: bool = True
    labels: tuple[Label, ...] = ()
    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A thing with a course: the feature of that number in the geometry of its layer.

    `approximate`: the course is schematic.
    """

    entity_id: str
    feature: int
    name: str
    colour: str
    words: tuple[str, ...] = ()
    group: str = ""
    amount: Amount | None = None
    approximate: bool = False
    labels: tuple[Label, ...] = ()
    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn."""

    width: float
    opacity: float = 1.0
    dash: tuple[int, ...] = ()


@dataclass(frozen=True)
class Dots:
    """How points are drawn: opacity of the whole, of the filling, and of that of a hollow one;
    width of the edge; colour of the edge, the mark's own where there is none.
    """

    opacity: float = 1.0
    fill: float = 1.0
    hollow: float = 0.0
    edge: float = 1.0
    outline: str = ""


Filters = tuple[tuple[str, ...], ...]
"""The keys that pass, for each facet of the marks of a layer; none: all of them."""


@dataclass(frozen=True)
class Points:
    """Points with one look. `headings` name the name and the words of each; `filters` say which
    of `marks` are shown. `counted`: they are what the map is about, neither places to find one's
    way nor a further sign on such things. `chosen`: what the reader chose, over all else.
    """

    id: str
    marks: tuple[Point, ...]
    look: Dots = Dots()
    headings: tuple[str, ...] = ()
    filters: Filters = ()
    counted: bool = True
    chosen: bool = False


@dataclass(frozen=True)
class Lines:
    """Courses out of one geometry of the package, recorded ones `firm`, schematic ones `faint`."""

    id: str
    marks: tuple[Line, ...]
    geometry: str
    firm: Stroke
    faint: Stroke
    headings: tuple[str, ...] = ()
    filters: Filters = ()
    counted: bool = True
    chosen: bool = False


@dataclass(frozen=True)
class Areas:
    """Areas of one geometry of the package; some have a filling of their own, by entity.

    `edge` is the colour of their edges, `width` and `edge_opacity` how these are drawn.
    """

    id: str
    geometry: str
    fill: str | None
    edge: str | None
    width: float = 0.5
    edge_opacity: float = 1.0
    own: tuple[tuple[str, str], ...] = ()


Layer = Areas | Lines | Points
Sign = Literal["core", "hollow", "schematic"]
"""A form that means something: a core of another colour, a hollow dot, a faint line."""


@dataclass(frozen=True)
class Group:
    """Marks that share a colour and a shape, and their name in the legend."""

    id: str
    words: str
    colour: str
    shape: str = "circle"


@dataclass(frozen=True)
class Scale:
    """What the size of marks of one unit means: amounts in words, and the radius of each."""

    words: str
    steps: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Legend:
    """The key to colours, shapes, signs and sizes. `counts`: with the number of each group."""

    signs: tuple[tuple[Sign, str], ...] = ()
    symbol: int = 90
    counts: bool = False
    scales: tuple[Scale, ...] = ()


@dataclass(frozen=True)
class Map:
    """What lies where, from the lowest layer to the highest, in a frame.

    `groups` are in the order of the legend, which is drawn if there is one. A map whose frame is
    a `View` can be moved on screen; one in a `Conic` frame stands still everywhere. `linked`: on
    screen the things that are named lead to what is known of them.
    """

    frame: View | Conic
    layers: tuple[Layer, ...]
    height: int
    groups: tuple[Group, ...] = ()
    legend: Legend | None = None
    sea: str | None = palette.SEA.light
    linked: bool = False

    def __hash__(self) -> int:
        # Enough to find it again; all of its marks would take as long as to draw it.
        return hash((self.frame, self.height, tuple(layer.id for layer in self.layers)))

    def named(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of the points that have a label, the important ones first."""
        marks = (m for layer in self.layers if isinstance(layer, Points) for m in layer.marks)
        named = sorted((m for m in marks if m.labels), key=lambda m: m.labels[0].rank)
        return tuple((m.entity_id, m.labels[0].words) for m in named)

    @property
    def moves(self) -> bool:
        """Whether a reader can move it on screen."""
        return isinstance(self.frame, View)
