"""Texts and decisions → statements: what stands corrected, and what identity is to carry out. A pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import structs

from graph.decisions.anchors import Texts, said
from graph.decisions.decision import Anchor, Decision, standing
from graph.statements import (
    BodyMention,
    Claim,
    DocumentMention,
    Issue,
    Mention,
    Ruling,
    Statement,
    TaskMention,
)

Where = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Applied:
    """The statements that a graph is built from, and the decisions whose anchor stands nowhere any more, as issues."""

    statements: list[Statement]
    issues: list[Issue]


def apply(statements: Iterable[Statement], decisions: Sequence[Decision]) -> Applied:
    """What the texts say, as the decisions that stand leave it; statements may come in any order.

    Later decisions overrule earlier ones. None is dropped silently: one whose anchor is not found is an issue.
    """
    told = list(statements)
    kept = standing(decisions)
    if not kept:
        return Applied(told, [])
    bench = _Bench(Texts(told))
    for decision in kept:
        if not _KINDS[decision.kind](bench, decision):
            bench.issues.append(_lost(decision))
    return Applied([*bench.left(told), *bench.added], bench.issues)


@dataclass(slots=True)
class _Bench:
    """The texts while decisions are applied to them."""

    texts: Texts
    changed: dict[Where, DocumentMention | TaskMention] = field(default_factory=dict)
    gone: set[Where] = field(default_factory=set)
    denied: set[tuple[object, ...]] = field(default_factory=set)
    added: list[Statement] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def find(self, anchor: Anchor | None) -> Mention | None:
        return self.texts.find(anchor) if anchor else None

    def rule(self, kind: Any, decision: Decision, about: Mention | Where, other: Mention | None = None) -> bool:
        self.added.append(
            Ruling(
                kind=kind,
                about=about if isinstance(about, tuple) else _where(about),
                other=_where(other) if other else None,
                who=decision.who,
                when=decision.when,
                why=decision.why,
                on=decision.on or None,
                rank=decision.n,
            )
        )
        return True

    def left(self, told: Iterable[Statement]) -> list[Statement]:
        """The statements without what was denied, the mentions as they stand corrected."""
        out: list[Statement] = []
        for s in told:
            if isinstance(s, Mention) and _where(s) in self.gone | self.changed.keys():
                out += [self.changed[w] for w in (_where(s),) if w not in self.gone]
            elif not isinstance(s, Claim) or not self._denies(s):
                out.append(s)
        return out

    def _denies(self, claim: Claim) -> bool:
        ends = {(claim.source, claim.subject), (claim.source, claim.object)}
        return bool(ends & self.gone) or (bool(self.denied) and said(claim) in self.denied)


def _where(mention: Mention) -> Where:
    return mention.source, mention.handle


def _two(kind: str) -> Callable[[_Bench, Decision], bool]:
    """A decision on two mentions that identity carries out."""

    def decided(bench: _Bench, decision: Decision) -> bool:
        about, other = bench.find(decision.about), bench.find(decision.means)
        if about is None or other is None:
            return False
        if kind == "apart" and about.handle == "self" and other.handle != "self":
            about, other = other, about  # a text stays what it is; what mentions it leaves
        return bench.rule(kind, decision, about, other)

    return decided


def _reject(bench: _Bench, decision: Decision) -> bool:
    if decision.edge is not None:
        claims = bench.texts.find_claims(decision.edge)
        bench.denied |= {said(c) for c in claims}
        return bool(claims)
    if decision.means is not None:
        return _two("reject")(bench, decision)
    about = bench.find(decision.about)
    if about is None or about.handle == "self":
        return False
    bench.gone.add(_where(about))
    return True


def _correct(bench: _Bench, decision: Decision) -> bool:
    about = bench.find(decision.about)
    if isinstance(about, DocumentMention):
        before = bench.changed.get(_where(about), about)
        fields: dict[str, Any] = {name: value or None for name, value in decision.fields.items()}
        # What the loaders took it for hangs on what it was read to say.
        bench.changed[_where(about)] = structs.replace(before, same=None, unclear=(), **fields)
        return bench.rule("correct", decision, about)
    if isinstance(about, TaskMention):
        return _correct_task(bench, decision, about)
    return False


def _correct_task(bench: _Bench, decision: Decision, task: TaskMention) -> bool:
    if "due" in decision.fields:
        before = bench.changed.get(_where(task), task)
        bench.changed[_where(task)] = structs.replace(before, due=decision.fields["due"] or None)
        bench.rule("correct", decision, task)
    if name := decision.fields.get("body"):
        handle = f"decision{decision.n}"
        body = BodyMention(handle=handle, place=task.place, name=name)
        role = decision.fields.get("role", "lead")
        given = Claim(
            subject=task.handle,
            predicate="ASSIGNED_TO",
            object=handle,
            place=task.place,
            properties={"role": role, "mode": "implicit"},
        )
        bench.added += [body, given]
        bench.rule("assign", decision, body)
    return True


def _task(kind: str) -> Callable[[_Bench, Decision], bool]:
    def decided(bench: _Bench, decision: Decision) -> bool:
        about = bench.find(decision.about)
        return isinstance(about, TaskMention) and bench.rule(kind, decision, about)

    return decided


_KINDS: dict[str, Callable[[_Bench, Decision], bool]] = {
    "accept": _two("accept"),
    "reject": _reject,
    "same": _two("same"),
    "apart": _two("apart"),
    "correct": _correct,
    "done": _task("done"),
    "reopen": _task("reopen"),
}


def _lost(decision: Decision) -> Issue:
    anchor = decision.about or decision.edge
    quote = " ".join((anchor.quote if anchor else "").split())
    told = f"decision {decision.n} of {decision.who} ({decision.kind} {quote!r}) has no effect: its place is not found"
    return Issue(kind="decision", message=told, source=anchor.source if anchor else "", start=0, end=0)
