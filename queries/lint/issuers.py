"""When two printed issuers of one number are certainly not one body."""

from __future__ import annotations

import re
import unicodedata

from graph.identity.symbols import Number, organ_named
from graph.names import fold, tidy

# Organs of one symbol that are not one body; "Trung ương" alone may be any of them.
_CENTRE = ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương")
_HEAD = re.compile(r"^(?:thứ trưởng|bộ trưởng)(?:\s+|$)", re.IGNORECASE)
_LESSER = ("và",)
# Cyrillic capitals that a keyboard may give for Latin ones: "ТT-BТС" looks like TT-BTC.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


def differ(printed: str, known: str, found: Number) -> bool:
    """Whether the printed issuer of a number is certainly wrong, and the known one may be right."""
    one, other = organ_named(printed), organ_named(known)
    if "TTLT" in found.symbol.split("/"):  # several issue it, and any of them may be named
        return False
    if one is not None and other is not None and found.organ is not None:
        if one == other:
            return _apart(printed, known)
        return other == found.organ
    ours, theirs = initials(printed), initials(known)
    tokens = found.symbol.split("/")
    torn = theirs.startswith(ours)  # a name that a line end cut off, or "Bộ trưởng" alone
    return bool(ours and theirs) and theirs in tokens and ours not in tokens and not torn


def _apart(printed: str, known: str) -> bool:
    """Whether both name an organ of the Party's centre, and not the same."""
    names = [next((n for n in _CENTRE if fold(text).startswith(n)), None) for text in (printed, known)]
    return None not in names and names[0] != names[1]


def initials(issuer: str) -> str:
    """The symbol of a ministry as its name spells it; empty for what is no ministry.

    >>> initials("Bộ trưởng Bộ Lao động - Thương binh và Xã hội"), initials("Bộ Nông nghiệp và PTNT"), initials("UBND")
    ('BLDTBXH', 'BNNPTNT', '')
    """
    words = re.findall(r"[^\W\d_]+", _HEAD.sub("", tidy(issuer.translate(_LOOKALIKES))))
    if not words or fold(words[0]) != "bộ":
        return ""
    letters = "".join(
        w if w.isupper() and len(w) > 1 and not issuer.isupper() else w[0] for w in words if fold(w) not in _LESSER
    )
    bare = unicodedata.normalize("NFD", letters.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in bare if not unicodedata.combining(c)).upper()
