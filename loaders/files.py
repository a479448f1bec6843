"""Files to readings: which files there are, what may be read, and one reading for each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from graph.errors import CannotRead
from graph.statements import Issue, Reading, Source, Statement
from loaders.readers import FORMATS, text_from
from loaders.state import state

LIMIT = 64 * 1024 * 1024  # bytes; the longest known document of the genre has some 3 MB


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: a reading, or the error that says why there is none."""

    path: str
    reading: Reading | None
    error: CannotRead | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of several files, in the order given."""

    outcomes: tuple[Outcome, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(o.reading for o in self.outcomes if o.reading)

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(s for r in self.readings for s in r.statements)

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(i for r in self.readings for i in r.issues)

    @property
    def refused(self) -> tuple[Outcome, ...]:
        return tuple(o for o in self.outcomes if o.error)


def files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The files of paths and folders, folders in sorted order and by the formats that are read.

    A folder without a readable file is named by `CannotRead` when it is reached.
    """
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in FORMATS and p.is_file())
        if not found:
            raise CannotRead(f"{path}: no document in this folder.", hint=f"Formats read: {', '.join(FORMATS)}.")
        yield from found


def take(path: str | Path) -> bytes:
    """The bytes of a file that may be read; raises `CannotRead` for what is missing, empty or too large."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise CannotRead(f"{path}: a folder.", hint="Give the files in it, or use a command that takes folders.")
        if size > LIMIT:
            raise CannotRead(
                f"{path}: {size / 1e6:.0f} MB, more than the {LIMIT // 1048576} MiB that a document may have.",
                hint="Split it, or check that it is a document.",
            )
        data = path.read_bytes()
    except FileNotFoundError as e:
        raise CannotRead(f"{path}: no such file.", hint="Check the path.") from e
    except OSError as e:
        raise CannotRead(f"{path}: cannot be read ({e.strerror}).", hint="Check its permissions.") from e
    if not data.strip():
        raise CannotRead(f"{path}: an empty file.", hint="Check that it was saved.")
    return data


def text_of(path: str | Path) -> str:
    """The text of a file, to which all offsets refer."""
    return _decoded(Path(path))[0]


def _decoded(path: Path) -> tuple[str, bytes]:
    data = take(path)
    return text_from(data, str(path), path.suffix), data


def read_file(path: str | Path) -> Reading:
    """One file's reading; raises `CannotRead`.

    The source's id is the SHA-256 of the file's bytes, so the same bytes under another path are the same source.
    """
    path = Path(path)
    text, data = _decoded(path)
    digest = hashlib.sha256(data).hexdigest()
    return state(text, Source(id=digest, format=FORMATS[path.suffix.lower()].name, chars=len(text), paths=(str(path),)))


def _outcome(path: str) -> Outcome:
    try:
        return Outcome(path, read_file(path))
    except CannotRead as e:
        return Outcome(path, None, e)


def each(paths: Iterable[str | Path], *, jobs: int = 1) -> Iterator[Outcome]:
    """An outcome for each file, in the order given, read by `jobs` processes."""
    names = [str(p) for p in paths]
    if jobs <= 1 or len(names) <= 1:
        yield from map(_outcome, names)
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from pool.map(_outcome, names, chunksize=4)


def load(*paths: str | Path, jobs: int = 1) -> Loaded:
    """Reads files and folders; what cannot be read is in `refused`, everything else is read all the same."""
    outcomes: list[Outcome] = []
    names: list[Path] = []
    for path in paths:
        try:
            names.extend(files([path]))
        except CannotRead as e:
            outcomes.append(Outcome(str(path), None, e))
    return Loaded((*outcomes, *each(names, jobs=jobs)))
