"""Where one sentence ends and the next begins, on the twin.

A full stop, a question mark or a semicolon before a capital ends a sentence – but not the stop of an abbreviation
("TP. Hồ Chí Minh"), not an initial, and not a semicolon inside brackets.
"""

from __future__ import annotations

import re

CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

# Most stops stand in numbers and abbreviations: what follows them tells at once.
_CUT = re.compile(rf"[.!?…;](?=[”\"’')\] ])[”\"’')\]]*+ ++(?=[“\"‘(\[]?[{CAPITAL}])")
_SHORT = re.compile(
    rf"(?:\b(?:[{CAPITAL}]|TP|Tp|tp|TX|TT|TS|ThS|PGS|GS|BS|KS|CN|Ths|ThS|NXB|Nxb|Tr|tr|Cty|CT|đ/c|Đ/c|St|No|Dr|Mr|Ms|T\.Ư)"
    r"|\b[vV]\.[vV])\.$"
)
_BRACKET = 400  # code points: a bracket that stays open for longer was never closed


def cuts(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """The gaps between the sentences of ``start:end``: where one ends and where the next begins.

    >>> cuts("Ở TP. Huế; đã họp. Nay giao Sở Y tế (Kế hoạch 1; Kế hoạch 2).", 0, 61)
    [(18, 19)]
    """
    found: list[tuple[int, int]] = []
    if _CUT.search(flat, start, end) is None:  # as in nearly all blocks
        return found
    last = start
    for cut in _CUT.finditer(flat, start, end):
        at = cut.start() + 1
        if flat[cut.start()] == "." and _SHORT.search(flat, max(start, at - 6), at):
            continue
        opened = flat.rfind("(", max(last, at - _BRACKET), at)
        if opened >= 0 and flat.find(")", opened, cut.end()) < 0:
            continue
        last = cut.end()
        found.append((cut.start() + len(cut[0].rstrip()), last))
    return found
