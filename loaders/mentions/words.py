"""Patterns made of words: any run of blanks between them, a capital or not in front."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.names import fold_tones
from loaders.sentences import CAPITAL

_CAPITAL_WORD = rf"[{CAPITAL}][\w&'’/.-]*(?<![.-])|\d{{1,3}}(?!\w|[./]\d)"
NAME = rf"[{CAPITAL}][\w'’-]*(?: +(?:- +)?[{CAPITAL}][\w'’-]*){{0,4}}"
CAPITALS = re.compile(rf" +(?:- +)?(?P<and>(?:và|&) +)?(?P<word>{_CAPITAL_WORD})(?!\w)")

_PIECE = re.compile(r" +|.")
# Phrases as a tree: pieces of a pattern, each with what may follow it; phrases that begin alike share a branch.
_Tree = dict[str, "_Tree"]
_END = ""  # a phrase may end here


def union(phrases: Iterable[str], *, capital: bool | None) -> str:
    """A pattern for any of the phrases, the longest first, as whole words: to be matched at a place.

    `capital` says whether the first letter is a capital (True), small (False) or either (None); the rest is
    matched in any case.

    >>> union(["sở", "số", "sở hữu"], capital=False)
    's(?:[ốỐ]|[ởỞ](?: +[hH][ữỮ][uU])?)(?!\\\\w)'
    """
    tree: _Tree = {}
    for phrase in _folded(phrases):
        first, *rest = _PIECE.findall(phrase)
        _grow(tree, [_first(first, capital), *map(_cased, rest)])
    return rf"{_pattern(tree)}(?!\w)"


def inside(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, as whole words: to be searched for in a text.

    They are found in small letters, with a capital in front, in capitals, or with one in front of each word: plain
    letters are what lets a search jump from one beginning to the next. For the same reason that no word goes on
    into a phrase is asked behind its second letter.

    >>> inside(["xã"])
    '(?:X(?:Ã(?<!\\\\w..)|ã(?<!\\\\w..))|xã(?<!\\\\w..))(?!\\\\w)'
    """
    tree: _Tree = {}
    for phrase in _folded(phrases):
        for form in sorted({phrase, phrase[0].upper() + phrase[1:], phrase.upper(), phrase.title()}):
            first, second, *rest = map(_plain, _PIECE.findall(form))
            _grow(tree, [first, rf"{second}(?<!\w..)", *rest])
    return rf"{_pattern(tree)}(?!\w)"


def each(spots: re.Pattern[str], whole: re.Pattern[str], flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What `whole` matches from left to right, tried only where `spots` finds its beginning."""
    at = start
    for spot in spots.finditer(flat, start, end):
        if spot.start() >= at and (match := whole.match(flat, spot.start(), end)):
            at = match.end()
            yield match


def _folded(phrases: Iterable[str]) -> list[str]:
    return sorted({fold_tones(p) for p in phrases})


def _grow(tree: _Tree, pieces: Iterable[str]) -> None:
    for piece in pieces:
        tree = tree.setdefault(piece, {})
    tree[_END] = {}


def _first(letter: str, capital: bool | None) -> str:
    if capital is None:
        return _cased(letter)
    return re.escape(letter.upper() if capital else letter.lower())


def _cased(piece: str) -> str:
    return f"[{piece.lower()}{piece.upper()}]" if piece.isalpha() else _plain(piece)


def _plain(piece: str) -> str:
    return " +" if piece.isspace() else re.escape(piece)


def _pattern(tree: _Tree) -> str:
    """What goes on is tried before an end, so that the longest phrase is found."""
    ways = [piece + _pattern(rest) for piece, rest in tree.items() if piece != _END]
    if not ways:
        return ""
    many = len(ways) > 1 or _END in tree
    either = f"(?:{'|'.join(ways)})" if many else ways[0]
    return f"{either}?" if _END in tree else either
