"""`danchieu review`: the queue of what is uncertain, and the decisions of people on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from queries.cli import options
from queries.cli.answers import written
from queries.cli.days import Day
from queries.cli.say import note, plain

if TYPE_CHECKING:
    from graph.decisions.decision import Decision
    from queries.review.choice import Choice
    from queries.review.items import Queue

_HELP = """What is uncertain, numbered; and what somebody decides of it, with who, when and why.

Listed are mentions that may be several documents or that say too little, texts that disagree, tasks without a doer,
and orders that seem to be carried out. A number stays what it is, whatever else is decided, loaded or removed.

A decision is one line of decisions.jsonl in the store's folder: JSON with the keys n, kind (accept, reject, correct,
done, reopen, same, apart, undo), who, when, why, about (source, quote, occurrence and what stands around it), and what
the kind needs. It is applied at every load, outlives an edit elsewhere in the text, and is taken back by undo."""

_SETTINGS = {"help_option_names": ["-h", "--help"]}
_STORE = click.option(
    "--store", metavar="PATH", help="The folder of the graph; also before the act, or DANCHIEU_STORE."
)
_BY = click.option(
    "--by", metavar="NAME", envvar="DANCHIEU_BY", help="Who decides; also DANCHIEU_BY. Else the account."
)
_WHY = click.option("--why", metavar="TEXT", default="", help="Why; it is kept with the decision.")


@click.group("review", help=_HELP, context_settings=_SETTINGS, invoke_without_command=True)
@click.option("--decided", is_flag=True, help="List the decisions instead, undone ones marked.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind of item; may be repeated.")
@click.option("--document", metavar="DOC", help="Only what this document says.")
@options.formats("table", "json")
@options.output
@options.store
@options.debug
@click.pass_context
def review(
    ctx: click.Context,
    decided: bool,
    kinds: tuple[str, ...],
    document: str | None,
    shape: str,
    output: str | None,
    store: str,
) -> None:
    ctx.obj = store
    if ctx.invoked_subcommand is None:
        _list(store, decided, kinds, document, shape, output)


def _list(
    store: str, decided: bool, kinds: tuple[str, ...], document: str | None, shape: str, output: str | None
) -> None:
    import json

    from queries.cli.agenda import decisions, filtered, items
    from queries.review.items import KINDS

    if wrong := sorted(set(kinds) - set(KINDS)):
        raise click.UsageError(f"no kind {', '.join(wrong)}; there are {', '.join(KINDS)}")
    queue = _queue(store)
    rows = decisions(queue.case) if decided else filtered(queue, kinds, document)
    if shape == "json":
        return written(json.dumps(rows, ensure_ascii=False), output)
    from queries.cli.agenda import listed

    written(listed(rows) if decided else items(rows, queue), output)
    note(f"{len(rows)} decisions." if decided else f"{len(rows)} to decide.")
    return None


def _act(name: str, short: str, help: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command below `review`, with the options that all of them have."""

    def made(function: Callable[..., Any]) -> click.Command:
        for option in (options.debug, _STORE, _WHY, _BY):
            function = option(function)
        return review.command(name, help=help, short_help=short, context_settings=_SETTINGS)(function)

    return made


@_act(
    "accept",
    "A mention means a document.",
    """N means the document CANDIDATE: a number of its list, or a document as you would type it.

    N is a number of danchieu review, or the place of a mention: PATH:START. Where texts disagree, the others are right;
    of a task whose document was issued, it is done.""",
)
@click.argument("n")
@click.argument("candidate", required=False)
def accept(n: str, candidate: str | None, **who: Any) -> None:
    _decide(lambda choice: choice.accept(n, candidate), **who)


@_act(
    "reject",
    "A mention does not mean it, or an edge is wrong.",
    """N does not mean CANDIDATE; without one, it means none of its list; without a list, it names nothing.

    N is a number of danchieu review, the place of a mention (PATH:START), or the id of an edge that is wrong.""",
)
@click.argument("n")
@click.argument("candidate", required=False)
def reject(n: str, candidate: str | None, **who: Any) -> None:
    _decide(lambda choice: choice.reject(n, candidate), **who)


