"""What a document says of itself: kind, number, date, issuer, signer, title, term, recipients, secrecy."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from loaders.authority import above, authority
from loaders.found import Cited, Doubt, Own
from loaders.frame import Frame, frame, starts_line
from loaders.mentions import kinds
from loaders.mentions.documents.dates import day
from loaders.mentions.documents.issuers import issuer
from loaders.mentions.documents.apart import lettered
from loaders.mentions.documents.numbers import Number, numbers
from loaders.mentions.documents.tails import tail
from loaders.mentions.letters import LOWER, UPPER
from loaders.mentions.places import CENTRE, province, spoken_of
from loaders.segment import Tree
from loaders.signature import signature
from loaders.text import Text

_NUMBER = re.compile(r"(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh) +số|Số|SỐ) *: *|(?:Luật +s|S)ố +(?=\d)")
_WORD = rf"[{UPPER}](?:[^\W_]|\.)*"
_PLACE = rf"(?P<place>(?:(?:Thành|THÀNH) +(?:phố|PHỐ) +)?{_WORD}(?:(?: {{1,2}}| *- *){_WORD}){{0,4}})"
_DATED = re.compile(rf"{_PLACE} *,? *(?=(?:ngày|Ngày) *\d)")
# The same on one line or in one column of it, whatever line stands above.
_DATED_LINE = re.compile(rf"{_PLACE}(?:,\s*|\s+)(?=(?:ngày|Ngày)\s*\d)")
_MONTH = re.compile(r",? *ngày[ .…]*tháng +(\d{1,2}) +năm +(\d{4})")
_BEHIND = re.compile(r"[^\d|]{0,200}?(?=ngày +\d)")
_PASSED = re.compile(r"thông qua +(?=ngày)")
_TERM = re.compile(r"[Kk][Hh][Óó][Aa] +([IVXL]+)(?!\w)")
_SELF = re.compile(
    r"(?<!\w)(Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Quy chế"
    r"|Quy định|Hướng dẫn|Kế hoạch|Công điện|Thông báo|Kết luận|Báo cáo|Văn bản hợp nhất) +này(?!\w)"
)
_ATTACHED = re.compile(r"\( *(?:Ban hành +|Phụ lục +)?[Kk]èm +(?:theo +)?")
_ENTITLED = re.compile(r"[# *]*(?:TOÀN VĂN *:? *)?")
_CONTINUED = re.compile(r"\( *Tiếp +theo +Công +báo")
_CONSOLIDATED = re.compile(r"VBHN")
_CERTIFIED = re.compile(r"XÁC +THỰC +VĂN +BẢN +HỢP +NHẤT")
_AMENDED_BY = re.compile(r"có +hiệu +lực[^.;:]{5,160}được +sửa +đổi,? +bổ +sung[^.;:]{0,40} +(?:bởi|theo) *:")
_CARRIES = re.compile(r" *(?:VỀ +)?(?:Ý +KIẾN +)?KẾT +LUẬN(?!\w)", re.IGNORECASE)
_TITLE_END = re.compile(
    r"(?<=[^\s*|#])[ *]*(?:\n[ *]*\n|\n *[-_*]{3,}|\n *\|"
    r"|\n[*_ -]*(?:Căn cứ|Xét |Kính gửi|Theo đề nghị|Thực hiện |Ngày |Tại )"
    rf"|(?<=[{LOWER}\d])\n[*_ ]*(?:HỘI ĐỒNG|ỦY BAN|CHỦ TỊCH|BỘ TRƯỞNG|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI)(?=[ \n]))"
)
_REGARDING = re.compile(r"V/v *:? *(?=\S)")
_REGARDING_END = re.compile(
    rf"[ *]*(?:\||\n[ *]*\n| {{4,}}|\n[ *]*(?:CỘNG|ĐẢNG|Độc|HỎA|KHẨN|{_WORD}(?: {_WORD}){{0,4}}, *ngày))|$"
)
_HELD = re.compile(
    r"(?:họp|hội nghị|phiên|cuộc|làm việc|tổ chức|kiểm tra)[^.;]{0,200}?(?=(?<!đến )ngày +\d)"
    r"|^[ |]*(?:(?:sáng|chiều|tối|trong|vào) +){0,2}(?=ngày +\d)"
    r"|(?<=\d, )(?=ngày +\d[^.;]{5,160}?(?<!\w)(?:họp|làm +việc|hội +nghị)(?!\w))"
)
_MARK = re.compile(r"^(?:\d{1,2}|\[\d{1,2}\])(?=[ *]*\n)")  # of a footnote, glued to the kind
_TITLE = 700  # code points: a longer "title" is a text whose end was not found


def header(tree: Tree) -> tuple[Own, list[Doubt]]:
    """The text's mention of itself, with where its body begins and ends."""
    return _Reader(tree).own()


