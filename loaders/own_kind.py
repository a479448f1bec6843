"""The kind of a document: by the line of its title, by its number, or as it speaks of itself."""

from __future__ import annotations

import re

from loaders.frame import Frame
from loaders.mentions import kinds
from loaders.mentions.documents.apart import lettered
from loaders.mentions.documents.numbers import Number
from loaders.mentions.lexicon import whole
from loaders.own_number import headed
from loaders.text import Text

_SPEAKS = (
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Thông tư liên tịch",
    "Thông tư",
    "Quyết định",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Hướng dẫn",
    "Kế hoạch",
    "Công điện",
    "Thông báo",
    "Kết luận",
    "Báo cáo",
    "Văn bản hợp nhất",
)
_SELF = re.compile(rf"({whole(_SPEAKS)}) +này(?!\w)")
_SPOKEN = 200_000  # code points in which a text has spoken of itself often enough
_CERTIFIED = re.compile(r"XÁC +THỰC +VĂN +BẢN +HỢP +NHẤT")
_AMENDED_BY = re.compile(r"có +hiệu +lực[^.;:]{5,160}được +sửa +đổi,? +bổ +sung[^.;:]{0,40} +(?:bởi|theo) *:")
_BEGUN = 2500  # code points in which a consolidated text says what amended it
_CARRIES = re.compile(r" *(?:VỀ +)?(?:Ý +KIẾN +)?KẾT +LUẬN(?!\w)", re.IGNORECASE)
_APART = 200  # code points between a number and a title that is not the one it belongs to


def is_consolidated(text: Text, frame: Frame) -> bool:
    """A consolidated text says so in its head or where it is certified, or begins with what amended it."""
    if "VĂN BẢN HỢP NHẤT" in " ".join(text.flat[: frame.head].split()):
        return True
    begun = _AMENDED_BY.search(text.low, frame.kind_end, min(len(text.low), frame.kind_end + _BEGUN))
    return begun is not None or _CERTIFIED.search(text.flat) is not None


def spoken_kind(text: Text, frame: Frame) -> str | None:
    """The kind of its title, or by which the text most often speaks of itself ("Quyết định này")."""
    if frame.kind:
        return frame.kind
    counts: dict[str, int] = {}
    for found in _SELF.finditer(text.flat, 0, _SPOKEN):
        kind = kinds.words()[" ".join(found[1].lower().split())].type
        counts[kind] = counts.get(kind, 0) + 1
    return max(counts, key=lambda k: counts[k]) if counts else None


def own_kind(
    text: Text, frame: Frame, number: Number | None, *, spoken: str | None, consolidated: bool
) -> tuple[str, str | None]:
    """The kind, and that of what it carries: a notice may carry a conclusion."""
    told = number.kind if number else None
    if consolidated or told == "consolidated":
        return "consolidated", None
    if number and told and number.end + _APART < frame.head and not headed(text, frame):
        return told, None
    if number and number.start < frame.head and frame.kind is None and lettered(number):
        return "letter", None
    carries = frame.kind == "notice" and _CARRIES.match(text.flat, frame.kind_end)
    told = spoken if spoken == "letter" else told or spoken
    return frame.kind or told or "other", "conclusion" if carries else None
