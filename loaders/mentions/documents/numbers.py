"""Numbers of documents: "66- NQ/TW1" is 66-NQ/TW, a resolution of the Party's centre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.mentions import kinds
from loaders.mentions.documents.issuers import Issuer, codes

# The engine looks fast for a pattern's first character, so what must not stand before a digit is asked behind it.
# A serial, perhaps a year, and one or more groups of letters. A blank may stand on one side of a joint, on both
# sides only of the first ("100 - KL/TW"); a letter that belongs to a word ("NQ/TW - Kết") is no group.
_GROUP = r"[A-ZĐ][A-Za-zĐđÂâÊêÔôƠơƯưĂă]{0,15}\d{0,4}(?![^\W_]|%)"
_GLUED = r"(?<=\d)(?=(?:HD|NQ|KL|QĐ|CT|TB|QC|NĐ|BC|TT)[-/](?:TW|TU|CP|TTg|UBND|HĐND|B[A-Z]))"  # "06HD/TW"
_JOINT = r"(?:[-/]\ ?|\ [-/]|\ ?&\ ?|\.(?=[A-ZĐ]+(?![^\W_])))"
NUMBER = re.compile(
    rf"""(?P<serial>\d(?:(?<![\w%=]\d)|(?<=số\d))(?<!\d[:.,]\d)\d{{0,7}}(?:\.\d{{1,2}})?
            (?:[a-zA-ZĐđ]?(?![\w])|{_GLUED}))
        (?P<year>(?:\ {{0,3}}/\ {{0,3}}|\.|-(?=\d{{4}}/))(?:19|20)\d\d(?!\d))?
        (?P<joint>\ *[-/]\ *|\ (?=(?:NĐ|QĐ|NQ|TT)-)|{_GLUED})
        (?P<symbol>[A-ZĐa-zđ]{{2,3}}\ ?[-/]\ ?[Tt][wu](?!\w)
            |{_GROUP}(?:{_JOINT}{_GROUP})*(?:-(?:19|20)\d\d(?![\w/-]))?)""",
    re.VERBOSE,
)
_SPACED = re.compile(r" *- *(?P<group>[A-ZĐ]{2,12}g?(?!\w))(?P<dated> *,? *(?=ngày +\d))?")
_ESCAPED = re.compile(r" ?-?[A-Z]*%[0-9A-F]{2}")  # the rest of an address: "TT-BL%C4%90TBXH"
_LETTERS = re.compile(r"([A-Za-zĐđ]+?)(\d+)")
_WORD = re.compile(r"[A-ZĐÂÊÔƠƯĂ][a-zđâêôơưă]+")
_BLANK = re.compile(r"[/.…_]\ *$")
_ASSEMBLY = re.compile(r"(QH|UBTVQH|HĐNN)(\d{1,2})")
_FOLD = str.maketrans("đ", "d")


@dataclass(slots=True)
class Number:
    """A document's number at ``start:end`` of a twin.

    `text` is normalised; `kind` the kind of document that its symbol names, if it names one; `issuer` what the code
    of the body in it tells; `joint` the separator as printed, behind the serial or year.
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


@cache
def _canonical() -> dict[str, str]:
    """Groups of letters as folded -> as canonically written ("ctr" -> "CTr", "nd" -> "NĐ")."""
    table: dict[str, str] = {}
    for group in (*kinds.symbols(), *codes()):
        if "-" not in group:
            table.setdefault(_fold(group), group)
    # Where folding meets ("HD", "HĐ"), what is printed exactly is right: `canonical` asks for that first.
    return table


def _fold(group: str) -> str:
    return group.lower().translate(_FOLD)


def canonical(group: str) -> tuple[str, int]:
    """A group as canonically written, and how many glued digits of a footnote mark were taken off its end.

    >>> canonical("TW1"), canonical("TTG"), canonical("QH15")
    (('TW', 1), ('TTg', 0), ('QH15', 0))
    """
    if group in codes() or group in kinds.symbols():
        return group, 0
    digits = _LETTERS.fullmatch(group)
    if group in typos():
        return typos()[group], 0
    if digits and (assembly := _ASSEMBLY.match(group.upper())):
        return assembly[0], len(group) - assembly.end()
    if digits and _fold(digits[1]) in _canonical():
        return canonical(digits[1])[0], len(digits[2])
    return _canonical().get(_fold(group), group), 0


@cache
def typos() -> dict[str, str]:
    """Groups that are plainly mistyped -> what was meant."""
    return dict(kinds.patterns("kinds")["typos"])


