"""Which part of a document a block belongs to: its front, its grounds, its body, its recipients, an annex."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from loaders.signs import closes, ends

Zone = Literal["front", "basis", "body", "recipients", "annex"]

_BASIS = re.compile(r"[-“\"]* *(?:Căn cứ|Xét|Theo đề nghị|Trên cơ sở|Sau khi)\b")
# A heading that opens an annex wherever it stands ...
_ANNEX = re.compile(
    r"(?:PHỤ LỤC|PHỤ BIỂU|BIỂU MẪU|DANH MỤC|MẪU SỐ)\b|Phụ lục(?: (?:số )?[IVXLA-D\d.]+)?\W*$"
    r"|(?:Mẫu số|Biểu số) [\d.]+[a-z]?(?:\W*$|[.:])"
)
# ... and behind the signature.
_LISTED = re.compile(r"(?:Phụ lục|Danh mục|Biểu mẫu|Mẫu số|Biểu số|Mẫu)\b")
# What a document promulgates stands behind its signature under a heading of its own.
_ATTACHED = re.compile(
    r"(?:QUY ĐỊNH|QUY CHẾ|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|ĐIỀU LỆ|HƯỚNG DẪN|BIỂU|BẢNG|CHIẾN LƯỢC"
    r"|PHƯƠNG ÁN|QUY TRÌNH|DANH SÁCH"
    r"|TỔNG HỢP|NỘI DUNG|MỘT SỐ|THÔNG TIN)\b|\(?(?:Ban hành )?[Kk]èm theo (?:Quyết|Nghị|Thông|Kế|Công"
    r"|Văn|Tờ|Chỉ|Kết|Báo)"
)
_SIGNATURE = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ|Q)\.? +(?=[A-ZĐÀ-Ỹ]{2})")
_UNNUMBERED = ("paragraph", "dash", "plus", "footnote")
_LINE = 120  # code points of the heading of an annex ...
_BLOCK = 80  # ... and of the first line of a signature
_TITLE = 60  # code points: front matter longer than this that ends as a sentence does is already running text


@dataclass(slots=True)
class Zones:
    """The zone of each block in turn.

    `opened` once a marked item of the body has been seen; `cell` where a table is read, `rows` where it has several.
    """

    zone: Zone = "front"
    opened: bool = False
    cell: bool = False
    rows: bool = False

    def enter(self, words: str, kind: str) -> Zone:
        """The zone of the next block, given the words of its first line and the kind of its marker."""
        plain = kind == "paragraph"
        if plain and closes(words):
            self.zone = "recipients"
        elif self.zone == "recipients":
            self.zone = self._late(words, kind)
        elif self.zone in ("front", "basis") or (self.zone == "body" and not self.opened):
            self.zone = self._early(words, kind)
        elif plain and len(words) < _LINE:
            self.zone = self._turned(words)
        if self.zone == "body" and kind not in _UNNUMBERED:
            self.opened = True
        return self.zone

    def settle(self, words: str, kind: str, *, cell: bool) -> Zone:
        """The zone of a block that is now complete: running text in front, unlike a title, is the body already."""
        running = kind == "paragraph" and len(words) > _TITLE and not words.isupper() and ends(words)
        if self.zone == "front" and running and not cell:
            self.zone = "body"
        return self.zone

    def _turned(self, words: str) -> Zone:
        """Behind the beginning of the body, or in an annex: the signature or an annex opens, or nothing changes."""
        if words.isupper() and len(words) < _BLOCK and _SIGNATURE.match(words):
            return "recipients"
        if self.zone == "body" and words[-1] not in ".;,:" and _ANNEX.match(words):
            return "annex"
        return self.zone

    def _early(self, words: str, kind: str) -> Zone:
        if kind in ("paragraph", "dash") and _BASIS.match(words):
            return "basis"
        if self.zone == "body" and kind == "paragraph" and words.isupper() and _SIGNATURE.match(words):
            return "recipients"
        if self.cell and self.zone == "front":
            return "front"
        if kind not in ("paragraph", "dash", "plus") or self.zone != "front":
            return "body"
        return "front"

    def _late(self, words: str, kind: str) -> Zone:
        """Behind the recipients: still they and the signature, a footnote of the body, or an annex."""
        if kind == "footnote":
            return "body"
        if self.rows or _ANNEX.match(words) or _LISTED.match(words) or _ATTACHED.match(words):
            return "annex"
        if self.cell or kind in ("dash", "plus"):
            return "recipients"
        return "annex" if kind != "paragraph" or len(words) > 150 else "recipients"
