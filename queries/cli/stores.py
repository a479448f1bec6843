"""The store that a command works on: a folder of this machine, or for commands that only read a server."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from queries.cli.say import note

if TYPE_CHECKING:
    from graph.elements import Graph, Node
    from graph.local import Local
    from graph.stores.protocol import Asked
    from graph.stores.server import Server

_SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")
_LISTED = 12


def is_server(store: str) -> bool:
    return store.lower().startswith(_SCHEMES)


def server(uri: str) -> Server:
    """A Neo4j server, with the account that the environment names; without one, no authentication."""
    from graph.errors import CannotReach
    from graph.stores.server import Server

    if not is_server(uri):
        raise CannotReach(f"{uri} is no address of a Neo4j server.", hint=f"It begins with {', '.join(_SCHEMES)}.")
    return Server(uri, user=os.environ.get("NEO4J_USERNAME"), password=os.environ.get("NEO4J_PASSWORD"))


@contextmanager
def reading(store: str) -> Iterator[Asked]:
    """The store, opened to be asked."""
    if is_server(store):
        with server(store) as held:
            yield held
        return
    with local(store) as held:
        yield held


def local(store: str, *, write: bool = False, new: bool = False) -> Local:
    """The folder of this machine, made if `new`; raises `CannotOpen` where there is none, and for a server."""
    from graph.errors import CannotOpen
    from graph.local import Local

    if "://" in store:
        raise CannotOpen(
            f"{store} is a server, and this command works on a folder.", hint="Name one with --store PATH."
        )
    if not new and not Path(store).exists():
        raise CannotOpen(f"There is no store in {store}.", hint="Load documents first: danchieu load PATH.")
    return Local(store, write=write)


def whole(store: str) -> Graph:
    """The whole graph of a store."""
    from graph.elements import Graph

    with reading(store) as held:
        return Graph(held.nodes(), held.edges())


def shareable(store: str, include_secret: bool) -> Graph:
    """The graph that may leave the house; says how much was left out.

    Of a folder it is built anew without the texts under a stamp, so that nothing learned from them is in it.
    """
    from graph.elements import Graph
    from graph.local import Local
    from queries.secrecy import open_part, secret, without_secret

    with reading(store) as held:
        if include_secret:
            return Graph(held.nodes(), held.edges())
        if isinstance(held, Local):
            hidden, g = open_part(held.readings(), held.decisions(), registry=held.registry)
            g = g or Graph(held.nodes(), held.edges())
        else:
            g = Graph(held.nodes(), held.edges())
            hidden, g = len(secret(g)), without_secret(g)
    if hidden:
        note(f"under a secrecy stamp, and left out without --include-secret: {hidden}.")
    return g


def found(held: Asked, words: str) -> str:
    """The id of the one document that the words mean; several are listed, never guessed."""
    from queries.links import links

    at = links(held)
    exact = at.nodes({words})
    return words if exact and "Document" in exact[words].labels else one(at.labelled("Document"), words)


def one(documents: Iterable[Node], words: str) -> str:
    """The id of the one document among these that the words mean. Raises `CannotAnswer` for none and for several."""
    from graph.errors import CannotAnswer
    from graph.lookup import lookup
    from queries.names import called

    known = list(documents)
    matches = lookup(known, words)
    if len(matches) == 1:
        return matches[0].id
    if not matches:
        raise CannotAnswer(f"No document answers to {words!r}.", hint=_near(known, words))
    listed = [f"{n.id} ({called(n)})" for n in matches[:_LISTED]]
    more = f"; and {len(matches) - _LISTED} more" if len(matches) > _LISTED else ""
    raise CannotAnswer(
        f"{len(matches)} documents answer to {words!r}: {'; '.join(listed)}{more}.", hint="Give one of these ids."
    )


def _near(known: list[Node], words: str) -> str:
    """The next step for words that nothing answers to: what is written nearly so."""
    from difflib import get_close_matches

    from graph.names import plain
    from queries.names import called, value

    names = {plain(name): n for n in known for name in (value(n, "number"), value(n, "title")) if name}
    near = [names[m] for m in get_close_matches(plain(words), names, 3, 0.6)]
    if not near:
        return "danchieu query --list names questions that list documents; danchieu status says what is loaded."
    return "Did you mean " + " or ".join(f"{called(n)}, {n.id}" for n in near) + "?"
