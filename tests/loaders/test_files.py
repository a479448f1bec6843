"""Which files are read, and what is said of those that are not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from graph.errors import CannotRead
from loaders import files, load, read_file, text_of
from loaders.files import LIMIT

SENTENCE = "Thực hiện Nghị quyết số 27-NQ/TW, ngày 09/11/2022 của Ban Chấp hành Trung ương.\n"


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("a.txt", b"", "an empty file", id="nothing in it"),
        pytest.param("a.txt", b" \n\t\r\n", "an empty file", id="white space alone"),
        pytest.param("a.txt", "\u00a0\n".encode(), "no text in it", id="white space beyond ASCII"),
        pytest.param("a.txt", b"%PDF-1.7\x00\x01", "a binary file", id="a NUL byte is no text"),
        pytest.param("a.txt", b"Ngh\xb4 quy\xad\xd5t", "not UTF-8 (byte 3 is 0xb4)", id="the first bad byte is named"),
        pytest.param("a.txt", b"\xff\xfeA", "says UTF-16 and is not", id="a mark that lies"),
        pytest.param("a.exe", b"MZ", "files of this kind are not read", id="another suffix"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_next_step(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = write(tmp_path / name, data)
    with pytest.raises(CannotRead) as caught:
        read_file(path)
    assert says in str(caught.value)
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no such file"):
        read_file(tmp_path / "nowhere.txt")


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as f:
        f.truncate(200 * 1024 * 1024)  # sparse: takes no disk, and would read as NULs
    assert path.stat().st_size > LIMIT
    with pytest.raises(CannotRead, match="210 MB, more than the 64 MiB"):
        read_file(path)


def test_a_folder_without_documents_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    good = write(tmp_path / "full" / "b.txt", SENTENCE.encode())
    write(tmp_path / "full" / "notes.exe", b"MZ")
    found = load(tmp_path / "empty", tmp_path / "full", tmp_path / "missing.txt")
    assert [r.source.paths for r in found.readings] == [(str(good),)]
    assert ["no document in this folder" in str(o.error) or "no such file" in str(o.error) for o in found.refused] == [
        True,
        True,
    ]


def test_folders_are_read_in_sorted_order_and_recursively(tmp_path: Path) -> None:
    for name in ("z.md", "b/a.txt", "b/c.TXT", "a.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SENTENCE, encoding="utf-8")
    assert [str(p.relative_to(tmp_path)) for p in files([tmp_path])] == ["b/a.txt", "b/c.TXT", "z.md"]


def test_a_source_is_known_by_its_bytes_and_not_by_its_path(tmp_path: Path) -> None:
    one, two = write(tmp_path / "1.txt", SENTENCE.encode()), write(tmp_path / "2.md", SENTENCE.encode())
    assert read_file(one).source.id == read_file(two).source.id == hashlib.sha256(SENTENCE.encode()).hexdigest()
    assert (read_file(one).source.format, read_file(two).source.format) == ("text", "markdown")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_offsets_count_the_code_points_of_the_text_as_decoded(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.txt", SENTENCE.replace("\n", "\r\n").encode(encoding))
    text = text_of(path)
    assert text.startswith("\ufeff") == (encoding == "utf-8-sig")  # a mark in UTF-8 is a code point of the text
    assert "\r\n" in text
    cites = list(read_file(path).of("citation"))
    assert [text[m.place.start : m.place.end] for m in cites] == [m.place.quote for m in cites]
    assert [m.number for m in cites] == ["27-NQ/TW"]


def test_several_processes_give_the_same_readings_in_the_same_order(tmp_path: Path) -> None:
    for i in range(6):
        (tmp_path / f"{i}.txt").write_text(SENTENCE * (i + 1), encoding="utf-8")
    (tmp_path / "3.txt").write_bytes(b"\0")
    alone, together = load(tmp_path), load(tmp_path, jobs=2)
    assert alone.readings == together.readings
    assert [o.path for o in together.refused] == [str(tmp_path / "3.txt")]
