"""How far the name of a body runs on: over capitals, over small letters, over a list of places."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.mentions.bodies.areas import area_words, within
from loaders.mentions.bodies.beginnings import opens
from loaders.mentions.bodies.bodywords import ASIDE, BodyWords, body_words
from loaders.mentions.predicates import ends, loosely, starts, states, stops
from loaders.mentions.words import CAPITALS

_MOST = 26  # words: no name is longer
_TOKEN = re.compile(r" *(?:(?P<word>[\w/&'’+-]+(?:\.(?=\w)\w+)*|-)|(?P<mark>[^\w\s]))")
# "Ban Chỉ đạo phong trào | “Toàn dân đoàn kết xây dựng đời sống văn hóa” | tỉnh"
_TITLE = re.compile(r"(?:(?<=[Pp]hong trào)|(?<=[Cc]uộc vận động)) *“[^“”]{3,110}”")
_WITHIN = re.compile(r"trong +")
_NOTE = re.compile(r"(?<=[^\W\d])\d{1,3}$")


class Run(NamedTuple):
    """The end of a name, the end of an aside in brackets behind it, and the number of its words."""

    stop: int
    aside: int
    words: int


def run(flat: str, at: int, end: int, *, complete: bool = False, one: bool = False) -> Run:
    """A name that runs on in small letters: to a mark, the next member of a list, or what is to be done.

    `complete` says that the name is whole already, so that a verb behind it is none of its words; `one`, that it is
    no class, so that what a body is ("có chức năng …") tells it from no other.
    """
    words, areas = body_words(), area_words()
    stop, count = at, 0
    while count < _MOST and (token := _TOKEN.match(flat, stop, end)):
        if token["mark"]:
            if title := _TITLE.match(flat, stop, end):
                stop = title.end()
                continue
            inside = words.inside.match(flat, token.end(), end) if token["mark"] == "," else None
            if inside is None:
                break
            stop = inside.end()
            continue
        if token["word"].lower() in areas and (seated := within(flat, stop, end)):
            stop, complete = seated, True
        elif known := words.within.match(flat, stop, end):
            stop, complete = known.end(), known[0].endswith("liên quan")
        elif nested := _nested(words, flat, token, end):
            stop = nested
        elif _told(flat, token, end, complete, one) or _breaks(words, flat, token, end, first=count == 0):
            break
        else:
            stop = token.end()
        count += 1
    aside = ASIDE.match(flat, stop, end)
    return Run(stop, aside.end() if aside else stop, count)


def _nested(words: BodyWords, flat: str, token: re.Match[str], end: int) -> int | None:
    """The end of the head of another body inside a name, which may look like a verb: "Văn phòng | Ban chỉ đạo"."""
    if not token["word"][0].isupper():
        return None
    head = words.free.match(flat, token.start("word"), end)
    return head.end() if head and " " in head[0] and not words.false_heads.match(flat, head.start(), end) else None


def _told(flat: str, token: re.Match[str], end: int, complete: bool, one: bool) -> bool:
    """Whether a name of which more is known than its words (see `run`) ends before a word."""
    begin = token.start("word")
    within = _WITHIN.match(flat, begin, end) if complete else None
    if within and (starts(flat, within.end(), end) or loosely(flat, within.end(), end)):
        return True  # "các sở, ngành liên quan | trong triển khai …"
    return (complete and loosely(flat, begin, end)) or (one and states(flat, begin, end))


def _breaks(words: BodyWords, flat: str, token: re.Match[str], end: int, *, first: bool) -> bool:
    """Whether a name ends before a word; a paper may be what a body works on: "Vụ Kế hoạch"."""
    begin, word = token.start("word"), token["word"]
    if word in ("và", "hoặc", "cùng"):
        return _parts(words, flat, token.end() + 1, end)
    if starts(flat, begin, end):
        return not ends(flat, begin, end)
    if word[0].isupper():
        return not first and words.papers.match(flat, begin, end) is not None
    return word in words.ends or stops(flat, begin, end)


def _parts(words: BodyWords, flat: str, after: int, end: int) -> bool:
    """Whether "và" is followed by another member or by what is to be done, not by more of the name."""
    small = not flat[after : after + 1].isupper()
    if small and (words.classes.match(flat, after, end) or starts(flat, after, end)):
        return True
    return opens(flat, after, end)


def capitals(flat: str, at: int, end: int) -> int:
    """The end of a run of capital words: no other body, and nothing that is to be done."""
    stop = at
    while found := CAPITALS.match(flat, stop, end):
        begin = found.start("word")
        if starts(flat, begin, end) or body_words().papers.match(flat, begin, end) or opens(flat, begin, end):
            break
        stop = found.end()
    return stop


def first_word(flat: str, at: int, end: int) -> int:
    """Behind the first noun of a class, which may look like a verb ("các tổ chức")."""
    found = body_words().classes.match(flat, at, end) or _TOKEN.match(flat, at, end)
    return found.end() if found else at


def plain(words: str) -> str:
    """A name with its blanks folded, without the mark of a footnote glued to it.

    >>> plain("Sở  Nội vụ12,")
    'Sở Nội vụ'
    """
    name = " ".join(words.split()).strip(" ,;:.")
    return _NOTE.sub("", name) if name[-1:].isdigit() else name
