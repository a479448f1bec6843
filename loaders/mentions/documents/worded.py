"""Citations that begin with a word: laws and treaties by name, congresses, charters, bare numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial

from loaders.found import Cited
from loaders.mentions.anchors import anchors, named
from loaders.mentions.documents import laws, meetings, names, party, shorts, treaties
from loaders.mentions.documents.kindwords import before
from loaders.mentions.kinds import Kind, patterns, words
from loaders.mentions.lexicon import spaced
from loaders.text import Text

_Reader = Callable[[Text, int, int], list[Cited]]

_SO_DATED = re.compile(r" số *:? *(?=\d{1,5}(?:/(?:19|20)\d\d)? *,? *ngày +\d)")
_BEFORE = 20  # code points before "số" in which the word for a kind may stand
# Words in small letters begin a citation only before a name.
_SMALL = (
    r"luật(?= +[A-ZĐ])",
    r"bộ luật(?= +[A-ZĐ])",
    r"kết luận(?= +[Hh]ội +nghị)",
    r"nghị quyết(?= +(?:Đại|Trung|Hội))",
)


def worded(text: Text) -> list[Cited]:
    """The citations that a word begins, in printed order."""
    found: list[Cited] = []
    at = 0
    for start in anchors(text.flat, "document"):
        if start < at or (word := _words().match(text.flat, start)) is None:
            continue
        at = word.end()
        if cited := _reader(word[0])(text, start, at):
            found += cited
            at = max(at, cited[-1].end)
    return sorted([*found, *_dated(text)], key=lambda c: c.start)


@cache
def _words() -> re.Pattern[str]:
    forms = [f for w in sorted(named(), key=len, reverse=True) for f in (w[0].upper() + w[1:], w.upper(), w.title())]
    every = (*map(spaced, dict.fromkeys(forms)), *_SMALL, *patterns("laws")["short"]["whole"])
    return re.compile(rf"(?<!\w)(?:{'|'.join(every)})(?!\w)")


@lru_cache(1024)
def _reader(printed: str) -> _Reader:
    """Who reads on behind a word."""
    return _readers()[" ".join(printed.lower().split())]


@cache
def _readers() -> dict[str, _Reader]:
    found: dict[str, _Reader] = {word: partial(shorts.short, kind=kind) for word, kind in words().items()}
    found |= {word: partial(_meeting, kind=k) for word, k in words().items() if k.type in ("resolution", "conclusion")}
    found |= {word: partial(_law, word=word) for word in laws.WORDS}
    found |= {word.lower(): names.code for word in patterns("laws")["short"]["whole"]}
    found |= dict.fromkeys(patterns("citations")["treaties"]["words"], treaties.treaty)
    return found | {
        "hiến pháp": names.constitution,
        "điều lệ": party.charter,
        "cương lĩnh": party.platform,
        "quy chế": party.rules,
    }


def _law(text: Text, start: int, end: int, word: str) -> list[Cited]:
    return names.law(text, start, end, word) or shorts.short(text, start, end, words()[word])


def _meeting(text: Text, start: int, end: int, kind: Kind) -> list[Cited]:
    """What a congress or a plenum passed is named after it."""
    by_name = meetings.congress(text, start, end, kind.type) or meetings.plenum(text, start, end, kind.type)
    return by_name or shorts.short(text, start, end, kind)


def _dated(text: Text) -> Iterator[Cited]:
    """ "công văn số 1234 ngày 5/11/2025": in small letters only a date tells the number from a count."""
    for so in _SO_DATED.finditer(text.low):
        word = before().search(text.low, max(0, so.start() - _BEFORE), so.start())
        if word and text.flat[word.start()].islower():
            kind = words()[" ".join(word["word"].split())]
            yield from shorts.short(text, word.start(), word.end("word"), kind)
