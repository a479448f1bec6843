"""One item read: which tasks it gives, to whom, in which role and mode, by when.

A new entry starts only where another body, another role or a deadline of its own is stated; several verbs for one
body stay one entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.found import Actor, Span
from loaders.mentions.bodies import Phrase, bodies
from loaders.mentions.deadlines import Deadline, deadlines
from loaders.mentions.orders import gives, mode_of, orders
from loaders.mentions.leaders import leader
from loaders.mentions.pieces import Clause, behind_joint, clauses, topic
from loaders.mentions.predicates import after_aside, opening, starts, told, verb
from loaders.mentions.roles import bound, carries, idle, is_light, role_of

PARTNER = re.compile(
    r"[Pp]hối hợp(?:(?: +|, *)(?:chặt chẽ|chủ động|thường xuyên|tốt|hiệu quả|kịp thời|đồng bộ|cùng))*"
    r"(?: +(?:cùng +với|với|cùng))? +(?:và +)?"
)
_STEER = re.compile(
    r"(?<!Ban )(?<!sự )[Cc]hỉ đạo(?:(?:, | và )(?:hướng dẫn|hỗ trợ|đôn đốc|kiểm tra|điều hành|định hướng|tổ chức))* +"
)
_GATHER = re.compile(
    r"(?:gửi|phản ánh|báo cáo|thông tin)(?: kết quả(?: thực hiện)?| bằng văn bản| kịp thời| ngay)*"
    r"(?: về| tới| đến| cho| kết quả(?: thực hiện)? về)? +"
)
_SO_THAT = re.compile(r"[^;.]{0,90}? ?để (?:kịp thời |được )?(?=tổng hợp)")
_TO = re.compile(r"(?:báo cáo|trình)(?: kết quả[^,;.]{0,40}? (?:về|với|cho|lên))?(?: về| với| cho| lên)? +")
PUBLIC = re.compile(r"(?:[Cc]ác |[Mm]ọi )?(?:[Tt]ổ chức, cá nhân|[Cc]á nhân|[Hh]ộ |[Nn]gười )")
_SHORT = 60  # code points: a task is longer than that, or begins with its verb
_SAID = re.compile(r"\w+\W+\w")
_BARE = re.compile(r"(?:tổ chức |triển khai )?(?:thực hiện|triển khai)(?: theo[^;.]*)?(?=[;.]|$)")


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does a task, in which role and mode; `inherited` from a heading or a ruling sentence."""

    actor: Actor
    role: str = "lead"
    mode: str = "implicit"
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for the items below a heading or a ruling sentence.

    `ending`: an act of rules says who is to carry it out; `aiming`: a section of aims among those;
    `telling`: the section tells, only words that bind or order give a task; `strict`:
    so does the whole document, only an express order does; `steers`: the doers direct those whom an item names.
    `issuer`: names of who speaks, as `spelled` gives them.
    """

    doers: tuple[Doer, ...] = ()
    mode: str | None = None
    deadline: Deadline | None = None
    telling: bool = False
    aiming: bool = False
    strict: bool = False
    steers: bool = False
    ending: bool = False
    issuer: str = ""


@dataclass(slots=True)
class Entry:
    """A task at ``start:end`` and its doers; `anchor` is where its words begin, those of the doer included."""

    start: int
    end: int
    anchor: int
    doers: list[Doer]
    main: bool = True
    deadline: Deadline | None = None
    clause: Clause | None = None


@dataclass(slots=True)
class Item:
    """Reads ``start:end`` of the twin. `fresh`: a task may begin here whose doer stands above."""

    flat: str
    start: int
    end: int
    scope: Scope
    today: str | None
    fresh: bool
    cited: Sequence[Span] = ()
    entries: list[Entry] = field(default_factory=list)
    core: int = 0
    ordered: str | None = None  # the mode of the last order in the item
    headed: Phrase | None = None  # the heading on the item's own line

    def read(self) -> list[Entry]:
        """The entries of the item, mains and parts, in printed order."""
        self.core = topic(self.flat, self.start, self.end)
        self._headed()
        for number, clause in enumerate(clauses(self.flat, self.core, self.end)):
            self._clause(clause, first=number == 0)
        self._close()
        self._date()
        return sorted(self.entries, key=lambda e: (e.start, not e.main))

    def dated(self) -> Deadline | None:
        """The first deadline with a date, for an order that names nobody."""
        known = deadlines(self.flat, self.core, self.end, self.today)
        return next((d for d in known if d.due and not self._in_citation(d)), None)

    # --- who

    def _headed(self) -> None:
        """An item with its heading on the same line: "Sở Nội vụ: Tham mưu …", "Đề nghị Tỉnh đoàn: Phát động …"."""
        flat = self.flat
        if flat.find(":", self.core, self.core + 400) < 0 or not self.fresh:
            return
        order = next((o for o in orders(flat, self.core, self.core + 24) if o.start() == self.core), None)
        phrase = bodies(flat, order.end() if order else self.core, self.end)
        colon = re.compile(r"(?: *\([^()]*\))? *: *").match(flat, phrase.end, self.end) if phrase else None
        if phrase is None or colon is None or not verb(flat, colon.end(), self.end):
            return
        mode = mode_of(order[0]) if order else self.scope.mode or "require"
        self.scope = replace(self.scope, doers=tuple(Doer(a, "lead", mode) for a in phrase.actors))
        self.headed = phrase
        self.core = colon.end()

    def _clause(self, clause: Clause, *, first: bool) -> None:
        opened = self._explicit(clause)
        if not opened and first and self.fresh and self.scope.doers and opening(self.flat, clause.start, clause.end):
            opened = self._inherit(clause)
        if not opened and self._main() and not first:
            opened = self._advise(clause)
        if main := self._main():
            main.end = clause.end
            self._parts(clause, main, main.start if opened else clause.start)

    def _main(self) -> Entry | None:
        return next((e for e in reversed(self.entries) if e.main), None)

    def _explicit(self, clause: Clause) -> bool:
        """Entries whose doers the clause itself names."""
        flat, scope = self.flat, self.scope
        led = leader(flat, clause.start, clause.end)
        if led and not self._is_issuer(led[0]) and not self._speaks(led, clause) and self._binds(led[0].end, led[1], clause.end):
            phrase, begin = led
            if idle(flat, begin, clause.end) or self._quoted(phrase.start):
                return False
            binds = bound(flat, phrase.end, clause.end) or bound(flat, begin, clause.end)
            mode = "require" if binds else self.ordered or scope.mode or "implicit"
            if scope.steers and mode != "require":
                mode = "implicit"
            if mode == "implicit" and all(PUBLIC.match(a.name) for a in phrase.actors):
                return False  # a rule for everybody
            self._open(clause, phrase, begin, mode)
            if scope.steers and mode == "implicit":
                self._steering(phrase)
            self._more(clause, begin, mode)
            return True
        opened = False
        for order in orders(flat, clause.start, clause.end):
            if self._quoted(order.start()) or (self.entries and order.start() < self.entries[-1].start):
                continue
            phrase_ = bodies(flat, order.end(), clause.end)
            given = order[0][:1].lower() in "gp"  # "giao", "phân công": given, not asked
            if given and not gives(flat, clause.start, order.start()) and not self._spoken(clause, order.start()):
                continue
            if phrase_ is not None and ((_is_superior(phrase_) and not given) or (order.start() > self.start and self._is_spoken(phrase_))):
                continue
            if phrase_ is None or phrase_.end >= clause.end - 2 or idle(flat, phrase_.end, clause.end):
                continue
            said = told(flat, phrase_.end, clause.end)
            at = self._over(phrase_.end) if said is None else said
            if said is None and flat[at : at + 1] in (",", ";", ".", ")"):
                continue
            mode = self.ordered = mode_of(order[0])
            self._open(clause, phrase_, at, mode, anchor=order.start())
            self._more(clause, at, mode)
            opened = True
        return opened

    def _speaks(self, led: tuple[Phrase, int], clause: Clause) -> bool:
        """Whether who stands in front gives the order: "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở …"."""
        verb_ = re.compile(r"yêu cầu|giao|phân công").match(self.flat, led[1], clause.end)
        return verb_ is not None and len(led[0].actors) == 1 and any(
            bodies(self.flat, o.end(), clause.end) for o in orders(self.flat, led[1], led[1] + 20)
        )

    def _steering(self, phrase: Phrase) -> None:
        """Under "Giao A chỉ đạo:" what B is told is A's to see to as well."""
        names = {a.name.lower() for a in phrase.actors}
        above = [replace(d, inherited=True) for d in self.scope.doers if d.actor.name.lower() not in names]
        self.entries[-1].doers[:0] = above

    def _binds(self, behind: int, begin: int, end: int) -> bool:
        """Whether a doer in front of a verb is told something: anywhere, but where a text only tells or answers."""
        if self.scope.strict:
            return re.search(r"chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)", self.flat[behind : behind + 60]) is not None
        if self.scope.ending and not (bound(self.flat, behind, end) or carries(self.flat, begin, end)):
            return False
        if self.scope.telling:
            near = self.flat[behind : begin + 40]
            answers = "chủ trì" in near or "trách nhiệm" in near
            return answers or (not self.scope.aiming and bound(self.flat, behind, end))
        return True

    def _open(self, clause: Clause, phrase: Phrase, begin: int, mode: str, *, anchor: int | None = None) -> None:
        flat = self.flat
        partner = PARTNER.search(flat, begin, min(clause.end, begin + 90))
        paired = partner is not None and is_light(flat[begin : partner.start()]) and bodies(flat, partner.end(), clause.end) is not None
        role = role_of(flat, begin, clause.end, partner=paired)
        actors = self._specified(clause, phrase)
        steers = mode == "assign" and re.search(r"chỉ đạo", flat[begin : begin + 70]) is not None
        doers = [Doer(a, "direct" if steers and _is_post(a) else role, mode) for a in actors]
        self.entries.append(Entry(begin, clause.end, phrase.start if anchor is None else anchor, doers, clause=clause))

    def _specified(self, clause: Clause, phrase: Phrase) -> tuple[Actor, ...]:
        """"phân công các đồng chí … cụ thể: A …, B …": the persons named behind stand for the class."""
        if len(phrase.actors) != 1 or not phrase.actors[0].collective:
            return phrase.actors
        colon = re.compile(r"cụ thể(?: như sau)?: *").search(self.flat, phrase.end, clause.end)
        if not colon:
            return phrase.actors
        named: list[Actor] = []
        for piece in re.compile(r"(?:^|(?<=, )|(?<= và ))\S").finditer(self.flat[colon.end() : clause.end]):
            more = bodies(self.flat, colon.end() + piece.start(), clause.end)
            named += [a for a in more.actors if a.person and a.start not in {n.start for n in named}] if more else []
        return tuple(named) or phrase.actors

    def _more(self, clause: Clause, begin: int, mode: str) -> None:
        """Further bodies in the clause with a part of their own: "…, Sở Du lịch chủ trì, phối hợp cùng …"."""
        flat = self.flat
        at = begin
        for comma in re.compile(r"[,:] +(?:giao +)?(?=[^\W\d_])").finditer(flat, begin, clause.end):
            if comma.start() < at or not (flat[comma.end()].isupper() or flat.startswith("các ", comma.end())):
                continue
            phrase = bodies(flat, comma.end(), clause.end)
            if phrase is None:
                continue
            part = re.compile(r" *,? *(chủ trì|tham mưu|chịu trách nhiệm|có trách nhiệm|là cơ quan)\b").match(flat, phrase.end, clause.end)
            if part and "phối hợp" not in flat[max(begin, comma.start() - 40) : comma.start()]:
                self._main_end(comma.start())
                self._open(clause, phrase, part.start(1), mode)
                at = phrase.end

    def _main_end(self, at: int) -> None:
        if main := self._main():
            main.end = min(main.end, at)

    def _inherit(self, clause: Clause) -> bool:
        """The doers of the heading or sentence above."""
        flat = self.flat
        begin = behind_joint(flat, clause.start, clause.end)
        if self.headed is None and flat[begin].isupper() and bodies(flat, begin, clause.end) and not verb(flat, begin, clause.end):
            return False  # the item is about a body, and tells it nothing
        if self.headed is None and clause.end - begin < _SHORT and not verb(flat, begin, clause.end):
            return False  # a thing in a list
        verb_at = after_aside(flat, begin, clause.end)
        partner = PARTNER.search(flat, verb_at, min(clause.end, verb_at + 90))
        paired = partner is not None and is_light(flat[verb_at : partner.start()]) and bodies(flat, partner.end(), clause.end) is not None
        role = role_of(flat, verb_at, clause.end, partner=paired)
        above = self.headed is None
        doers = [replace(d, inherited=above, role=role if d.role == "lead" else d.role) for d in self.scope.doers]
        anchor = clause.start if self.headed is None else self.headed.start
        self.entries.append(Entry(begin, clause.end, anchor, doers, clause=clause))
        return True

    def _advise(self, clause: Clause) -> bool:
        """The same doers in another role: "…; tham mưu Ủy ban nhân dân tỉnh …"."""
        main = self._main()
        begin = behind_joint(self.flat, clause.start, clause.end)
        if main and {d.role for d in main.doers} == {"coordinate"} and re.compile(r"(?:chủ trì|chỉ đạo) ").match(self.flat, begin):
            doers = [replace(d, role="lead", inherited=True) for d in main.doers]
            self.entries.append(Entry(begin, clause.end, clause.start, doers, clause=clause))
            return True
        if main is None or role_of(self.flat, begin, clause.end, partner=False) != "advise":
            return False
        if not any(d.role == "lead" for d in main.doers):
            return False
        doers = [replace(d, role="advise", inherited=True) for d in main.doers if d.role == "lead"]
        self.entries.append(Entry(begin, clause.end, clause.start, doers, clause=clause))
        return True

    def _parts(self, clause: Clause, main: Entry, at: int) -> None:
        """Partners, bodies below that are told to do it, and those who gather the answers."""
        flat = self.flat
        steered = self._steered(clause, main, at)
        for match in PARTNER.finditer(flat, at, clause.end):
            phrase = bodies(flat, match.end(), clause.end)
            if phrase is None:
                continue
            below = any(s <= match.start() for s in steered)
            mode = "implicit" if below else next((d.mode for d in reversed(main.doers) if d.role != "direct"), main.doers[0].mode)
            doers = [Doer(a, "coordinate", mode) for a in phrase.actors]
            begin = self._over(phrase.end)
            if main.clause is clause and not below and is_light(flat[main.start : match.start()]) and begin < clause.end:
                main.start = begin
                main.doers += doers
            else:
                self.entries.append(Entry(min(begin, clause.end - 1), clause.end, match.start(), doers, main=False, clause=clause))
        self._gather(clause)

    def _steered(self, clause: Clause, main: Entry, at: int) -> list[int]:
        """"chỉ đạo B làm …": B does it. Where each such task begins."""
        flat = self.flat
        if any(d.role == "direct" for d in main.doers):
            return []
        found = []
        for match in _STEER.finditer(flat, at, clause.end):
            phrase = bodies(flat, match.end(), clause.end)
            begin = told(flat, phrase.end, clause.end) if phrase else None
            if phrase is None or begin is None or not starts(flat, begin, clause.end):
                continue
            partner = PARTNER.search(flat, begin, min(clause.end, begin + 70))
            paired = partner is not None and re.search(r"(?:với|cùng) +$", partner[0]) is not None
            role = role_of(flat, begin, clause.end, partner=paired)
            doers = [Doer(a, role if role == "coordinate" else "lead", "implicit") for a in phrase.actors]
            known = {d.actor.name.lower() for d in main.doers}
            doers = [d for d in doers if d.actor.name.lower() not in known]
            if doers:
                self.entries.append(Entry(begin, clause.end, match.start(), doers, main=False, clause=clause))
                found.append(begin)
        return found

    def _gather(self, clause: Clause) -> None:
        """"gửi về X để tổng hợp": X gathers, unless it is the issuer or stands above."""
        flat = self.flat
        for match in _GATHER.finditer(flat, clause.start, clause.end):
            phrase = bodies(flat, match.end(), clause.end)
            if phrase is None or self._is_issuer(phrase) or _is_superior(phrase):
                continue
            purpose = _SO_THAT.match(flat, phrase.end, clause.end)
            if purpose:
                doers = [Doer(a, "lead", "implicit") for a in phrase.actors]
                self.entries.append(Entry(purpose.end(), clause.end, match.start(), doers, main=False, clause=clause))

    # --- where it ends, and by when

    def _close(self) -> None:
        """Each main entry ends where the next begins; a bare "thực hiện" is the topic carried out."""
        mains = [e for e in self.entries if e.main]
        for number, entry in enumerate(mains):
            if number + 1 < len(mains):
                after = mains[number + 1]
                entry.end = min(entry.end, after.anchor) if after.anchor > entry.start else entry.end
            if self.core > self.start and _BARE.match(self.flat, entry.start, entry.end):
                for other in mains:
                    other.start = self.start
            entry.end = max(entry.start + 1, self._trim(entry.end))
        for entry in self.entries:
            if not entry.main:
                entry.end = max(entry.start + 1, self._trim(entry.end))
        self.entries = [e for e in self.entries if _SAID.search(self.flat, e.start, e.end)]

    def _trim(self, end: int) -> int:
        while end > self.start and self.flat[end - 1] in " ;,.:":
            end -= 1
        return end

    def _date(self) -> None:
        """Give each entry its deadline; one with several of its own is several entries."""
        mains = [e for e in self.entries if e.main]
        if not mains:
            return
        known = [d for d in deadlines(self.flat, self.core, self.end, self.today) if not self._in_citation(d)]
        low = self.core
        while mains:
            together = [m for m in mains if m.clause is mains[0].clause]
            mains = mains[len(together) :]
            high = mains[0].anchor if mains else self.end
            self._date_one(together[-1], [d for d in known if low <= d.start < high])
            for entry in together[:-1]:
                entry.deadline = together[-1].deadline
            low = high
        mains = sorted((e for e in self.entries if e.main), key=lambda e: e.start)
        for part in self.entries:
            if not part.main:
                above = [m for m in mains if m.start <= part.start] or mains[:1]
                part.deadline = above[-1].deadline

    def _date_one(self, entry: Entry, own: list[Deadline]) -> None:
        dated = [d for d in own if d.due and not d.reports]
        if len({d.due for d in dated}) > 1:
            self._split(entry, dated)
            return
        if dated:
            first = dated[0]
            late = self._late(entry, first)
            if late is None:
                entry.deadline = first
            else:
                self._add(entry, late, self._sentence_end(late), first)
            return
        reports = [d for d in own if d.due]
        if reports:
            part = self._part_of(entry, reports[0])
            if part is None:
                entry.deadline = reports[0]
            else:
                self._add(entry, part.start, part.end, reports[0])
            return
        entry.deadline = next(iter(own), None) or self.scope.deadline

    def _late(self, entry: Entry, deadline: Deadline) -> int | None:
        """Where the sentence begins that states a deadline for itself alone, in the middle of a longer item."""
        if deadline.finishes:
            return None
        if self._heads(deadline):
            return deadline.start
        found = [c for c in clauses(self.flat, self.core, self.end) if c.start <= deadline.start < c.end]
        mine = [c for c in clauses(self.flat, self.core, self.end) if c.start <= entry.start < c.end]
        if not found or not mine or found[0].sentence == mine[0].sentence or found[0].last:
            return None
        return min(c.start for c in clauses(self.flat, self.core, self.end) if c.sentence == found[0].sentence)

    def _heads(self, deadline: Deadline) -> bool:
        """Whether a deadline opens a later sentence: "Đến năm 2015, hoàn thành …"."""
        pieces = clauses(self.flat, self.core, self.end)
        return any(c.sentence > 0 and behind_joint(self.flat, c.start, c.end) == deadline.start for c in pieces)

    def _sentence_end(self, at: int) -> int:
        pieces = clauses(self.flat, self.core, self.end)
        number = next((c.sentence for c in pieces if c.start <= at < c.end), -1)
        return max((c.end for c in pieces if c.sentence == number), default=self.end)

    def _part_of(self, entry: Entry, deadline: Deadline) -> Entry | None:
        """The partners' clause in which the deadline stands, when that is not the clause of the entry itself."""
        for part in self.entries:
            inside = part.clause is not None and part.clause.start <= deadline.start < part.clause.end
            if not part.main and inside and part.clause is not entry.clause and part.doers[0].role == "coordinate":
                return part
        return None

    def _split(self, entry: Entry, dated: list[Deadline]) -> None:
        """Several deadlines: each holds for its own piece of the item."""
        first, end = dated[0], entry.end
        clause = next((c for c in clauses(self.flat, self.core, self.end) if c.start <= first.start < c.end), None)
        apart = clause is not None and clause.start > entry.start and not first.finishes
        pieces = [(clause.start if clause and apart else entry.start, first)]
        for before, deadline in zip(dated, dated[1:], strict=False):
            if deadline.due != before.due:
                begin = deadline.start if self._leads(deadline) else min(self._behind(before.end), deadline.start)
                pieces.append((begin, deadline))
        stops = [*(begin for begin, _ in pieces[1:]), max(end, dated[-1].end)]
        if not apart:
            entry.deadline = first
            entry.end = max(entry.start + 1, self._trim(stops[0]))
        for (begin, deadline), stop in list(zip(pieces, stops, strict=True))[0 if apart else 1 :]:
            self._add(entry, begin, stop, deadline)

    def _leads(self, deadline: Deadline) -> bool:
        """Whether a deadline stands in front of its work: "đến năm 2024, tập trung …"."""
        begin = self._over(deadline.end)
        return starts(self.flat, begin, self.end)

    def _behind(self, at: int) -> int:
        """Over what parts one dated piece from the next."""
        found = re.compile(r"[^;,.]{0,80}?(?:[;,.]| và) *(?:và +)?").match(self.flat, at, self.end)
        return found.end() if found else at

    def _add(self, entry: Entry, begin: int, end: int, deadline: Deadline) -> None:
        """A piece of an entry with a deadline of its own becomes an entry."""
        begin = min(begin, self.end - 1)
        role = role_of(self.flat, begin, self.end, partner=True)
        doers = [replace(d, inherited=True, role=role if d.role == "advise" else d.role) for d in entry.doers]
        if entry.start < begin:
            entry.end = max(entry.start + 1, min(entry.end, self._trim(begin)))
            doers = [d for d in doers if d.role != "coordinate"] or doers
        self.entries.append(Entry(begin, max(begin + 1, self._trim(end)), begin, doers, deadline=deadline))

    # --- small questions

    def _over(self, at: int) -> int:
        while at < self.end and self.flat[at] in " ,":
            at += 1
        return at

    def _quoted(self, at: int) -> bool:
        return self.flat.count("“", self.start, at) > self.flat.count("”", self.start, at)

    def _in_citation(self, deadline: Deadline) -> bool:
        return any(s < deadline.end and deadline.start < e for s, e in self.cited)

    def _spoken(self, clause: Clause, at: int) -> bool:
        """Whether one body stands in front of an order and gives it: "Ủy ban nhân dân tỉnh giao Sở Y tế …"."""
        phrase = bodies(self.flat, behind_joint(self.flat, clause.start, clause.end), at)
        return phrase is not None and at - phrase.end <= 2 and not phrase.actors[0].collective

    def _is_spoken(self, phrase: Phrase) -> bool:
        """Whether the issuer is among those named: an inferior asks it, it does not ask itself."""
        return any(_seat(spelled(a.name)) in self.scope.issuer for a in phrase.actors)

    def _is_issuer(self, phrase: Phrase) -> bool:
        issuer = self.scope.issuer
        names = [_seat(spelled(a.name)) for a in phrase.actors]
        return len(names) <= 2 and bool(issuer) and all(n in issuer or n.startswith(f"{issuer} ") for n in names)