def numbers(flat: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Everything in a stretch of a twin that has the shape of a document's number, in order."""
    for found in NUMBER.finditer(flat, start, len(flat) if end is None else end):
        if (number := _read(found)) is not None:
            yield number


def _read(found: re.Match[str]) -> Number | None:
    serial = found["serial"]
    year = found["year"] and found["year"].strip(" /.-")
    if not year and len(serial) == 4 and _BLANK.search(found.string, max(0, found.start() - 4), found.start()):
        return None  # a year behind a blank: "số …/2025/QĐ-UBND"
    printed = re.split(r" ?[-/.&] ?", found["symbol"])
    joints = re.findall(r"[-/.&]", found["symbol"])
    end = found.end()
    groups: list[str] = []
    for i, group in enumerate(printed):
        kept, cut = canonical(group)
        groups.append(kept)
        if cut and i == len(printed) - 1:
            end -= cut
    if year and len(groups) == 1 and (both := _unglued(groups[0])):
        groups, joints = list(both), ["-"]
    if _ESCAPED.match(found.string, end):
        return None
    if len(groups) == 1 and not year and _WORD.fullmatch(groups[0]) and groups[0] not in {**codes(), **kinds.symbols()}:
        return None  # "3 - Giao": an item of a list and its first word
    while more := _apart(found.string, end, groups, year):
        groups.append(canonical(more["group"])[0])
        joints.append("-")
        end = more.end("group")
    return number(found.start(), end, serial, year, found["joint"].strip() or "/", groups, joints)


def _apart(flat: str, at: int, groups: list[str], year: str | None) -> re.Match[str] | None:
    """A further code with blanks on both sides of its joint, where nothing else can be meant: "TTLT - BTC-BNV"."""
    more = _SPACED.match(flat, at)
    if more is None:
        return None
    begun = len(groups) == 1 and groups[0] in kinds.symbols() and year is not None
    known = canonical(more["group"])[0] in codes()
    return more if begun or (groups[0].startswith("TTLT") and known) or (len(groups) == 1 and more["dated"]) else None


def _unglued(group: str) -> tuple[str, str] | None:
    """Kind and body of a group that lost its hyphen ("NĐCP", "TTBTC")."""
    for kind in ("NĐ", "NQ", "QĐ", "TT", "CT", "KH"):
        if group.startswith(kind) and len(group) > 3 and (body := canonical(group[2:])[0]) in codes():
            return kind, body
    return None


def number(
    start: int, end: int, serial: str, year: str | None, joint: str, groups: list[str], joints: list[str]
) -> Number:
    """A number from its printed pieces."""
    kind = kind_of(groups)
    issuer, term = _issuer(groups)
    party = issuer is not None and issuer.system == "party" and not year
    if len(groups) == 2 and kind and party:
        text = f"{serial}-{groups[0]}/{groups[1]}"
    elif len(groups) == 2 and kind and issuer and issuer.system == "state" and groups[0] != "LCT":
        text = f"{serial}/{year + '/' if year else ''}{groups[0]}-{groups[1]}"
    else:
        tail = groups[0] + "".join(j + g for j, g in zip(joints, groups[1:], strict=False))
        text = f"{serial}/{year}/{tail}" if year else f"{serial}{joint}{tail}"
    return Number(start, end, serial, year, tuple(groups), text, kind, issuer, term)


def kind_of(groups: list[str]) -> str | None:
    """The kind that the letters of a number name: of a law or a resolution of the Assembly only the words tell."""
    table = kinds.symbols()
    if len(groups) > 1 and (both := table.get(f"{groups[0]}-{groups[1]}")):
        return both.type
    kind = table.get(groups[0])
    return kind.type if kind else None


def _issuer(groups: list[str]) -> tuple[Issuer | None, str | None]:
    """The body whose code ends a number, or begins it, and the term of an Assembly."""
    table = codes()
    for group in (groups[-1], *groups[1:-1], groups[0]):
        if assembly := _ASSEMBLY.fullmatch(group):
            return table[assembly[1]], roman(int(assembly[2]))
        if group in table and not (group is groups[0] and len(groups) > 1 and group in kinds.symbols()):
            return table[group], None
    last = groups[-1]
    if len(groups) > 1 and last.endswith(("TW", "TU")):
        return table[last[-2:]], None
    return None, None


def roman(number: int) -> str:
    """A Roman number.

    >>> roman(14)
    'XIV'
    """
    out = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += letters * (number // value)
        number %= value
    return out
