"""The master of a presentation: the dashboard's colours, one typeface, and two layouts.

A cover, and a slide with a title, a subtitle, a finding, room for one figure, its source and the
number of the slide. All words stand in placeholders, so that whoever edits the file can restyle
it in one place.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from partnership import palette
from partnership.export.pptx.words import rgb

FONT = "Arial"
"""Every PowerPoint has it, with Latin, Russian and Kazakh letters."""
WIDE, HIGH = 13.333, 7.5
"""Inches of a slide, 16 to 9."""
MARGIN = 0.6
ROOM = WIDE - 2 * MARGIN
SUBTITLE, FINDING = 13, 14
"""Numbers (`idx`) of the placeholders of a figure's slide."""
TOP = 0.42
_TITLE_BOX = (MARGIN, TOP, ROOM, 0.92)
_SUBTITLE_BOX = (MARGIN, 1.34, ROOM, 0.36)
_FINDING_BOX = (MARGIN, 1.72, ROOM, 0.62)
FOOT_BOX = (MARGIN, 6.83, ROOM - 1.3, 0.46)
_NUMBER_BOX = (WIDE - MARGIN - 1.2, 6.83, 1.2, 0.46)
_COVER_BOX = (1.1, 2.2, WIDE - 2.2, 1.7)
_UNDER_COVER_BOX = (1.1, 4.1, WIDE - 2.2, 1.2)
_KEPT = ("Title Slide", "Title Only")
_EMU = 914400
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SCHEME = {
    "dk1": palette.INK,
    "lt1": palette.PAPER,
    "dk2": palette.SOFT,
    "lt2": palette.LAND,
    "accent1": palette.KAZAKHSTAN,
    "accent2": palette.ITALY,
    "accent3": palette.SECTOR["trade"],
    "accent4": palette.SECTOR["transport"],
    "accent5": palette.SECTOR["renewables"],
    "accent6": palette.SECTOR["minerals"],
    "hlink": palette.SECTOR["trade"],
    "folHlink": palette.SECTOR["companies"],
}


def new() -> Any:
    """An empty presentation with our master and its two layouts, cover first."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    master = deck.slide_master
    _theme(master)
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    _paper(master)
    for shape in list(master.placeholders):
        _placed(shape, _boxes(shape))
    _styled(master)
    cover, figure = (deck.slide_layouts.get_by_name(name) for name in _KEPT)
    _cover(cover)
    _figure(figure)
    return deck


def _boxes(shape: Any) -> tuple[float, float, float, float]:
    from pptx.enum.shapes import PP_PLACEHOLDER

    known = {
        PP_PLACEHOLDER.TITLE: _TITLE_BOX,
        PP_PLACEHOLDER.FOOTER: FOOT_BOX,
        PP_PLACEHOLDER.SLIDE_NUMBER: _NUMBER_BOX,
        PP_PLACEHOLDER.DATE: (MARGIN, 7.2, 2.0, 0.25),
    }
    return known.get(shape.placeholder_format.type, (MARGIN, 2.4, ROOM, 4.2))


def _placed(shape: Any, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (round(v * _EMU) for v in box)


def _theme(master: Any) -> None:
    """Colours and typeface in the theme, so that new shapes in PowerPoint take them too."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.oxml import serialize_part_xml
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(part.blob)
    for name, shade in _SCHEME.items():
        slot = root.find(f".//{{{_A}}}clrScheme/{{{_A}}}{name}")
        for child in list(slot):
            slot.remove(child)
        slot.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{shade.light[1:]}"/>'))
    for face in root.iterfind(f".//{{{_A}}}fontScheme/*/{{{_A}}}latin"):
        face.set("typeface", FONT)
    part._blob = serialize_part_xml(root)


def _paper(master: Any) -> None:
    from pptx.util import Inches

    master.background.fill.solid()
    master.background.fill.fore_color.rgb = rgb(palette.PAPER.light)
    for place, shade in ((0.0, palette.KAZAKHSTAN), (WIDE / 2, palette.ITALY)):
        _strip(master, Inches(place), Inches(WIDE / 2), shade)


