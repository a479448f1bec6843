"""Whether a clause that names no subject speaks for this text: as done, as planned, or not at all."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.found import Cited, Own
from loaders.mentions.kinds import words
from loaders.mentions.relations.phrases import Phrase
from loaders.mentions.relations.ranks import rank
from loaders.mentions.relations.regions import Region, Regions
from loaders.mentions.relations.wording import wording
from loaders.segment import Block, Tree

Voiced = tuple[tuple[str, ...], bool]  # handles of the sources, and whether what they do is planned

# Kinds that rule by themselves. Others order that somebody else brings a change about.
_LAWS = frozenset({"constitution", "law", "code", "ordinance", "order", "consolidated", "charter"})
OPERATIVE = _LAWS | {"decree", "resolution", "decision", "circular", "joint_circular", "regulation", "rules"}
_DONE: Voiced = (("self",), False)
_PLANNED: Voiced = (("self",), True)
_QUOTING = re.compile(r"quy +định(?: +như +sau| +về [^:;.]{0,80}| +rõ)? *: *$")
_NEAR = 500  # code points
_MAIN = re.compile("[,;:]")
_OTHERS = re.compile(
    r"[^.;:]*?, +(?:các|những|nhiều|cả|toàn) +[^.;:]{3,200}? đã +(?!được)(?![^.;:]*(?:yêu cầu|đề nghị|như sau))"
)
_CHANGED = re.compile(r"[\s\d.)a-zđ]{0,4}\s*(?:sửa +đổi|bổ +sung|bãi +bỏ|thay|bỏ) [^;]*;")
_YEAR = re.compile(r"[\d.]+/\d{4}/")


class Speakers:
    """What a clause without a subject of its own means in this text; `cited` are its citations in printed order."""

    def __init__(self, tree: Tree, own: Own, regions: Regions, cited: list[Cited]) -> None:
        self.tree = tree
        self.own = own.cited
        self.low = tree.text.low
        self.regions = regions
        self._cited = cited
        self._rank = rank(own.cited)

    def quoting(self, at: int) -> Voiced | None:
        """Whose words are quoted around a place: "Điều 2 Thông tư số A quy định như sau: “…”."""
        quote = self.regions.quote(at)
        if quote is None or not _QUOTING.search(self.low, max(0, quote[0] - 120), quote[0]):
            return None
        i = bisect_left(self._cited, quote[0], key=lambda c: c.start) - 1
        near = i >= 0 and quote[0] - self._cited[i].start < _NEAR
        return ((self._cited[i].handle,), False) if near else None

    def may(self, target: Cited) -> bool:
        """Whether this text can itself change a document, as far as ranks are known."""
        other = rank(target)
        return self._rank is None or other is None or self._rank <= other

    def judge(self, phrase: Phrase, start: int, said: int, block: Block, target: Cited) -> Voiced | None:
        """Who acts where the clause ``start:said`` before a phrase names no document: this text, or None."""
        lead = self.low[start:said]
        region = self.regions.of(said)
        if wording().generic.search(lead):
            return None
        if self.regions.quoted(said):
            blank = wording().opening.fullmatch(wording().effect.sub("", lead)) is not None
            return self.quoting(said) if phrase.bare and blank else None
        if said < self.regions.titled or (region != "body" and self._enacted(lead)):
            return _DONE
        if phrase.relations == ("IMPLEMENTS",) and _OTHERS.match(self.low, target.end, block.end):
            return None  # "Thực hiện X, các bộ đã triển khai …" tells what others did
        if region == "front" and wording().opening.fullmatch(lead) and not phrase.subject:
            return _DONE
        return self._judge(phrase, lead, region, block, target)

    def _judge(self, phrase: Phrase, lead: str, region: Region, block: Block, target: Cited) -> Voiced | None:
        blank = wording().opening.fullmatch(lead) is not None
        match phrase.relations[0]:
            case "IMPLEMENTS" | "CONTINUES":
                opening = region == "opening" and self._leads(target, block)
                told = opening or "lý do" in lead or self._aims(block)
                if self._carries(lead, block) or (blank and told):
                    return _DONE
            case "GUIDES":
                return _DONE if self._carries(lead, block) else None
            case "REVIEWS":
                if phrase.subject:
                    return None
                if blank and self._heading(block):
                    return _DONE
            case _:
                return self._changes(lead, block, target) if phrase.bare else None
        return _PLANNED if phrase.order and (blank or self._ordered(lead)) else None

    def _enacted(self, lead: str) -> bool:
        """The words that issue this text, its kind among them: "Chính phủ ban hành Nghị định quy định …"."""
        issued = list(wording().issues.finditer(lead))
        if issued and ";" not in lead[issued[-1].end() :]:
            kind = words().get(" ".join(issued[-1]["kind"].split()))
            if kind is not None and kind.type == self.own.type:
                return True
        return wording().enacts.search(lead) is not None

    def _carries(self, lead: str, block: Block) -> bool:
        """An article that issues what a decision carries: "Điều 1. Ban hành Kế hoạch thực hiện …"."""
        issuing = block.kind == "article" and self.own.type in ("decision", "resolution")
        return issuing and wording().enacts.search(lead) is not None

    def _aims(self, block: Block) -> bool:
        """Whether the section that a block stands in tells what this text is for: "1. Mục đích | a) Thực hiện X"."""
        headings = (wording().purpose.match(self.low, b.body, b.end) for b in self.tree.above(block))
        found = next((h for h in headings if h), None)
        return found is not None and found["aims"] is not None

    def _leads(self, target: Cited, block: Block) -> bool:
        """Whether a main clause follows ("Thực hiện X, UBND tỉnh ban hành …"): "Thực hiện X." is an order."""
        rest = self.low[target.end : block.end]
        return not rest.endswith(".") or _MAIN.search(rest) is not None

    def _changes(self, lead: str, block: Block, target: Cited) -> Voiced | None:
        rest = wording().effect.sub("", lead)
        if _CHANGED.match(rest):
            rest = rest.rpartition(";")[
                2
            ]  # "Bãi bỏ điểm 1 tại Phụ lục I; bãi bỏ điểm 5 …": one more change by the same
        if self._ordered(rest):
            return _PLANNED
        if wording().opening.fullmatch(rest) or wording().enacts.search(rest):
            done = self.own.type in OPERATIVE and self.may(target) and self._rules(block)
            return _DONE if done else _PLANNED
        return None

    def _ordered(self, lead: str) -> bool:
        """Whether somebody is told to bring it about, and nothing nearer says that it happened or may happen."""
        last = max((m.end() for m in wording().orders.finditer(lead)), default=-1)
        return last >= 0 and last >= max((m.end() for m in wording().told.finditer(lead)), default=-1)

    def _rules(self, block: Block) -> bool:
        """A resolution rules by its articles, or as a whole where its number has a year; else it orders work."""
        if self.own.type != "resolution" or _YEAR.match(self.own.number or ""):
            return True
        return block.kind == "article" or any(b.kind == "article" for b in self.tree.above(block))

    def _heading(self, block: Block) -> bool:
        """A heading of a conclusion, not a task: marked, and without the full stop of a sentence."""
        conclusion = self.own.type in ("conclusion", "report") or self.own.carries == "conclusion"
        return conclusion and block.kind in ("roman", "number", "decimal") and self.low[block.end - 1] not in ".;:"