def spelled(name: str) -> str:
    """A name in small letters with its usual abbreviations written out.

    >>> spelled("UBND tỉnh")
    'ủy ban nhân dân tỉnh'
    """
    low = " ".join(name.lower().split())
    return low.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")


def _seat(name: str) -> str:
    """The body whose head is named: he speaks as it does."""
    return re.sub(r"^(?:chủ tịch|bộ trưởng|cục trưởng|tổng cục trưởng|tổng giám đốc|giám đốc) (?=ủy ban|bộ|cục|tổng|sở)", "", name)


def _is_post(actor: Actor) -> bool:
    """A named person, or holders of a post that stands over the work of others."""
    return actor.person or re.search(r"(?:[Pp]hó |đồng chí)", actor.name) is not None


def _is_superior(phrase: Phrase) -> bool:
    return re.match(r"(?:Thủ tướng|Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư|(?:các )?[Cc]ấp (?:có )?thẩm quyền|[Cc]ấp trên|(?:các )?[Cc]ơ quan (?:có|cấp trên|nhà nước có) ?(?:thẩm quyền)?)", phrase.actors[0].name) is not None


def reports(flat: str, start: int, end: int) -> list[Actor]:
    """Whom a task's doer is to report to."""
    found: list[Actor] = []
    for match in _TO.finditer(flat, start, end):
        phrase = bodies(flat, match.end(), end)
        if phrase:
            found += [a for a in phrase.actors if a.name not in {f.name for f in found}]
    return found
