"""The queue and what is decided of it: numbers that stay, every act, what it does to the graph, and its undoing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decisions.decision import Decision
from graph.elements import Graph
from graph.errors import CannotAnswer
from graph.statements import BodyMention, Claim, DocumentMention, Place, Reading, Source, Statement, TaskMention
from queries.review.case import Case
from queries.review.choice import Choice
from queries.review.items import KINDS, Item, Queue, Titles
from queries.tickets import shortest, ticket

HP, QD = "Hải Phòng", "71/2023/QĐ-UBND"
WHEN = "2026-11-24T10:00:00+07:00"


class Told:
    """A reading made by hand; every mention gets words of its own in the text."""

    def __init__(self, name: str, **own: Any) -> None:
        self.source, self.path, self.raw = (name.encode().hex() * 64)[:64], f"docs/{name}.txt", ""
        self.statements: list[Statement] = []
        self.document("self", f"Số {own.get('number', name)}", **{"part": "self", "type": "conclusion", **own})

    def place(self, words: str) -> Place:
        start = len(self.raw)
        self.raw += f"{words}. "
        return Place(self.source, start, start + len(words), words, f"{words}.")

    def document(self, handle: str, words: str, **told: Any) -> str:
        mention = DocumentMention(handle=handle, place=self.place(words), **{"part": "citation", **told})
        self.statements.append(mention)
        if mention.part == "citation":
            self.claim("self", "CITES", handle, mention.place)
        return handle

    def task(self, handle: str, words: str, body: str | None = None, **told: Any) -> str:
        place = self.place(words)
        self.statements.append(TaskMention(handle=handle, place=place, **told))
        self.claim("self", "ORDERS", handle, place)
        if body:
            self.statements.append(
                BodyMention(handle=f"b-{handle}", place=self.place(body), name=body, jurisdiction=HP)
            )
            self.claim(handle, "ASSIGNED_TO", f"b-{handle}", place, role="lead", mode="assign")
        return handle

    def claim(self, start: str, kind: str, end: str, place: Place | None = None, **properties: Any) -> None:
        where = place or self.place(f"{start} {kind} {end}")
        self.statements.append(Claim(subject=start, predicate=kind, object=end, place=where, properties=properties))

    @property
    def reading(self) -> Reading:
        source = Source(id=self.source, format="text", chars=len(self.raw), paths=(self.path,))
        return Reading(statements=(source, *self.statements))


def conclusion() -> Told:
    a = Told("a", number="12-KL/TU", date="2023-10-19", jurisdiction=HP)
    a.document("d0", "Nghị quyết số 35 của Quốc hội", type="resolution", number="35", issuer="Quốc hội")
    a.document("d1", "Nghị quyết 35 của Quốc hội", type="resolution", number="35", issuer="Quốc hội")
    a.document("d2", "Quyết định 57", type="decision", number="57")
    a.task("t0", "rà soát quy hoạch chung", "Sở Xây dựng", due="2023-11-30")
    a.task("t1", "hoàn thiện hồ sơ bến cảng")
    title = "Đề án phát triển nhà ở xã hội cho công nhân khu công nghiệp"
    a.document("p0", "Đề án phát triển nhà ở xã hội", part="planned", type="scheme", title=title, jurisdiction=HP)
    return a


def report() -> Told:
    b = Told("b", type="report", number="9/BC-UBND", date="2023-12-01", jurisdiction=HP)
    b.document("d0", "Nghị quyết số 35/2021/QH15", type="resolution", number="35/2021/QH15", date="2021-11-19")
    b.document("d1", "Nghị quyết số 35/2022/QH15", type="resolution", number="35/2022/QH15", date="2022-03-01")
    b.document("d2", "Quyết định 71 ngày 02/11/2023", type="decision", number=QD, date="2023-11-02", jurisdiction=HP)
    return b


def letter() -> Told:
    c = Told("c", type="letter", number="77/UBND-KT", date="2024-01-05", jurisdiction=HP)
    c.document("d0", "Quyết định 71 ngày 20/11/2023", type="decision", number=QD, date="2023-11-20", jurisdiction=HP)
    return c


def scheme() -> Told:
    title = "Đề án nhà ở xã hội cho công nhân các khu công nghiệp đến năm 2030"
    return Told("d", type="scheme", number="3/ĐA-UBND", date="2024-03-01", jurisdiction=HP, title=title)


TEXTS = [conclusion(), report(), letter(), scheme()]


def queue(decisions: Sequence[Decision] = (), texts: Sequence[Told] = TEXTS) -> Queue:
    return Queue.of(Case.of([t.reading for t in texts], decisions))


def choice(decisions: Sequence[Decision] = (), texts: Sequence[Told] = TEXTS) -> Choice:
    return Choice(queue(decisions, texts), "An", WHEN, "đã đối chiếu")


def one(found: Queue, kind: str) -> Item:
    (item,) = [i for i in found.items if i.kind == kind]
    return item


def after(decisions: Sequence[Decision], texts: Sequence[Told] = TEXTS) -> Graph:
    return Case.of([t.reading for t in texts], decisions).g


# The queue


def test_the_queue_lists_each_kind_of_doubt_in_order() -> None:
    found = queue()
    assert [i.kind for i in found.items] == ["ambiguous", "unmatched", "dates", "planned", "no_doer"]
    assert set(KINDS) > {i.kind for i in found.items}


def test_an_ambiguous_mention_has_its_candidates_and_its_sentence() -> None:
    item = next(i for i in queue().items if i.kind == "ambiguous")
    assert item.quote == "Nghị quyết số 35 của Quốc hội"
    assert item.sentence == "Nghị quyết số 35 của Quốc hội."
    assert [c.name for c in item.candidates] == [
        "Nghị quyết 35/2021/QH15 (19/11/2021)",
        "Nghị quyết 35/2022/QH15 (01/03/2022)",
    ]
    text = conclusion().raw
    assert text[item.start : item.end] == item.quote


def test_what_a_text_prints_alike_is_one_item() -> None:
    a = Told("a", number="12-KL/TU", date="2023-10-19", jurisdiction=HP)
    for n in range(3):
        a.document(f"d{n}", "Quyết định 57", type="decision", number="57")
    (item,) = queue(texts=[a]).items
    assert (item.kind, item.times) == ("unmatched", 3)


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("act", ["accept", "reject", "correct"])
def test_a_decision_on_what_a_text_prints_alike_is_one_on_all_of_it(act: str, linked: bool) -> None:
    """Whether the text's reader took the mentions for one document, or left each by itself."""
    a = Told("a", number="12-KL/TU", date="2023-10-19", jurisdiction=HP)
    for n in range(3):
        links = {"same": "d0"} if linked and n else {}
        a.document(f"d{n}", "Quy định nội bộ", type="regulation", **links)
    texts = [a, report()]
    (item,) = [i for i in queue(texts=texts).items if i.times == 3]
    acts = {
        "accept": lambda c: c.accept(item.number, "35/2021/QH15"),
        "reject": lambda c: c.reject(item.number),
        "correct": lambda c: c.correct(item.number, {"number": "08-QĐ/TU", "date": "2023-01-02"}),
    }
    made = acts[act](choice(texts=texts))
    assert len(made) == (1 if act == "accept" and linked else 3)
    now = Case.of([x.reading for x in texts], made)
    assert list(now.g.labelled("Mention")) == []
    cited = [e for e in now.g.typed("CITES") if e.source.endswith("12-KL-TU/2023-10-19")]
    assert [e.properties["count"] for e in cited] == ([] if act == "reject" else [3])


