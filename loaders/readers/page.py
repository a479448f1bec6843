"""Web pages (.html): what a reader of the page reads, without its scripts, menus and forms."""

from __future__ import annotations

import re
from typing import Any

from loaders.readers import legacy

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "nav", "form", "button", "select", "option"}
    | {"head", "footer", "aside"}
)
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol"}
    | {"dl", "dt", "dd", "blockquote", "pre", "table", "tbody", "thead", "hr", "figure"}
)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.I)


def read(data: bytes, path: str) -> str:
    """The text of a page, blocks on lines of their own and table cells between bars; scripts are never run."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(_decoded(data)).body
    out: list[str] = []
    # A stack of our own: a hostile page may nest deeper than Python recurses.
    stack: list[tuple[Any, bool]] = [(root, False)] if root is not None else []
    while stack:
        node, leaving = stack.pop()
        tag = node.tag
        if tag == "-text":
            out.append(re.sub(r"\s+", " ", node.text(deep=False)))
        elif leaving or tag == "br":
            out.append("\n|\n" if tag == "tr" else "\n" if tag in _BLOCKS or tag == "br" else "")
        elif tag not in _SKIPPED and not tag.startswith(("-", "_")):
            out.append("\n|\n" if tag in ("td", "th") else "- " if tag == "li" else "\n" if tag in _BLOCKS else "")
            stack.append((node, True))
            children = list(node.iter(include_text=True))
            stack.extend((child, False) for child in reversed(children))
    lines = [line.strip(" ") for line in "".join(out).split("\n")]
    return legacy.mend(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n"))


def _decoded(data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    named = _CHARSET.search(data[:4096])
    for encoding in ("utf-8", named[1].decode("ascii") if named else "cp1258"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
