"""OpenDocument texts (.odt)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.errors import CannotRead
from loaders.readers import archive, legacy

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MANIFEST = b"encryption-data"


def read(data: bytes, path: str) -> str:
    """The text of an .odt; raises `CannotRead` for what is hostile, locked or damaged."""
    opened = archive.opened(data, path)
    if "META-INF/manifest.xml" in opened.namelist() and _MANIFEST in archive.part(
        opened, "META-INF/manifest.xml", path
    ):
        raise CannotRead(f"{path}: protected by a password.", hint="Save it without a password.")
    content = archive.part(opened, "content.xml", path)
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as e:
        raise CannotRead(
            f"{path}: a damaged OpenDocument text.", hint="Open it in LibreOffice and save it anew."
        ) from e
    return legacy.mend("\n".join(_blocks(root)))


def _blocks(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield "".join(_words(child))
            yield ""
        elif child.tag == f"{_TABLE}table":
            rows = [
                ["\n".join(_blocks(c)).strip("\n") for c in row.iter(f"{_TABLE}table-cell")]
                for row in child.iter(f"{_TABLE}table-row")
            ]
            yield archive.table(rows)
        elif child.tag == f"{_TEXT}list-item":
            first, *rest = _blocks(child) or [""]
            yield f"- {first}"
            yield from rest
        elif child.tag != f"{_TEXT}tracked-changes":
            yield from _blocks(child)


def _words(element: Any) -> Iterator[str]:
    """The words of a paragraph, with the spaces, tabs and line ends that OpenDocument writes as elements."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield "\t" if child.tag.endswith("tab") else "\n"
        elif child.tag != f"{_TEXT}note-citation":
            yield from _words(child)
        yield child.tail or ""
