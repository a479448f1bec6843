"""What opens a paragraph or an item: its marker."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.sentences import CAPITAL

# Rank of a marker: the smaller, the higher in the tree. A paragraph without a marker hangs on the last marker.
RANKS = {
    "part": 10,
    "chapter": 20,
    "section": 30,
    "upper": 30,
    "roman": 40,
    "article": 50,
    "number": 60,
    "decimal": 70,
    "paren": 80,
    "letter": 90,
    "dash": 100,
    "plus": 110,
}
PARAGRAPH = 200

# The letters and signs that a marker may begin with, and what it looks like; the first that fits is taken.
_SMALL = "abcdđeghiklmnopqrstuvxyf"
_MARKERS = {
    "part": ("P", r"(?:PHẦN|Phần) +(?:thứ|THỨ)? *(?:[IVX\d]+|nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)\b"),
    "chapter": ("C", r"(?:CHƯƠNG|Chương) +[IVXLC\d]+\b"),
    "section": ("MT", r"(?:MỤC|Mục|TIỂU MỤC|Tiểu mục) +[IVXLC\d]+(?=[.: ]|$)"),
    "article": ("Đ", r"(?:ĐIỀU|Điều) +\d+[a-zđ]? *(?:[.:]|$)"),
    "roman": ("IVX", rf"[IVX]+ ?[./)-](?: |$|(?=[{CAPITAL}]{{2}}))"),
    "upper": ("ABCDEFGHĐKLM", rf"[A-HĐKLM]\. (?=[{CAPITAL}])"),
    "decimal": ("0123456789", r"\d{1,2}(?:\.\d{1,2})+\.?(?=[ ]|[^\W\d])"),
    "paren": ("(", r"\(\d{1,2}\)"),
    "number": (
        "0123456789",
        rf"\d{{1,3}}(?:[.)](?= |[^\W\d]|$)|/(?= |[{CAPITAL}][^\W\d_{CAPITAL}])|\.(?=[“\"(]))",
    ),
    "letter": ("(" + _SMALL, rf"\(?(?:[a-zđ]{{1,2}}\d?|[ivx]{{3,4}})\)|[a-eđ]\.(?= +[{CAPITAL}])"),
    "dash": ("-•●◦▪o", rf"[-•●◦▪](?= |[^\W\d])|o(?= +[{CAPITAL}])"),
    "plus": ("+", r"\+(?= |[^\W\d])"),
}


def _begun_by(first: str) -> Callable[[str], re.Match[str] | None]:
    looks = [f"(?P<{kind}>{looks})" for kind, (firsts, looks) in _MARKERS.items() if first in firsts]
    return re.compile("|".join(looks)).match


_BEGUN = {first: _begun_by(first) for firsts, _ in _MARKERS.values() for first in firsts}


def marker(words: str) -> re.Match[str] | None:
    """What looks like a marker at the start of a line, which has words; `lastgroup` is its kind."""
    begun = _BEGUN.get(words[0])
    return None if begun is None else begun(words)
