"""What a cited document is about: the words behind a citation, compared with titles and with other citations of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.elements import Edge
from graph.names import fold
from graph.statements import DocumentMention

_TELLING = 8  # so many first words in common are of weight
_FEWEST = 6  # a subject of fewer words tells nothing
_WORD = re.compile(r"\w+")
_WHOSE = re.compile(r"^của [^,;.]*? (?=về )")  # "KẾT LUẬN / CỦA BAN THƯỜNG VỤ / về …"
_ABOUT = re.compile(
    r"[\s,*_]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bãi bỏ|công bố|thông qua|triển khai|thực hiện)\s"
)


def subject(sentence: str, quote: str) -> str:
    """The words of a sentence behind a citation in it."""
    return sentence.partition(quote)[2] if quote else ""


def cited(citing: Iterable[Edge]) -> Iterator[str]:
    """The words behind the citations of a document."""
    for edge in citing:
        yield subject(str(edge.properties.get("sentence", "")), str(edge.properties.get("quote", "")))


def same(mentions: Iterable[DocumentMention], title: str, told: Iterable[str], *, loosely: bool = False) -> bool:
    """Whether some mention says the subject of a document: its whole title, or just what another citation says.

    Documents of one day and issuer often begin alike, so that first words alone tell nothing; `loosely` a good many of
    them do, where other evidence is at hand.
    """
    spoken = [w for m in mentions if len(w := _words(subject(m.place.sentence, m.place.quote))) >= _FEWEST]
    whole, others = _words(title), [w for t in told if len(w := _words(t)) >= _FEWEST]
    if len(whole) >= _FEWEST and any(s[: len(whole)] == whole for s in spoken):
        return True
    if loosely and any(_common(s, k) >= _TELLING for s in spoken for k in (whole, *others)):
        return True
    return any(s == k for s in spoken for k in others)


def other(mentions: Iterable[DocumentMention], told: Iterable[str]) -> bool:
    """Whether a mention says of itself something else than all that is told of a document."""
    spoken = [_words(s) for m in mentions if _ABOUT.match(s := subject(m.place.sentence, m.place.quote).lower())]
    known = [w for t in told if len(w := _words(t)) >= _FEWEST]
    return bool(spoken and known) and all(_common(s, k) < min(_TELLING, len(s), len(k)) for s in spoken for k in known)


def _words(text: str) -> list[str]:
    """The folded words of a subject, without whose document it is and without "về" before it."""
    words = _WORD.findall(_WHOSE.sub("", fold(text[:600]), count=1))
    for opening in (["về", "việc"], ["về"], ["v"]):
        if words[: len(opening)] == opening:
            return words[len(opening) :]
    return words


def _common(a: list[str], b: list[str]) -> int:
    """How many first words two texts have in common."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
