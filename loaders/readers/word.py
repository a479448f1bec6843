"""Word files (.docx): page header first, where numbers and issuers may stand, then the body, then footnotes.

Numbers that Word counts by itself ("Điều 3.", "a)") are written out: a reader sees them, so the text has them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from graph.errors import CannotRead
from loaders.readers import archive, legacy

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def read(data: bytes, path: str) -> str:
    """The text of a .docx; raises `CannotRead` for what is hostile, locked or damaged."""
    opened = archive.opened(data, path)
    for name in opened.namelist():
        if name.endswith((".xml", ".rels")):
            archive.part(opened, name, path)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(io.BytesIO(data))
        lines = [*_headers(document), *_blocks(document, _Numbering(document)), *_notes(opened, path)]
    except (OpcError, XMLSyntaxError, KeyError, ValueError) as e:
        raise CannotRead(
            f"{path}: a damaged Word file.", hint="Open it in Word or LibreOffice and save it anew."
        ) from e
    return legacy.mend("\n".join(lines))


def _headers(document: Any) -> Iterator[str]:
    for paragraph in document.sections[0].header.paragraphs if document.sections else ():
        if paragraph.text.strip():
            yield paragraph.text


def _blocks(container: Any, numbering: _Numbering) -> Iterator[str]:
    """Paragraphs and tables in printed order; a merged cell, which Word repeats, once."""
    from docx.table import Table

    for item in container.iter_inner_content():
        if not isinstance(item, Table):
            yield numbering.marker(item) + item.text
            yield ""
            continue
        rows = []
        for row in item.rows:
            cells = {id(c._tc): c for c in row.cells}.values()
            rows.append(["\n".join(_blocks(c, numbering)).strip("\n") for c in cells])
        yield archive.table(rows)
        yield ""


def _notes(opened: Any, path: str) -> Iterator[str]:
    if "word/footnotes.xml" not in opened.namelist():
        return
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(archive.part(opened, "word/footnotes.xml", path), parser)
    for note in root.iter(f"{_W}footnote"):
        words = "".join(t.text or "" for t in note.iter(f"{_W}t")).strip()
        if words and note.get(f"{_W}type") is None:
            yield f"[{note.get(f'{_W}id')}] {words}"


class _Numbering:
    """The counters of a document's lists, advanced as its paragraphs are met."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {a.get(f"{_W}abstractNumId"): a for a in root.iter(f"{_W}abstractNum")}
        for num in root.iter(f"{_W}num"):
            link = num.find(f"{_W}abstractNumId")
            levels = abstract.get(link.get(f"{_W}val")) if link is not None else None
            for level in levels.iter(f"{_W}lvl") if levels is not None else ():
                key = (num.get(f"{_W}numId"), int(level.get(f"{_W}ilvl")))
                form, pattern = _value(level, "numFmt", "decimal"), _value(level, "lvlText", "%1.")
                self._levels[key] = (form, pattern, int(_value(level, "start", "1")))

    def marker(self, paragraph: Any) -> str:
        """What Word prints before a paragraph of a list, with a space behind; else nothing."""
        properties = paragraph._p.pPr
        number = properties.numPr if properties is not None else None
        if number is None and paragraph.style is not None and paragraph.style.element.pPr is not None:
            number = paragraph.style.element.pPr.numPr
        if number is None or number.numId is None:
            return ""
        name, depth = str(number.numId.val), number.ilvl.val if number.ilvl is not None else 0
        if (name, depth) not in self._levels:
            return ""
        form, pattern, start = self._levels[name, depth]
        if form == "bullet":
            return "- "
        self._counts[name, depth] = self._counts.get((name, depth), start - 1) + 1
        for deeper in [k for k in self._counts if k[0] == name and k[1] > depth]:
            del self._counts[deeper]
        for level in range(depth + 1):
            shape, _, first = self._levels.get((name, level), ("decimal", "", 1))
            pattern = pattern.replace(f"%{level + 1}", _counted(self._counts.get((name, level), first), shape))
        return pattern + " "


def _value(level: Any, tag: str, default: str) -> str:
    found = level.find(f"{_W}{tag}")
    return default if found is None else str(found.get(f"{_W}val", default))


def _counted(n: int, shape: str) -> str:
    """A number as Word prints it: 3, c, C, iii or III."""
    if shape in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (n - 1) % 26)
        return letter if shape == "lowerLetter" else letter.upper()
    if shape in ("lowerRoman", "upperRoman"):
        out = ""
        for value, sign in _ROMAN:
            out, n = out + sign * (n // value), n % value
        return out.lower() if shape == "lowerRoman" else out
    return str(n)
