"""How a name becomes part of an id: folding, slugs, numbers, places.

Identity folds a name by case, composition (NFC) and the placement of the tone mark, by nothing else: Hưng is not
Hùng. Search folds all accents (`plain`). Both are pure functions of the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import sha256

from graph.registry import table

# Both placements of a tone on oa, oe, uy -> the one that is kept, on the first vowel ("hóa", "ủy").
_PAIRS = {"oa": "óòỏõọ,áàảãạ", "oe": "óòỏõọ,éèẻẽẹ", "uy": "úùủũụ,ýỳỷỹỵ"}
_TONES = {
    pair[0] + second: first + pair[1]
    for pair, marks in _PAIRS.items()
    for first, second in zip(*marks.split(","), strict=True)
}
_TONES |= {old.upper(): new.upper() for old, new in _TONES.items()} | {
    old.capitalize(): new.capitalize() for old, new in _TONES.items()
}
# "quý" keeps its mark on y (q-u is a consonant), and a letter behind (oán, uýt) settles the placement.
# Two sets of letters find a pair several times faster than all pairs by name; `_TONES` tells which are pairs.
# What stands before the pair is asked last: a pattern that begins with it has no set to run ahead by.
_MARKED = "".join(sorted({pair[1] for pair in _TONES}))
_TONE = re.compile(rf"[oOuU][{_MARKED}](?<![qQ]..)(?![^\W\d_])", re.DOTALL)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_NOT_ASCII = re.compile(r"[^a-zA-Z0-9.]+")
LONGEST = 80


def fold_tones(text: str) -> str:
    """One placement of the tone mark, same length.

    >>> fold_tones("Uỷ ban hoà giải, quý III")
    'Ủy ban hòa giải, quý III'
    """
    return _TONE.sub(lambda m: _TONES.get(m[0], m[0]), text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A name as identity compares it: small letters, NFC, one placement of the tone mark, single blanks.

    >>> fold("Uỷ ban  Nhân dân"), fold("Quý") == fold("quý"), fold("Hưng") == fold("Hùng")
    ('ủy ban nhân dân', True, False)
    """
    return unicodedata.normalize("NFC", tidy(text).lower())


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """A name as it is shown: NFC, one placement of the tone mark, Đ for the Icelandic Ð, single blanks.

    >>> tidy("Uỷ ban  Nhân dân"), tidy("THÀNH UỶ")
    ('Ủy ban Nhân dân', 'THÀNH ỦY')
    """
    composed = unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ")
    return _SPACES.sub(" ", fold_tones(composed)).strip()


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A text as search compares it: `fold` without any accent, and d for đ.

    >>> plain("Sở Du lịch, Đồ Sơn")
    'so du lich, do son'
    """
    parts = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """The folded name with hyphens between its words, diacritics kept; a long one is cut and told apart by a hash.

    >>> slug("Sở Du lịch"), slug("Hội nghị (lần thứ 13), khoá XVI")
    ('sở-du-lịch', 'hội-nghị-lần-thứ-13-khóa-xvi')
    """
    whole = "-".join(_WORD.findall(fold(text)))
    if len(whole) <= LONGEST:
        return whole
    return f"{whole[:LONGEST].rsplit('-', 1)[0]}-{digest(whole)}"


@lru_cache(maxsize=4096)
def place(jurisdiction: str | None) -> str | None:
    """The ASCII slug of a jurisdiction; None stays None.

    >>> place("Hải Phòng"), place("trung ương"), place("TP. Hồ Chí Minh"), place("tỉnh Thừa Thiên - Huế")
    ('hai-phong', 'trung-uong', 'ho-chi-minh', 'hue')
    """
    if jurisdiction is None:
        return None
    words = re.sub(r"^(?:thành phố|tỉnh|tp\.?)\s+", "", fold(jurisdiction))
    found = _ascii(words)
    return _renamed().get(found, found) or None


def _ascii(words: str) -> str:
    return _NOT_ASCII.sub("-", plain(words)).strip("-.")


@cache
def _renamed() -> dict[str, str]:
    """Slugs of other names of a place -> the slug of its name."""
    return {_ascii(also): _ascii(row["name"]) for row in table("places")["same"] for also in row["also"]}


def number_slug(number: str) -> str:
    """A number as it stands in an id.

    >>> number_slug("71/2025/QĐ-UBND"), number_slug("08-NQ/TU")
    ('71-2025-QD-UBND', '08-NQ-TU')
    """
    composed = unicodedata.normalize("NFC", number)
    parts = unicodedata.normalize("NFD", re.sub("[ĐÐ]", "D", re.sub("[đð]", "d", composed)))
    return _NOT_ASCII.sub("-", "".join(c for c in parts if not unicodedata.combining(c))).strip("-.")


def digest(text: str) -> str:
    """Eight hex digits that stand for a text in an id."""
    return sha256(text.encode()).hexdigest()[:8]
