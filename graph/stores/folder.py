"""The folder of an embedded store: who may hold it, and whether what lies in it is whole.

The engine itself locks out a second writer only, opens a cut-off file without a word, and reads nonsense while
another process writes. So the folder carries a lock file, which a writer holds alone and readers share, and a
note of the format and of the files as they were when the store was last closed.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, Literal
from zlib import crc32

import msgspec

from graph.errors import CannotOpen

FORMAT = 1
ANEW = "It can be made anew from the statements: delete this folder and publish again."
State = Literal["open", "filling", "closed"]

_NOTE, _LOCK = "danchieu.json", "danchieu.lock"
# Written beside the data, or at any time: no part of what must be whole.
_BESIDE = {_NOTE, _LOCK, "danchieu.part", "database.lck", "statistics.json", "schema.prev.json"}
_HEAD = 256 * 1024  # bytes


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """`state` is "filling" while a first load is under way; `files` are the prints of a closed store's files."""

    format: int = FORMAT
    engine: str = ""
    state: State = "open"
    files: dict[str, str] = {}


class Folder:
    """The folder at `path`, held from here to `release`: alone to write, shared with other readers to read.

    Raises CannotOpen where it is held by somebody else, or is none of ours.
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        if path.exists() and not path.is_dir():
            raise CannotOpen(f"{path} is a file, not a store.", hint="Name the folder of a store.")
        try:
            if not (path / _NOTE).exists():
                self._make(write)
            self._lock = _lock(path / _LOCK, alone=write)
        except OSError as error:
            raise CannotOpen(
                f"The store {path} cannot be opened: {error.strerror or error}.", hint="Check the rights to its folder."
            ) from error

    def note(self) -> Note | None:
        """What was noted last; None where nothing was made here yet.

        Raises CannotOpen for another format, a damaged note, or files that are not whole.
        """
        if not (self.path / _NOTE).exists():
            return None
        try:
            note = msgspec.json.decode((self.path / _NOTE).read_bytes(), type=Note)
        except (OSError, msgspec.MsgspecError) as error:
            raise CannotOpen(f"The store {self.path} is damaged: its note cannot be read.", hint=ANEW) from error
        if note.format != FORMAT:
            told = f"The store {self.path} is of another version of danchieu (format {note.format}, not {FORMAT})."
            raise CannotOpen(told, hint=f"Use that version. {ANEW}")
        for name, kept in note.files.items():
            if _print(self.path / name) != kept:
                raise CannotOpen(f"The store {self.path} is damaged: {name} is missing or not whole.", hint=ANEW)
        return note

    def write_note(self, state: State, engine: str) -> None:
        """Replace the note in one step, so that a crash leaves the old one or the new one."""
        note = Note(engine=engine, state=state, files=self._prints() if state == "closed" else {})
        part = self.path / "danchieu.part"
        part.write_bytes(msgspec.json.encode(note))
        part.replace(self.path / _NOTE)

    def clear(self) -> None:
        """Remove the database, and nothing that is not one."""
        for file in self.path.iterdir():
            if file.is_file() and file.name not in (_NOTE, _LOCK):
                file.unlink()

    def release(self) -> None:
        self._lock.close()

    def _prints(self) -> dict[str, str]:
        files = (f for f in self.path.iterdir() if f.is_file() and f.suffix != ".wal" and f.name not in _BESIDE)
        return {f.name: _print(f) for f in sorted(files)}

    def _make(self, write: bool) -> None:
        """A folder for a new store; without the right to write one, or where something else lies, none."""
        if self.path.exists() and any(f.name not in _BESIDE for f in self.path.iterdir()):
            raise CannotOpen(f"{self.path} holds other files and no store.", hint="Name another folder.")
        if not write:
            raise CannotOpen(f"There is no store in {self.path}.", hint="Load documents first: danchieu load PATH.")
        self.path.mkdir(parents=True, exist_ok=True)


def _print(file: Path) -> str:
    """The size of a file and a checksum of its beginning; nothing for one that is not there."""
    try:
        with file.open("rb") as read:
            return f"{file.stat().st_size}:{crc32(read.read(_HEAD)):08x}"
    except FileNotFoundError:
        return ""


def _lock(file: Path, *, alone: bool) -> IO[bytes]:
    """The open lock file; to close it gives the lock back, and so does the end of the process, however it comes."""
    held = file.open("ab" if alone or not file.exists() else "rb")
    try:
        import fcntl
    except ImportError:  # Windows: the engine's own lock against a second writer must do
        return held
    try:
        fcntl.flock(held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        held.close()
        doing = "in use" if alone else "being written"
        raise CannotOpen(
            f"The store {file.parent} is locked: it is {doing} by another process.",
            hint="Wait until that is done, and try again.",
        ) from error
    return held
