"""Numbers of documents: "66- NQ/TW1" is 66-NQ/TW, a resolution of the Party's centre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.mentions import kinds
from loaders.mentions.documents.codes import codes
from loaders.mentions.documents.issuers import Issuer
from loaders.mentions.documents.symbols import canonical, meaning, symbol

# The engine looks fast for a pattern's first character, so what must not stand before a digit is asked behind it.
# A serial, perhaps a year, and one or more groups of letters. A blank may stand on one side of a joint, on both
# sides only of the first ("100 - KL/TW"); a letter that belongs to a word ("NQ/TW - Kết") is no group.
_GROUP = r"[A-ZĐ][A-Za-zĐđÂâÊêÔôƠơƯưĂă]{0,15}[0-9]{0,4}(?![^\W_]|%)"
_GLUED = r"(?<=[0-9])(?=(?:HD|NQ|KL|QĐ|CT|TB|QC|NĐ|BC|TT)[-/](?:TW|TU|CP|TTg|UBND|HĐND|B[A-Z]))"  # "06HD/TW"
_JOINT = r"(?:[-/]\ ?|\ [-/]|\ ?&\ ?|\.(?=[A-ZĐ]+(?![^\W_])))"
NUMBER = re.compile(
    rf"""(?P<serial>[0-9](?:(?<![\w%=][0-9])|(?<=số[0-9]))(?<![0-9][:.,][0-9])[0-9]{{0,7}}+(?:\.[0-9]{{1,2}})?
            (?:[a-zA-ZĐđ]?(?![\w])|{_GLUED}))
        (?P<year>(?:\ {{0,3}}/\ {{0,3}}|\.|-(?=[0-9]{{4}}/))(?:19|20)[0-9][0-9](?![0-9]))?
        (?P<joint>\ *[-/]\ *|\ (?=(?:NĐ|QĐ|NQ|TT)[-/])|{_GLUED})
        (?P<symbol>[A-ZĐa-zđ]{{2,3}}\ ?[-/]\ ?[Tt][wu](?!\w)
            |{_GROUP}(?:{_JOINT}{_GROUP})*(?:-(?:19|20)[0-9][0-9](?![\w/-]))?)""",
    re.VERBOSE,
)
# Each number holds one of these signs, before letters and behind a digit, a digit with a letter, or a kind. One sign
# is found many times faster than any of the ten digits.
_SIGNS = tuple(
    re.compile(
        rf"{sign}(?= *[A-ZĐa-zđ])(?:(?<=[0-9]{sign})|(?<=[0-9][a-zA-ZĐđ ]{sign})|(?<=[0-9][a-zA-ZĐđ] {sign})"
        rf"|(?<=[A-ZĐ]{{2}}{sign})|(?<=  {sign}))"
    )
    for sign in "/-"
)
_DAY = re.compile(r"\d[/.-]\d{1,2}[/.-]$")  # "14/11/200310/GP-UBND": a date, and a number glued to its year
_BEFORE = 30  # code points: serial and year before a sign are no longer
_SPACED = re.compile(r" *- *(?P<group>[A-ZĐ]{2,12}g?(?!\w))(?P<dated> *,? *(?=ngày +\d))?")
_ESCAPED = re.compile(r" ?-?[A-Z]*%[0-9A-F]{2}")  # the rest of an address: "TT-BL%C4%90TBXH"
_WORD = re.compile(r"[A-ZĐÂÊÔƠƯĂ][a-zđâêôơưă]+")
_BLANK = re.compile(r"[/.…_]\ *$")


@dataclass(slots=True)
class Number:
    """A document's number at ``start:end`` of a twin.

    `text` is normalised; `kind` the kind of document that its symbol names, if it names one; `issuer` what the code
    of the body in it tells.
    """

    start: int
    end: int
    serial: str
    year: str | None
    groups: tuple[str, ...]
    text: str
    kind: str | None
    issuer: Issuer | None
    term: str | None = None

    @property
    def suffix(self) -> str:
        """What a list of serials shares: "-KL/TW"."""
        return self.text[len(self.serial) :]


def numbers(flat: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Everything in a stretch of a twin that has the shape of a document's number, in order."""
    for found in shaped(flat, start, len(flat) if end is None else end):
        if (number := _read(found)) is not None:
            yield number


def shaped(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What ``NUMBER.finditer`` finds, found from the signs."""
    at = start
    for sign in sorted(m.start() for pattern in _SIGNS for m in pattern.finditer(flat, start, end)):
        if sign < at:
            continue
        behind = sign
        while behind > at and flat[behind - 1] == " ":
            behind -= 1
        found = NUMBER.search(flat, max(at, behind - _BEFORE), end)
        if found is None:
            return
        yield found
        at = found.end()


def _read(found: re.Match[str]) -> Number | None:
    flat, serial, at = found.string, found["serial"], found.end()
    year = found["year"] and found["year"].strip(" /.-")
    if not year and len(serial) == 4 and _BLANK.search(flat, max(0, found.start() - 4), found.start()):
        return None  # a year behind a blank: "số …/2025/QĐ-UBND"
    if (
        glued := len(serial) > 4
        and serial[:2] in ("19", "20")
        and _DAY.search(flat, max(0, found.start() - 6), found.start())
    ):
        serial = serial[4:]
    groups, joints, cut = symbol(found["symbol"], glued=bool(year))
    at -= cut
    if _ESCAPED.match(flat, at) or (len(groups) == 1 and not year and _is_word(groups[0])):
        return None
    while more := _apart(flat, at, groups, year):
        groups, joints = (*groups, canonical(more["group"])[0]), (*joints, "-")
        at = more.end("group")
    kind, issuer, term = meaning(groups)
    text = _normal(serial, year, found["joint"].strip(), groups, joints)
    return Number(found.start() + 4 * bool(glued), at, serial, year, groups, text, kind, issuer, term)


def _is_word(group: str) -> bool:
    """Whether letters are no code: of "3 - Giao", an item of a list and its first word."""
    return _WORD.fullmatch(group) is not None and group not in codes() and group not in kinds.symbols()


def _apart(flat: str, at: int, groups: tuple[str, ...], year: str | None) -> re.Match[str] | None:
    """A further code with blanks on both sides of its joint, where nothing else can be meant: "QĐ - UBND"."""
    more = _SPACED.match(flat, at)
    if more is None:
        return None
    known = canonical(more["group"])[0] in codes()
    begun = len(groups) == 1 and groups[0] in kinds.symbols() and (year is not None or known)
    return more if begun or (groups[0].startswith("TTLT") and known) or (len(groups) == 1 and more["dated"]) else None


def _normal(serial: str, year: str | None, joint: str, groups: tuple[str, ...], joints: tuple[str, ...]) -> str:
    """A number as it should be printed; `joint` is what was, behind its serial."""
    kind, issuer, _ = meaning(groups)
    if len(groups) == 2 and kind and issuer and issuer.system == "party" and not year:
        return f"{serial}-{groups[0]}/{groups[1]}"
    before = f"{serial}/{year}/" if year else f"{serial}/"
    apart = not joint and kind is not None  # "489 QĐ/QLTN": the stroke stands one group too far
    if len(groups) == 2 and kind and ((issuer and issuer.system == "state" and groups[0] != "LCT") or apart):
        return f"{before}{groups[0]}-{groups[1]}"
    tail = groups[0] + "".join(j + g for j, g in zip(joints, groups[1:], strict=False))
    return f"{before}{tail}" if year else f"{serial}{joint or '/'}{tail}"