@_act(
    "correct",
    "What a mention, a header or a task says was read wrongly.",
    """What N says was read wrongly. An empty text ('') is for what it does not say.

    N is a number of danchieu review or danchieu tasks, the place of a mention (PATH:START), or a loaded document, whose
    own header is meant then.""",
)
@click.argument("n")
@click.option("--type", metavar="KIND", help="Of a document: resolution, decision …")
@click.option("--number", metavar="TEXT", help="Of a document.")
@click.option("--date", metavar="DATE", help="Of a document: a day, or a month or year alone.")
@click.option("--issuer", metavar="TEXT", help="Of a document.")
@click.option("--term", metavar="TEXT", help="Of a document: XIII.")
@click.option("--name", metavar="TEXT", help="Of a document without a number.")
@click.option("--title", metavar="TEXT", help="Of a document.")
@click.option("--signer", metavar="TEXT", help="Of a document.")
@click.option("--jurisdiction", metavar="TEXT", help='Of a document: a province or city, or "trung ương".')
@click.option("--due", metavar="DATE", help="Of a task: the last day allowed.")
@click.option("--body", metavar="NAME", help="Of a task: somebody who has to do it.")
@click.option("--role", metavar="ROLE", help="What that body is in it: lead, coordinate, direct, advise.")
def correct(n: str, by: str | None, why: str, store: str | None, **told: str | None) -> None:
    fields = {name: value for name, value in told.items() if value is not None}
    if not fields:
        raise click.UsageError("name what is to be corrected, as --number 35/2021/QH15")
    _decide(lambda choice: choice.correct(n, fields), by, why, store)


@_act(
    "done",
    "A task is done.",
    "TASK is done: a number that danchieu tasks lists, an id, or words that it alone has.",
)
@click.argument("task")
@click.option("--on", type=Day(), metavar="DATE", required=True, help="The day on which it was done.")
def done(task: str, on: str, **who: Any) -> None:
    _decide(lambda choice: choice.done(task, on), **who)


@_act("reopen", "A task is not done after all.", "TASK, named as for done, is not done after all.")
@click.argument("task")
def reopen(task: str, **who: Any) -> None:
    _decide(lambda choice: choice.reopen(task), **who)


@_act("same", "Two documents are one.", "DOC and OTHER are one document.")
@click.argument("doc")
@click.argument("other")
def same(doc: str, other: str, **who: Any) -> None:
    _decide(lambda choice: choice.same(doc, other), **who)


@_act("apart", "Two documents are two.", "DOC and OTHER are two documents, however alike.")
@click.argument("doc")
@click.argument("other")
def apart(doc: str, other: str, **who: Any) -> None:
    _decide(lambda choice: choice.apart(doc, other), **who)


@_act("undo", "Take a decision back.", "DECISION stands no longer; danchieu review --decided lists them. It is kept.")
@click.argument("decision", type=click.IntRange(min=1))
def undo(decision: int, **who: Any) -> None:
    _decide(lambda choice: choice.undo(decision), **who)


def _queue(store: str) -> Queue:
    from queries.review.case import Case
    from queries.review.items import Queue

    with _local(store) as held:
        return Queue.of(Case.of(held.readings(), held.decisions(), registry=held.registry))


def _local(store: str, *, write: bool = False) -> Any:
    """The store, which must be a folder: decisions are kept beside the statements, and a server has neither."""
    from graph.errors import CannotOpen
    from queries.cli.stores import local

    if "://" in store:
        told = f"{store} is a server: it holds what was published, not the texts' statements and the decisions on them."
        raise CannotOpen(told, hint="Review the folder that was pushed (--store PATH), then push again.")
    return local(store, write=write)


def _decide(act: Callable[[Choice], Sequence[Decision]], by: str | None, why: str, store: str | None) -> None:
    """Keeps what is decided, and says what it did."""
    from queries.cli.agenda import told
    from queries.review.case import Case
    from queries.review.choice import Choice
    from queries.review.items import Queue

    when = datetime.now().astimezone().isoformat(timespec="seconds")
    with _local(store or click.get_current_context().obj, write=True) as held:
        case = Case.of(held.readings(), held.decisions(), registry=held.registry)
        decisions = act(Choice(Queue.of(case), by or _account(), when, plain(why)))
        _check(decisions, case.decisions)
        held.decide(decisions)
        held.commit()
        void = [i.message for i in held.graph().issues if i.kind == "decision"]
    for decision in decisions:
        note(told(decision, case))
        for message in void:
            if message.startswith(f"decision {decision.n} of "):
                note(message)


def _check(decisions: Sequence[Decision], earlier: Sequence[Decision]) -> None:
    """Refuses, as wrong usage, what no line of the file may say."""
    from graph.decisions.decision import faults

    for decision in decisions:
        if wrong := faults(decision, {d.n for d in earlier}):
            raise click.UsageError(wrong[0])


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:  # an account without a name
        raise click.UsageError("say who decides: --by NAME") from error
