"""A draft with ten planted errors over the graph of the examples: all are found, and none is invented."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from program import EXAMPLES, ROOT

from graph import Graph, build
from loaders import load, read_file, text_of
from queries.lint import ERRORS, REMARKS, Finding, lint

DRAFT = ROOT / "examples" / "drafts" / "du-thao-quyet-dinh-ben-thuy.txt"
# What is wrong, in printed order: the kind, how the quote begins, the number of the document meant.
PLANTED = [
    ("wrong_date", "Luật Giao thông đường thủy nội địa số 23/2004/QH11", "23/2004/QH11"),
    ("unknown", "Thông tư số 19/2024/TT-BGTVT", None),
    ("wrong_date", "Nghị quyết số 52/NQ-CP ngày 23 tháng 3 năm 2023", "52/NQ-CP"),
    ("wrong_issuer", "Nghị quyết số 91-NQ/TW, ngày 16/6/2022 của Ban Bí thư", "91-NQ/TW"),
    ("wrong_number", "Chỉ thị số 81-CT/TU", "18-CT/TU"),
    ("ambiguous", "Nghị quyết số 09-NQ/TU", None),
    ("wrong_type", "Quyết định số 118/KH-UBND", "118/KH-UBND"),
    ("replaced", "Quyết định số 31/2014/QĐ-UBND", "31/2014/QĐ-UBND"),
    ("repealed", "Quyết định số 09/2018/QĐ-UBND", "09/2018/QĐ-UBND"),
    ("no_doer", "Hoàn thành việc số hóa hồ sơ", None),
    ("no_deadline", "hướng dẫn sửa chữa cầu bến", None),
    ("no_competence", "Nghị quyết số 18/2020/NQ-HĐND", "18/2020/NQ-HĐND"),
]


@cache
def city() -> Graph:
    return build(load(EXAMPLES).statements)


@cache
def found() -> list[Finding]:
    return lint(read_file(DRAFT), city())


def test_all_planted_errors_are_found_and_none_is_invented() -> None:
    numbers = {id_: n.properties.get("number") for id_, n in city().nodes.items()}
    told = [(f.kind, f.quote, numbers[f.target] if f.target else None) for f in found()]
    assert [(kind, target) for kind, _, target in told] == [(kind, target) for kind, _, target in PLANTED]
    for (_, quote, _), (_, begins, _) in zip(told, PLANTED, strict=True):
        assert " ".join(quote.split()).startswith(begins)
    assert sum(f.wrong for f in found()) == 10


def test_a_finding_stands_where_its_words_do() -> None:
    text = text_of(DRAFT)
    for f in found():
        assert text[f.start : f.end] == f.quote
        assert f.file == str(DRAFT)


def test_each_kind_is_an_error_or_a_remark() -> None:
    assert set(ERRORS).isdisjoint(REMARKS)
    assert REMARKS == ("unknown", "no_deadline")
    assert {f.kind for f in found()} == {*ERRORS, *REMARKS}


def test_a_message_says_what_to_do() -> None:
    for f in found():
        assert f.message.endswith(".") or f.kind == "no_competence"
        assert len(f.message.split()) > 5


def test_every_store_answers_alike(held: Any) -> None:
    assert lint(read_file(DRAFT), held) == found()


def test_the_draft_that_is_itself_loaded_is_compared_without_what_it_said(tmp_path: Path) -> None:
    draft = read_file(DRAFT)
    both = build([*load(EXAMPLES).statements, *draft.statements])
    assert lint(draft, both) == found()


def test_an_earlier_state_of_the_draft_does_not_count(tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.txt"
    earlier.write_text(
        DRAFT.read_text(encoding="utf-8").replace("Điều 1. Quan điểm", "Điều 1. Chung"), encoding="utf-8"
    )
    before = read_file(earlier)
    both = build([*load(EXAMPLES).statements, *before.statements])
    assert lint(read_file(DRAFT), both, apart=[before.source.id]) == found()
    assert "unknown" not in {f.kind for f in lint(read_file(DRAFT), both)}


@pytest.mark.parametrize("file", [pytest.param(p, id=p.name) for p in sorted(EXAMPLES.iterdir())])
def test_what_is_loaded_agrees_with_the_others(file: Path) -> None:
    """The one exception is a mention that may be either of two documents, which the example is made to show."""
    wrong = [(f.kind, f.quote) for f in lint(read_file(file), city()) if f.wrong]
    assert wrong == ([("ambiguous", "Nghị quyết số 09-NQ/TU")] if file.name == "ket-luan-hoi-nghi-10.md" else [])


def test_the_command_prints_the_contracts_json(run: Any, examples: Path) -> None:
    done = run("lint", DRAFT, "--format", "json", "--store", examples)
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert told == [f.told() for f in found()]
    assert list(told[0]) == ["file", "start", "end", "quote", "kind", "message", "target"]


def test_the_table_names_line_and_column(run: Any, examples: Path) -> None:
    done = run("lint", DRAFT, "--store", examples)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0] == str(DRAFT)
    text = DRAFT.read_text(encoding="utf-8").splitlines()
    place = next(line.split()[0] for line in lines if " wrong_issuer " in line)
    row, column = map(int, place.split(":"))
    assert text[row - 1][column - 1 :].startswith("Nghị quyết số 91-NQ/TW")
    assert any("(unknown)" in line for line in lines)
    assert done.stderr.strip().endswith("10 errors, 2 remarks.")


def test_errors_alone(run: Any, examples: Path) -> None:
    told = json.loads(run("lint", DRAFT, "--errors", "--format", "json", "--store", examples).stdout)
    assert [f["kind"] for f in told] == [kind for kind, _, _ in PLANTED if kind in ERRORS]


def test_remarks_alone_are_no_failure(run: Any, examples: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("KẾ HOẠCH\nThực hiện Nghị quyết số 91-NQ/TW, ngày 16/6/2022 của Bộ Chính trị\n", encoding="utf-8")
    done = run("lint", plan, "--store", examples)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr.strip().endswith("0 errors, 0 remarks.")


def test_a_file_that_is_refused_is_named_and_the_others_are_looked_over(run: Any, examples: Path) -> None:
    done = run("lint", "nothing.txt", EXAMPLES / "chi-thi-18-ct-tu.txt", "--format", "json", "--store", examples)
    assert done.exit_code == 1
    assert "nothing.txt: no such file" in done.stderr
    assert {f["kind"] for f in json.loads(done.stdout)} <= set(REMARKS)


def test_a_draft_is_not_loaded(run: Any, examples: Path) -> None:
    before = run("status", "--format", "json", "--store", examples).stdout
    run("lint", DRAFT, "--store", examples)
    assert run("status", "--format", "json", "--store", examples).stdout == before


def test_the_earlier_state_at_the_same_path_is_known_to_the_command(run: Any, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT.read_text(encoding="utf-8"), encoding="utf-8")
    run("load", EXAMPLES, "draft.txt")
    draft.write_text(DRAFT.read_text(encoding="utf-8").replace("Điều 1. Quan điểm", "Điều 1. Chung"), encoding="utf-8")
    told = json.loads(run("lint", "draft.txt", "--format", "json").stdout)
    assert [f["kind"] for f in told] == [kind for kind, _, _ in PLANTED]


def test_a_store_that_is_not_there(run: Any) -> None:
    done = run("lint", DRAFT)
    assert done.exit_code == 1
    assert "There is no store in danchieu.db" in done.stderr
