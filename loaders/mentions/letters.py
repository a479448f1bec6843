"""Letters of Vietnamese by case, for character classes: ranges such as ``À-Ỹ`` hold both cases."""

from __future__ import annotations

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _letters() -> str:
    from unicodedata import normalize

    return "".join(normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES) + "bcdđfghjklmnpqrstvwxz"


LOWER = _letters()
UPPER = LOWER.upper()
LETTER = r"[^\W\d_]"  # any letter, as a pattern
