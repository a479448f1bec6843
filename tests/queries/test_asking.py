"""The commands that ask, on the examples: what they print in each format, and that nothing is ever guessed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from program import EXAMPLES, one_line

from graph.formats import FORMATS

Ask = Callable[..., str]


def test_query_lists_its_questions_one_name_a_line_then_what_it_answers(run: Any) -> None:
    told = run("query", "--list").stdout
    names = [line for line in told.splitlines() if not line.startswith(" ")]
    assert len(names) >= 10
    assert all(n.isidentifier() for n in names)
    assert run("sparql", "--list").stdout == told


@pytest.mark.parametrize("name", ["implementation_pairs", "not_loaded", "planned_orders", "ambiguous_mentions"])
def test_cypher_and_sparql_give_the_same_rows_in_every_format(ask: Ask, name: str) -> None:
    assert json.loads(ask("query", name, "--format", "json")) == json.loads(ask("sparql", name, "--format", "json"))
    assert ask("query", name, "--format", "csv") == ask("sparql", name, "--format", "csv")


def test_csv_has_the_columns_of_json_and_no_mark_on_stdout(ask: Ask) -> None:
    rows = json.loads(ask("query", "not_loaded", "--format", "json"))
    told = ask("query", "not_loaded", "--format", "csv")
    assert not told.startswith("\ufeff")
    header, *lines = csv.reader(io.StringIO(told))
    assert header == list(rows[0])
    assert len(lines) == len(rows)


def test_a_file_for_a_spreadsheet_begins_with_a_byte_order_mark(run: Any, examples: Path) -> None:
    done = run("query", "not_loaded", "--format", "csv", "-o", "a.csv", "--store", examples)
    assert (done.exit_code, done.stdout) == (0, "")
    assert Path("a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "wrote a.csv" in done.stderr


def test_own_cypher_gets_nodes_edges_and_paths_in_the_contract_shape(ask: Ask) -> None:
    text = "MATCH p = (a:Document)-[r:DEPENDS_ON]->(b) RETURN a, r, p LIMIT 1"
    (row,) = json.loads(ask("query", text, "--format", "json"))
    assert set(row["a"]) == {"id", "labels", "properties"}
    assert set(row["r"]) == {"id", "type", "source", "target", "properties"}
    assert set(row["p"]) == {"nodes", "edges"}
    assert row["r"]["source"] == row["a"]["id"]


def test_parameters_are_text_and_with_a_colon_json(ask: Ask) -> None:
    text = "MATCH (d:Document) WHERE d.number = $number RETURN d.number AS number LIMIT $n"
    rows = json.loads(ask("query", text, "--param", "number=212-KL/TU", "--param", "n:=1", "--format", "json"))
    assert rows == [{"number": "212-KL/TU"}]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Document {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n SET n.x = 1",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "MATCH (n RETURN n",
        "nothing_like_it",
    ],
)
def test_a_query_that_writes_or_is_wrong_is_one_line(ask: Ask, text: str) -> None:
    told = one_line(ask("query", text, fails=1))
    assert "root:" not in told


@pytest.mark.parametrize(
    "text",
    [
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT ?",
        "nothing_like_it",
    ],
)
def test_sparql_that_writes_reaches_out_or_is_wrong_is_one_line(ask: Ask, text: str) -> None:
    one_line(ask("sparql", text, fails=1))


def test_a_question_that_wants_a_parameter_says_which(ask: Ask) -> None:
    assert "body" in one_line(ask("query", "overdue", fails=1)) or "date" in one_line(ask("query", "overdue", fails=1))


# ---- DOC


def test_two_documents_of_one_number_are_listed_never_guessed(ask: Ask) -> None:
    told = one_line(ask("trace", "09-NQ/TU", fails=1))
    assert "2 documents answer to '09-NQ/TU'" in told
    assert "2022-12-08" in told
    assert "Give one of these ids" in told


def test_a_year_tells_two_documents_of_one_number_apart(ask: Ask) -> None:
    assert "Nghị quyết 09-NQ/TU (08/12/2022)" in ask("trace", "09-nq/tu@2022")


def test_every_id_that_is_listed_answers(ask: Ask) -> None:
    for row in json.loads(ask("query", "MATCH (d:Document) RETURN d.id AS id", "--format", "json")):
        assert json.loads(ask("trace", row["id"], "--format", "json"))["document"] == row["id"]


def test_an_unknown_document_gets_a_suggestion(ask: Ask) -> None:
    assert "Did you mean" in one_line(ask("trace", "212-KL/TV", fails=1))


# ---- trace


def test_trace_goes_from_the_plan_up_to_the_resolution(ask: Ask) -> None:
    told = json.loads(ask("trace", "118/KH-UBND", "--up", "--format", "json"))
    assert set(told) == {"document", "steps", "cycles"}
    chain = {(s["source"].split("/")[2], s["target"].split("/")[2]) for s in told["steps"]}
    assert {("118-KH-UBND", "18-CT-TU"), ("18-CT-TU", "35-CTr-TU"), ("35-CTr-TU", "91-NQ-TW")} <= chain
    assert not any(s["planned"] for s in told["steps"])


def test_evidence_of_a_trace_is_in_the_text_it_names(ask: Ask) -> None:
    paths = json.loads(
        ask("query", "MATCH (d:Document)-[:HAS_SOURCE]->(s) RETURN d.id AS id, s.paths AS paths", "--format", "json")
    )
    texts = {row["id"]: Path(row["paths"][0]).read_text(encoding="utf-8") for row in paths}
    steps = json.loads(ask("trace", "91-NQ/TW", "--format", "json", "--planned"))["steps"]
    assert steps
    for step in steps:
        e = step["evidence"]
        assert texts[e["document"]][e["start"] : e["end"]] == e["quote"]


def test_trace_in_its_other_formats(ask: Ask) -> None:
    assert "is implemented by:" in ask("trace", "91-NQ/TW")
    assert ask("trace", "91-NQ/TW", "--format", "mermaid").startswith("flowchart BT\n")
    assert ask("trace", "91-NQ/TW", "--format", "html").startswith("<!doctype html>")


def test_up_and_down_together_are_both(ask: Ask) -> None:
    one = ("trace", "18-CT/TU", "--format", "json")
    assert ask(*one) == ask(*one, "--up", "--down")


# ---- tasks


def test_tasks_in_every_format_have_the_same_rows(ask: Ask, run: Any, examples: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    rows = json.loads(ask("tasks", "--format", "json"))
    assert rows
    header, *lines = csv.reader(io.StringIO(ask("tasks", "--format", "csv")))
    assert header == list(rows[0])
    assert len(lines) == len(rows)
    done = run("tasks", "--format", "xlsx", "-o", "t.xlsx", "--store", examples)
    assert done.exit_code == 0
    book = openpyxl.load_workbook("t.xlsx")
    assert sum(sheet.max_row - 1 for sheet in book) == len(rows)
    assert len(book.sheetnames) == len({r["body"] for r in rows})


def test_tasks_of_a_document_quote_its_text(ask: Ask) -> None:
    text = (EXAMPLES / "ket-luan-212-kl-tu.txt").read_text(encoding="utf-8")
    rows = json.loads(ask("tasks", "--document", "212-KL/TU", "--format", "json"))
    assert rows
    for row in rows:
        assert row["task"] in text
        assert row["task"] == text[row["start"] : row["end"]]


def test_tasks_are_sorted_by_deadline_and_none_is_overdue_on_its_last_day(ask: Ask) -> None:
    due = [r["due"] for r in json.loads(ask("tasks", "--format", "json"))]
    assert due == sorted(due, key=lambda d: d or "9999")
    first = next(filter(None, due))
    assert json.loads(ask("tasks", "--overdue-on", first, "--format", "json")) == []
    assert json.loads(ask("tasks", "--due-before", first, "--format", "json")) == []


def test_several_bodies_are_listed(ask: Ask) -> None:
    assert "bodies answer to 'Sở'" in one_line(ask("tasks", "--body", "Sở", fails=1))


# ---- the rest


def test_status_has_the_contract_shape(ask: Ask) -> None:
    told = json.loads(ask("status", "--format", "json"))
    assert list(told) == ["documents", "cited", "planned", "nodes", "edges", "sources", "mentions", "issues"]
    assert list(told["mentions"]) == ["resolved", "ambiguous", "unmatched", "planned"]
    assert f"{told['documents']} documents loaded" in ask("status")


def test_view_writes_one_file_and_names_it(run: Any, examples: Path) -> None:
    done = run("view", "--store", examples)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "wrote danchieu.html" in done.stderr
    whole = Path("danchieu.html").read_text(encoding="utf-8")
    assert run("view", "212-KL/TU", "--depth", "1", "-o", "part.html", "--store", examples).exit_code == 0
    assert len(Path("part.html").read_text(encoding="utf-8")) < len(whole)


@pytest.mark.parametrize(
    "words", [["view", "-o"], ["query", "not_loaded", "--format", "csv", "-o"], ["export", "--format", "json", "-o"]]
)
def test_what_cannot_be_written_is_one_line(run: Any, examples: Path, words: list[str]) -> None:
    Path("none").write_text("a file, no folder")
    done = run(*words, "none/a", "--store", examples)
    assert done.exit_code == 1
    assert "none/a" in one_line(done.stderr)


@pytest.mark.parametrize("shape", FORMATS)
def test_export_writes_every_format_the_same_twice(run: Any, examples: Path, shape: str) -> None:
    def written(place: str) -> list[tuple[str, bytes]]:
        done = run("export", "--format", shape, "-o", place, "--store", examples)
        assert (done.exit_code, done.stdout) == (0, ""), done.stderr
        assert f"wrote {place}" in done.stderr
        files = [Path(place)] if Path(place).is_file() else sorted(Path(place).iterdir())
        return [(f.name if f.name != place else "", f.read_bytes()) for f in files]

    if shape == "parquet":
        pytest.importorskip("pyarrow")
    assert written("one") == written("two") != []


def test_impact_shows_what_stands_on_a_document(ask: Ask) -> None:
    told = json.loads(ask("impact", "91-NQ/TW", "--format", "json"))
    assert list(told) == ["document", "steps", "changed_by"]
    assert all(set(s) == {"depth", "id", "relation", "planned", "evidence"} for s in told["steps"])
    assert any("35-CTr-TU" in s["id"] for s in told["steps"])
    assert "Stands on it" in ask("impact", "91-NQ/TW")


def test_the_demo_shows_questions_answers_and_names_the_picture(run: Any) -> None:
    done = run("demo")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.count("$ danchieu ") >= 5
    assert "thực hiện" in done.stdout
    assert "demo/danchieu.html" in done.stderr
    assert Path("demo/danchieu.html").stat().st_size > 400_000
    again = run("demo")
    assert again.exit_code == 0
    assert "(0 new or changed" in again.stderr


def test_extract_prints_the_text_that_offsets_refer_to(run: Any) -> None:
    file = EXAMPLES / "quyet-dinh-27-2024-qd-ubnd.txt"
    text = run("extract", file, "--format", "text").stdout
    assert text == file.read_text(encoding="utf-8")
    told = json.loads(run("extract", file).stdout)
    assert told["citations"]
    for c in told["citations"]:
        assert text[c["start"] : c["end"]] == c["quote"]


def test_extract_is_in_the_order_given_whatever_the_jobs(run: Any) -> None:
    files = sorted(EXAMPLES.glob("*.txt"), reverse=True)
    one = run("extract", *files).stdout
    assert [json.loads(line)["document"]["source"]["path"] for line in one.splitlines()] == list(map(str, files))
    assert run("extract", *files, "--jobs", "2").stdout == one


def test_extract_as_a_table_is_for_people(run: Any) -> None:
    told = run("extract", EXAMPLES / "ket-luan-212-kl-tu.txt", "--format", "table").stdout
    for part in ("Citations (", "Relations (", "Assignments ("):
        assert part in told


def test_a_document_under_a_stamp_is_said_aloud_and_stays_in_the_house(run: Any, tmp_path: Path) -> None:
    text = (EXAMPLES / "ket-luan-212-kl-tu.txt").read_text(encoding="utf-8")
    head, rest = text.split("\n", 1)
    (tmp_path / "mat.txt").write_text(f"{head}\nMẬT\n{rest}", encoding="utf-8")
    done = run("load", "mat.txt", EXAMPLES / "chi-thi-18-ct-tu.txt")
    assert "bears the stamp" in done.stderr
    for words in (["view", "-o", "a"], ["export", "--format", "json", "-o", "a"]):
        assert "left out without --include-secret: 1" in run(*words).stderr
        assert "212-KL/TU" not in Path("a").read_text(encoding="utf-8")
        run(*words, "--include-secret")
        assert "212-KL/TU" in Path("a").read_text(encoding="utf-8")
    assert run("trace", "212-KL/TU", "--format", "html").exit_code == 1
    assert run("trace", "212-KL/TU", "--format", "html", "--include-secret").exit_code == 0
    assert run("trace", "212-KL/TU").exit_code == 0


def test_doctor_finds_this_installation_sound(run: Any) -> None:
    done = run("doctor")
    assert done.exit_code == 0, done.stdout
    for what in ("graph", "loaders", "queries", "notebooks", "arcadedb", "store"):
        assert f"ok      {what}" in done.stdout


def test_doctor_names_the_package_that_took_a_room(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    (site / "queries").mkdir(parents=True)
    (site / "queries" / "__init__.py").write_text("")
    info = site / "queries-2.1.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: queries\nVersion: 2.1.1\n")
    (info / "RECORD").write_text("queries/__init__.py,,\n")
    monkeypatch.syspath_prepend(str(site))
    done = run("doctor")
    assert done.exit_code == 1
    assert "pip uninstall queries" in done.stdout


def test_doctor_names_what_is_missing_and_what_is_too_old(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    monkeypatch.setattr(
        metadata, "requires", lambda _: ["no-such-package>=1", "click>=99", 'openpyxl>=3; extra == "xlsx"']
    )
    done = run("doctor")
    assert done.exit_code == 1
    assert 'pip install "no-such-package>=1"' in done.stdout
    assert 'pip install "click>=99"' in done.stdout
    assert "openpyxl" not in done.stdout
