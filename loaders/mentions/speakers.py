"""Who speaks in a clause: this text itself, as done or as planned, or nobody that could be named."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from loaders.found import Cited, Own, Span
from loaders.mentions.kinds import patterns, words
from loaders.mentions.phrases import Phrase, either
from loaders.segment import Block, Tree

Region = Literal["front", "opening", "body"]
Voiced = tuple[tuple[str, ...], bool]  # handles of the sources, and whether what they do is planned

OPERATIVE = frozenset({"law", "code", "ordinance", "decree", "resolution", "decision", "circular", "joint_circular", "regulation", "rules", "charter", "order", "consolidated", "constitution"})
ANSWERS = frozenset({"letter", "notice", "dispatch"})
_STRUCTURE = frozenset({"part", "chapter", "section", "roman", "article", "number"})
_TOP = frozenset({"part", "chapter", "section", "article"})
_PREAMBLE = 20_000  # code points
_MERGED = re.compile(r"văn +bản +hợp +nhất|sửa +đổi, +bổ +sung(?: +một +số +điều)? +bởi *:")
_OPENING = 8  # blocks
_QUOTE = 20_000  # code points: a quotation is no longer
_MARK = re.compile("[“”]")
_LETTER = r"[^\W\d_]"


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of ``relations.toml`` under [speakers], compiled. Patterns read small letters."""

    this: re.Pattern[str]
    ground: re.Pattern[str]
    heard: re.Pattern[str]
    orders: re.Pattern[str]
    told: re.Pattern[str]
    named: re.Pattern[str]
    title: re.Pattern[str]
    clause: re.Pattern[str]
    opening: re.Pattern[str]
    effect: re.Pattern[str]
    enacts: re.Pattern[str]
    generic: re.Pattern[str]
    another: re.Pattern[str]
    issues: re.Pattern[str]
    sentence: re.Pattern[str]
    reports: frozenset[str] = field(default_factory=frozenset)


@cache
def lists() -> Words:
    table = patterns("relations")["speakers"]
    kind = either([*words(), "văn bản", "bộ luật"])
    whole = {name: rf"(?<!{_LETTER}){either(found)}(?!{_LETTER})" for name, found in table.items()}
    this = rf"{kind}(?: +hướng +dẫn| +hợp +nhất| +liên +tịch)? +(?:này|(?=có +hiệu +lực))(?!{_LETTER})"
    return Words(
        this=re.compile(this),
        ground=re.compile(rf"(?:^|[;.:,“\"(])[\s\-–+“\"(_]*{whole['grounds']}"),
        heard=re.compile(whole["heard"]),
        orders=re.compile(whole["orders"]),
        told=re.compile(whole["told"]),
        named=re.compile(rf"{whole['named']}[^;.]*$"),
        title=re.compile(rf"[\s,“\"(:]*(?:\([^)]*\)[\s,]*)?(?:{whole['titles']}|$)"),
        clause=re.compile(whole["clauses"]),
        opening=re.compile(rf"[\s\-–+“\"(\d.,*]*(?:{whole['opening']}[\s:,]*)*$"),
        effect=re.compile(rf"[\s\-–+\d.)]*(?:kể +)?từ +ngày +{this}[^;.]*hiệu +lực(?: +thi +hành)?[\s,:]*"),
        enacts=re.compile(rf"(?:ban +hành|quyết +nghị|thông +qua|xây +dựng)(?: +kèm +theo)?(?: +{kind} +này)?[\s:,“\"]+(?:{kind})(?: +(?:hành +động|của|về|việc|chính +phủ|nhằm|để|tổ +chức|công +tác))*[\s:,]*$"),
        issues=re.compile(rf"(?:ban +hành|quyết +nghị|thông +qua) +(?P<kind>{kind})(?!{_LETTER})"),
        sentence=re.compile(rf"[\s\-–+“\"]*(?:{either([*table['grounds'], *table['heard'], 'thực hiện', 'triển khai', 'để', 'tại', 'ngày', 'nhằm'])}(?!{_LETTER})|(?!kính gửi).{{60,}}[.;:,]$)"),
        another=re.compile(
            rf"(?<!ban hành )(?<!phê duyệt )(?<!{_LETTER}){kind}\s*$|^[^,;]{{0,60}}?(?<!{_LETTER})(?<!ban hành )(?:và|cùng) +(?:các +)?{kind} +(?:hành +động +)?của(?!{_LETTER})"
        ),
        generic=re.compile(rf"{kind} +số +\S+[^;.]*$|(?<!{_LETTER})(?:các|những|và|hoặc|theo|của|khi|trong|tại|với|là|bằng|có|từ) +(?:các +|những +|một +số +)?{kind}[\s,]*$"),
        reports=frozenset(table["reports"]),
    )


