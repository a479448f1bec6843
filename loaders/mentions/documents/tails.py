"""What follows a number or a name and still identifies the document: date, issuer, term."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.found import Cited
from loaders.mentions.documents.dates import Dated, day, month, year
from loaders.mentions.documents.issuers import Issuer, issuer
from loaders.text import Text

_PART = re.compile(r" *,? *(?P<bracket>\( *)?(?=[ntchk\d])")  # up to a letter with which a part may begin
_OF = re.compile(r"của +(?:các +)?|(?=hội +nghị +(?:lần|trung|ban) )")
_HOUR = re.compile(r"hồi +\d{1,2} *(?:h|giờ) *(?:\d{1,2} *(?:phút)?)?,? *(?=ngày)")
_TERM = re.compile(r"khóa +([ivxl]+)(?!\w)")
_YEARS = re.compile(r"nhiệm +kỳ +(?:đại +hội +)?(\d{4} *- *\d{4}|[ivxl]+)(?!\w)")
_CLOSE = re.compile(r" *\)")


@dataclass(slots=True)
class Tail:
    """Up to `end`: a date (`dated` without ISO form is impossible), an issuer at `of`, a term."""

    end: int
    dated: Dated | None = None
    date_at: int = 0
    body: Issuer | None = None
    of: int = 0
    term: str | None = None
    years: str | None = None


def tail(flat: str, low: str, at: int, *, joint: bool = False, named: bool = False) -> Tail:
    """The contiguous identifying parts behind an offset, in any order, each at most once.

    `named` also takes a bare year, by which names are told apart ("Luật Đất đai năm 2024", "Luật Đường sắt 2025").
    """
    found = Tail(at)
    while (part := _PART.match(low, found.end)) is not None and _step(flat, low, found, part, joint, named):
        pass
    return found


def _step(flat: str, low: str, found: Tail, part: re.Match[str], joint: bool, named: bool) -> bool:
    here = part.end()
    if here == part.start() and here and not low.startswith("của ", here):  # "2025của Bộ Y tế"
        return False
    end = _date(flat, low, found, here, named) or _body(flat, low, found, here, joint) or _term(low, found, here)
    if not end:
        return False
    if part["bracket"]:
        close = _CLOSE.match(low, end)
        if not close:
            return _undo(found, here)
        end = close.end()
    found.end = end
    return True


def _undo(found: Tail, here: int) -> bool:
    """A bracket that holds more than identifying parts is no part of the citation, though its date may be right."""
    if found.date_at == here:
        found.dated = None
    if found.of == here:
        found.body = None
    return False


def _date(flat: str, low: str, found: Tail, here: int, named: bool) -> int:
    if found.dated is not None:
        return 0
    start = here
    of = (_OF.match(low, here) or _HOUR.match(low, here)) if low[here] in "ch" else None
    if of and low.startswith("ngày", of.end()):
        start = of.end()  # "của ngày 14 tháng 10 năm 2025 của Chính phủ", "hồi 15 giờ ngày 16/11/2025"
    first = low[start : start + 1]
    if first == "n" and (dated := day(low, start)):
        if flat[start] == "N" and not flat[start : start + 4].isupper():
            return 0  # "Ngày 15 …" opens a sentence
        found.dated, found.date_at = dated, here
        return dated.end
    dated = month(low, start) if first == "t" else None
    if dated is None and named and (first == "n" or first.isdigit()) and low[here - 1] == " ":
        dated = year(low, start)
    if dated is None:
        return 0
    found.dated, found.date_at = dated, here
    return dated.end


def _body(flat: str, low: str, found: Tail, here: int, joint: bool) -> int:
    of = _OF.match(low, here) if found.body is None and low[here] in "ch" else None
    body = issuer(flat, low, of.end(), joint=joint) if of else None
    if of is None or body is None:
        return 0
    found.body, found.of = body, of.end()
    return body.end


def _term(low: str, found: Tail, here: int) -> int:
    if low[here : here + 1] == "k" and found.term is None and (term := _TERM.match(low, here)):
        found.term = term[1].upper()
        return term.end()
    if low[here : here + 1] == "n" and found.years is None and (years := _YEARS.match(low, here)):
        found.years = years[1]
        return years.end()
    return 0


def fill(cited: Cited, text: Text, behind: Tail) -> None:
    """Date, issuer and term of a citation, from what follows it."""
    cited.end = behind.end
    if behind.dated:
        cited.date = behind.dated.iso
    if behind.body:
        issued(cited, text, behind.of, behind.body)
    cited.term = behind.term


def issued(cited: Cited, text: Text, at: int, body: Issuer) -> None:
    """The issuer of a citation, whose name begins at an offset."""
    cited.issuer = " ".join(text.flat[at : body.end].split())
    cited.level, cited.system, cited.jurisdiction = body.level, body.system, body.jurisdiction
