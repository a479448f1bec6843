"""Citations of what a congress or a plenum of the Party passed, named after it."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.documents.printed import plain
from loaders.mentions.places import area
from loaders.text import Text

# A bracket may close only where one opens: "(Điều lệ Đảng khóa II)" closes another.
TERM = re.compile(r",? *(?P<bracket>\( *)?khóa +(?P<term>[ivxl]+)(?!\w)(?(bracket)(?: *\))?)")
_ORDINAL = r"(?:[ivxl]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: +(?:một|hai|ba|tư|bốn|lăm))?)(?!\w)"
_CONGRESS = re.compile(r" +(?:của +)?đại +hội(?!\w)")
_CONGRESS_PART = re.compile(
    rf"(?P<ordinal>(?:,| +và)? *(?:lần +thứ +{_ORDINAL}|(?:lần +)?(?<=\s)[ivxl]+(?!\w)))"
    r"|(?P<years>,? *(?:\( *)?nhiệm +kỳ +\d{4} *- *\d{4}(?: *\))?)"
    r"| +(?:đại +biểu|toàn +quốc|của +đảng(?: +cộng +sản +việt +nam)?|đảng +cộng +sản +việt +nam)(?!\w)"
    r"|(?P<branch> +(?:của +)?đảng +bộ)(?!\w)"
)
_PLENUM = re.compile(
    rf" +(?:của +)?(?:hội +nghị +)?(?:lần +thứ +(?P<n>{_ORDINAL}),? *)?(?:của +)?(?:ban +chấp +hành +|bch +)?"
    rf"trung +ương(?: +đảng)?(?:,? *(?:lần +thứ +)?(?P<m>{_ORDINAL}))?"
)
_LOCAL_PLENUM = re.compile(
    r" +hội +nghị +(?:ban +chấp +hành +)?(?P<body>thành +ủy|tỉnh +ủy|đảng +bộ +\w+(?: +\w+)?)"
    rf" +lần +thứ +(?P<n>{_ORDINAL})"
)
_NEXT_TERM = re.compile(r"(?: *, *| +và +)(?:khóa +)?(?P<term>[ivxl]+)(?!\w)")


def congress(text: Text, start: int, end: int, kind: str) -> list[Cited]:
    """A resolution of a congress: "Nghị quyết Đại hội lần thứ XVI Đảng bộ thành phố"; it must say which."""
    begun = _CONGRESS.match(text.low, end)
    if not begun:
        return []
    here, years, branch = begun.end(), False, False
    ordinals: list[re.Match[str]] = []
    while part := _CONGRESS_PART.match(text.low, here):
        here = part.end()
        ordinals += [part] if part["ordinal"] else []
        years = years or part["years"] is not None
        if part["branch"]:
            branch = True
            place = area(text.flat, text.low, here)
            here = place.end if place else here
    shown = text.flat[start].isupper()
    if not ordinals and not (years and shown):
        return []
    found = _congresses(text, start, here, ordinals, kind)
    for cited in found:
        cited.system, cited.level = "party", None if branch else "central"
    return found


def _congresses(text: Text, start: int, end: int, ordinals: list[re.Match[str]], kind: str) -> list[Cited]:
    """One citation for each ordinal: "Nghị quyết Đại hội XII, XIII của Đảng" is two, with one name but for it."""
    if len(ordinals) < 2:
        return [plain(text, start, end, kind)]
    found: list[Cited] = []
    head, tail_ = text.flat[start : ordinals[0].start()], text.flat[ordinals[-1].end() : end]
    for i, ordinal in enumerate(ordinals):
        number = ordinal[0].strip(" ,")
        at = ordinal.start() + ordinal[0].index(number) if i else start
        cited = plain(text, at, end if i + 1 == len(ordinals) else ordinal.end(), kind)
        cited.name = " ".join(f"{head} {text.flat[ordinal.end() - len(number) : ordinal.end()]}{tail_}".split())
        cited.form = "list" if i else "name"
        found.append(cited)
    return found


def plenum(text: Text, start: int, end: int, kind: str) -> list[Cited]:
    """A resolution or conclusion of a plenum: "Nghị quyết Trung ương 4 khóa XI, XII" is two."""
    low = text.low
    found = _PLENUM.match(low, end) or _LOCAL_PLENUM.match(low, end)
    if not found:
        return []
    told = found.groupdict()
    term = TERM.match(low, found.end())
    if not (told["n"] or told.get("m")) or (term is None and "body" not in told and text.flat[start].islower()):
        return []
    stop = term.end() if term else found.end()
    cited = plain(text, start, stop, kind)
    cited.term = term["term"].upper() if term else None
    cited.system, cited.level = "party", "provincial" if "body" in told else "central"
    return [cited, *_later_terms(text, cited, term)] if term else [cited]


def _later_terms(text: Text, first: Cited, term: re.Match[str]) -> list[Cited]:
    """ "khóa XI, XII": the same plenum of later terms."""
    found: list[Cited] = []
    end = first.end
    while more := _NEXT_TERM.match(text.low, end):
        name = f"{text.flat[first.start : term.start('term')]}{text.flat[slice(*more.span('term'))]}"
        at = more.start() + more[0].find("khóa") if "khóa" in more[0] else more.start("term")
        end = more.end()
        found.append(
            Cited(
                at,
                end,
                first.type,
                form="list",
                name=" ".join(name.split()),
                term=more["term"].upper(),
                system=first.system,
                level=first.level,
            )
        )
    return found
