"""`danchieu doctor`: is this installation sound, and what is missing that could be of use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from queries.cli import options
from queries.cli.say import note, out, plain

_HELP = """Is this installation sound? Exit 1 where it is not, with what to do for each fault.

Looks at the rooms of the program, at the packages it needs, and opens a graph in a temporary folder. What is merely
absent (a browser, Java, a text recogniser) is a remark."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `ok`, a `fault` that must be mended, or a `remark`."""

    result: Literal["ok", "fault", "remark"]
    what: str
    told: str


@options.command(_HELP)
def doctor() -> int:
    faults = 0
    for check in checks():
        faults += check.result == "fault"
        out(f"{check.result:<7} {check.what:<14} {plain(check.told)}")
    if faults:
        note(f"{faults} fault{'s' * (faults > 1)}. Mend what is named above and run danchieu doctor again.")
    return int(faults > 0)


def checks() -> Iterator[Check]:
    """Everything that is looked at, in this order; one fault does not keep the others from being found."""
    from queries.cli import rooms

    looks: tuple[Callable[[], Iterator[Check]], ...] = (_python, rooms.rooms, rooms.packages, _store, _programs)
    for look in looks:
        yield from look()


def _python() -> Iterator[Check]:
    import sys

    from queries.cli.version import VERSION

    told = f"{sys.version.split()[0]} at {sys.executable}"
    yield Check("ok", "danchieu", VERSION)
    yield Check("ok" if sys.version_info >= (3, 11) else "fault", "python", told)


def _store() -> Iterator[Check]:
    """Whether a graph can be kept and asked: written to a temporary folder, opened again, and read back."""
    from tempfile import TemporaryDirectory

    from graph.elements import Graph, Node
    from graph.errors import DanchieuError
    from graph.stores.embedded import Embedded

    node = Node(id="doctor", labels=("Document", "Other"), properties={"type": "other", "title": "Sức khỏe"})
    try:
        with TemporaryDirectory(prefix="danchieu-") as folder:
            with Embedded(folder, write=True) as store:
                store.publish(Graph([node]))
            with Embedded(folder, write=False) as store:
                rows = store.ask("MATCH (d:Document) RETURN d.title AS title")
    except (DanchieuError, ImportError, OSError) as error:
        yield Check("fault", "store", f"a graph cannot be kept in a temporary folder: {error}")
        return
    sound = rows == [{"title": "Sức khỏe"}]
    yield Check(
        "ok" if sound else "fault", "store", "a graph was kept, opened again and asked" if sound else f"read {rows}"
    )


_PROGRAMS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "the tests of the picture"),
    "java": (("java",), "the tests against a Neo4j server"),
    "tesseract": (("tesseract",), "scans"),
    "libreoffice": (("soffice", "libreoffice"), "old Word files that catdoc cannot read"),
    "catdoc": (("catdoc",), "old Word files"),
}


def _programs() -> Iterator[Check]:
    from shutil import which

    for name, (commands, use) in _PROGRAMS.items():
        found = next(filter(None, map(which, commands)), None)
        yield Check("ok", name, found) if found else Check("remark", name, f"not here; only needed for {use}")
