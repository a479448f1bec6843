"""What opens a paragraph or an item: its marker, and whether a line goes on with the sentence above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.sentences import CAPITAL

# Rank of a marker: the smaller, the higher in the tree. A paragraph without a marker hangs on the last marker.
RANKS = {
    "part": 10,
    "chapter": 20,
    "section": 30,
    "upper": 30,
    "roman": 40,
    "article": 50,
    "number": 60,
    "decimal": 70,
    "paren": 80,
    "letter": 90,
    "dash": 100,
    "plus": 110,
}
PARAGRAPH = 200

_MARKER = re.compile(
    rf"""(?P<part>PHẦN|Phần)\ +(?:thứ|THỨ)?\ *(?:[IVX\d]+|nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)\b
      | (?P<chapter>CHƯƠNG|Chương)\ +[IVXLC\d]+\b
      | (?P<section>MỤC|Mục|TIỂU\ MỤC|Tiểu\ mục)\ +[IVXLC\d]+(?=[.:\ ]|$)
      | (?P<article>ĐIỀU|Điều)\ +\d+[a-zđ]?\ *(?:[.:]|$)
      | (?P<roman>[IVX]+)\ ?[./)-](?:\ |$|(?=[{CAPITAL}]{{2}}))
      | (?P<upper>[A-HĐKLM])\.\ (?=[{CAPITAL}])
      | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}})+)\.?(?=[\ ]|[^\W\d])
      | (?P<paren>\(\d{{1,2}}\))
      | (?P<number>\d{{1,3}}(?:[.)](?=\ |[^\W\d]|$)|/(?=\ |[{CAPITAL}][^\W\d_{CAPITAL}])|\.(?=[“"(])))
      | (?P<letter>\(?(?:[a-zđ]{{1,2}}\d?|[ivx]{{3,4}})\)|[a-eđ]\.(?=\ +[{CAPITAL}]))
      | (?P<dash>[-•●◦▪–](?=\ |[^\W\d])|o(?=\ +[{CAPITAL}]))
      | (?P<plus>\+(?=\ |[^\W\d]))
    """,
    re.VERBOSE,
)
_FIRST = frozenset("PpCMTĐIVXABDEFGHKL0123456789(-•●◦▪+abcdđeghiklmnopqrstuvxyf")
_LETTER = re.compile(r"\(?[a-zđ]{1,4}\d?[.)]")

_ENDS = re.compile(r"[.:;!?…][”\"’')\]]*$|[./]\.$")
_FIRST_ITEM = re.compile(rf"\(?(?:1|a|i)[.)]+ +[{CAPITAL}]|1\.1\.? +[{CAPITAL}]")
# "Bộ Lao động\n- Thương binh và Xã hội": a name that the line break fell into.
_NAME = re.compile(rf"(?<!\w)[{CAPITAL}][^\W\d_]*(?: [^\W\d_]+)?$")


@dataclass(frozen=True, slots=True)
class _Lines:
    must: re.Pattern[str]
    may: re.Pattern[str]
    new: re.Pattern[str]
    begins: re.Pattern[str]
    title: re.Pattern[str]
    reference: re.Pattern[str]
    inside: re.Pattern[str]
    papers: re.Pattern[str]
    recipients: re.Pattern[str]


@cache
def _lines() -> _Lines:
    words = {k: "|".join(v) for k, v in patterns("lines").items()}
    titles = f"(?:{words['title']})(?: (?:{words['further']}))*|{words['titles']}"
    return _Lines(
        must=re.compile(rf"(?:,|\b(?:{words['must']}))$"),
        may=re.compile(rf"\b(?:{words['may']})$"),
        new=re.compile(f"(?:{words['new']})"),
        begins=re.compile(rf"(?:{words['begins']})(?!\w)"),
        title=re.compile(rf"(?:{titles})\W*$"),
        reference=re.compile(f"(?:{words['reference']})$"),
        inside=re.compile(f"(?:{words['inside']})$"),
        papers=re.compile(rf"(?:{words['papers']})(?!\w)"),
        recipients=re.compile(words["recipients"]),
    )


def marker(words: str) -> re.Match[str] | None:
    """What looks like a marker at the start of a line."""
    first = words[0]
    if first not in _FIRST or (first.islower() and first != "o" and not _LETTER.match(words)):
        return None
    return _MARKER.match(words)


def ends(words: str) -> bool:
    """Whether a line ends as a sentence, an item or an announcement does."""
    return _ENDS.search(words) is not None


def opens(found: re.Match[str], words: str, before: str, *, gap: bool, heads: bool, full: bool) -> bool:
    """Whether what looks like a marker opens a block, or a line break fell before it by chance.

    `before` is the end of the block above ("" at the start), `gap` whether more than a line break parts them,
    `heads` whether the block above is a marker of higher rank with one line: a heading, so that a first item opens;
    `full` whether the line above is as long as any, so that its width broke it.
    """
    if not before or _ENDS.search(before) or (heads and _FIRST_ITEM.match(words)):
        return True
    after = words[found.end() :].lstrip()
    kind = found.lastgroup
    if kind in ("dash", "plus"):
        # "2021\n- 2025", "kinh tế\n- xã hội": a hyphen that the line break moved to the front.
        if after[:1].isdigit() or after[:1].islower():
            return gap and not before[-1:].isdigit() and after[:1].islower() and before[-1:] == ","
        return gap or not (full and _NAME.search(before)) or _lines().papers.match(after) is not None
    if kind == "article":
        return (
            gap and not _lines().inside.search(before)
            if _lines().reference.search(before) or not after[:1].isupper()
            else True
        )
    if kind in ("letter", "number", "decimal", "paren") and _lines().reference.search(before):
        return gap and not _lines().inside.search(before)
    return gap or kind not in ("number", "decimal", "paren") or after[:1].isupper()


def goes_on(
    words: str, before: str, *, gap: bool, page: bool, wraps: bool, fresh: bool, bold: bool, spaced: bool
) -> bool:
    """Whether a line without a marker continues the block above it, of which `before` is the last line.

    `gap`: a blank line parts them; `page`: a page break does; `wraps`: the line above is long enough to have been
    broken by its width alone; `fresh`: the line above is the first of a marked item; `bold`: it stands out in bold;
    `spaced`: blank lines part the paragraphs of this text.
    """
    ended = _ENDS.search(before) is not None
    small = words[:1].islower()
    if small:
        return not ended or not (gap or page)
    if _lines().recipients.match(words):
        return False
    if ended:
        return spaced and not gap and not page and wraps and before[-1] != ":"
    if not before.isupper() and (_lines().must.search(before) or (not gap and _lines().may.search(before))):
        return not gap or page or len(before) > 40
    if gap or page:
        return False
    if before.isupper() or words.isupper():
        return before.isupper() and words.isupper()
    if bold or _lines().begins.match(words) or (fresh and _lines().new.match(words)):
        return False
    return wraps


def closes(words: str) -> bool:
    """Whether a line is the heading of the recipients."""
    return _lines().recipients.match(words) is not None


def entitles(words: str) -> bool:
    """Whether words are a whole title of an article, so that its text begins on the next line."""
    return _lines().title.match(words) is not None