def test_of_two_dates_the_other_document_is_the_candidate() -> None:
    item = one(queue(), "dates")
    other = {"02/11/2023": "2023-11-20", "20/11/2023": "2023-11-02"}[item.quote[-10:]]
    assert [c.id.rsplit("/", 1)[1] for c in item.candidates] == [other]


def test_a_document_that_looks_like_the_one_ordered_is_asked_for() -> None:
    item = one(queue(), "planned")
    assert [c.id for c in item.candidates] == ["hai-phong/scheme/3-DA-UBND/2024-03-01"]


@pytest.mark.parametrize(
    ("ordered", "issued", "alike"),
    [
        ("Kế hoạch thực hiện Nghị quyết 27-NQ/TW về pháp quyền", "Kế hoạch triển khai Nghị quyết 27-NQ/TW", True),
        ("Nghị định sửa đổi Nghị định số 29/2008/NĐ-CP", "Nghị định sửa đổi Nghị định số 30/2008/NĐ-CP", False),
        ("Đề án nhà ở", "Đề án nhà ở", False),  # too few words to tell
        ("Quy hoạch cảng biển Lam Triều đến năm 2030", "Quy hoạch trường học nông thôn đến năm 2030", False),
    ],
)
def test_titles_are_alike_by_the_words_that_tell(ordered: str, issued: str, alike: bool) -> None:
    titles = Titles([ordered, issued, "Quy hoạch đến năm 2030", "Nghị định sửa đổi Nghị định", "Kế hoạch thực hiện"])
    assert titles.alike(ordered, issued) is alike


