"""The file of decisions: read as people leave it, added to and never taken from; a bad line is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import HP, Text

from graph.build import build
from graph.decisions.anchors import Texts
from graph.decisions.decision import Anchor, Decision, EdgeAnchor
from graph.decisions.file import NAME, File, line
from graph.elements import Graph
from graph.errors import CannotOpen, CannotWrite
from graph.local import Local

ABOUT = Anchor(source="5a" * 32, quote='Nghị quyết "35"\ncủa Quốc hội', occurrence=2, path="a.txt", sentence="Theo …")
MEANS = Anchor(source="6b" * 32, quote="35/2021/QH15", own=True)
WHEN = "2026-11-24T10:00:00+07:00"


def decision(n: int = 1, **told: Any) -> Decision:
    return Decision(n=n, **{"kind": "accept", "who": "An", "when": WHEN, "about": ABOUT, "means": MEANS, **told})


TASK = Anchor(source="5a" * 32, quote="rà soát", what="task")
EDGE = EdgeAnchor(source="5a" * 32, quote="thực hiện", type="DEPENDS_ON", start=MEANS, end=ABOUT, relation="IMPLEMENTS")
ALL = [
    decision(1, why="đã đối chiếu"),
    decision(2, kind="reject"),
    decision(3, kind="reject", means=None),
    decision(4, kind="reject", about=None, means=None, edge=EDGE),
    decision(5, kind="correct", means=None, fields={"number": "35/2021/QH15", "date": "2021-11"}),
    decision(6, kind="done", about=TASK, means=None, on="2023-11-30"),
    decision(7, kind="reopen", about=TASK, means=None),
    decision(8, kind="same"),
    decision(9, kind="apart"),
    decision(10, kind="undo", about=None, means=None, undoes=2),
]


def test_what_is_added_is_read_again(tmp_path: Path) -> None:
    file = File(tmp_path / NAME)
    assert (file.read(), file.mark) == ([], "")
    file.add(ALL[:4])
    before = file.path.read_bytes()
    file.add(ALL[4:])
    assert file.read() == ALL
    assert file.path.read_bytes().startswith(before)


def test_a_decision_is_a_line_with_sorted_keys_and_its_letters(tmp_path: Path) -> None:
    file = File(tmp_path / NAME)
    file.add(ALL)
    lines = file.path.read_text(encoding="utf-8").split("\n")
    assert len(lines) == len(ALL) + 1
    for text in lines[:-1]:
        told = json.loads(text)
        assert list(told) == sorted(told)
        assert None not in told.values()
    assert "Nghị quyết" in lines[0]


def test_it_survives_what_hands_and_editors_do_to_it(tmp_path: Path) -> None:
    path = tmp_path / NAME
    told = ["# xem biên bản họp ngày 24/11", "", line(ALL[0]), "   ", "  # thứ hai", f"  {line(ALL[1])}  "]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(told).encode())
    assert File(path).read() == ALL[:2]
    File(path).add([ALL[2]])  # no line feed stood at the end
    assert File(path).read() == ALL[:3]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# xem")


def changed(decision: Decision, **fields: Any) -> str:
    told = {**json.loads(line(decision)), **fields}
    return json.dumps({k: v for k, v in told.items() if v is not None})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "truncated"),
        ("[1]", "Expected `object`"),
        ('"x"', "Expected `object`"),
        ("accept", "malformed"),
        (changed(ALL[0], who=None), "missing required field `who`"),
        (changed(ALL[0], who=" "), "does not say who"),
        (changed(ALL[0], when=""), "does not say when"),
        (changed(ALL[0], when="24/11/2026"), "'when' is no day"),
        (changed(ALL[0], kind="maybe"), "Invalid enum value 'maybe'"),
        (changed(ALL[0], whom="x"), "unknown field `whom`"),
        (changed(ALL[0], n="1"), "Expected `int`"),
        (changed(ALL[0], n=7), "the number 7 is taken"),
        (changed(ALL[0], n=0), "numbers begin with 1"),
        (changed(ALL[0], means=None), "needs 'means'"),
        (changed(ALL[0], about=None), "needs 'about'"),
        (changed(ALL[1], about=None, means=None), "either 'about' or 'edge'"),
        (changed(ALL[4], fields={}), "needs 'fields'"),
        (changed(ALL[4], fields={"colour": "x"}), "'colour' of a document cannot be corrected"),
        (changed(ALL[4], fields={"type": "poem"}), "'poem' is no kind of document"),
        (changed(ALL[4], fields={"date": "30/11/2023"}), "'date' is no date"),
        (changed(ALL[4], about=json.loads(line(ALL[5]))["about"], fields={"due": "soon"}), "'due' is no day"),
        (changed(ALL[4], about=json.loads(line(ALL[5]))["about"], fields={"role": "lead"}), "a role needs a body"),
        (changed(ALL[5], on=None), "needs 'on'"),
        (changed(ALL[5], on="2023-02-30"), "'on' is no day"),
        (changed(ALL[5], about=json.loads(line(ALL[0]))["about"]), "is about a task"),
        (changed(ALL[9], undoes=None), "needs 'undoes'"),
        (changed(ALL[9], undoes=99), "no decision 99 stands before it"),
        ("[" * 100_000, ""),
    ],
)
def test_a_bad_line_is_an_error_that_names_it(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / NAME
    path.write_text(f"# chú thích\n{line(decision(7))}\n{text}\n{line(decision(8))}\n", encoding="utf-8")
    with pytest.raises(CannotOpen, match="line 3") as error:
        File(path).read()
    assert told in error.value.message
    assert error.value.hint


def test_a_line_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(line(ALL[0]).encode() + b"\n" + "Nghị quyết".encode("utf-16"))
    with pytest.raises(CannotOpen, match=r"line 2: this is not UTF-8"):
        File(path).read()


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be written"):
        File(tmp_path / "none" / NAME).add(ALL)


quotes = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(quotes, quotes, quotes)
def test_any_words_go_through_the_file(quote: str, who: str, why: str) -> None:
    told = decision(about=Anchor(source="s", quote=quote), who=f"a{who}", why=why)
    text = line(told)
    assert "\n" not in text
    import msgspec

    assert msgspec.json.decode(text, type=Decision) == told


# In the folder


def conclusion() -> Text:
    t = Text("A", number="12-KL/TU", date="2023-10-19", jurisdiction=HP)
    t.task("rà soát quy hoạch", due="2023-11-30")
    return t


def done(t: Text, n: int = 1) -> Decision:
    task = next(m for m in Texts(t.statements).mentions(t.source) if m.handle.startswith("t"))
    return decision(n, kind="done", about=Texts(t.statements).anchor(task), means=None, on="2023-11-20")


STATE = "MATCH (t:Task) RETURN t.state AS state"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Local(tmp_path / "danchieu.db", write=True) as local:
        local.add(conclusion().reading, "a.txt")
    return tmp_path / "danchieu.db"


def test_a_decision_shows_at_once_and_in_the_kept_graph(folder: Path) -> None:
    with Local(folder, write=True) as local:
        local.decide([done(conclusion())])
        assert local.stale
        assert local.ask(STATE) == [{"state": "done"}]
    with Local(folder) as local:
        assert not local.stale
        assert local.ask(STATE) == [{"state": "done"}]
        told = [s for r in local.readings() for s in r.statements]
        assert Graph(local.nodes(), local.edges()) == local.graph() == build(told, local.decisions()) != build(told)


def test_a_decision_undone_gives_the_graph_before_it(folder: Path) -> None:
    with Local(folder) as local:
        before = Graph(local.nodes(), local.edges())
    with Local(folder, write=True) as local:
        local.decide([done(conclusion())])
    with Local(folder, write=True) as local:
        local.decide([decision(2, kind="undo", about=None, means=None, undoes=1)])
    with Local(folder) as local:
        assert Graph(local.nodes(), local.edges()) == before
        assert len(local.decisions()) == 2


def test_a_hand_at_the_file_is_seen_by_readers_and_mended_by_the_next_writer(folder: Path) -> None:
    (folder / NAME).write_text(line(done(conclusion())) + "\n", encoding="utf-8")
    with Local(folder) as local:
        assert local.stale
        assert local.ask(STATE) == [{"state": "done"}]
    Local(folder, write=True).close()
    with Local(folder) as local:
        assert not local.stale


def test_a_bad_line_stops_whoever_opens_the_store_and_loses_nothing(folder: Path) -> None:
    (folder / NAME).write_text("no\n", encoding="utf-8")
    with pytest.raises(CannotOpen, match="line 1"):
        Local(folder, write=True)
    with Local(folder) as local, pytest.raises(CannotOpen, match="line 1"):
        local.ask(STATE)
    (folder / NAME).unlink()
    with Local(folder) as local:
        assert local.ask(STATE) == [{"state": "open"}]


def test_what_is_open_to_read_takes_no_decision(folder: Path) -> None:
    with Local(folder) as local, pytest.raises(CannotWrite, match="open to read"):
        local.decide([done(conclusion())])
    assert not (folder / NAME).exists()


def test_a_new_store_may_begin_with_decisions_made_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / NAME).write_text(line(done(conclusion())) + "\n", encoding="utf-8")
    with Local(folder, write=True) as local:
        local.add(conclusion().reading, "elsewhere.txt")
        assert local.ask(STATE) == [{"state": "done"}]
        assert local.status()["issues"] == 0


def test_a_decision_without_its_text_waits_and_is_counted_as_an_issue(folder: Path) -> None:
    with Local(folder, write=True) as local:
        local.decide([done(conclusion())])
        local.remove("a.txt")
        assert local.status()["issues"] == 1
        local.add(conclusion().reading, "a.txt")
        assert local.status()["issues"] == 0
        assert local.ask(STATE) == [{"state": "done"}]
