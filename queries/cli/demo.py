"""`danchieu demo`: the main job on the packaged examples: load, a few answers, a picture."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from queries.cli import options
from queries.cli.say import note, out

_HELP = """Load the examples that come with the program into FOLDER, show a few answers, and draw the picture.

Each answer stands under the command that gave it, to be typed again."""

_CITY = "lam-trieu"
_QUESTIONS = (
    (
        "Chỉ thị nào thực hiện nghị quyết nào? / Which directive implements which resolution?",
        ("query", "implementation_pairs"),
    ),
    (
        "Dựa vào câu nào? / Which sentences say so?",
        ("trace", "118/KH-UBND", "--up"),
    ),
    (
        "Sở Du lịch phải làm gì, khi nào? / What must the Department of Tourism do, and by when?",
        ("tasks", "--body", "Sở Du lịch"),
    ),
    (
        "Đến 01/01/2024 việc nào của Kết luận 212 quá hạn? / What of Conclusion 212 was overdue on 1 January 2024?",
        ("tasks", "--overdue-on", "2024-01-01", "--document", "212-KL/TU"),
    ),
)  # fmt: skip


@options.command(_HELP)
@click.argument("folder", default="demo", type=click.Path(file_okay=False))
def demo(folder: str) -> int:
    place = Path(folder)
    texts = _copied(place / _CITY)
    store, page = place / "danchieu.db", place / "danchieu.html"
    for question, words in _asked(texts, store, page):
        if question:
            out(f"\n{question}")
        out(f"$ {shlex.join(('danchieu', *words))}")
        code = _run(words)
        if code:
            return code
    note(f"the picture is {page}; open it in a browser. The texts are in {texts}, the graph in {store}.")
    return 0


def _asked(texts: Path, store: Path, page: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each question with the command that answers it."""
    kept = ("--store", str(store))
    yield "", ("load", str(texts), *kept)
    for question, words in _QUESTIONS:
        yield question, (*words, *kept)
    yield "Trông như thế nào? / What does it look like?", ("view", "-o", str(page), *kept)


def _run(words: tuple[str, ...]) -> int:
    """Runs a command of the program as if it had been typed; errors rise to the one outermost frame."""
    from queries.cli import danchieu

    with danchieu.make_context("danchieu", list(words)) as ctx:
        return int(danchieu.invoke(ctx) or 0)


def _copied(folder: Path) -> Path:
    """The documents of the examples, copied to where they can be read and changed."""
    from graph.errors import CannotWrite

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in sorted(_examples().iterdir()):
            shutil.copyfile(file, folder / file.name)
    except OSError as error:
        raise CannotWrite(f"{folder}: cannot be written ({error.strerror}).", hint="Name another folder.") from error
    return folder


def _examples() -> Path:
    """Where the documents are: in the wheel inside this package, in a checkout beside it."""
    from graph.errors import CannotRead

    room = Path(__file__).resolve().parents[1]
    places = (room / "examples", room.parent / "examples" / _CITY)
    found = next((p for p in places if p.is_dir()), None)
    if found is None:
        raise CannotRead(f"The examples are not in {room}.", hint="Install danchieu again.")
    return found