def test_the_rows_have_one_shape() -> None:
    rows = queue().told()
    keys = "number kind document source start end quote sentence times candidates message id"
    assert all(list(r) == keys.split() for r in rows)
    assert json.loads(json.dumps(rows)) == rows


# Numbers


def test_numbers_stay_whatever_else_is_decided_or_loaded() -> None:
    before = {i.id: i.number for i in queue().items}
    first = next(iter(before))
    accepted = choice().accept(before[first], "1")
    for now in (queue(accepted), queue(texts=TEXTS[:3]), queue(texts=[*TEXTS, Told("e", number="1-KL/TU")])):
        assert all(i.number == before[i.id] for i in now.items if i.id in before)
    assert first not in {i.id for i in queue(accepted).items}


@given(st.sets(st.text(max_size=4), max_size=200))
def test_shown_digits_tell_a_number_from_all_others(ids: set[str]) -> None:
    shown = shortest(ids)
    assert set(shown) == ids
    for id_, digits in shown.items():
        assert len(digits) >= 4
        assert [i for i in ids if ticket(i).startswith(digits)] == [id_]


def test_digits_that_several_numbers_begin_with_are_listed() -> None:
    texts = [Told(f"x{n}", number=f"{n}-KL/TU", date="2023-10-19", jurisdiction=HP) for n in range(400)]
    for n, t in enumerate(texts):
        t.task("t0", f"việc thứ {n}")
    found = choice(texts=texts)
    shared = next(p for p in map(str, range(100, 1000)) if sum(ticket(i).startswith(p) for i in found.queue.tasks) > 1)
    with pytest.raises(CannotAnswer, match=f"numbers begin with {shared}"):
        found.done(shared, "2023-11-01")


# Acts


def test_accept_takes_a_candidate_by_its_number_or_by_its_name() -> None:
    number = next(i.number for i in queue().items if i.kind == "ambiguous")
    for chosen in ("2", "35/2022/QH15", "trung-uong/resolution/35-2022-QH15/2022-03-01"):
        g = after(choice().accept(number[:6], chosen))
        edge = next(e for e in g.typed("CITES") if e.source.endswith("12-KL-TU/2023-10-19") and "35-2022" in e.target)
        assert (edge.properties["origin"], edge.properties["who"]) == ("analyst", "An")


def test_accept_asks_which_where_several_fit() -> None:
    number = next(i.number for i in queue().items if i.kind == "ambiguous")
    with pytest.raises(CannotAnswer, match=r"2 documents may be meant: 1 Nghị quyết 35/2021/QH15") as error:
        choice().accept(number)
    assert "its number in this list" in error.value.hint
    with pytest.raises(CannotAnswer, match="No document answers to 'Nghị quyết 99'"):
        choice().accept(number, "Nghị quyết 99")


def test_an_unmatched_mention_means_the_document_that_is_named() -> None:
    number = one(queue(), "unmatched").number
    with pytest.raises(CannotAnswer, match="No document is near at hand"):
        choice().accept(number)
    made = choice().accept(number, "71/2023/QĐ-UBND@2023-11-20")
    assert "hai-phong/decision/71-2023-QD-UBND/2023-11-20" in {e.target for e in after(made).typed("CITES")}
    assert "unmatched" not in {i.kind for i in queue(made).items}


