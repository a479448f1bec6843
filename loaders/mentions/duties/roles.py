"""What the first words of a task say of the doer's part in it, and whether they bind him."""

from __future__ import annotations

import re

from loaders.mentions.verbs import verbs

_ADVISING = re.compile(r"(?:giúp (?:\w+ ){1,6})?tham mưu(?!, (?!báo cáo|đề xuất|giúp))")
_TOGETHER = re.compile(r"phối hợp chặt chẽ, ")  # among themselves: "Các Bộ A, B phối hợp chặt chẽ, tiếp tục rà soát"
_REACH = 80  # code points: the words that bind stand so near


def role_of(flat: str, at: int, end: int, *, partner: bool) -> str:
    """The doer's part by the first words of the task; `partner` says that a partner follows "phối hợp với".

    >>> role_of("chủ trì, phối hợp", 0, 17, partner=True), role_of("tham mưu Ủy ban", 0, 15, partner=False)
    ('lead', 'advise')
    """
    begin = _over(flat, at, end)
    if "chủ trì" in flat[at:begin].lower():
        return "lead"
    words = flat[begin : begin + 50].lower()
    if words.startswith("phối hợp") and not partner and not _TOGETHER.match(words):
        return "coordinate"
    return "advise" if _ADVISING.match(words) else "lead"


def bound(flat: str, at: int, end: int) -> bool:
    """Whether the words before the task bind the doer: "có trách nhiệm", "cần", "phải"."""
    light = verbs().light.match(flat, at, min(end, at + _REACH))
    return light is not None and verbs().binding.search(light[0]) is not None


def idle(flat: str, start: int, end: int) -> bool:
    """Whether a clause thanks, agrees or informs, and orders nothing."""
    return verbs().idle.match(flat, _over(flat, start, end), end) is not None


def carries(flat: str, at: int, end: int) -> bool:
    """Whether a task carries an act out ("hướng dẫn thi hành") and is no rule for a case."""
    return verbs().carrying.match(flat, _over(flat, at, end), end) is not None


def is_light(words: str) -> bool:
    """Whether words say only how or in which part a task is done ("chủ trì,", "tiếp tục chủ động")."""
    return verbs().light.fullmatch(words) is not None


def _over(flat: str, at: int, end: int) -> int:
    light = verbs().light.match(flat, at, end)
    return light.end() if light else at
