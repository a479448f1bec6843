"""How a Neo4j server is reached, and what is said when it is not. No message ever holds a password."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.errors import CannotAnswer, CannotReach

if TYPE_CHECKING:
    import neo4j

_PLAIN, _SECURE = ("bolt", "neo4j"), ("bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc")
_PORT = 7687
_PATIENCE = 10.0  # seconds
# The preamble of the Bolt protocol and the versions asked for; a server of it answers with four bytes.
_HELLO = bytes.fromhex("6060b017 00000005 00000004 00000003 00000000")


def reach(uri: str, user: str | None, password: str | None) -> tuple[str, neo4j.Driver]:
    """``host:port``, and a driver whose server has answered and let us in. Raises CannotReach."""
    import neo4j

    # The driver warns of what is no concern of a reader (a label that no node has yet) on stderr.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    place = checked(uri)
    driver = neo4j.GraphDatabase.driver(
        uri,
        auth=(user, password or "") if user else None,
        connection_timeout=_PATIENCE,
        connection_acquisition_timeout=_PATIENCE,
        max_transaction_retry_time=_PATIENCE,
        notifications_min_severity="OFF",
        user_agent="danchieu",
    )
    try:
        with translated(place):
            driver.verify_connectivity()
    except BaseException:
        driver.close()
        raise
    return place, driver


def checked(uri: str) -> str:
    """``host:port`` of an address at which something speaks Bolt. Raises CannotReach for any other."""
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port or _PORT
    except ValueError as error:
        raise CannotReach(
            "The address of the server has no valid port.", hint="Write it as bolt://HOST:7687."
        ) from error
    if parts.scheme not in (*_PLAIN, *_SECURE) or not host:
        told = f"{parts.scheme}:// is" if parts.scheme else "Without a scheme this is"
        raise CannotReach(
            f"{told} no address of a Neo4j server.", hint="Write it as bolt://HOST:7687 or neo4j://HOST:7687."
        )
    if parts.username or parts.password:
        raise CannotReach(
            f"The address of {host} holds a user or a password.", hint="Set NEO4J_USERNAME and NEO4J_PASSWORD instead."
        )
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if parts.scheme in _PLAIN:
        _greet(host, port, place)
    return place


def _greet(host: str, port: int, place: str) -> None:
    """The driver waits a minute for a service that is not Neo4j, and tells it from an absent one in prose alone."""
    hint = "Start the server, or correct host and port (Bolt is on 7687 unless told otherwise)."
    try:
        with socket.create_connection((host, port), timeout=_PATIENCE) as line:
            line.sendall(_HELLO)
            answer = line.recv(4)
    except socket.gaierror as error:
        raise CannotReach(f"There is no host named {host}.", hint="Correct the address of the server.") from error
    except TimeoutError as error:
        raise CannotReach(f"What listens on {place} does not answer as a Neo4j server.", hint=hint) from error
    except OSError as error:
        raise CannotReach(f"There is no server on {place}: {error.strerror or error}.", hint=hint) from error
    if len(answer) < 4 or answer[0] != 0:
        raise CannotReach(f"What listens on {place} is not a Neo4j server (no Bolt).", hint=hint)


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Errors of the driver, in our words. Raises CannotReach and, for what is wrong with a query, CannotAnswer."""
    from neo4j import exceptions

    try:
        yield
    except exceptions.AuthError as error:
        raise CannotReach(
            f"The server on {place} refused the user or the password.", hint="Set NEO4J_USERNAME and NEO4J_PASSWORD."
        ) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        # The last line of several is the cause; what follows its first sentence is advice for another product.
        cause = str(error).splitlines()[-1].partition(". ")[0].rstrip(".")
        hint = "See that it runs; bolt+s:// and neo4j+s:// need a server with TLS."
        raise CannotReach(f"The server on {place} does not answer: {cause}.", hint=hint) from error
    except exceptions.ClientError as error:
        raise _answer(error) from error
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise CannotReach(f"The server on {place} failed: {reason(error)}.", hint="Look into its log.") from error


def _answer(error: neo4j.exceptions.ClientError) -> CannotAnswer:
    code = error.code or ""
    if code.endswith("Statement.AccessMode"):
        return CannotAnswer("The query would write, and the graph is only read.", hint="Ask with MATCH and RETURN.")
    if code.endswith("ParameterMissing"):
        return CannotAnswer(f"The query lacks a value: {reason(error)}.", hint="Give it with --param NAME=VALUE.")
    return CannotAnswer(
        f"The query cannot be answered: {reason(error)}.", hint="danchieu query --list shows some that can."
    )


def reason(error: Exception) -> str:
    """What the driver says, on one line, cut where it is long."""
    text = " ".join(str(getattr(error, "message", None) or error).split())
    return f"{text[:300]}…" if len(text) > 300 else text.rstrip(".")