def test_reject_of_all_candidates_leaves_the_queue_and_of_an_unmatched_one_too() -> None:
    found = queue()
    for kind in ("ambiguous", "unmatched"):
        item = next(i for i in found.items if i.kind == kind)
        made = choice().reject(item.number)
        assert item.id not in {i.id for i in queue(made).items}


def test_reject_of_one_candidate_leaves_the_other() -> None:
    item = next(i for i in queue().items if i.kind == "ambiguous")
    g = after(choice().reject(item.number, "1"))
    assert any("35-2022" in e.target and e.source.endswith("2023-10-19") for e in g.typed("CITES"))


def test_two_dates_are_a_misprint_or_two_documents() -> None:
    item = one(queue(), "dates")
    merged = after(choice().accept(item.number))
    assert len([e.target for e in merged.typed("CITES") if "71-2023" in e.target]) == 2
    assert len({e.target for e in merged.typed("CITES") if "71-2023" in e.target}) == 1
    two = choice().reject(item.number)
    assert [d.kind for d in two] == ["apart"]
    assert "dates" not in {i.kind for i in queue(two).items}


def test_a_disagreement_ends_when_the_others_are_right() -> None:
    told = {"type": "conclusion", "number": "12-KL/TU", "date": "2023-10-19", "jurisdiction": HP}
    a = Told("a", **told, signer="Lê Văn Thành")
    b = Told("b", type="report", number="9/BC-UBND", date="2024-12-01", jurisdiction=HP)
    b.document("d0", "Kết luận 12-KL/TU do đồng chí Lê Tiến Châu ký", **told, signer="Lê Tiến Châu")
    item = one(queue(texts=[a, b]), "disagreement")
    (made,) = choice(texts=[a, b]).accept(item.number)
    assert (made.kind, made.fields) == ("correct", {"signer": "Lê Văn Thành"})
    assert queue([made], [a, b]).items == []


def test_a_planned_document_is_the_issued_one_and_its_task_is_then_asked_for() -> None:
    a = conclusion()
    a.task("t2", "ban hành Đề án phát triển nhà ở xã hội", "Sở Xây dựng")
    a.claim("t2", "CONCERNS", "p0")
    texts = [a, *TEXTS[1:]]
    made = choice(texts=texts).accept(one(queue(texts=texts), "planned").number)
    fulfilled = one(queue(made, texts), "fulfilled")
    (done,) = choice(made, texts).accept(fulfilled.number)
    assert (done.kind, done.on, done.n) == ("done", "2024-03-01", 2)
    task = after([*made, done], texts).nodes[fulfilled.id]
    assert (task.properties["state"], task.properties["done_on"]) == ("done", "2024-03-01")
    no = choice(made, texts).reject(fulfilled.number)
    again = queue([*made, *no], texts)
    assert not {"fulfilled", "planned"} & {i.kind for i in again.items}
    assert "hai-phong/conclusion/12-KL-TU/2023-10-19/scheme" in " ".join(again.case.g.nodes)


def test_a_task_gets_a_doer_or_is_none() -> None:
    item = one(queue(), "no_doer")
    with pytest.raises(CannotAnswer, match="without a doer"):
        choice().accept(item.number)
    g = after(choice().correct(item.number, {"body": "Sở Du lịch"}))
    assert ("hai-phong/body/sở-du-lịch") in {e.target for e in g.typed("ASSIGNED_TO")}
    assert item.id not in after(choice().reject(item.number)).nodes


def test_done_and_reopen_know_the_state() -> None:
    found = choice()
    task = next(i for i in found.queue.tasks if "Sở" not in i and found.case.g.nodes[i].properties.get("due"))
    for ref in (found.queue.numbers[task], task, "rà soát quy hoạch", "RA SOAT"):
        (done,) = found.done(ref, "2023-11-20")
        assert after([done]).nodes[task].properties["state"] == "done"
    with pytest.raises(CannotAnswer, match="is open already"):
        found.reopen(task)
    with pytest.raises(CannotAnswer, match="is done 2023-11-20 already"):
        choice([done]).done(task, "2023-11-21")
    again = choice([done]).reopen(task)
    assert after([done, *again]).nodes[task].properties["state"] == "open"


