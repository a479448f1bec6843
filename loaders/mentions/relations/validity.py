"""From which day to which day documents are in force, as the clauses of a text say of it and of others.

The text itself is meant where its own kind is named ("Nghị định này"), outside of quoted words; another document where
what is said of it follows its name. What is said of a part keeps the part's name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.statements import Claim, Value
from loaders.found import Cited, Own, Span
from loaders.mentions.kinds import patterns, words
from loaders.mentions.relations.effect import TAKES, Effect, effects
from loaders.mentions.relations.phrases import either
from loaders.sentences import CAPITAL
from loaders.tree import Tree

_LETTER = r"[^\W\d_]"
_PART = rf"(?:điều|khoản|điểm|chương|mục|phụ +lục|và|các|\d+|[ivxlc]+|[a-zđ])(?!{_LETTER})"
_PINNED = re.compile(rf"(?<!{_LETTER})(?:điều|khoản|điểm|chương|mục|phụ +lục) +(?:\d|[ivxlc]+\b|[a-zđ]\b)")
_NOTE = re.compile(rf"[.;”)] +(?=\d{{1,3}} +[{CAPITAL}])")
_QUOTE = 8_000  # code points: a longer quotation was never closed
_ISSUER = 140  # code points of date and issuer before a title
_TITLE = 1500  # code points between the name of a document and what is said of it


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of ``validity.toml`` that tell of whom something is said, compiled."""

    this: re.Pattern[str]
    bare: re.Pattern[str]
    opening: re.Pattern[str]
    part: re.Pattern[str]
    cases: re.Pattern[str]
    also: re.Pattern[str]
    between: re.Pattern[str]
    titled: re.Pattern[str]
    suffered: re.Pattern[str]
    grounds: re.Pattern[str]
    acts: re.Pattern[str]
    undergone: re.Pattern[str]


@cache
def _words() -> _Words:
    t = patterns("validity")
    kind = either([*words(), "văn bản"])
    acts = either(t["titles"]["acts"])
    heads = rf"(?:{either(t['heads']['words'])}[\s.:]+)*"
    return _Words(
        this=re.compile(rf"(?<!{_LETTER})(?P<kind>{kind})(?: +hợp +nhất| +liên +tịch)? +này(?!{_LETTER})"),
        bare=re.compile(rf"[\W\d]*(?P<kind>{kind}) *$"),
        opening=re.compile(rf"[\W\d]*(?:điều +\d+[a-z]?\W+)?{heads}[\W\d]*"),
        part=re.compile(rf"[\W\d]*(?:{either(t['parts']['before'])} +)?{either(t['parts']['words'])}(?!{_LETTER})"),
        cases=re.compile(rf"(?<!{_LETTER}){either(t['parts']['not'])}(?!{_LETTER})"),
        also=re.compile(
            rf" +{either(t['also']['words'])}(?!{_LETTER})[^;]*(?<!{_LETTER}){either(t['also']['joins'])} *$"
        ),
        between=re.compile(rf"[\s,”\")]*(?:{either(t['between']['words'])}[\s,]+)*"),
        titled=re.compile(rf"[^;]{{0,{_ISSUER}}}?(?<!{_LETTER}){either(t['titles']['words'])}(?!{_LETTER})"),
        grounds=re.compile(rf"[\W\d]*{either(t['grounds']['words'])} *(?:{_PART}[\s,]+)*(?:của +|tại +)?"),
        acts=re.compile(rf"(?<!{_LETTER}){acts}(?!{_LETTER})"),
        undergone=re.compile(rf"(?<!{_LETTER})(?:được|bị) +{acts}(?:(?: *,| +và)? +{acts})*"),
        suffered=re.compile(rf"(?<!{_LETTER}){either(t['titles']['not'])}(?!{_LETTER})"),
    )


@dataclass(frozen=True, slots=True)
class _About:
    """Whom a clause is of: a handle, where the clause begins, and the part that is meant, where it is one."""

    handle: str
    start: int
    part: Span | None = None


