"""The statements on disk: transactions, versions, locks, and what a path holds."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from telling import Text

from graph.errors import CannotOpen, CannotWrite
from graph.ledger import FORMAT, Ledger
from graph.statements import Reading


def text(letter: str) -> Text:
    t = Text(letter, number="13-KL/TU", date="2023-10-19")
    t.task("rà soát quy hoạch", due="2023-11-30")
    return t


def reading(letter: str) -> Reading:
    return text(letter).reading


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "danchieu.db" / "statements.sqlite"


def test_what_is_kept_comes_back_with_its_paths(file: Path) -> None:
    with Ledger(file, write=True) as ledger:
        assert ledger.add(reading("A"), "b.txt")
        assert ledger.add(reading("A"), "a.txt")
    with Ledger(file) as ledger:
        (found,) = ledger.readings()
        assert found.statements[1:] == reading("A").statements[1:]
        assert found.source.paths == ("a.txt", "b.txt")
        assert ledger.source_of("a.txt") == text("A").source


def test_the_same_again_changes_nothing(file: Path) -> None:
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
        before = ledger.revision
        assert not ledger.add(reading("A"), "a.txt")
        assert ledger.revision == before == 1


def test_a_new_reading_of_the_same_bytes_replaces_the_old_one(file: Path) -> None:
    later = text("A")
    later.task("một việc mới")
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
        assert ledger.add(later.reading, "a.txt")
        (found,) = ledger.readings()
        assert len(found.statements) == len(later.statements)
        assert ledger.revision == 2


def test_other_bytes_under_a_path_replace_what_the_path_said(file: Path) -> None:
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
        ledger.add(reading("B"), "a.txt")
        assert ledger.sources() == [text("B").source]


def test_a_text_that_another_path_holds_stays(file: Path) -> None:
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
        ledger.add(reading("A"), "copy.txt")
        ledger.add(reading("B"), "a.txt")
        assert ledger.sources() == sorted([text("A").source, text("B").source])
        assert ledger.paths(text("A").source) == ("copy.txt",)


def test_removing_by_path_and_by_text(file: Path) -> None:
    a, b = text("A").source, text("B").source
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
        ledger.add(reading("A"), "copy.txt")
        ledger.add(reading("B"), "b.txt")
        assert ledger.remove("nowhere.txt") == []
        assert ledger.remove("a.txt") == []
        assert ledger.remove(Path("copy.txt")) == [a]
        assert ledger.remove(b) == [b]
        assert not list(ledger.readings())
        assert ledger.paths(b) == ()


def test_what_changes_nothing_does_not_count(file: Path) -> None:
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
        ledger.remove("nowhere.txt")
        ledger.write_notes(graph_at="1")
        assert ledger.revision == 1
        assert ledger.note("graph_at") == "1"


def test_a_text_is_kept_whole_or_not_at_all(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error after the path is written takes the path back too."""
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
        monkeypatch.setattr(Ledger, "_changed", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ledger.add(reading("B"), "a.txt")
        monkeypatch.undo()
        assert ledger.sources() == [text("A").source]
        assert ledger.source_of("a.txt") == text("A").source
        assert ledger.revision == 1


def test_what_a_killed_process_had_finished_is_there(file: Path) -> None:
    """A process that dies in the middle of a transaction leaves what it had committed, and no lock."""
    code = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_ledger import reading
from graph.ledger import Ledger
ledger = Ledger({str(file)!r}, write=True)
ledger.add(reading("A"), "a.txt")
with ledger._file.transaction():
    ledger._drop(reading("A").source.id)
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with Ledger(file) as ledger:
        assert ledger.sources() == [text("A").source]
    with Ledger(file, write=True) as ledger:
        assert ledger.add(reading("B"), "b.txt")


def test_a_reader_changes_nothing(file: Path) -> None:
    Ledger(file, write=True).close()
    with Ledger(file) as ledger:
        with pytest.raises(CannotWrite, match="open to read"):
            ledger.add(reading("A"), "a.txt")
        with pytest.raises(CannotWrite):
            ledger.remove("a.txt")
        with pytest.raises(CannotWrite):
            ledger.write_notes(a="b")


def test_a_writer_keeps_others_out_and_readers_share(file: Path) -> None:
    with Ledger(file, write=True):
        for write in (True, False):
            with pytest.raises(CannotOpen, match="locked") as refused:
                Ledger(file, write=write)
            assert "try again" in refused.value.hint
    with Ledger(file) as one, Ledger(file) as other:
        assert one.revision == other.revision == 0


def test_another_process_that_writes_keeps_this_one_out(file: Path) -> None:
    code = f"""
import sys
from graph.ledger import Ledger
with Ledger({str(file)!r}, write=True):
    print("open", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        with pytest.raises(CannotOpen, match="locked: another process is writing"):
            Ledger(file, write=True)
        other.communicate()
    Ledger(file, write=True).close()


def test_a_reader_that_a_writer_overtakes_says_so(file: Path) -> None:
    Ledger(file, write=True).close()
    with Ledger(file) as reader, Ledger(file, write=True), pytest.raises(CannotOpen, match="locked"):
        list(reader.readings())


def test_another_version_is_refused_with_the_next_step(file: Path) -> None:
    Ledger(file, write=True).close()
    lines = sqlite3.connect(file)
    lines.execute(f"PRAGMA user_version = {FORMAT + 1}")
    lines.close()
    for write in (True, False):
        with pytest.raises(
            CannotOpen, match=f"another version of danchieu \\(format {FORMAT + 1}, not {FORMAT}\\)"
        ) as e:
            Ledger(file, write=write)
        assert e.value.hint


def test_a_damaged_row_is_named_by_its_path(file: Path) -> None:
    with Ledger(file, write=True) as ledger:
        ledger.add(reading("A"), "a.txt")
    lines = sqlite3.connect(file)
    lines.execute("UPDATE readings SET reading = ?", (b'{"statements": 1}',))
    lines.commit()
    lines.close()
    with Ledger(file) as ledger, pytest.raises(CannotOpen, match=r"damaged: what a\.txt says cannot be read"):
        list(ledger.readings())


def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    text_file, other = tmp_path / "a.txt", tmp_path / "b.sqlite"
    text_file.write_text("Kết luận " * 100, encoding="utf-8")
    lines = sqlite3.connect(other)
    lines.execute("CREATE TABLE mine (x)")
    lines.close()
    before = text_file.read_bytes(), other.read_bytes()
    for path in (text_file, other):
        for write in (True, False):
            with pytest.raises(CannotOpen):
                Ledger(path, write=write)
    assert (text_file.read_bytes(), other.read_bytes()) == before


def test_reading_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="no store") as refused:
        Ledger(tmp_path / "nowhere" / "statements.sqlite")
    assert "danchieu load" in refused.value.hint
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CannotOpen, match="cannot be opened"):
        Ledger(tmp_path / "file" / "statements.sqlite", write=True)
