"""The title of a document: what follows its kind, or what a letter is about; and the term that stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.frame import Frame
from loaders.mentions.letters import LOWER, UPPER
from loaders.own_date import WORD
from loaders.text import Text

_END = re.compile(
    r"(?<=[^\s*|#])[ *]*(?:\n[ *]*\n|\n *[-_*]{3,}|\n *\|"
    r"|\n[*_ -]*(?:Căn cứ|Xét |Kính gửi|Theo đề nghị|Thực hiện |Ngày |Tại )"
    rf"|(?<=[{LOWER}\d])\n[*_ ]*(?:HỘI ĐỒNG|ỦY BAN|CHỦ TỊCH|BỘ TRƯỞNG|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI)(?=[ \n]))"
)
# A title in capitals is over where an ordinary sentence begins, blank line or none.
_SENTENCE = re.compile(rf"\n[ *_]*[{UPPER}][{LOWER}]*(?:,? [^\W\d_]*[{LOWER}])")
_REGARDING = re.compile(r"V/v *:? *(?=\S)")
_REGARDING_END = re.compile(
    rf"[ *]*(?:\||\n[ *]*\n| {{4,}}|\n[ *]*(?:CỘNG|ĐẢNG|Độc|HỎA|KHẨN|{WORD}(?: {WORD}){{0,4}}, *ngày))|$"
)
_MARK = re.compile(r"^(?:\d{1,2}|\[\d{1,2}\])(?=[ *]*\n)")  # of a footnote, glued to the kind
_TERM = re.compile(r"[Kk][Hh][Óó][Aa] +([IVXL]+)(?!\w)")
_TERMED = ("conclusion", "resolution", "programme")
_FORM = " -_:|*"
_LONGEST = 700  # code points: a longer "title" is a text whose end was not found


@dataclass(frozen=True, slots=True)
class Title:
    """`words` are None where they are none or too many; `end` is where the title ends, 0 without a kind."""

    words: str | None = None
    end: int = 0


def own_title(text: Text, frame: Frame) -> Title:
    """The title behind the line of the kind, or what a letter says that it is about."""
    if frame.title is not None:
        behind = text.lines[frame.kind_end : frame.opens]
        begin = frame.kind_end + len(behind) - len(_MARK.sub("", behind).lstrip(" \n\r\t*|#_-"))
        found = _END.search(text.lines, begin + 1, max(frame.opens, begin + 1))
        end = _shouted(text, begin, found.start() if found else frame.opens)
        return Title(_words(text, begin, end), end)
    about = _REGARDING.search(text.flat, 0, frame.head)
    found = _REGARDING_END.search(text.lines, about.end(), frame.head) if about else None
    return Title(_words(text, about.end(), found.start(), ".")) if about and found else Title()


def _shouted(text: Text, begin: int, end: int) -> int:
    """Where the capitals of a title end before a sentence in ordinary letters; `end` where they do not."""
    found = _SENTENCE.search(text.lines, begin, end)
    return found.start() if found and text.lines[begin : found.start()].isupper() else end


def _words(text: Text, begin: int, end: int, stop: str = "") -> str | None:
    """The words of a title without the form around them and without a `stop` behind them."""
    words = " ".join(text.flat[begin:end].split()).strip(_FORM + stop)
    return words if 0 < len(words) <= _LONGEST else None


def own_term(text: Text, frame: Frame, kind: str) -> str | None:
    """The term of the committee that a Party document of these kinds names in its title or its grounds."""
    term = _TERM.search(text.flat, frame.title or 0, frame.opens) if kind in _TERMED else None
    return term[1] if term else None
