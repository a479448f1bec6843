"""Vietnamese before Unicode: TCVN3 (ABC), VNI, VISCII and VPS, recognised by their content, never guessed."""

from __future__ import annotations

import re

# Letters that only a Unicode text has: a text with some of them is not mended, whatever else stands in it.
_UNICODE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăđơư\u0309\u0323]", re.I)
# Words that no Vietnamese text of some length is without: what a conversion yields must read as Vietnamese.
_WORDS = re.compile(r"\b(?:của|và|các|về|số|ngày|theo|được|không|cho|những)\b", re.I)
_SAMPLE = 200_000  # code points that are looked at


def mend(text: str) -> str:
    """A text that was decoded byte by byte, or drawn in an old font, in Unicode; any other text as it is."""
    if _UNICODE.search(text[:_SAMPLE]):
        return text
    import viparse

    found = viparse.detect_text_encoding(text[:_SAMPLE])
    if not found:
        return text
    mended = str(viparse.fix(text, encoding=found))
    return mended if len(_WORDS.findall(mended[:_SAMPLE])) >= 2 and "\ufffd" not in mended else text


def decode(data: bytes) -> str | None:
    """The text of bytes in a Vietnamese encoding before Unicode, or None where they are none."""
    text = data.decode("cp1252", errors="replace") if b"\x81" not in data else data.decode("latin-1")
    mended = mend(text)
    return mended if mended != text else None
