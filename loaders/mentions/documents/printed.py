"""Names as they are printed: with a capital first, and in small letters where they were printed in capitals."""

from __future__ import annotations

import re
from functools import cache

from loaders.found import Cited
from loaders.mentions.kinds import patterns
from loaders.mentions.lexicon import anyof
from loaders.mentions.places import successors
from loaders.text import Text


@cache
def _words() -> dict[str, str]:
    """What a name that was printed in capitals keeps of them, in small letters -> as written."""
    return {w.lower(): w for w in patterns("citations")["capitals"]["names"]}


@cache
def _places() -> dict[str, str]:
    return {p.lower(): p for p in (*successors(), *successors().values())}


@cache
def _proper() -> re.Pattern[str]:
    after = r"(?:(?<=tỉnh )|(?<=thành phố ))"
    return re.compile(rf"(?<!\w)(?:{anyof(_words())}|{after}{anyof(_places())}|(?:(?<=thứ )|(?<=khóa ))[ivxl]+)(?!\w)")


def plain(text: Text, start: int, end: int, kind: str) -> Cited:
    """A citation whose name is what is printed, with a capital first."""
    name = " ".join(text.flat[start:end].split())
    if name.isupper():
        name = _proper().sub(lambda m: _words().get(m[0]) or _places().get(m[0], m[0].upper()), name.lower())
    name = name[0].upper() + name[1:]
    return Cited(start, end, kind, form="name", name=name)
