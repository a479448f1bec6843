"""Whether a change is one of a whole document or of a part of it, as far as the clause that states it tells."""

from __future__ import annotations

import re
from functools import cache

from graph.elements import Edge, Node
from graph.identity.symbols import number
from graph.names import tidy
from graph.registry import table


def whole(edge: Edge, target: Node) -> bool:
    """Whether an edge of the family change is certainly of the whole document: no pinpoint, and no word of a part."""
    quotes = edge.properties.get("quotes") or [edge.properties.get("quote", "")]
    told = quotes if isinstance(quotes, list) else [quotes]
    printed = str(target.properties.get("number", ""))
    return not edge.properties.get("pinpoints") and any(says_whole(str(q), printed) for q in told)


def says_whole(quote: str, printed: str) -> bool:
    """Whether a clause speaks of the whole document with this number.

    >>> says_whole("Bãi bỏ một số điều của Nghị định số 38/2018/NĐ-CP", "38/2018/NĐ-CP")
    False
    >>> says_whole("thay thế Quy định về giá vé ban hành kèm theo Quyết định số 09/2018/QĐ-UBND", "09/2018/QĐ-UBND")
    True
    """
    text = _pattern("whole").sub("", tidy(quote))
    at = _printed(text, printed)
    return not _pattern("before").search(text, 0, at) and not _pattern("behind").search(text, at)


def _printed(text: str, printed: str) -> int:
    """Where a number stands in a text; its end, where it does not stand there."""
    found = number(printed) if printed else None
    at = re.search(rf"(?<!\d)0*{re.escape(found.serial)}(?!\d)\s*[-/]", text) if found else None
    return at.start() if at else len(text)


@cache
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{w})" for w in table("parts")[part]["words"]))
