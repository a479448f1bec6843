"""One item read: which tasks it gives, to whom, in which role and mode, by when.

A new entry starts only where another body, another role or a deadline of its own is stated; several verbs for one
body stay one entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.found import Actor, Span
from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.leaders import Leader, leader
from loaders.mentions.duties.dating import Dating
from loaders.mentions.duties.deadlines import Deadline, deadlines
from loaders.mentions.duties.entries import (
    Doer,
    Entry,
    Scope,
    includes_issuer,
    is_issuer,
    is_post,
    is_public,
    is_superior,
)
from loaders.mentions.duties.orders import gives, mode_of, orders
from loaders.mentions.duties.partners import has_partner, parts
from loaders.mentions.duties.pieces import Clause, behind_joint, clauses, numbered, over, topic, trimmed
from loaders.mentions.duties.roles import bound, carries, idle, role_of
from loaders.mentions.predicates import after_aside, opening, told, verb

_SHORT = 60  # code points: a task is longer than that, or begins with its verb
_HEADING = 400  # code points: a heading on the item's own line ends in so many
_SAID = re.compile(r"\w+\W+\w")
_BARE = re.compile(r"(?:tổ chức |triển khai )?(?:thực hiện|triển khai)(?: theo[^;.]*)?(?=[;.]|$)")
_COLON = re.compile(r"(?: *\([^()]*\))? *: *")
_ENFORCED = re.compile(r"chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)")
_ASKS = re.compile(r"yêu cầu|giao|phân công")
_STEERS = re.compile(r"chỉ đạo")
_LEADS = re.compile(r"(?:chủ trì|chỉ đạo) ")
_NAMELY = re.compile(r"cụ thể(?: như sau)?: *")
_PERSON = re.compile(r"(?:^|(?<=, )|(?<= và ))\S")
_NEXT = re.compile(r"[,:] +(?:giao +)?(?=[^\W\d_])")
_PART = re.compile(r" *,? *(chủ trì|tham mưu|chịu trách nhiệm|có trách nhiệm|là cơ quan)\b")


@dataclass(slots=True)
class Item:
    """Reads ``start:end`` of the twin. `fresh`: a task may begin here whose doer stands above.

    `cited` are spans of citations, whose dates are no deadlines; `today` the document's own date.
    """

    flat: str
    start: int
    end: int
    scope: Scope
    today: str | None
    fresh: bool
    cited: Sequence[Span] = ()
    entries: list[Entry] = field(default_factory=list)
    core: int = 0  # where its order begins, behind its topic
    ordered: str | None = None  # the mode of the last order in the item
    headed: Phrase | None = None  # the heading on the item's own line

    def read(self) -> list[Entry]:
        """The entries of the item, mains and parts, in printed order."""
        self.core = topic(self.flat, self.start, self.end)
        self._headed()
        pieces = clauses(self.flat, self.core, self.end)
        for number, clause in enumerate(pieces):
            self._clause(clause, first=number == 0)
        self._close()
        if self.entries:
            dating = Dating(self.flat, self.core, self.end, pieces, self.scope.deadline)
            self.entries += dating.date(self.entries, self._deadlines())
        return sorted(self.entries, key=lambda e: (e.start, not e.main))

    def dated(self) -> Deadline | None:
        """The first deadline with a date, for an order that names nobody."""
        return next((d for d in self._deadlines() if d.due), None)

    def _deadlines(self) -> list[Deadline]:
        known = deadlines(self.flat, self.core, self.end, self.today)
        return [d for d in known if not any(s < d.end and d.start < e for s, e in self.cited)]

    def _headed(self) -> None:
        """An item with its heading on the same line: "Sở Nội vụ: Tham mưu …", "Đề nghị Tỉnh đoàn: Phát động …"."""
        flat = self.flat
        if not self.fresh or flat.find(":", self.core, self.core + _HEADING) < 0:
            return
        order = next((o for o in orders(flat, self.core, self.core + 24) if o.start() == self.core), None)
        phrase = bodies(flat, order.end() if order else self.core, self.end)
        colon = _COLON.match(flat, phrase.end, self.end) if phrase else None
        if phrase is None or colon is None or not self._does(colon.end()):
            return
        mode = mode_of(order[0]) if order else self.scope.mode or "require"
        self.scope = replace(self.scope, doers=tuple(Doer(a, "lead", mode) for a in phrase.actors))
        self.headed = phrase
        self.core = colon.end()

    def _does(self, at: int) -> bool:
        """Whether what is to be done begins at an offset, a number in front or not."""
        return verb(self.flat, behind_joint(self.flat, at, self.end), self.end)

    def _clause(self, clause: Clause, *, first: bool) -> None:
        opened = self._explicit(clause)
        first = first or (self.headed is not None and numbered(self.flat, clause))
        if not opened and first and self.fresh and self.scope.doers and opening(self.flat, clause.start, clause.end):
            opened = self._inherit(clause)
        if not opened and not first:
            opened = self._advise(clause)
        if main := self._main():
            main.end = clause.end
            at = main.start if opened else clause.start
            self.entries += parts(self.flat, clause, main, at, self.scope.issuer)

    def _main(self) -> Entry | None:
        return next((e for e in reversed(self.entries) if e.main), None)

    # --- doers that a clause names

    def _explicit(self, clause: Clause) -> bool:
        """Entries whose doers the clause itself names, in front or behind the words of an order."""
        led = leader(self.flat, clause.start, clause.end)
        if led and self._is_told(led, clause):
            return self._led(led, clause)
        taken = [self._ordered(order, clause) for order in orders(self.flat, clause.start, clause.end)]
        return any(taken)

    def _is_told(self, led: Leader, clause: Clause) -> bool:
        """Whether who stands in front is told something, and does not speak himself."""
        if is_issuer(led.phrase, self.scope.issuer) or self._speaks(led, clause):
            return False
        return self._binds(led.phrase.end, led.begin, clause.end)

    def _speaks(self, led: Leader, clause: Clause) -> bool:
        """Whether who stands in front gives the order: "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở …"."""
        if len(led.phrase.actors) != 1 or not _ASKS.match(self.flat, led.begin, clause.end):
            return False
        near = orders(self.flat, led.begin, led.begin + 20)
        return any(bodies(self.flat, order.end(), clause.end) for order in near)

    def _binds(self, behind: int, begin: int, end: int) -> bool:
        """Whether a doer in front of a verb is told something: anywhere, but where a text only tells or answers."""
        flat, scope = self.flat, self.scope
        if scope.strict:
            return _ENFORCED.search(flat, behind, min(end, behind + 60)) is not None
        if scope.ending and not (bound(flat, behind, end) or carries(flat, begin, end)):
            return False
        if scope.telling:
            near = flat[behind : begin + 40]
            answers = "chủ trì" in near or "trách nhiệm" in near
            return answers or (not scope.aiming and bound(flat, behind, end))
        return True

    def _led(self, led: Leader, clause: Clause) -> bool:
        phrase, begin = led
        flat, scope = self.flat, self.scope
        if idle(flat, begin, clause.end) or self._quoted(phrase.start):
            return False
        binds = bound(flat, phrase.end, clause.end) or bound(flat, begin, clause.end)
        steered = scope.steers and not binds
        mode = "require" if binds else "implicit" if steered else self.ordered or scope.mode or "implicit"
        if mode == "implicit" and is_public(phrase):
            return False  # a rule for everybody
        self._open(clause, phrase, begin, mode)
        if steered:
            self._steering(phrase)
        self._more(clause, begin, mode)
        return True

    def _steering(self, phrase: Phrase) -> None:
        """Under "Giao A chỉ đạo:" what B is told is A's to see to as well."""
        names = {a.name.lower() for a in phrase.actors}
        above = [replace(d, inherited=True) for d in self.scope.doers if d.actor.name.lower() not in names]
        self.entries[-1].doers[:0] = above

    def _ordered(self, order: re.Match[str], clause: Clause) -> bool:
        """An order that names its doers: "giao Sở Y tế chủ trì …"."""
        flat, end = self.flat, clause.end
        if self._quoted(order.start()) or (self.entries and order.start() < self.entries[-1].start):
            return False
        if self.scope.aiming and order[0].lower().startswith("phân công"):
            return False  # an aim: "phân công nhiệm vụ cho các sở, ngành"
        given = order[0][:1].lower() in "gp"  # "giao", "phân công": given, not asked
        if given and not gives(flat, clause.start, order.start()) and not self._spoken(clause, order.start()):
            return False
        phrase = bodies(flat, order.end(), end)
        if phrase is None or phrase.end >= end - 2 or idle(flat, phrase.end, end) or self._upward(order, phrase, given):
            return False
        at = told(flat, phrase.end, end)
        if at is None:
            at = over(flat, phrase.end, end)
            if flat.startswith((";", ".", ")"), at):
                return False
        self.ordered = mode_of(order[0])
        self._open(clause, phrase, at, self.ordered, anchor=order.start())
        self._more(clause, at, self.ordered)
        return True

    def _upward(self, order: re.Match[str], phrase: Phrase, given: bool) -> bool:
        """Whether a superior is asked, or the issuer by others."""
        if is_superior(phrase) and not given:
            return True
        return order.start() > self.start and includes_issuer(phrase, self.scope.issuer)

    def _spoken(self, clause: Clause, at: int) -> bool:
        """Whether one body stands in front of an order and gives it: "Ủy ban nhân dân tỉnh giao Sở Y tế …"."""
        phrase = bodies(self.flat, behind_joint(self.flat, clause.start, clause.end), at)
        return phrase is not None and at - phrase.end <= 2 and not phrase.actors[0].collective

    def _open(self, clause: Clause, phrase: Phrase, begin: int, mode: str, *, anchor: int | None = None) -> None:
        flat = self.flat
        role = role_of(flat, begin, clause.end, partner=has_partner(flat, begin, clause.end))
        steers = mode == "assign" and _STEERS.search(flat, begin, begin + 70) is not None
        actors = self._specified(clause, phrase)
        doers = [Doer(a, "direct" if steers and is_post(a) else role, mode) for a in actors]
        self.entries.append(Entry(begin, clause.end, phrase.start if anchor is None else anchor, doers, clause=clause))

    def _specified(self, clause: Clause, phrase: Phrase) -> tuple[Actor, ...]:
        """ "phân công các đồng chí … cụ thể: A …, B …": the persons named behind stand for the class."""
        if len(phrase.actors) != 1 or not phrase.actors[0].collective:
            return phrase.actors
        colon = _NAMELY.search(self.flat, phrase.end, clause.end)
        if not colon:
            return phrase.actors
        named: dict[int, Actor] = {}
        for piece in _PERSON.finditer(self.flat[colon.end() : clause.end]):
            more = bodies(self.flat, colon.end() + piece.start(), clause.end)
            named |= {a.start: a for a in more.actors if a.person} if more else {}
        return tuple(named.values()) or phrase.actors

    def _more(self, clause: Clause, begin: int, mode: str) -> None:
        """Further bodies in the clause with a part of their own: "…, Sở Du lịch chủ trì, phối hợp cùng …"."""
        flat, at = self.flat, begin
        for comma in _NEXT.finditer(flat, begin, clause.end):
            named = flat[comma.end()].isupper() or flat.startswith("các ", comma.end())
            phrase = bodies(flat, comma.end(), clause.end) if named and comma.start() >= at else None
            part = _PART.match(flat, phrase.end, clause.end) if phrase else None
            if phrase and part and "phối hợp" not in flat[max(begin, comma.start() - 40) : comma.start()]:
                if main := self._main():
                    main.end = min(main.end, comma.start())
                self._open(clause, phrase, part.start(1), mode)
            at = phrase.end if phrase else at

    # --- doers from above

    def _inherit(self, clause: Clause) -> bool:
        """The doers of the heading or sentence above."""
        flat, end = self.flat, clause.end
        begin = behind_joint(flat, clause.start, end)
        if self.headed is None and not verb(flat, begin, end) and self._is_thing(begin, end):
            return False
        at = after_aside(flat, begin, end)
        role = role_of(flat, at, end, partner=has_partner(flat, at, end))
        above = self.headed is None
        doers = [replace(d, inherited=above, role=role if d.role == "lead" else d.role) for d in self.scope.doers]
        anchor = self.headed.start if self.headed and not self.entries else clause.start
        self.entries.append(Entry(begin, end, anchor, doers, clause=clause))
        return True

    def _is_thing(self, begin: int, end: int) -> bool:
        """Whether words without a verb in front are a thing in a list, or a body that is told nothing."""
        return end - begin < _SHORT or (self.flat[begin].isupper() and bodies(self.flat, begin, end) is not None)

    def _advise(self, clause: Clause) -> bool:
        """The same doers in another role: "…; tham mưu Ủy ban nhân dân tỉnh …"."""
        main = self._main()
        if main is None:
            return False
        begin = behind_joint(self.flat, clause.start, clause.end)
        if {d.role for d in main.doers} == {"coordinate"} and _LEADS.match(self.flat, begin):
            doers = [replace(d, role="lead", inherited=True) for d in main.doers]
        elif role_of(self.flat, begin, clause.end, partner=False) == "advise":
            doers = [replace(d, role="advise", inherited=True) for d in main.doers if d.role == "lead"]
        else:
            return False
        if doers:
            self.entries.append(Entry(begin, clause.end, clause.start, doers, clause=clause))
        return bool(doers)

    # --- where an entry ends

    def _close(self) -> None:
        """Each main entry ends where the next begins; a bare "thực hiện" is the topic carried out."""
        mains = [e for e in self.entries if e.main]
        for entry, after in pairwise(mains):
            if after.anchor > entry.start:
                entry.end = min(entry.end, after.anchor)
        if self.core > self.start and any(_BARE.match(self.flat, e.start, e.end) for e in mains):
            for entry in mains:
                entry.start = self.start
        for entry in self.entries:
            entry.end = trimmed(self.flat, entry.start, entry.end)
        self.entries = [e for e in self.entries if _SAID.search(self.flat, e.start, e.end)]

    def _quoted(self, at: int) -> bool:
        return self.flat.count("“", self.start, at) > self.flat.count("”", self.start, at)