@pytest.mark.parametrize(
    ("ref", "told"),
    [("xyz", "No task answers to 'xyz'"), ("0000", "No task answers"), ("", "No task answers")],
)
def test_a_task_that_is_not_there_is_named(ref: str, told: str) -> None:
    with pytest.raises(CannotAnswer, match=told):
        choice().done(ref, "2023-11-20")


def test_words_that_several_tasks_have_are_listed_with_their_numbers() -> None:
    a = conclusion()
    a.task("t2", "rà soát quy hoạch phân khu", "Sở Xây dựng")
    with pytest.raises(CannotAnswer, match="2 tasks have these words"):
        choice(texts=[a]).done("quy hoạch", "2023-11-20")


def test_a_mention_is_named_by_its_place_too() -> None:
    place = next(m.place for m in report().statements if isinstance(m, DocumentMention) and m.handle == "d0")
    for text in ("b.txt", "docs/b.txt", report().source, report().source[:8]):
        (made,) = choice().correct(f"{text}:{place.start}", {"date": "2021-11-20"})
        assert made.about is not None
        assert made.about.quote == place.quote
    (wrong,) = choice().reject(f"b.txt:{place.start}")
    assert wrong.means is not None
    with pytest.raises(CannotAnswer, match="Nothing to decide"):
        choice().reject(f"b.txt:{place.start + 1}")


def test_the_header_of_a_loaded_document_is_corrected_by_its_name() -> None:
    g = after(choice().correct("12-KL/TU", {"date": "2023-10-20"}))
    assert "hai-phong/conclusion/12-KL-TU/2023-10-20" in g.nodes
    with pytest.raises(CannotAnswer, match="is not loaded, only mentioned"):
        choice().correct("35/2021/QH15", {"date": "2021-11-20"})


def test_an_edge_is_rejected_by_its_id_and_a_derived_one_says_what_it_stands_on() -> None:
    g = queue().case.g
    cites = next(e.id for e in g.typed("CITES") if "35-2021" in e.target)
    assert cites not in after(choice().reject(cites)).edges
    assigns = next(e for e in g.typed("ASSIGNS"))
    with pytest.raises(CannotAnswer, match="It stands on ASSIGNED_TO"):
        choice().reject(assigns.id)


def test_two_documents_are_one_or_two_by_their_names() -> None:
    made = choice().same("71/2023/QĐ-UBND@2023-11-02", "71/2023/QĐ-UBND@2023-11-20")
    assert len([n for n in after(made).nodes if "71-2023" in n]) == 1
    made = choice().apart("71/2023/QĐ-UBND@2023-11-02", "71/2023/QĐ-UBND@2023-11-20")
    assert "dates" not in {i.kind for i in queue(made).items}
    with pytest.raises(CannotAnswer, match="mean one document"):
        choice().same("35/2021/QH15", "35/2021/QH15")
    with pytest.raises(CannotAnswer, match="2 documents answer to '71/2023/QĐ-UBND'"):
        choice().same("71/2023/QĐ-UBND", "35/2021/QH15")


def test_undo_takes_the_number_of_a_decision_that_stands() -> None:
    made = choice().accept(next(i.number for i in queue().items), "1")
    undone = [*made, *choice(made).undo(1)]
    assert after(undone) == after([])
    with pytest.raises(CannotAnswer, match="Decision 1 is undone already"):
        choice(undone).undo(1)
    with pytest.raises(CannotAnswer, match="There is no decision 9"):
        choice(made).undo(9)


def test_a_decision_that_has_lost_its_place_stands_in_the_queue() -> None:
    made = choice().accept(next(i.number for i in queue().items), "1")
    item = one(queue(made, TEXTS[1:]), "decision")
    assert "decision 1 of An" in item.message
    with pytest.raises(CannotAnswer, match="without effect"):
        choice(made, TEXTS[1:]).accept(item.number)