# Rank of who made a document, by its number: the smaller, the higher. A lower one cannot change a higher one.
_RANKS = (
    (re.compile(r"/(?:QH|UBTVQH)\d|/L-CTN"), 1),
    (re.compile(r"NĐ-CP|NQ-CP|/CP$"), 2),
    (re.compile(r"QĐ-TTg|CT-TTg", re.I), 3),
    (re.compile(r"/TTT?LT|/TT-|QĐ-B|QĐ-NHNN|QĐ-TTCP"), 4),
    (re.compile(r"NQ-HĐND|/HĐND"), 5),
    (re.compile(r"-UBND|-CTUBND|/UBND"), 6),
)
_TYPES = {"constitution": 0, "law": 1, "code": 1, "ordinance": 1, "decree": 2, "circular": 4, "joint_circular": 4}


def rank(cited: Cited) -> int | None:
    """How high the maker of a document stands among the State's, as far as number and kind tell."""
    for pattern, found in _RANKS:
        if cited.number and pattern.search(cited.number):
            return found
    return _TYPES.get(cited.type)


class Speakers:
    """What a clause without a subject of its own means in this text."""

    def __init__(self, tree: Tree, own: Own) -> None:
        self.tree = tree
        self.own = own
        self.low = tree.text.low
        self.rank = rank(own.cited)
        self.quotes = _quotes(tree.text.flat)
        self.opens = max(own.opens, self._grounded())
        self.opened = self._opened()
        self.titled = self._titled()

    def _grounded(self) -> int:
        """Where the last ground of the preamble ends: a consolidated text prints it behind the list of its parts."""
        found = 0
        top = _TOP if _MERGED.search(self.low, 0, _PREAMBLE) else _STRUCTURE
        for b in self.tree.blocks:
            if b.kind in top or b.start > _PREAMBLE:
                return found
            if self.low.startswith("căn cứ", b.body) and not self.quoted(b.body):
                found = b.end
        return found

    def _opened(self) -> int:
        """Where the opening paragraphs end: at the first heading, or after some paragraphs."""
        count = 0
        for b in self.tree.blocks:
            if b.start < self.opens:
                continue
            if b.kind in _STRUCTURE or count == _OPENING:
                return b.start
            count += 1
        return len(self.low)

    def _titled(self) -> int:
        """Where the title ends: at the first sentence or ground of the front."""
        for b in self.tree.blocks:
            if b.start >= self.opens:
                break
            words = self.low[b.body : b.end]
            if lists().sentence.match(words) and not self.tree.text.flat[b.body : b.end].isupper():
                return b.start
        return self.opens

    def _enacted(self, lead: str) -> bool:
        """The words that issue this text, its kind among them: "Chính phủ ban hành Nghị định quy định …"."""
        w = lists()
        issued = list(w.issues.finditer(lead))
        if issued and ";" not in lead[issued[-1].end() :]:
            kind = words().get(" ".join(issued[-1]["kind"].split()))
            if kind is not None and kind.type == self.own.cited.type:
                return True
        return w.enacts.search(lead) is not None

    def region(self, offset: int) -> Region:
        if offset < self.opens:
            return "front"
        return "opening" if offset < self.opened else "body"

    def grounds(self, offset: int) -> bool:
        """Whether "Căn cứ" at an offset opens a ground of this text."""
        return (self.region(offset) != "body" or self.own.cited.type == "letter") and not self.quoted(offset)

    def may(self, target: Cited) -> bool:
        """Whether this text can itself change a document, as far as ranks are known."""
        other = rank(target)
        return self.rank is None or other is None or self.rank <= other

    def judge(self, phrase: Phrase, start: int, said: int, block: Block, target: Cited) -> Voiced | None:
        """Who acts where the clause ``start:said`` before a phrase names no document: this text, or None."""
        lead = self.low[start:said]
        region = self.region(said)
        if self.quoted(said) or lists().generic.search(lead):
            return None
        if said < self.titled or (region != "body" and self._enacted(lead)):
            return ("self",), False
        if region == "front" and lists().opening.fullmatch(lead) and not phrase.subject:
            return ("self",), False
        return self._judge(phrase, lead, region, block, target)

    def _judge(self, phrase: Phrase, lead: str, region: Region, block: Block, target: Cited) -> Voiced | None:
        w = lists()
        blank = w.opening.fullmatch(lead) is not None
        enacted = block.kind == "article" and self.own.cited.type in ("decision", "resolution") and w.enacts.search(lead)
        match phrase.relations[0]:
            case "IMPLEMENTS" | "CONTINUES":
                if enacted or (blank and (region == "opening" or "lý do" in lead)):
                    return ("self",), False
            case "GUIDES":
                return (("self",), False) if enacted else None
            case "REVIEWS":
                if phrase.subject:
                    return None
                if blank and self._heading(block):
                    return ("self",), False
            case _:
                return self._changes(lead, block, target) if phrase.bare else None
        return (("self",), True) if phrase.order and (blank or self._ordered(lead)) else None

    def _changes(self, lead: str, block: Block, target: Cited) -> Voiced | None:
        w = lists()
        rest = w.effect.sub("", lead)
        if self._ordered(rest):
            return ("self",), True
        if w.opening.fullmatch(rest) or w.enacts.search(rest):
            done = self.own.cited.type in OPERATIVE and self.may(target) and self._rules(block)
            return ("self",), not done
        return None

    def _ordered(self, lead: str) -> bool:
        w = lists()
        last = max((m.end() for m in w.orders.finditer(lead)), default=-1)
        return last >= 0 and last > max((m.end() for m in w.told.finditer(lead)), default=-1)

    def _rules(self, block: Block) -> bool:
        """A resolution rules by its articles, or as a whole where its number has a year; else it orders work."""
        own = self.own.cited
        return own.type != "resolution" or re.match(r"[\d.]+/\d{4}/", own.number or "") is not None or self._article(block)

    def _article(self, block: Block) -> bool:
        return block.kind == "article" or any(b.kind == "article" for b in self.tree.above(block))

    def _heading(self, block: Block) -> bool:
        """A heading, not a task: marked, and without the full stop of a sentence."""
        conclusion = self.own.cited.type in ("conclusion", "report") or self.own.cited.carries == "conclusion"
        return conclusion and block.kind in ("roman", "number", "decimal") and self.low[block.end - 1] not in ".;:"

    def quoted(self, at: int) -> bool:
        """Whether a place stands inside the quoted words of another document."""
        i = bisect_right(self.quotes, (at, len(self.low))) - 1
        return i >= 0 and at < self.quotes[i][1]


def _quotes(flat: str) -> list[Span]:
    """The outermost quotations of a text; one that never ends is none."""
    found: list[Span] = []
    opened: list[int] = []
    for m in _MARK.finditer(flat):
        if m[0] == "“":
            if opened and m.start() - opened[0] > _QUOTE:
                opened = []
            opened.append(m.start())
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, m.start()))
    return found
