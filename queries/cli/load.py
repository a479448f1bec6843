"""`danchieu load`: reads files and folders into the graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

from queries.cli import options
from queries.cli.say import note

if TYPE_CHECKING:
    from graph.local import Local
    from loaders import Outcome

_HELP = """Read files and folders into the graph; folders with everything below them.

The same file again changes nothing; a file that has changed replaces what it said. What cannot be read is named,
everything else is loaded, and the exit is 1."""


_FEW = 3


@options.command(_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@options.jobs
@click.option(
    "--registry/--no-registry",
    default=None,
    help="Whether known central documents fill what texts leave open. Kept with the store; on until set otherwise.",
)
@options.store
def load(paths: tuple[str, ...], jobs: int, registry: bool | None, store: str) -> int:
    names, counts = _files(paths)
    with Filling(store, registry=registry) as filling:
        for outcome in _read(names, jobs):
            _take(filling, outcome, counts)
        status = filling.status()
    if status is None:
        note("nothing was loaded.")
    else:
        _summary(store, counts, status)
    return int(counts["refused"] > 0)


class Filling:
    """A store that is opened when there is something to keep, and not made for nothing."""

    def __init__(self, store: str, *, registry: bool | None = None) -> None:
        self.store = store
        self.registry = registry
        self._held: Local | None = None

    def __enter__(self) -> Filling:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._held is not None:
            self._held.__exit__(kind, error, trace)

    def add(self, outcome: Outcome) -> bool:
        """Keeps what a file says, in a transaction of its own; tells whether anything changed."""
        from queries.cli.stores import local

        if self._held is None:
            self._held = local(self.store, write=True, new=True)
            if self.registry is not None:
                self._held.use_registry(self.registry)
        assert outcome.reading is not None
        return self._held.add(outcome.reading, outcome.path)

    def status(self) -> dict[str, Any] | None:
        """What the store holds now, the graph made anew; None where nothing was kept."""
        if self._held is None:
            return None
        self._held.commit()
        return self._held.status()


def _read(names: Sequence[Path], jobs: int) -> Iterator[Outcome]:
    from loaders import each
    from queries.cli.progress import followed

    return followed(each(names, jobs=jobs), len(names), "reading")


def _take(held: Filling, outcome: Outcome, counts: dict[str, int]) -> None:
    if outcome.reading is None:
        counts["refused"] += 1
        note(str(outcome.error))
        return
    counts["read"] += 1
    counts["unread"] += sum(i.kind == "symbol" for i in outcome.reading.issues)
    counts["changed"] += held.add(outcome)
    if outcome.reading.document.secrecy:
        told = f"{outcome.path}: bears the stamp {outcome.reading.document.secrecy}"
        note(f"{told}; it stays out of export, push and view without --include-secret.")


def _files(paths: Sequence[str]) -> tuple[list[Path], dict[str, int]]:
    """The files to read, each once, and the counts to begin with; says which paths are refused or not read."""
    from graph.errors import CannotRead
    from loaders import files

    names: dict[Path, None] = {}
    counts = dict.fromkeys(("read", "changed", "refused", "unread"), 0)
    for path in paths:
        try:
            found = list(files([path]))
        except CannotRead as error:
            counts["refused"] += 1
            note(str(error))
            continue
        names.update(dict.fromkeys(found))
        for told in _left_aside(Path(path), set(found)):
            note(told)
    return list(names), counts


def _left_aside(folder: Path, taken: set[Path]) -> Iterator[str]:
    """What lies in a folder and is of no format that is read: a few by name, many by suffix."""
    from collections import Counter

    if not folder.is_dir():
        return
    others = [p for p in sorted(folder.rglob("*")) if p.is_file() and p not in taken and not p.name.startswith(".")]
    told = ", ".join(str(p.relative_to(folder)) for p in others)
    if len(others) > _FEW:
        counts = Counter(p.suffix.lower() or "without a suffix" for p in others)
        told = ", ".join(f"{n} × {suffix}" for suffix, n in sorted(counts.items()))
    if others:
        yield f"{folder}: not read, as the format is not known: {told}."


def _summary(store: str, counts: dict[str, int], status: dict[str, Any]) -> None:
    """What was done, and what the store holds now: on stderr, as no data was asked for."""
    changed = f"{counts['changed']} new or changed, {counts['read'] - counts['changed']} as before"
    note(f"read {counts['read']} files ({changed}), refused {counts['refused']}.")
    more = f"{status['cited']} more are cited, {status['planned']} planned"
    note(f"{store} holds {status['documents']} documents; {more}.")
    mentions = ", ".join(f"{n} {name}" for name, n in status["mentions"].items())
    note(f"mentions: {mentions}; {sum(status['edges'].values())} edges; {status['issues']} issues.")
    if unread := counts["unread"]:
        note(f"like a document's number, and not understood: {unread} texts; danchieu status --issues lists them.")
