"""The stores that one contract holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from graph.elements import Graph
from graph.stores.embedded import Embedded
from graph.stores.memory import Memory
from graph.stores.protocol import Store
from graph.stores.server import Server
from graph.stores.triples import Triples

Open = Callable[[pytest.FixtureRequest], Store]


def _server(request: pytest.FixtureRequest) -> Server:
    server = Server(request.getfixturevalue("neo4j_uri"))
    server.publish(Graph())
    return server


STORES: Mapping[str, Open] = {
    "embedded": lambda request: Embedded(request.getfixturevalue("tmp_path") / "store", write=True),
    "memory": lambda request: Memory(),
    "triples": lambda request: Triples(),
    "server": _server,
}


@pytest.fixture(params=[pytest.param(n, marks=pytest.mark.neo4j if n == "server" else ()) for n in STORES])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    opened = STORES[request.param](request)
    yield opened
    opened.close()
