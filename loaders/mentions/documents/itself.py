"""Whether a citation is the document's own number or name, which is no citation."""

from __future__ import annotations

import re

from loaders.found import Cited, Own
from loaders.mentions.documents.amended import enacted
from loaders.text import Text

_SIGNS = re.compile(r"\W+")


def itself(text: Text, own: Own, c: Cited) -> bool:
    """Whether a citation is the document's own number or its own name."""
    if c.start == own.preamble[0] and own.cited.title and not c.number:
        return True
    return _numbered(own.cited, c) if c.number and own.cited.number else _named(text, own.cited, c)


def _numbered(own: Cited, c: Cited) -> bool:
    same = c.type == own.type or own.type == "consolidated" or c.form == "list"
    return same and _key(c.number or "") == _key(own.number or "") and _agree(c.date, own.date)


def _named(text: Text, own: Cited, c: Cited) -> bool:
    if not c.name or c.type != own.type or c.number or c.date:
        return False
    name, title = _words(c.name).split(" ", 1)[-1].removeprefix("lệ ").removeprefix("luật "), _words(own.title or "")
    if c.type == "charter":
        return title.startswith(name)
    return name == title or (c.type == "law" and enacted(text, c))


def _agree(a: str | None, b: str | None) -> bool:
    """Whether two dates, as far as known, do not contradict."""
    return not a or not b or a.startswith(b) or b.startswith(a)


def _key(number: str) -> str:
    return number.upper().replace("Đ", "D").lstrip("0")


def _words(name: str) -> str:
    return _SIGNS.sub(" ", name.lower()).strip()
