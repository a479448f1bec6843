"""What publishing costs, as multiples of the same in memory, in one run on one machine."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.elements import Edge, Graph, Node
from graph.stores.embedded import Embedded
from graph.stores.memory import Memory

NODES, EDGES = 2000, 6000


def crowd() -> Graph:
    chance = random.Random(7)
    nodes = [Node(id=f"n{i}", labels=("Document", "Law"), properties={"title": "Luật " * 20}) for i in range(NODES)]
    ends = [(chance.choice(nodes).id, chance.choice(nodes).id) for _ in range(EDGES)]
    return Graph(
        nodes,
        [
            Edge(id=f"e{i}", type="CITES", source=a, target=b, properties={"quote": "theo " * 60, "starts": [i]})
            for i, (a, b) in enumerate(ends)
        ],
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_publication(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    g = crowd()
    Memory().publish(g)  # the import is not what is measured
    memory = seconds(lambda: Memory().publish(g))
    Embedded(tmp_path / "warm", write=True).close()
    with Embedded(tmp_path / "store", write=True) as store:
        first = seconds(lambda: store.publish(g))
        again = min(seconds(lambda: store.publish(g)) for _ in range(3))
    with capsys.disabled():
        print(
            f"\n  embedded, {NODES} nodes, {EDGES} edges: {first / memory:.1f} × networkx; again: {again / first:.2f}"
        )
    assert again < first, "what is the same must cost less than what is new"
