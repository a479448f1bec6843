"""Where the parts of a document begin: its title, its grounds, its body, its signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions import kinds
from loaders.mentions.letters import LOWER, UPPER
from loaders.mentions.lexicon import spaced
from loaders.segment import Tree
from loaders.text import Text

_HEAD = 6000  # code points: no header of the genre is longer
_PREAMBLE = 30000  # code points: no grounds are longer
_FORM = " *_-\t#>"
_ENACTS = re.compile(
    r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|KẾT LUẬN|CHỈ THỊ|THÔNG BÁO|HƯỚNG DẪN|BAN HÀNH|QUY ĐỊNH|YÊU CẦU|ĐIỆN) *:(?=[ |]|$)"
    r"|(?:như +sau|sau +đây|dưới +đây|nội +dung +sau|nhiệm +vụ +sau|giải +pháp +sau|kết +luận|yêu +cầu) *:"
)
_BASIS = re.compile(r"[-– ]*(?:Căn +cứ|Xét|Theo +đề +nghị|Trên +cơ +sở|Sau +khi|Thực +hiện|Thi +hành)(?!\w)")
_MARKED = re.compile(
    r"(?:PHẦN|Phần|CHƯƠNG|Chương|ĐIỀU|Điều|MỤC|Mục) +(?:[IVXLC]+|\d+|thứ|THỨ)(?!\w)|(?!V/v)[IVX]+ ?[./)-]"
    r"|\d{1,2}(?:\.\d+)*[./)] ?(?!\d)"
)
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU) +1(?!\d)")
_CHAPTER = re.compile(r"(?:CHƯƠNG|Chương|MỤC|Mục|PHẦN|Phần)\s+[IVXLC\d]+[\s*.:]*$")
_LETTER = re.compile(r"(?:Kính|KÍNH) +(?:gửi|GỬI) *:")
RECIPIENTS = re.compile(r"(?:Nơi +nhận|NƠI +NHẬN|Nơi +gửi) *:")


@dataclass(frozen=True, slots=True)
class Frame:
    """Offsets in the twin. `title` is where the line of the kind stands, or None; `opens`, `closes` as in `Own`.

    A letter has no such line: its `kind_end` is where it names whom it goes to ("Kính gửi").
    """

    title: int | None
    kind: str | None
    kind_end: int
    opens: int
    closes: int

    @property
    def head(self) -> int:
        """Where the header ends at the latest."""
        if self.title is not None:
            return self.title
        return self.kind_end if self.kind else min(self.opens, _HEAD)


@cache
def _titles() -> re.Pattern[str]:
    untitled = ("other", "consolidated")  # of these no text has the word on a line of its own
    parts = ("văn bản", "thông báo kết luận", "thông báo ý kiến")  # what a notice carries begins its title
    shown = [w.upper() for w, k in kinds.words().items() if k.type not in untitled and w not in parts]
    longest_first = "|".join(spaced(w) for w in sorted([*shown, "THÔNG TRI"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{longest_first})(?=\d?(?!\w))(?! *:)")


def frame(tree: Tree) -> Frame:
    """The frame of a text; a text without a header or a signature opens at 0 and closes at its end."""
    title, kind, kind_end = _title(tree.text)
    opens = _opens(tree, kind_end)
    return Frame(title, kind, kind_end, opens, _closes(tree.text, opens))


def starts_line(text: Text, at: int) -> bool:
    """Whether nothing but form (blanks, stars, rules) stands before an offset on its line, or a rule."""
    lines, begin = text.lines, at
    while at > 0 and lines[at - 1] in _FORM:
        at -= 1
    return at == 0 or lines[at - 1] in "\n\r|" or "____" in lines[at:begin] or "-----" in lines[at:begin]


def _title(text: Text) -> tuple[int | None, str | None, int]:
    letter = next((f for f in _LETTER.finditer(text.flat, 0, _HEAD) if starts_line(text, f.start())), None)
    stop = min(_article(text.lines), letter.start() if letter else _HEAD)
    for found in _titles().finditer(text.flat, 0, stop):
        under = _CHAPTER.search(text.lines, max(0, found.start() - 40), found.start())
        if not under and starts_line(text, found.start()) and _alone(text, found.end()):
            word = " ".join(found[0].lower().split())
            return found.start(), kinds.words()[word].type, found.end()
    return (None, "letter", letter.start()) if letter else (None, None, 0)


def _article(printed: str) -> int:
    """Where the first article stands, if a header may stand before it."""
    for found in _ARTICLE.finditer(printed, 0, _HEAD):
        if printed[: found.start()].rstrip(" *#")[-1:] in ("", "\n", "|"):
            return found.start()
    return _HEAD


def _alone(text: Text, at: int) -> bool:
    """Whether a kind ends its line, or its title follows in capitals: "KẾT LUẬN HỘI NGHỊ", not "LUẬT SỐ 5"."""
    stop = text.lines.find("\n", at)
    rest = text.lines[at : stop if stop >= 0 else at + 200].strip(" *_|#\r0123456789")
    return not rest or (rest.isupper() and not rest.startswith("SỐ"))


def _opens(tree: Tree, start: int) -> int:
    """Behind the sentence that enacts ("QUYẾT ĐỊNH:", "… kết luận như sau:"), or before the first marked block."""
    flat = tree.text.flat
    enacts = start
    for block in tree.blocks:
        begin = max(block.start, start)
        if block.end <= start:
            continue
        words = flat[begin : block.end]
        basis = _BASIS.match(words)
        if begin > start + _PREAMBLE or (_MARKED.match(words) and not basis):
            return enacts if enacts > start else begin if begin < _HEAD else start
        found = _ENACTS.search(words) if ":" in words else None
        if found and (begin + found.end() >= block.end - 2 or found[0].isupper()):
            return begin + found.end()
        if basis or (enacts > start and "ban hành" in words):
            enacts = block.end
        elif enacts > start and len(words) > 60:
            return enacts
    return enacts


def _closes(text: Text, opens: int) -> int:
    """Where the recipients or the signature stand, the first behind the body; else the end.

    The gazette leaves the recipients out: those in a form of an annex are not the document's.
    """
    first = next(
        (f.start() for f in RECIPIENTS.finditer(text.flat, opens) if starts_line(text, f.start())), len(text.flat)
    )
    signed = [found for sign in "\n\r|" if (found := _signed(sign).search(text.lines, opens, first))]
    return min((found.start("block") for found in signed), default=first)


@cache
def _signed(sign: str) -> re.Pattern[str]:
    """A signature: in whose name, or a post alone on its line, and a person's name within a few lines.

    Behind the end of a line or a bar: a sign alone is found faster than one of several.
    """
    table = kinds.patterns("posts")
    marks = "|".join(re.escape(m) for m in sorted(table["for"], key=len, reverse=True))
    posts = "|".join(p.replace(" ", r"\s+") for p in sorted(table["posts"], key=len, reverse=True))
    families = "|".join(table["families"])
    name = rf"(?:{families})(?: [{UPPER}][{LOWER}]+){{1,4}}"
    return re.compile(
        rf"{re.escape(sign)}[ *_\-\t#>]*+"
        rf"(?P<block>(?:{marks})\. ?(?=[{UPPER}]{{2}})|T/M +(?=[{UPPER}]{{2}})|(?:{posts})(?=[ *]*\n))"
        rf"(?=[^\n]*(?:\n[^\n]{{0,60}}){{0,12}}?\n[ *]*{name}[ *]*(?:\n|$))"
    )
