"""The door to ArcadeDB, and the only module that imports it: how it is set up, opened, and what its errors mean."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

# The engine answers LOAD CSV from files and addresses even in a read-only query, unless it is told not to.
_SETTINGS = (
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)
_QUIET = ".level=OFF\ncom.arcadedb.level=OFF\nhandlers=\n"
_LONGEST = 300


@cache
def _arcadedb() -> Any:
    """The engine, told before its first import to log nothing and to read no files."""
    given = os.environ.get("ARCADEDB_NATIVE_ISOLATE_ARGS", "").split()
    os.environ |= {
        "ARCADEDB_LOG_CONSOLE": "0",
        "ARCADEDB_LOG_DIR": str(_logs()),
        "ARCADEDB_NATIVE_ISOLATE_ARGS": " ".join((*given, *_SETTINGS, *_quiet())),
    }
    import arcadedb

    return arcadedb


@cache
def _logs() -> Path:
    """A folder for logs, which the engine wants even where it writes none."""
    folder = Path(tempfile.mkdtemp(prefix="danchieu-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _quiet() -> list[str]:
    """The setting that turns logs off; the engine parts its settings at blanks, so a path with one cannot be told."""
    file = _logs() / "quiet.properties"
    file.write_text(_QUIET, encoding="ascii")
    return [] if " " in str(file) else [f"-Djava.util.logging.config.file={file}"]


def _opened(opening: Callable[[], Any]) -> Any:
    """A database. With the first one the engine has read how to log: a process that is killed leaves no folder."""
    try:
        return opening()
    finally:
        if " " not in str(_logs()):
            shutil.rmtree(_logs(), ignore_errors=True)


def failures() -> type[Exception]:
    """The error that everything in the engine raises, to be caught."""
    kind: type[Exception] = _arcadedb().ArcadeDBError
    return kind


def version() -> str:
    return str(_arcadedb().__version__)


def _absolute(folder: Path) -> str:
    """Of a relative path the engine makes two places, once the process has changed its folder."""
    return str(folder.absolute())


def create(folder: Path) -> Any:
    """A new database in a folder that holds none."""
    return _set_up(_opened(lambda: _arcadedb().create_database(_absolute(folder))))


def open_database(folder: Path, *, write: bool) -> Any:
    """The database in a folder. One that was not closed cleanly is repaired when it is opened to write."""
    database = _opened(lambda: _arcadedb().DatabaseFactory(_absolute(folder)).open(read_only=not write))
    return _set_up(database) if write else database


def _set_up(database: Any) -> Any:
    """A transaction is on the disk when it is over."""
    database.set_wal_flush("yes_nometadata")
    return database


def reason(error: Exception) -> str:
    """The innermost message of an engine error, on one line, cut where it is long."""
    chain = [text for _, text in getattr(error, "java_chain", ()) if text and text not in ("None", "null")]
    text = " ".join((chain[-1] if chain else str(error)).split())
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text.rstrip(".")


def kinds(error: Exception) -> set[str]:
    """The names of the engine's own error classes in an error, outermost to innermost."""
    return {name.rpartition(".")[2] for name, _ in getattr(error, "java_chain", ())}
