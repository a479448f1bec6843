"""A real Neo4j server for as long as a test needs one: scripts/neo4j.sh on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from graph.errors import CannotReach
from graph.stores.server import Server

SCRIPT = Path(__file__).parents[1] / "scripts/neo4j.sh"
_UP = 120.0  # seconds


class Guarded(NamedTuple):
    """A server that wants to know who asks."""

    uri: str
    user: str
    password: str


def missing() -> str:
    """Why no server can be started here, or nothing. Brings the server where it is not here yet and Maven is."""
    if shutil.which("java") is None:
        return "no Neo4j server: java is missing (17 or 21)"
    done = subprocess.run([SCRIPT, "install"], capture_output=True, text=True, check=False)
    return f"no Neo4j server: {done.stderr.strip().splitlines()[-1]}" if done.returncode else ""


@contextmanager
def running(password: str = "") -> Iterator[str]:
    """The address of a server that has just answered; it is stopped, and its data removed, at the end."""
    home = Path(tempfile.mkdtemp(prefix="danchieu-neo4j-"))
    port = free_port()
    log = home / "server.log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [SCRIPT, "start", str(port), str(home)],
            stdout=written,
            stderr=subprocess.STDOUT,
            env={**os.environ, "DANCHIEU_NEO4J_PASSWORD": password},
        )
    try:
        uri = f"bolt://127.0.0.1:{port}"
        _wait(server, uri, password, log)
        yield uri
    finally:
        server.kill()  # not asked to stop, which takes it some ten seconds: its data goes anyway
        server.wait()
        shutil.rmtree(home, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(server: subprocess.Popen[bytes], uri: str, password: str, log: Path) -> None:
    until = time.monotonic() + _UP
    while server.poll() is None and time.monotonic() < until:
        try:
            Server(uri, user="neo4j" if password else None, password=password).close()
            return
        except CannotReach:
            time.sleep(0.2)
    raise RuntimeError(f"the Neo4j server did not start: {log.read_text(errors='replace')[-2000:]}")