def validity(tree: Tree, own: Own, cited: list[Cited]) -> list[Claim]:
    """Claims of the events of ``model.toml``, each of one document: subject and object are the same mention.

    `properties` hold the day: ``date`` (ISO), or ``days`` behind the document's own day; neither where the clause ties
    it to something else; ``text`` is the time as printed, ``pinpoint`` the part that is meant.
    """
    return list(_Reader(tree, own, cited).claims())


class _Reader:
    def __init__(self, tree: Tree, own: Own, cited: list[Cited]) -> None:
        self.tree = tree
        self.own = own
        self.flat, self.low = tree.text.flat, tree.text.low
        self.cited = sorted((c for c in cited if c.part == "citation"), key=lambda c: (c.start, -c.end))
        self._first = {c.handle: c.same or c.handle for c in cited}

    def claims(self) -> Iterator[Claim]:
        """Each thing said once in a text; clauses of the body go before those that a scan has put elsewhere."""
        found = list(self._found())
        ruled = any(self._body(about) and about.handle == "self" for _, about in found)
        told: set[tuple[object, ...]] = set()
        for effect, about in found:
            if about.handle == "self" and ruled and not self._body(about):
                continue
            claim = self._claim(effect, about)
            key = (self._first.get(claim.subject, claim.subject), claim.predicate, *sorted(claim.properties.items()))
            if about.handle == "self" or key not in told:
                yield claim
            told.add(key)

    def _claim(self, effect: Effect, about: _About) -> Claim:
        when, span = effect.when, (about.start, effect.end)
        told: dict[str, Value] = {"text": _plain(self.flat[when.start : when.end])}
        if when.date:
            told["date"] = when.date
        elif when.days is not None:
            told["days"] = when.days
        if about.part:
            told["pinpoint"] = _plain(self.flat[about.part[0] : about.part[1]])
        place = self.tree.text.place(*span, self.tree.sentence(*span))
        return Claim(subject=about.handle, predicate=effect.event, object=about.handle, place=place, properties=told)

    def _body(self, about: _About) -> bool:
        block = self.tree.at(about.start)
        return block is not None and block.zone == "body"

    def _found(self) -> Iterator[tuple[Effect, _About]]:
        """What is said of whom; a clause is read from where the one before it in the sentence ends."""
        before = 0
        for effect in effects(self.low):
            start = self.tree.sentence(effect.start, effect.start + 1)[0]
            about = self._of_self(start, effect) or self._of_other(start, before, effect)
            if about is not None:
                yield effect, about
                before = effect.when.end

    # -- this text -----------------------------------------------------------------------------------------------

    def _of_self(self, start: int, effect: Effect) -> _About | None:
        """This text, or a part of it, where its own kind is named before what is said."""
        lead = self.low[start : effect.start]
        about = self._named(start, lead, effect)
        return None if about is None or self._quoted(effect.start) else about

    def _named(self, start: int, lead: str, effect: Effect) -> _About | None:
        named = [m for m in _words().this.finditer(lead) if self._is_own(m["kind"])]
        for m in named:
            gap = lead[m.end() :]
            if (not gap.strip(" ,") or _words().also.match(gap)) and (about := self._said_by(start, lead, m)):
                return about
        if named:
            return None
        bare = _words().bare.match(lead)
        if bare is not None and self._is_own(bare["kind"]):
            return _About("self", start + bare.start("kind"))
        return self._of_part(start, lead) if effect.event == TAKES and effect.when.date else None

    def _is_own(self, kind: str) -> bool:
        found = words().get(" ".join(kind.split()))
        return found is None or found.type == self.own.cited.type

    def _said_by(self, start: int, lead: str, named: re.Match[str]) -> _About | None:
        before = lead[: named.start()]
        if _words().opening.fullmatch(before):
            return _About("self", start + named.start())
        part = _words().part.match(before)
        if part is None or _words().cases.search(before):
            return None
        begins = start + _begins(before)
        return _About("self", begins, (begins, start + len(before.rstrip().removesuffix(" của"))))

    def _of_part(self, start: int, lead: str) -> _About | None:
        """A part that stands alone: "Các quy định về phân cấp tại Phụ lục I có hiệu lực từ ngày …"."""
        if not _words().part.match(lead) or not _PINNED.search(lead) or _words().cases.search(lead):
            return None
        end = start + len(lead.rstrip())
        if self._within(start, end):
            return None
        begins = start + _begins(lead)
        return _About("self", begins, (begins, end))

    def _quoted(self, at: int) -> bool:
        """Whether a place stands inside quoted words: the nearest mark that no other answers opens, and is answered."""
        depth, opens, closes = 0, at, at
        low = max(0, at - _QUOTE)
        while depth >= 0:
            opens, closes = self.flat.rfind("“", low, opens), self.flat.rfind("”", low, closes)
            if opens < 0:
                return False
            if closes > opens:
                depth, opens = depth + 1, opens + 1
            else:
                depth, closes = depth - 1, closes + 1
        return self.flat.find("”", at, at + _QUOTE) >= 0

    # -- others --------------------------------------------------------------------------------------------------

    def _of_other(self, start: int, before: int, effect: Effect) -> _About | None:
        """The document whose name, with its title, stands right before what is said of it, on a certain day."""
        if not effect.when.date:
            return None
        begins = max(self._note(start, effect.start), min(before, effect.start), effect.start - _TITLE)
        inside = self._within(begins, effect.start)
        if not inside or not self._ends_with(inside[-1], effect.start):
            return None
        c = self._acting(inside)
        seen = begins == before or (c and (self._leads(begins, inside[0].start) or self._opens(begins, c.start)))
        if c is None or not seen:
            return None
        return _About(c.handle, c.start, self._pinned(c, effect.start))

    def _note(self, start: int, end: int) -> int:
        """Where the last footnote of a stretch begins, whose mark hides that a sentence does: ". 3 Khoản này …"."""
        return max((m.end() for m in _NOTE.finditer(self.flat, start, end)), default=start)

    def _leads(self, start: int, end: int) -> bool:
        return _words().opening.fullmatch(self.low, start, end) is not None

    def _opens(self, start: int, end: int) -> bool:
        """Whether a sentence is seen from its beginning, and begins with a document or with what one did to a part."""
        lead, low = self.flat[start:end], self.low[start:end]
        if lead.rstrip().endswith("(") or self._leads(start, end) or _words().grounds.fullmatch(low):
            return True
        told = _words().part.match(low) and not _words().acts.search(_words().undergone.sub("", low))
        return bool(told) and next(sign for sign in lead if sign.isalpha()).isupper()

    def _ends_with(self, c: Cited, at: int) -> bool:
        """Whether what is said follows the name of a document, or the title behind the name."""
        if c.end > at or _words().between.fullmatch(self.low, c.end, at):
            return c.end <= at
        gap = self.low[c.end : at]
        return gap.rstrip(' ”")').endswith(",") and _words().titled.match(gap) is not None

    def _acting(self, inside: list[Cited]) -> Cited | None:
        """The document that a sentence begins with, where the others stand in its title or have changed those that do.

        Of "A được sửa đổi bởi B" it is B, of several that are only joined none.
        """
        acting, joined = inside[-1], False
        for i in range(len(inside) - 1, 0, -1):
            link = self.low[inside[i - 1].end : inside[i].start]
            if _words().suffered.search(link):
                continue
            if _words().titled.match(link):
                acting, joined = inside[i - 1], False
            elif "(" not in link:
                joined = True
        return None if joined else acting

    def _within(self, start: int, end: int) -> list[Cited]:
        low = bisect_left(self.cited, start, key=lambda c: c.start)
        high = bisect_left(self.cited, end, key=lambda c: c.start)
        return self.cited[low:high]

    def _pinned(self, c: Cited, said: int) -> Span | None:
        """The part that is meant before a name: not where a comma says it of the document ("…, có hiệu lực từ …")."""
        comma = "," in self.low[c.end : said]
        return None if comma or c.pinpoint_span is None or c.pinpoint_span[1] > c.start else c.pinpoint_span


def _begins(lead: str) -> int:
    """Where the words of a clause begin behind its marks."""
    return next((i for i, sign in enumerate(lead) if sign.isalpha()), 0)


def _plain(printed: str) -> str:
    return " ".join(printed.split()).strip(" ,;:-")