def test_every_act_carries_who_when_and_why() -> None:
    made = choice().accept(next(i.number for i in queue().items), "1")
    assert [(d.n, d.who, d.when, d.why) for d in made] == [(1, "An", WHEN, "đã đối chiếu")]


# From the command line

Ask = Any


@pytest.fixture
def store(run: Any, tmp_path: Path) -> Path:
    from program import EXAMPLES

    folder = tmp_path / "docs"
    folder.mkdir()
    for file in EXAMPLES.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    assert run("load", folder).exit_code == 0
    return folder


def listed(run: Any, *words: str) -> list[dict[str, Any]]:
    done = run("review", "--format", "json", *words)
    assert done.exit_code == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def exported(run: Any) -> str:
    assert run("export", "--format", "json", "-o", "g.json").exit_code == 0
    return Path("g.json").read_text(encoding="utf-8")


def test_an_item_is_listed_decided_seen_and_undone(run: Any, store: Path) -> None:
    before = exported(run)
    (item,) = listed(run, "--kind", "ambiguous")
    shown = run("review").stdout
    assert item["number"] in shown
    assert "«Nghị quyết số 09-NQ/TU»" in shown
    assert "2 Nghị quyết 09-NQ/TU (08/12/2022)" in shown
    done = run("review", "accept", item["number"], "2", "--by", "Nguyễn An", "--why", "biên bản họp")
    assert done.exit_code == 0
    assert "means Nghị quyết 09-NQ/TU (08/12/2022)" in done.stderr
    assert listed(run, "--kind", "ambiguous") == []
    cypher = "MATCH ()-[r:CITES]->(x) WHERE r.origin = 'analyst' RETURN r.who AS who, r.why AS why, x.date AS date"
    asked = run("query", cypher, "--format", "json")
    assert json.loads(asked.stdout) == [{"who": "Nguyễn An", "why": "biên bản họp", "date": "2022-12-08"}]
    (decided,) = json.loads(run("review", "--decided", "--format", "json").stdout)
    assert (decided["n"], decided["who"], decided["stands"]) == (1, "Nguyễn An", True)
    assert run("review", "undo", "1", "--by", "Nguyễn An").exit_code == 0
    assert exported(run) == before
    assert "undone by 2" in run("review", "--decided").stdout


def test_a_task_is_done_and_the_board_shows_it(run: Any, store: Path) -> None:
    rows = json.loads(run("tasks", "--format", "json", "--overdue-on", "2024-01-01").stdout)
    assert rows
    number = rows[0]["number"]
    assert number in run("tasks", "--overdue-on", "2024-01-01").stdout
    assert run("review", "done", number, "--on", "2023-12-20", "--by", "An").exit_code == 0
    done = json.loads(run("tasks", "--state", "done", "--format", "json").stdout)
    assert {(r["number"], r["state"], r["done_on"]) for r in done} == {(number, "done", "2023-12-20")}
    late = json.loads(run("tasks", "--format", "json", "--overdue-on", "2024-01-01").stdout)
    assert number not in {r["number"] for r in late}
    asked = json.loads(run("query", "overdue", "--param", "date=2024-01-01", "--format", "json").stdout)
    assert rows[0]["task_id"] not in {r["task"] for r in asked}
    assert run("review", "reopen", number, "--by", "An").exit_code == 0
    assert json.loads(run("tasks", "--state", "done", "--format", "json").stdout) == []


def test_a_decision_outlives_an_edit_and_a_new_load(run: Any, store: Path) -> None:
    (item,) = listed(run, "--kind", "ambiguous")
    assert run("review", "accept", item["number"], "2", "--by", "An").exit_code == 0
    for file in store.iterdir():
        text = file.read_text(encoding="utf-8")
        if item["quote"] in text and item["sentence"].split()[0] in text and file.suffix == ".md":
            file.write_text(text.replace("\n\n", "\n\nMột đoạn mới không nhắc gì.\n\n", 1), encoding="utf-8")
    assert run("load", store).exit_code == 0
    assert listed(run, "--kind", "ambiguous") == []
    assert listed(run, "--kind", "decision") == []


