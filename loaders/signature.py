"""Who signed a document, and in which post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.names import fold_tones
from loaders.found import Span
from loaders.frame import RECIPIENTS, Frame
from loaders.mentions import kinds
from loaders.mentions.letters import LOWER, UPPER
from loaders.text import Text

_REACH = 6000  # code points behind the body's end in which a signature is looked for
_NAME = re.compile(rf"[{UPPER}][{LOWER}'’]*(?: [{UPPER}][{LOWER}'’]*)*")
_SHOUTED = re.compile(rf"[{UPPER}]+(?: [{UPPER}]+){{1,4}}")
_END = re.compile(r"PHỤ LỤC|Phụ lục|DANH MỤC|MẪU|QUY CHẾ|QUY ĐỊNH|\[\d+\]|__+")
_LINE_END = re.compile(r"[\n|]")
_RANK = re.compile(r"(?:GS|PGS|TS|ThS|Thượng tướng|Đại tướng|Trung tướng|Thiếu tướng|Đại tá)[. ]+")


@dataclass(slots=True)
class Signature:
    """`name` stands at `span`, `post` is what stands right above it, `behalf` the first line of the block."""

    name: str | None = None
    span: Span | None = None
    post: str | None = None
    behalf: Span | None = None


@cache
def _deputies() -> str:
    marks = sorted(kinds.patterns("posts")["for"], key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, marks)) + rf")(?:\.(?! ?\d)|(?= )) *(?=[{UPPER}]{{2}})"


@cache
def _posts() -> re.Pattern[str]:
    posts = "|".join(
        fold_tones(p).replace(" ", " +") for p in sorted(kinds.patterns("posts")["posts"], key=len, reverse=True)
    )
    return re.compile(rf"(?:{_deputies()})?(?:{posts})(?!\w)|{_deputies()}")


@cache
def families() -> frozenset[str]:
    """Family names as they begin a person's name."""
    return frozenset(kinds.patterns("posts")["families"])


def signature(text: Text, frame: Frame) -> Signature:
    """The signature at the end of a text's body; it stands before, beside or behind the recipients."""
    found = Signature()
    start = max(frame.opens, frame.closes - 700)
    fragments: list[Span] = []
    for begin, end in _lines(text, start, min(len(text.flat), frame.closes + _REACH)):
        if found.behalf is None and not text.lines[begin:end].isupper():
            continue
        words = _plain(text, begin, end)
        if fragments:
            if not _continues(text, fragments, begin, words):
                break
            fragments.append((begin, end))
        elif words.isupper() and _posts().match(words):
            found.behalf = found.behalf or (begin, end)
            found.post = words
        elif found.behalf and begin > frame.closes and _END.match(words):
            break
        elif found.behalf and _is_name(words):
            fragments.append((begin, end))
    if fragments:
        span = (fragments[0][0], fragments[-1][1])
        name = _person(_plain(text, *span))
        if " " in name:
            found.name, found.span = name, span
    elif found.behalf is None:
        _unposted(text, frame, found)
    return found


def _unposted(text: Text, frame: Frame, found: Signature) -> None:
    """A name that ends the text behind the recipients, without a post above it."""
    if RECIPIENTS.match(text.flat, frame.closes):
        last = list(_lines(text, frame.closes, min(len(text.flat), frame.closes + _REACH)))[-1:]
        for begin, end in last:
            words = _plain(text, begin, end)
            if len(words.split()) > 2 and _is_name(words):
                found.name, found.span = _person(words), (begin, end)


def _person(words: str) -> str:
    words = _RANK.sub("", words)
    return words.title() if words.isupper() else words


def _continues(text: Text, fragments: list[Span], begin: int, words: str) -> bool:
    """Whether a line goes on with a name that the last one broke off ("Lê Tấn" / "Cận")."""
    between = text.lines[fragments[-1][1] : begin]
    return "|" not in between and between.count("\n") == 1 and bool(_NAME.fullmatch(words)) and len(words.split()) <= 3


def _is_name(words: str) -> bool:
    words = _RANK.sub("", words)
    first = words.split(" ", 1)[0]
    if first.capitalize() not in families() or not 1 < len(words.split()) < 6:
        return words in families()
    return bool(_NAME.fullmatch(words) or (_SHOUTED.fullmatch(words) and not _posts().match(words)))


def _plain(text: Text, begin: int, end: int) -> str:
    """The words of a line without form; a star inside a word ("H**òa") is no blank."""
    return fold_tones(" ".join(text.lines[begin:end].replace("*", "").replace("#", "").split()))


def _lines(text: Text, start: int, end: int) -> Iterator[Span]:
    """The lines of a stretch, without form around their words, as far as they are asked for."""
    at = start
    while at <= end:
        stop = _LINE_END.search(text.lines, at, end)
        behind = stop.start() if stop else end
        words = text.flat[at:behind].strip(" _#")
        if words.strip(" -"):
            left = text.flat.index(words, at)
            yield left, left + len(words)
        at = behind + 1
