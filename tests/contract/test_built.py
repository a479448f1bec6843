"""The same contract on graphs that were built from statements and from texts, a text coming and going at a time."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from graph.build import build
from graph.elements import Graph
from graph.statements import BodyMention, Claim, DocumentMention, Place, Source, Statement, TaskMention
from graph.stores.protocol import Store
from loaders import files, load

ROOT = Path(__file__).parents[2]
SHARED = ROOT / "../shared"
FIRST, SECOND = "1a" * 32, "2b" * 32


def place(source: str, start: int, quote: str) -> Place:
    return Place(source, start, start + len(quote), quote, f"{quote}.")


def conclusion(source: str = FIRST) -> list[Statement]:
    """A conclusion that cites a resolution and gives a task."""
    return [
        Source(id=source, format="text", chars=900, paths=("ket-luan.txt",)),
        DocumentMention(
            handle="self",
            place=place(source, 0, "Số 13-KL/TU"),
            part="self",
            type="conclusion",
            form="header",
            number="13-KL/TU",
            date="2023-10-19",
            jurisdiction="Bến Đá",
            title="Kết luận “về\u0085du lịch”",
        ),
        DocumentMention(
            handle="d1",
            place=place(source, 90, "Nghị quyết số 27-NQ/TW, ngày 09/11/2022"),
            part="citation",
            type="resolution",
            number="27-NQ/TW",
            date="2022-11-09",
            jurisdiction="trung ương",
        ),
        BodyMention(handle="b1", place=place(source, 200, "Sở Du lịch"), name="Sở Du lịch", jurisdiction="Bến Đá"),
        TaskMention(handle="t1", place=place(source, 220, "xây dựng Đề án"), due="2023-11-30", due_text="tháng 11"),
        Claim(subject="self", predicate="CITES", object="d1", place=place(source, 90, "Nghị quyết số 27-NQ/TW")),
        Claim(subject="self", predicate="ORDERS", object="t1", place=place(source, 220, "xây dựng Đề án")),
        Claim(
            subject="t1",
            predicate="ASSIGNED_TO",
            object="b1",
            place=place(source, 200, "Sở Du lịch chủ trì"),
            properties={"role": "lead", "mode": "assign"},
        ),
    ]


def programme(source: str = SECOND) -> list[Statement]:
    """A programme that implements the same resolution."""
    return [
        Source(id=source, format="text", chars=100, paths=("chuong-trinh.txt", "copy.txt")),
        DocumentMention(
            handle="self",
            place=place(source, 0, "Số 46-CTr/TU"),
            part="self",
            type="programme",
            form="header",
            number="46-CTr/TU",
            date="2023-01-05",
            jurisdiction="Bến Đá",
        ),
        DocumentMention(
            handle="d1",
            place=place(source, 40, "Nghị quyết số 27-NQ/TW ngày 09/11/2022"),
            part="citation",
            type="resolution",
            number="27-NQ/TW",
            date="2022-11-09",
            jurisdiction="trung ương",
        ),
        Claim(
            subject="self",
            predicate="DEPENDS_ON",
            object="d1",
            place=place(source, 30, "thực hiện Nghị quyết số 27-NQ/TW"),
            properties={"relation": "IMPLEMENTS", "planned": False},
        ),
    ]


def held(store: Store) -> Graph:
    return Graph(store.nodes(), store.edges())


def come_and_go(store: Store, texts: list[list[Statement]]) -> None:
    """Publish after each text that comes, then after each that goes; the store holds what was built, each time."""
    told: list[Statement] = []
    steps = [told := [*told, *text] for text in texts]
    for statements in (*steps, *steps[-2::-1], []):
        g = build(statements)
        store.publish(g)
        assert held(store) == g
        assert not store.publish(g)


def test_statements_come_and_go(store: Store) -> None:
    both = build([*conclusion(), *programme()])
    assert {e.type for e in both.edges.values()} >= {"CITES", "DEPENDS_ON", "ORDERS", "ASSIGNED_TO", "ASSIGNS"}
    come_and_go(store, [conclusion(), programme()])


def test_the_examples_come_and_go(store: Store) -> None:
    texts = [list(load(file).statements) for file in sorted(files([ROOT / "examples"]))]
    assert len(texts) > 5
    come_and_go(store, [list(chain(*texts[n::3])) for n in range(3)])


@pytest.mark.corpus
def test_real_documents_come_and_go(store: Store) -> None:
    paths = [*sorted((SHARED / "seed").glob("*.txt"))[:1], *sorted((SHARED / "corpus/text").glob("*.txt"))[:60:20]]
    if not paths:
        pytest.skip("no shared documents here (../shared)")
    come_and_go(store, [list(load(path).statements) for path in paths])