def test_a_decision_whose_text_is_removed_is_said_and_waits(run: Any, store: Path) -> None:
    (item,) = listed(run, "--kind", "ambiguous")
    assert run("review", "accept", item["number"], "2", "--by", "An").exit_code == 0
    assert run("remove", item["document"]).exit_code == 0
    (lost,) = listed(run, "--kind", "decision")
    assert "decision 1 of An" in lost["message"]


def test_a_bad_line_is_one_line_with_its_number(run: Any, store: Path) -> None:
    Path("danchieu.db/decisions.jsonl").write_text('# tay\n{"n": 1}\n', encoding="utf-8")
    for words in (["review"], ["tasks"], ["load", store]):
        done = run(*words)
        assert done.exit_code == 1
        told = done.stderr.splitlines()[-1]
        assert told.startswith("danchieu: danchieu.db/decisions.jsonl, line 2: Object missing required field")


def test_a_server_is_told_why_not(run: Any) -> None:
    for words in (["review"], ["review", "accept", "1035"]):
        done = run(*words, "--store", "bolt://localhost:1")
        assert done.exit_code == 1
        assert "is a server: it holds what was published" in done.stderr
        assert "then push again" in done.stderr


def test_the_store_may_stand_before_the_act_or_behind_it(run: Any, store: Path) -> None:
    Path("danchieu.db").rename("other.db")
    (item,) = listed(run, "--kind", "ambiguous", "--store", "other.db")
    assert run("review", "--store", "other.db", "reject", item["number"], "1", "--by", "An").exit_code == 0
    assert run("review", "undo", "1", "--store", "other.db", "--by", "An").exit_code == 0
    assert run("review", "undo", "1", env={"DANCHIEU_STORE": "other.db", "DANCHIEU_BY": "An"}).exit_code == 1
    assert not Path("danchieu.db").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["review", "--kind", "odd"], "no kind odd; there are ambiguous"),
        (["review", "accept"], "missing argument 'N'"),
        (["review", "done", "x"], "missing option '--on'"),
        (["review", "done", "x", "--on", "soon"], "'soon' is no day"),
        (["review", "correct", "12"], "name what is to be corrected"),
        (["review", "undo", "0"], "0 is not in the range"),
        (["review", "frobnicate"], "no such command 'frobnicate'"),
    ],
)
def test_wrong_usage_is_exit_2_and_one_line(run: Any, words: list[str], told: str) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told.lower() in done.stderr.lower()
    assert len(done.stderr.splitlines()) == 1


def test_a_correction_that_no_line_may_say_is_wrong_usage(run: Any, store: Path) -> None:
    done = run("review", "correct", "212-KL/TU", "--type", "poem", "--by", "An")
    assert done.exit_code == 2
    assert "'poem' is no kind of document" in done.stderr
    assert not Path("danchieu.db/decisions.jsonl").exists()


def test_who_decides_is_the_account_where_nobody_is_named(
    run: Any, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "chuyen-vien")
    (item,) = listed(run, "--kind", "ambiguous")
    assert run("review", "reject", item["number"]).exit_code == 0
    told = [json.loads(line) for line in Path("danchieu.db/decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [d["who"] for d in told] == ["chuyen-vien"] * 2


def test_nothing_that_somebody_writes_steers_a_terminal(run: Any, store: Path) -> None:
    (item,) = listed(run, "--kind", "ambiguous")
    assert run("review", "reject", item["number"], "1", "--by", "A\x1b[31mn", "--why", "\x1b]0;x\x07\nb").exit_code == 0
    shown = run("review", "--decided")
    assert "\x1b" not in shown.stdout + shown.stderr


def test_every_act_explains_itself(run: Any) -> None:
    for act in ("accept", "reject", "correct", "done", "reopen", "same", "apart", "undo"):
        told = run("review", act, "--help").stdout
        assert "--by" in told
        assert "--why" in told
        assert f"review {act}" in told