def _strip(master: Any, left: int, width: int, shade: palette.Shade) -> None:
    """A thin band along the upper edge, behind everything."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    tree = master.shapes._spTree
    number = max(int(e.get("id")) for e in tree.iter() if e.tag.endswith("}cNvPr")) + 1
    tree.insert(
        2,
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Band {number}"/>'
            f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{left}" y="0"/><a:ext cx="{width}" cy="{round(0.09 * _EMU)}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
            f'<a:srgbClr val="{shade.light[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
            "</p:sp>"
        ),
    )


def _styled(master: Any) -> None:
    """Type of titles and texts."""
    styles = master._element.find(".//{*}txStyles")
    title = styles.find("{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "l")
    title.find("{*}defRPr").set("sz", "2600")
    title.find("{*}defRPr").set("b", "1")
    for level in styles.find("{*}bodyStyle"):
        level.find("{*}defRPr").set("sz", "1600")
    for shape in master.placeholders:
        frame = shape.text_frame._txBody.bodyPr
        for side in ("lIns", "rIns", "tIns", "bIns"):
            frame.set(side, "0")
        number = shape.placeholder_format.idx == 4 or shape.name.startswith("Slide Number")
        for level in shape._element.iter(f"{{{_A}}}lvl1pPr"):
            level.set("algn", "r" if number else "l")
            for run in level.iter(f"{{{_A}}}defRPr"):
                run.set("sz", "1100" if shape.placeholder_format.idx else "2600")
    master.placeholders[0].text_frame._txBody.bodyPr.set("anchor", "t")


def _cover(layout: Any) -> None:
    for shape in list(layout.placeholders):
        if shape.placeholder_format.idx == 0:
            _placed(shape, _COVER_BOX)
            _sized(shape, 40, palette.INK, bold=True, anchor="b")
        elif shape.placeholder_format.idx == 1:
            _placed(shape, _UNDER_COVER_BOX)
            _sized(shape, 20, palette.SOFT, anchor="t")
        else:
            shape._element.getparent().remove(shape._element)


def _figure(layout: Any) -> None:
    """The layout of a figure: title, subtitle, finding, source, number."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    layout.name = "Figure"
    kept = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
    for shape in list(layout.placeholders):
        if shape.placeholder_format.type in kept:
            _placed(shape, _boxes(shape))
        else:
            shape._element.getparent().remove(shape._element)
    title = next(p for p in layout.placeholders if p.placeholder_format.idx == 0)
    for name, number, box, size, shade in (
        ("Subtitle", SUBTITLE, _SUBTITLE_BOX, 15, palette.SOFT),
        ("Finding", FINDING, _FINDING_BOX, 17, palette.INK),
    ):
        copy = deepcopy(title._element)
        layout.shapes._spTree.append(copy)
        shape = list(layout.placeholders)[-1]
        known = copy.find(".//{*}nvPr/{*}ph")
        known.set("type", "body")
        known.set("idx", str(number))
        label = copy.find(".//{*}cNvPr")
        label.set("name", name)
        label.set("id", str(20 + number))
        shape = next(p for p in layout.placeholders if p.placeholder_format.idx == number)
        _placed(shape, box)
        _sized(shape, size, shade, anchor="t")


def _sized(
    shape: Any, points: int, shade: palette.Shade, *, bold: bool = False, anchor: str = "t"
) -> None:
    """Type of a placeholder, inherited by the slides; no bullet, no inset, shrinks when edited."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    body = shape.text_frame._txBody
    frame = body.bodyPr
    for child in list(frame):
        frame.remove(child)
    frame.set("anchor", anchor)
    for side in ("lIns", "rIns", "tIns", "bIns"):
        frame.set(side, "0")
    frame.append(parse_xml(f"<a:normAutofit {nsdecls('a')}/>"))
    styles = body.find("{*}lstStyle")
    for child in list(styles):
        styles.remove(child)
    styles.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="l"><a:buNone/>'
            f'<a:defRPr sz="{points * 100}" b="{int(bold)}"><a:solidFill>'
            f'<a:srgbClr val="{shade.light[1:]}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )
