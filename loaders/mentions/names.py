"""Citations by proper name: laws, the Constitution, charters, congress and plenum resolutions, rules, treaties."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions import laws
from loaders.mentions.issuers import issuer
from loaders.mentions.numbered import fill
from loaders.mentions.numbers import numbers
from loaders.mentions.places import area
from loaders.mentions.tails import tail
from loaders.text import Text

_TO_COME = re.compile(r"(?:dự +án|dự +thảo|đề +nghị +xây +dựng|xây +dựng|soạn +thảo|hồ +sơ)(?: +(?:các|về))? *$")
_SO = re.compile(r" *,? *\(?(?:(?:bộ +luật|luật|pháp +lệnh) +)?(?:số *:? *)?(?=\d{1,3} ?/ ?\d{4} ?/)")
_PLURAL = re.compile(r"các *$")
_ITEM = re.compile(r"(?:,|;| +và|:) *")
_ENACTS = re.compile(r"(?:quốc +hội|thường +vụ +quốc +hội) +ban +hành *$")

_CONSTITUTION = re.compile(r"(?: +nước +cộng +hòa +xã +hội +chủ +nghĩa +việt +nam)?(?! +của +các)")
_CHARTER = re.compile(
    r" +(?:đảng(?: +cộng +sản +việt +nam)?|mặt +trận +tổ +quốc +việt +nam|công +đoàn +việt +nam|đoàn +tncs +hồ +chí +minh"
    r"|đoàn +thanh +niên +cộng +sản +hồ +chí +minh|hội +(?:liên +hiệp +phụ +nữ|nông +dân|cựu +chiến +binh) +việt +nam)(?!\w)"
)
_ORDINAL = r"(?:[ivxl]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: +(?:một|hai|ba|tư|bốn|lăm))?)(?!\w)"
_CONGRESS = re.compile(r" +(?:của +)?đại +hội(?!\w)")
_CONGRESS_PART = re.compile(
    rf"(?P<ordinal>,? *(?:lần +thứ +{_ORDINAL}|(?:lần +)?(?<=\s)[ivxl]+(?!\w)))"
    r"|(?P<years>,? *(?:\( *)?nhiệm +kỳ +\d{4} *- *\d{4}(?: *\))?)"
    r"| +(?:đại +biểu|toàn +quốc|của +đảng(?: +cộng +sản +việt +nam)?|đảng +cộng +sản +việt +nam)(?!\w)"
    r"|(?P<branch> +(?:của +)?đảng +bộ)(?!\w)"
)
_PLENUM = re.compile(
    rf" +(?:của +)?(?:hội +nghị +)?(?:lần +thứ +(?P<n>{_ORDINAL}),? *)?(?:của +)?(?:ban +chấp +hành +|bch +)?trung +ương(?: +đảng)?"
    rf"(?:,? *(?:lần +thứ +)?(?P<m>{_ORDINAL}))?"
)
_LOCAL_PLENUM = re.compile(
    rf" +hội +nghị +(?:ban +chấp +hành +)?(?P<body>thành +ủy|tỉnh +ủy|đảng +bộ +\w+(?: +\w+)?) +lần +thứ +(?P<n>{_ORDINAL})"
)
_TERM = re.compile(r",? *\(? *khóa +(?P<term>[ivxl]+)(?!\w) *\)?")
_NEXT_TERM = re.compile(r"(?: *, *| +và +)(?:khóa +)?(?P<term>[ivxl]+)(?!\w)")
_RULES = re.compile(r" +làm +việc +của +")
_TREATY_OPEN = re.compile(
    r" +(?=[A-ZĐÀ-Ỹ]|giữa +|gia +nhập +|thành +lập +|về +[A-ZĐ]|tạo +thuận |vận +tải +|khung +|chung +|tránh +|cấm |bảo +hộ )"
)
_TREATY_END = re.compile(
    r"[.;:()|\"“”\[\]!?\d]|, (?!thương mại|đầu tư|sản xuất|tàng trữ|sử dụng)| +(?:đã|được|có|quy +định|theo|tại|để|là|thì|sau|trước|nêu"
    r"|này|ngày|ký|số|căn +cứ|trong|đối|cho|khi|không|mà|với +các|như|hoặc|và +(?:các|quy|pháp|nghị|hiệp|thông|điều|công|những|văn|bản))(?!\w)"
)
_COUNTRY = re.compile(r" +của +nước +cộng +hòa +xã +hội +chủ +nghĩa +việt +nam")


def law(text: Text, start: int, end: int, word: str) -> list[Cited]:
    """Laws by name behind the word for them at ``start:end``, each with what tells it apart."""
    flat, low = text.flat, text.low
    while low[end : end + 1] == " ":
        end += 1
    if flat[start].islower() and not flat[end : end + 1].isupper():
        return []
    kind = laws.WORDS[word]
    label = "Bộ luật" if kind == "code" else "Luật" if kind == "law" else "Pháp lệnh"
    if title := laws.amending(flat, low, end, label):
        return _amending(text, start, title, kind)
    listed = _PLURAL.search(low, max(0, start - 6), start)
    if listed and low[end : end + 1] == ":":
        end += 1
        while low[end : end + 1] == " ":
            end += 1
    named = laws.law(flat, low, end, kind)
    if named is None or (flat[start].islower() and not named.known):
        return []
    if _TO_COME.search(low, max(0, start - 30), start):
        return []
    found = [_law(text, start, named, kind, label)]
    while listed and (item := _ITEM.match(low, found[-1].end)):
        member = laws.law(flat, low, item.end(), kind)
        if member is None or not member.known or not flat[item.end()].isupper():
            break
        found.append(_law(text, item.end(), member, kind, label))
        found[-1].form = "list"
    return found


def _law(text: Text, start: int, named: laws.Named, kind: str, label: str) -> Cited:
    cited = Cited(start, named.end, kind, form="name", name=f"{label} {named.name}")
    return _told(text, cited, laws.revised(text.low, named.end))


def _told(text: Text, cited: Cited, end: int) -> Cited:
    """Number, date and issuer behind a name, in any order; a revision is part of the name."""
    if end > cited.end:
        cited.name = f"{cited.name} (sửa đổi)"
    behind = tail(text.flat, text.low, end, named=True)
    so = _SO.match(text.low, behind.end)
    number = next(numbers(text.flat, so.end(), min(so.end() + 40, len(text.flat))), None) if so else None
    if so and number and number.start == so.end():
        cited.number, cited.form = number.text, "full"
        stop = number.end
        if "(" in so[0] and text.flat[stop : stop + 1] == ")":
            stop += 1
        after = tail(text.flat, text.low, stop)
        after.dated = after.dated or behind.dated
        behind = after
        cited.term = number.term
    term = cited.term
    fill(cited, text, behind)
    cited.term = term
    return cited


def _amending(text: Text, start: int, title: laws.Amending, kind: str) -> list[Cited]:
    """A law that amends others: one citation, unless its targets carry numbers of their own."""
    if _TO_COME.search(text.low, max(0, start - 30), start):
        return []
    whole = Cited(start, title.end, kind, form="name", name=title.name)
    enacted = _ENACTS.search(text.low, max(0, start - 50), start)
    if title.numbered and (enacted or len(title.numbered) > 1 or title.numbered[0] < title.end):
        # "… của Luật A số 1/2024/QH15, Luật B số …": the numbers are theirs, and they are citations of their own.
        whole.end = title.own_end
        return [whole]
    return [_told(text, whole, title.end)]


def constitution(text: Text, start: int, end: int) -> list[Cited]:
    """The Constitution, with or without its full name and year."""
    found = _CONSTITUTION.match(text.low, end)
    if found is None:
        return []
    cited = Cited(start, found.end(), "constitution", form="name", name="Hiến pháp")
    fill(cited, text, tail(text.flat, text.low, found.end(), named=True))
    if cited.date:
        cited.name = f"Hiến pháp năm {cited.date[:4]}"
    return [cited]


def charter(text: Text, start: int, end: int) -> list[Cited]:
    """The charter of the Party, the Front or a mass organisation."""
    found = _CHARTER.match(text.low, end)
    return [_plain(text, start, found.end(), "charter")] if found else []


def _plain(text: Text, start: int, end: int, kind: str) -> Cited:
    name = " ".join(text.flat[start:end].split())
    name = name[0] + name[1:].lower() if name.isupper() else name[0].upper() + name[1:]
    return Cited(start, end, kind, form="name", name=name)


def congress(text: Text, start: int, end: int, kind: str) -> list[Cited]:
    """A resolution of a congress: "Nghị quyết Đại hội lần thứ XVI Đảng bộ thành phố"; it must say which."""
    begun = _CONGRESS.match(text.low, end)
    if not begun:
        return []
    here, which, branch = begun.end(), False, False
    ordinals: list[re.Match[str]] = []
    while part := _CONGRESS_PART.match(text.low, here):
        here = part.end()
        if part["ordinal"]:
            ordinals.append(part)
        which = which or bool(part["ordinal"] or part["years"])
        if part["branch"]:
            branch = True
            place = area(text.flat, text.low, here)
            here = place.end if place else here
    if not which or (text.flat[start].islower() and not text.flat[begun.end() - 3].isupper() and not ordinals):
        return []
    cited = _plain(text, start, here, kind)
    cited.system = "party"
    cited.level = None if branch else "central"
    return [cited]


def plenum(text: Text, start: int, end: int, kind: str) -> list[Cited]:
    """A resolution or conclusion of a plenum: "Nghị quyết Trung ương 4 khóa XI, XII" is two."""
    low = text.low
    found = _PLENUM.match(low, end) or _LOCAL_PLENUM.match(low, end)
    if not found:
        return []
    groups = found.groupdict()
    term = _TERM.match(low, found.end())
    if not (groups["n"] or groups.get("m")) or (term is None and "body" not in groups and text.flat[start].islower()):
        return []
    stop = term.end() if term else found.end()
    if term and term[0].count("(") < term[0].count(")"):
        stop = term.end("term")
    cited = _plain(text, start, stop, kind)
    cited.term = term["term"].upper() if term else None
    central = "body" not in groups
    cited.system, cited.level = "party", "central" if central else "provincial"
    listed = [cited]
    while term and (more := _NEXT_TERM.match(low, listed[-1].end)):
        name = text.flat[start : term.start("term")] + text.flat[slice(*more.span("term"))]
        at = more.start() + more[0].lower().find("khóa") if "khóa" in more[0] else more.start("term")
        member = Cited(at, more.end(), kind, form="list", name=" ".join(name.split()), term=more["term"].upper())
        member.system, member.level = cited.system, cited.level
        listed.append(member)
    return listed


def rules(text: Text, start: int, end: int) -> list[Cited]:
    """The working rules of a named body, with its term: "Quy chế làm việc của Ban Chấp hành … khóa XVI"."""
    of = _RULES.match(text.low, end)
    body = issuer(text.flat, text.low, of.end()) if of else None
    if of is None or body is None:
        return []
    stop = body.end
    while more := re.compile(r"(?: *,| +và) +(?=[A-ZĐ])").match(text.flat, stop):
        other = issuer(text.flat, text.low, more.end())
        if other is None or other.level != body.level or body.level is None:
            break
        stop = other.end
    behind = tail(text.flat, text.low, stop)
    cited = _plain(text, start, behind.end, "rules")
    fill(cited, text, behind)
    cited.issuer = " ".join(text.flat[of.end() : stop].split())
    cited.level, cited.system, cited.jurisdiction = body.level, body.system, body.jurisdiction
    return [cited]


def treaty(text: Text, start: int, end: int) -> list[Cited]:
    """An international treaty by name."""
    flat, low = text.flat, text.low
    begun = _TREATY_OPEN.match(flat, end)
    if not begun:
        return []
    known = laws.treaty(low, begun.end())
    limit = min(len(flat), begun.end() + 220)
    stop = _TREATY_END.search(low, known or begun.end(), limit)
    here = known or (stop.start() if stop else limit)
    if known is None and (stop is None or here - begun.end() < 3):
        return []
    if country := _COUNTRY.match(low, here):
        here = country.end()
    cited = _plain(text, start, start + len(flat[start:here].rstrip(" ,")), "other")
    behind = tail(flat, low, cited.end, named=True)
    if behind.dated:
        cited.end, cited.date = behind.end, behind.dated.iso
    return [cited]