@cache
def _stamps() -> re.Pattern[str]:
    words = "|".join(w.replace(" ", " +") for w in kinds.patterns("posts")["stamps"])
    return re.compile(rf"(?:ĐỘ +MẬT *:? *)?(?<!\w)({words})(?!\w)")


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.text: Text = tree.text
        self.flat, self.low = tree.text.flat, tree.text.low
        self.frame: Frame = frame(tree)
        self.spoken = self._spoken()
        self.consolidated = self._is_consolidated()
        self.cited = Cited(0, 0, "other", part="self", form="header", handle="self")
        self.doubts: list[Doubt] = []
        self.signed_at: str | None = None  # the place beside the date, as printed
        self.titled = 0  # where the title ends

    def own(self) -> tuple[Own, list[Doubt]]:
        f, c = self.frame, self.cited
        signed = signature(self.text, f)
        closes = min([f.closes, *(s[0] for s in (signed.behalf,) if s and s[0] >= f.opens)])
        own = Own(c, preamble=(f.title or 0, f.opens), opens=f.opens, closes=closes)
        number = self.number()
        c.type = self.kind(number)
        self.title()
        self.date(number)
        self.held()
        c.signer, own.signer_span, own.signer_post = signed.name, signed.span, signed.post
        own.recipients = signed.recipients
        if told := authority(self.text, f, number, signed, notice=c.type == "notice"):
            own.issuer_span, c.issuer = told
        elif number:
            self.named_behind(own, number)
        self.standing(number)
        self.secrecy()
        return own, self.doubts

    def _is_consolidated(self) -> bool:
        """A consolidated text says so in its head or where it is certified, or begins with what amended it."""
        f = self.frame
        if "VĂN BẢN HỢP NHẤT" in " ".join(self.flat[: f.head].split()):
            return True
        begun = _AMENDED_BY.search(self.low, f.kind_end, min(len(self.low), f.kind_end + 2500))
        return begun is not None or _CERTIFIED.search(self.flat) is not None

    # --- number and kind

    def number(self) -> Number | None:
        found = self._printed(0, self.frame.head)
        if found is None:
            found = (
                self._certified() if self.consolidated else self._entitled() or self._continued() or self._attached()
            )
        if found:
            self.cited.number, self.cited.term = found.text, found.term
            self.cited.start, self.cited.end = found.start, found.end
        return found

    def _printed(self, start: int, end: int) -> Number | None:
        for mark in _NUMBER.finditer(self.flat, start, end):
            if starts_line(self.text, mark.start()):
                found = next(numbers(self.flat, mark.end(), min(mark.end() + 60, len(self.flat))), None)
                if found and found.start <= mark.end() + 2:
                    return found
        return None

    def _certified(self) -> Number | None:
        """A consolidated text of the gazette has its number at its end, where it is certified."""
        for mark in _CONSOLIDATED.finditer(self.flat):
            found = self._printed(max(0, mark.start() - 20), mark.start())
            if found and found.kind == "consolidated":
                return found
        return None

    def _continued(self) -> Number | None:
        """A later part in the gazette begins with what it is a part of, and "(Tiếp theo Công báo số …)"."""
        mark = _CONTINUED.search(self.flat, 0, 2500)
        if mark is None:
            return None
        for found in numbers(self.flat, 0, mark.start()):
            line = max(self.text.lines.rfind("\n", 0, found.start), 0)
            if self._word_before(line, found) in kinds.words():
                return found
        return None

    def _entitled(self) -> Number | None:
        """A web page that opens with "TOÀN VĂN: KẾT LUẬN 155-KL/TW CỦA …"."""
        at = _ENTITLED.match(self.flat)
        start = at.end() if at else 0
        for found in numbers(self.flat, start, min(start + 80, len(self.flat))):
            word = self._word_before(start, found)
            return found if word in kinds.words() and self.flat[start : found.start].isupper() else None
        return None

    def _attached(self) -> Number | None:
        """Without a header, the number that an annex of the text gives: "(Kèm theo Quyết định số 3999/QĐ-BTC …)"."""
        for mark in _ATTACHED.finditer(self.flat):
            found = next(numbers(self.flat, mark.end(), min(mark.end() + 60, len(self.flat))), None)
            word = self._word_before(mark.end(), found) if found else ""
            if word in kinds.words() and kinds.words()[word].type == self.spoken:
                return found
        return None

    def _word_before(self, start: int, found: Number) -> str:
        return " ".join(self.low[start : found.start].split()).removesuffix(":").removesuffix(" số")

    def _spoken(self) -> str | None:
        """The kind of its title, or by which the text most often speaks of itself ("Quyết định này")."""
        if self.frame.kind:
            return self.frame.kind
        counts: dict[str, int] = {}
        for found in _SELF.finditer(self.flat, 0, 200_000):
            kind = kinds.words()[found[1].lower()].type
            counts[kind] = counts.get(kind, 0) + 1
        return max(counts, key=lambda k: counts[k]) if counts else None

    def kind(self, number: Number | None) -> str:
        f = self.frame
        if self.consolidated or (number and number.kind == "consolidated"):
            return "consolidated"
        if (
            number
            and number.kind
            and number.start < f.head
            and number.end + 200 < f.head
            and not self._printed(0, f.head)
        ):
            return number.kind
        if f.kind == "notice" and _CARRIES.match(self.flat, f.kind_end):
            self.cited.carries = "conclusion"
        if number and number.start < f.head and f.kind is None and lettered(number):
            return "letter"
        told = number.kind if number else None
        return f.kind or (self.spoken if self.spoken == "letter" else told or self.spoken) or "other"

    # --- dates

    def date(self, number: Number | None) -> None:
        f, c = self.frame, self.cited
        head = min(f.head, 6000)
        for found in chain(_DATED_LINE.finditer(self.text.lines, 0, head), _DATED.finditer(self.flat, 0, head)):
            dated = day(self.low, found.end())
            if dated and self._alone(found.start()):
                self.signed_at = " ".join(self.flat[found.start("place") : found.end("place")].split())
                c.date = dated.iso
                if dated.iso is None:
                    self.doubts.append(Doubt("date", "There is no such day.", found.end(), dated.end))
                return
        if blank := _MONTH.search(self.flat, 0, f.head):
            c.date = f"{blank[2]}-{int(blank[1]):02}"
        elif number and self._apart(number):
            self._behind(number)
        if c.date is None and c.type in ("law", "code", "resolution", "ordinance", "charter", "constitution"):
            self._passed()

    def _alone(self, at: int) -> bool:
        """Whether an offset begins a line, or a column of one."""
        return starts_line(self.text, at) or self.text.lines[max(0, at - 3) : at] == "   "

    def _apart(self, number: Number) -> bool:
        """Whether the number was read where a consolidated text is certified, or in brackets in an annex."""
        return self.consolidated or self.flat.rfind("(", max(0, number.start - 60), number.start) >= 0

    def _behind(self, number: Number) -> None:
        """A date right behind a number that does not stand in the header."""
        found = _BEHIND.match(self.flat, number.end)
        dated = day(self.low, found.end()) if found else None
        self.cited.date = dated.iso if dated else None

    def _passed(self) -> None:
        """Laws are dated where they were passed: "… kỳ họp thứ 9 thông qua ngày 25 tháng 6 năm 2025"."""
        f = self.frame
        for start, end in ((f.kind_end, f.opens), (max(0, f.closes - 3000), min(len(self.low), f.closes + 800))):
            for found in _PASSED.finditer(self.low, start, end):
                if dated := day(self.low, found.end()):
                    self.cited.date = dated.iso

    def held(self) -> None:
        """The day of the meeting that a conclusion comes from."""
        f, c = self.frame, self.cited
        if c.type != "conclusion" and c.carries != "conclusion":
            return
        start = max(self.titled, f.kind_end)
        opening = self.low[start : max(f.opens, start + 800)]
        found = _HELD.search(opening)
        dated = day(self.low, start + found.end()) if found else None
        c.held = dated.iso if dated else None

    # --- words

    def title(self) -> None:
        f, c = self.frame, self.cited
        if f.title is not None:
            begin = f.kind_end + len(self.text.lines[f.kind_end : f.opens]) - len(self._words_from(f.kind_end))
            end = _TITLE_END.search(self.text.lines, begin + 1, max(f.opens, begin + 1))
            self.titled = end.start() if end else f.opens
            words = " ".join(self.flat[begin : self.titled].split()).strip(" -_:|*")
            c.title = words if 0 < len(words) <= _TITLE else None
            if not c.number:
                c.start, c.end = f.title, f.kind_end
        elif about := _REGARDING.search(self.flat, 0, f.head):
            end = _REGARDING_END.search(self.text.lines, about.end(), f.head)
            words = " ".join(self.flat[about.end() : end.start()].split()) if end else ""
            c.title = words.strip(" -_.*") if 0 < len(words) <= _TITLE else None
        if not c.number:
            term = _TERM.search(self.flat, f.title or 0, f.opens)
            c.term = term[1] if term and c.type in ("conclusion", "resolution", "programme") else None

    def _words_from(self, at: int) -> str:
        return _MARK.sub("", self.text.lines[at : self.frame.opens]).lstrip(" \n\r\t*|#_-")

    def secrecy(self) -> None:
        for found in _stamps().finditer(self.flat, 0, min(3000, max(self.frame.head, 400))):
            behind = self.text.lines[found.end() : found.end() + 4].lstrip(" *\r")
            if starts_line(self.text, found.start()) and behind[:1] in ("\n", "|", ""):
                self.cited.secrecy = " ".join(found[1].split())
                return

    def named_behind(self, own: Own, number: Number) -> None:
        """The body named behind a number that an annex gives: "(Kèm theo Công văn số 5435/CT-NVT … của Cục Thuế)"."""
        behind = tail(self.flat, self.low, number.end)
        if behind.body:
            own.issuer_span = (behind.of, behind.body.end)
            self.cited.issuer = " ".join(self.flat[behind.of : behind.body.end].split())

    # --- standing

    def standing(self, number: Number | None) -> None:
        """Issuer, level, system and jurisdiction, from the issuer's own words, its code, and the place of signing."""
        c = self.cited
        known = issuer(c.issuer, c.issuer.lower(), 0) if c.issuer else None
        for told in (known, number.issuer if number else None):
            if told:
                c.level, c.system = c.level or told.level, c.system or told.system
                c.jurisdiction = c.jurisdiction or told.jurisdiction
        if c.level == "central":
            c.jurisdiction = CENTRE
        if c.jurisdiction is None:
            c.jurisdiction = next((i.jurisdiction for i in above(self.text, self.frame) if i.jurisdiction), None)
        local = c.level or (number and number.issuer)  # the code of a central body tells its level
        if c.jurisdiction is None and local and self.signed_at:
            c.jurisdiction = province(self.signed_at) or self.signed_at
        if c.jurisdiction is None and c.level in ("provincial", "district", "commune"):
            c.jurisdiction = spoken_of(self.flat, self.low)
