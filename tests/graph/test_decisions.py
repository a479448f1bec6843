"""What analysts decide, from the statements they make of texts to the graph that is built; and what undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from telling import CENTRAL, HP, Text, as_bytes, ends, only, together
from test_order import texts

from graph.build import build, made
from graph.decisions.anchors import Texts, said
from graph.decisions.apply import apply
from graph.decisions.decision import Decision, standing
from graph.elements import Graph
from graph.statements import Claim, DocumentMention, Mention, Source, Statement

WHEN = "2026-11-24T10:00:00+07:00"
NQ35_2021, NQ35_2022 = "35/2021/QH15", "35/2022/QH15"


def decision(n: int, kind: Any, **told: Any) -> Decision:
    return Decision(n=n, kind=kind, **{"who": "An", "when": WHEN, "why": "đã đối chiếu", **told})


class Case:
    """Texts with the anchors of what they mention."""

    def __init__(self, *told: Text) -> None:
        self.statements = together(*told)
        self.texts = Texts(self.statements)

    def anchor(self, text: Text, handle: str) -> Any:
        mention = self.texts.of(text.source, handle)
        assert mention is not None
        return self.texts.anchor(mention)

    def edge(self, text: Text, predicate: str) -> Any:
        return self.texts.edge_anchor(only(c for c in self.texts.claims(text.source) if c.predicate == predicate))

    def build(self, *decisions: Decision) -> Graph:
        return build(self.statements, decisions)


def two_resolutions() -> tuple[Case, Text, Text, str, str, str]:
    """A conclusion that cites "Nghị quyết số 35 của Quốc hội", and a report that knows two of that number."""
    a, b = Text("A", jurisdiction=HP, title="về nhà ở", date="2023-10-19"), Text("B", type="report", title="báo cáo")
    open_ = a.cite(type="resolution", number="35", issuer="Quốc hội")
    a.claim("self", "DEPENDS_ON", open_, relation="IMPLEMENTS", planned=False)
    first = b.cite(type="resolution", number=NQ35_2021, date="2021-11-19", jurisdiction=CENTRAL)
    second = b.cite(type="resolution", number=NQ35_2022, date="2022-03-01", jurisdiction=CENTRAL)
    return Case(a, b), a, b, open_, first, second


DOC_2021 = "trung-uong/resolution/35-2021-QH15/2021-11-19"
DOC_2022 = "trung-uong/resolution/35-2022-QH15/2022-03-01"


def test_without_decisions_nothing_changes() -> None:
    case, *_ = two_resolutions()
    assert apply(case.statements, ()).statements == case.statements
    assert len(list(case.build().labelled("Mention"))) == 1


def test_accept_says_which_document_a_mention_means() -> None:
    case, a, b, open_, first, _ = two_resolutions()
    one = decision(1, "accept", about=case.anchor(a, open_), means=case.anchor(b, first))
    g = case.build(one)
    assert list(g.labelled("Mention")) == []
    own = only(n.id for n in g.labelled("Conclusion"))
    assert (own, DOC_2021) in ends(g, "CITES")
    edge = only(e for e in g.typed("DEPENDS_ON"))
    assert edge.target == DOC_2021
    assert edge.properties["origin"] == "analyst"
    assert (edge.properties["who"], edge.properties["when"], edge.properties["why"]) == ("An", WHEN, "đã đối chiếu")
    assert edge.properties["quote"] == f"self DEPENDS_ON {open_}"  # the clause is still what the text prints
    assert g.nodes[DOC_2021].properties["number"] == NQ35_2021
    assert {e.properties["origin"] for e in g.typed("CITES") if e.source != own} == {"text"}
    assert g.issues == ()


def test_an_edge_that_a_decision_had_a_hand_in_is_the_analysts_and_no_other() -> None:
    """A text that cites two of one number, and that number once more without a day."""
    a = Text("A", jurisdiction=HP, title="a")
    dated = a.cite(type="resolution", number="08-NQ/TU", date="2022-12-06", jurisdiction=HP)
    a.cite(type="resolution", number="08-NQ/TU", date="2013-05-16", jurisdiction=HP)
    undated = a.cite(type="resolution", number="08-NQ/TU", jurisdiction=HP)
    case = Case(a)
    g = case.build(decision(1, "accept", about=case.anchor(a, undated), means=case.anchor(a, dated)))
    cites = {e.target[-10:]: (e.properties["count"], e.properties["origin"]) for e in g.typed("CITES")}
    assert cites == {"2022-12-06": (2, "analyst"), "2013-05-16": (1, "text")}


def only_of(b: Text, number: str) -> str:
    return only(m.handle for m in b.told if isinstance(m, DocumentMention) and m.number == number)


def _second(b: Text) -> str:
    return only_of(b, NQ35_2022)


def test_reject_leaves_the_other_candidate_or_none() -> None:
    case, a, b, open_, first, second = two_resolutions()
    about = case.anchor(a, open_)
    no_first = decision(1, "reject", about=about, means=case.anchor(b, first))
    no_second = decision(2, "reject", about=about, means=case.anchor(b, second))
    one_left = case.build(no_first)
    own = only(n.id for n in one_left.labelled("Conclusion"))
    assert {t for s, t in ends(one_left, "CITES") if s == own} == {DOC_2022}
    none_left = case.build(no_first, no_second)
    mention = only(none_left.labelled("Mention"))
    assert mention.properties["status"] == "unmatched"
    assert list(none_left.typed("MAY_REFER_TO")) == []


def test_reject_takes_a_mention_out_of_the_document_it_was_taken_for() -> None:
    a, b = Text("A", jurisdiction=HP, title="a"), Text("B", type="report", title="b")
    undated = a.cite(type="resolution", number="08-NQ/TU", jurisdiction=HP)
    dated = b.cite(type="resolution", number="08-NQ/TU", date="2022-12-06", jurisdiction=HP)
    case = Case(a, b)
    assert len(list(case.build().labelled("Resolution"))) == 1
    g = case.build(decision(1, "reject", about=case.anchor(a, undated), means=case.anchor(b, dated)))
    assert len(list(g.labelled("Resolution"))) == 2
    assert "date" not in only(n for n in g.labelled("Resolution") if n.id != DATED).properties


DATED = "hai-phong/resolution/08-NQ-TU/2022-12-06"


def test_a_rejected_mention_names_nothing() -> None:
    case, a, _, open_, *_ = two_resolutions()
    g = case.build(decision(1, "reject", about=case.anchor(a, open_)))
    assert list(g.labelled("Mention")) == []
    assert list(g.typed("DEPENDS_ON")) == []
    assert g.issues == ()


def test_a_rejected_edge_is_gone_and_nothing_else() -> None:
    case, a, *_ = two_resolutions()
    before = case.build()
    g = case.build(decision(1, "reject", edge=case.edge(a, "DEPENDS_ON")))
    assert list(g.typed("DEPENDS_ON")) == []
    assert {e for e in before.edges if not e.startswith("DEPENDS_ON")} == set(g.edges)


def test_of_two_relations_in_one_clause_only_the_rejected_one_goes() -> None:
    a = Text("A", jurisdiction=HP, title="a")
    d = a.cite(type="law", number="31/2024/QH15", jurisdiction=CENTRAL)
    place = a.place("sửa đổi, thay thế Luật")
    a.claim("self", "DEPENDS_ON", d, place=place, relation="AMENDS", planned=False)
    a.claim("self", "DEPENDS_ON", d, place=place, relation="REPLACES", planned=False)
    case = Case(a)
    amends = only(c for c in case.texts.claims(a.source) if said(c)[4] == "AMENDS")
    g = case.build(decision(1, "reject", edge=case.texts.edge_anchor(amends)))
    assert [e.properties["relation"] for e in g.typed("DEPENDS_ON")] == ["REPLACES"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"number": "09-NQ/TU"}, "hai-phong/resolution/09-NQ-TU/2022-12-06"),
        ({"date": "2013-05-16"}, "hai-phong/resolution/08-NQ-TU/2013-05-16"),
        ({"date": ""}, "hai-phong/resolution/08-NQ-TU/in/hai-phong/conclusion/a"),
        ({"type": "conclusion"}, "hai-phong/conclusion/08-NQ-TU/2022-12-06"),
        ({"issuer": "Huyện ủy An Dương", "number": "08-NQ/HU"}, "hai-phong.huyen-uy-an-duong/resolution/08-NQ-HU"),
    ],
)
def test_correct_says_what_a_mention_tells(fields: dict[str, str], expected: str) -> None:
    a = Text("A", jurisdiction=HP, title="a")
    d = a.cite(type="resolution", number="08-NQ/TU", date="2022-12-06", jurisdiction=HP)
    case = Case(a)
    g = case.build(decision(1, "correct", about=case.anchor(a, d), fields=fields))
    edge = only(g.typed("CITES"))
    assert edge.target.startswith(expected)
    assert edge.properties["origin"] == "analyst"
    assert edge.properties["quote"] == "resolution 08-NQ/TU 2022-12-06"


def test_corrections_of_one_mention_add_up_and_the_later_word_counts() -> None:
    a = Text("A", jurisdiction=HP, title="a")
    d = a.cite(type="resolution", number="08-NQ/TU", jurisdiction=HP)
    case = Case(a)
    about = case.anchor(a, d)
    told = [{"number": "07-NQ/TU"}, {"date": "2020-01-02"}, {"number": "09-NQ/TU"}]
    g = case.build(*(decision(i, "correct", about=about, fields=f) for i, f in enumerate(told, 1)))
    assert only(g.typed("CITES")).target == "hai-phong/resolution/09-NQ-TU/2020-01-02"


def test_a_corrected_header_leaves_the_edges_the_texts() -> None:
    a = Text("A", number="12-KL/TU", date="2032-10-19", jurisdiction=HP)
    a.cite(type="resolution", number="08-NQ/TU", date="2022-12-06", jurisdiction=HP)
    case = Case(a)
    g = case.build(decision(1, "correct", about=case.anchor(a, "self"), fields={"date": "2023-10-19"}))
    edge = only(g.typed("CITES"))
    assert edge.source == "hai-phong/conclusion/12-KL-TU/2023-10-19"
    assert edge.properties["origin"] == "text"


def task() -> tuple[Case, Text, str]:
    a = Text("A", number="12-KL/TU", date="2023-10-19", jurisdiction=HP)
    handle = a.task("rà soát quy hoạch", due="2023-11-30", due_text="trong tháng 11")
    return Case(a), a, handle


def test_a_task_is_done_and_open_again() -> None:
    case, a, handle = task()
    about = case.anchor(a, handle)
    done = decision(1, "done", about=about, on="2023-11-20")
    node = only(case.build(done).labelled("Task"))
    assert (node.properties["state"], node.properties["done_on"]) == ("done", "2023-11-20")
    assert node.properties["who"] == "An"
    again = only(case.build(done, decision(2, "reopen", about=about, who="Bình")).labelled("Task"))
    assert again.properties["state"] == "open"
    assert "done_on" not in again.properties
    assert again.properties["who"] == "Bình"


def test_a_task_gets_a_doer_and_another_day() -> None:
    case, a, handle = task()
    about = case.anchor(a, handle)
    g = case.build(decision(1, "correct", about=about, fields={"body": "Sở Du lịch", "role": "coordinate", "due": ""}))
    node = only(g.labelled("Task"))
    assert "due" not in node.properties
    given = only(g.typed("ASSIGNED_TO"))
    assert (given.target, given.properties["role"]) == ("hai-phong/body/sở-du-lịch", "coordinate")
    assert (given.properties["origin"], given.properties["who"]) == ("analyst", "An")
    assert given.properties["quote"] == "rà soát quy hoạch"
    assert only(g.typed("ORDERS")).properties["origin"] == "text"
    assert only(g.typed("ASSIGNS")).target == given.target


def test_a_thing_that_is_no_task_goes_with_what_hangs_on_it() -> None:
    case, a, handle = task()
    g = case.build(decision(1, "reject", about=case.anchor(a, handle)))
    assert list(g.labelled("Task")) == []
    assert list(g.typed("ORDERS")) == []


def test_two_documents_are_one() -> None:
    """Two dates of one number, of which one is a misprint: what both say is of one document then."""
    a, b = Text("A", jurisdiction=HP, title="a"), Text("B", type="report", title="b")
    wrong = a.cite(type="decision", number="71/2025/QĐ-UBND", date="2025-11-02", jurisdiction=HP)
    right = b.cite(type="decision", number="71/2025/QĐ-UBND", date="2025-11-20", jurisdiction=HP)
    case = Case(a, b)
    assert len(list(case.build().labelled("Decision"))) == 2
    assert [i.kind for i in case.build().issues] == ["dates"]
    g = case.build(decision(1, "same", about=case.anchor(a, wrong), means=case.anchor(b, right)))
    one = only(g.labelled("Decision"))
    assert one.id == "hai-phong/decision/71-2025-QD-UBND/2025-11-20"
    assert {e.target for e in g.typed("CITES")} == {one.id}
    assert {e.properties["origin"] for e in g.typed("CITES")} == {"text", "analyst"}
    assert [i.kind for i in g.issues] == ["disagreement"]  # the doubt is answered, the misprint is still one


def test_two_documents_are_two() -> None:
    a, b = Text("A", jurisdiction=HP, title="a"), Text("B", type="report", title="b")
    told = {"type": "decision", "number": "71/2025/QĐ-UBND", "date": "2025-11-20", "jurisdiction": HP}
    one, other = a.cite(**told), b.cite(**told)
    case = Case(a, b)
    assert len(list(case.build().labelled("Decision"))) == 1
    g = case.build(decision(1, "apart", about=case.anchor(a, one), means=case.anchor(b, other)))
    assert len({e.target for e in g.typed("CITES")}) == 2


def test_to_say_that_two_dates_are_two_documents_answers_the_doubt() -> None:
    a, b = Text("A", jurisdiction=HP, title="a"), Text("B", type="report", title="b")
    one = a.cite(type="decision", number="71/2025/QĐ-UBND", date="2025-11-02", jurisdiction=HP)
    other = b.cite(type="decision", number="71/2025/QĐ-UBND", date="2025-11-20", jurisdiction=HP)
    case = Case(a, b)
    g = case.build(decision(1, "apart", about=case.anchor(a, one), means=case.anchor(b, other)))
    assert len(list(g.labelled("Decision"))) == 2
    assert g.issues == ()


def test_a_planned_document_is_the_loaded_one() -> None:
    a = Text("A", type="conclusion", jurisdiction=HP, title="về nhà ở", date="2023-10-19")
    planned = a.document(part="planned", type="resolution", title="về nhà ở cho công nhân", jurisdiction=HP)
    handle = a.task("ban hành Nghị quyết về nhà ở cho công nhân")
    a.claim(handle, "CONCERNS", planned)
    c = Text("C", type="resolution", number="12-NQ/TU", date="2024-01-02", jurisdiction=HP, title="về nhà ở xã hội")
    case = Case(a, c)
    assert len(list(case.build().labelled("Resolution"))) == 2
    g = case.build(decision(1, "accept", about=case.anchor(a, planned), means=case.anchor(c, "self")))
    loaded = only(g.labelled("Resolution"))
    assert loaded.properties["status"] == "loaded"
    assert only(g.labelled("Task")).properties["fulfilled_by"] == [loaded.id]
    assert only(g.typed("CONCERNS")).properties["origin"] == "analyst"


def test_mentions_printed_alike_follow_and_others_stay() -> None:
    """One decision for a text that says "Nghị quyết 35" three times; what says more of itself is not dragged along."""
    a, b = Text("A", jurisdiction=HP, title="a"), Text("B", type="report", title="b")
    first = a.cite(type="resolution", number="35", issuer="Quốc hội")
    again = a.cite(type="resolution", number="35", issuer="Quốc hội", same=first)
    fuller = a.cite(type="resolution", number="35", issuer="Quốc hội", date="2020", same=first)
    for number, date in ((NQ35_2021, "2021-11-19"), (NQ35_2022, "2022-03-01")):
        b.cite(type="resolution", number=number, date=date, jurisdiction=CENTRAL)
    case = Case(a, b)
    one = decision(1, "accept", about=case.anchor(a, again), means=case.anchor(b, _second(b)))
    identity = made(case.statements, [one])[1]
    ended = {h: identity.target(a.source, h) for h in (first, again, fuller)}
    assert ended[first] == ended[again] == DOC_2022
    assert ended[fuller] != DOC_2022


# Anchors


def edited(text: Text, raw: str, *, drop: Sequence[str] = ()) -> Text:
    """The same text with words before it: other bytes, other offsets, other handles, the same path."""
    other = Text("Z")
    other.raw = raw + text.raw
    path = only(s for s in text.statements if isinstance(s, Source)).paths

    def moved(s: Any) -> Any:
        place = structs.replace(
            s.place, source=other.source, start=s.place.start + len(raw), end=s.place.end + len(raw)
        )
        return structs.replace(s, place=place)

    other.told = [moved(s) for s in text.told if not (isinstance(s, Mention) and s.handle in drop)]
    other.path = path  # type: ignore[attr-defined]
    return other


def reread(text: Text) -> list[Statement]:
    source = structs.replace(text.statements[0], paths=text.path)  # type: ignore[attr-defined]
    return [source, *text.told]


def test_a_decision_outlives_an_edit_elsewhere_in_the_text() -> None:
    case, a, b, open_, first, _ = two_resolutions()
    one = decision(1, "accept", about=case.anchor(a, open_), means=case.anchor(b, first))
    g = build([*reread(edited(a, "Một đoạn mới. ")), *b.statements], [one])
    assert only(g.typed("DEPENDS_ON")).target == DOC_2021
    assert g.issues == ()


def test_a_decision_whose_place_is_gone_is_an_issue_and_does_nothing() -> None:
    case, a, b, open_, first, _ = two_resolutions()
    one = decision(3, "accept", about=case.anchor(a, open_), means=case.anchor(b, first))
    told = [*reread(edited(a, "Mới. ", drop=[open_])), *b.statements]
    told = [s for s in told if not (isinstance(s, Claim) and open_ in (s.subject, s.object) and s.source != b.source)]
    g = build(told, [one])
    issue = only(g.issues)
    assert issue.kind == "decision"
    assert "decision 3 of An" in issue.message
    assert "resolution 35" in issue.message
    assert as_bytes(Graph(g.nodes.values(), g.edges.values())) == as_bytes(build(told))


def test_a_decision_whose_document_is_not_loaded_any_more_is_an_issue() -> None:
    case, a, b, open_, first, _ = two_resolutions()
    one = decision(1, "accept", about=case.anchor(a, open_), means=case.anchor(b, first))
    assert [i.kind for i in build(a.statements, [one]).issues] == ["decision"]


def repeated() -> tuple[Text, list[str]]:
    """A text that prints one mention three times, each in a sentence of its own."""
    a = Text("A", jurisdiction=HP, title="a")
    handles = []
    for sentence in ("Theo Nghị quyết 35.", "Căn cứ Nghị quyết 35.", "Nghị quyết 35 nêu rõ."):
        start = len(a.raw) + sentence.index("Nghị")
        a.raw += f"{sentence} "
        place = structs.replace(a.place("x"), start=start, end=start + 13, quote="Nghị quyết 35", sentence=sentence)
        handles.append(a.handle("d"))
        a.say(DocumentMention(handle=handles[-1], place=place, part="citation", type="resolution", number="35"))
    return a, handles


def test_of_equal_quotes_the_count_and_the_sentence_tell_which() -> None:
    a, handles = repeated()
    found = Texts(a.statements)
    anchors = [found.anchor(found.of(a.source, h)) for h in handles]  # type: ignore[arg-type]
    assert [x.occurrence for x in anchors] == [1, 2, 3]
    assert [found.find(x).handle for x in anchors] == handles  # type: ignore[union-attr]


@pytest.mark.parametrize("dropped", [0, 1, 2])
def test_an_edit_that_takes_one_of_equal_quotes_away_leaves_the_others_theirs(dropped: int) -> None:
    a, handles = repeated()
    before = Texts(a.statements)
    anchors = {h: before.anchor(before.of(a.source, h)) for h in handles}  # type: ignore[arg-type]
    after = Texts(reread(edited(a, "Mới. ", drop=[handles[dropped]])))
    for handle, anchor in anchors.items():
        found = after.find(anchor)
        assert (found.handle if found else None) == (None if handle == handles[dropped] else handle)


def test_a_text_under_another_path_with_the_same_bytes_is_the_same_text() -> None:
    case, a, b, open_, first, _ = two_resolutions()
    about = structs.replace(case.anchor(a, open_), path="/elsewhere/a.txt")
    g = case.build(decision(1, "accept", about=about, means=case.anchor(b, first)))
    assert only(g.typed("DEPENDS_ON")).target == DOC_2021


def test_the_texts_own_header_is_found_whatever_it_prints() -> None:
    a = Text("A", number="12-KL/TU", date="2023-10-19", jurisdiction=HP)
    anchor = Texts(a.statements).anchor(only(m for m in a.told if isinstance(m, DocumentMention)))
    b = edited(a, "")
    b.told = [structs.replace(m, place=structs.replace(m.place, quote="Số 13-KL/TU")) for m in b.told]  # type: ignore[arg-type, attr-defined]
    found = Texts(reread(b)).find(anchor)
    assert found is not None
    assert found.place.quote == "Số 13-KL/TU"


# Undoing


@pytest.mark.parametrize(
    ("undone", "kept"),
    [
        ([], [1, 2, 3]),
        ([(4, 2)], [1, 3]),
        ([(4, 2), (5, 1)], [3]),
        ([(4, 2), (5, 4)], [1, 2, 3]),
        ([(4, 3), (5, 4), (6, 5)], [1, 2]),
    ],
)
def test_a_decision_stands_until_another_undoes_it(undone: list[tuple[int, int]], kept: list[int]) -> None:
    case, a, b, open_, first, _ = two_resolutions()
    about, means = case.anchor(a, open_), case.anchor(b, first)
    made_ = [decision(n, "accept", about=about, means=means) for n in (1, 2, 3)]
    made_ += [decision(n, "undo", undoes=what) for n, what in undone]
    assert [d.n for d in standing(made_)] == kept


def _decisions(told: tuple[Text, ...], draw: Any) -> list[Decision]:
    """Decisions of all kinds on whatever the texts happen to hold."""
    statements = together(*told)
    found = Texts(statements)
    mentions = [m for m in statements if isinstance(m, Mention)]
    documents = [m for m in mentions if isinstance(m, DocumentMention)]
    claims = [c for c in statements if isinstance(c, Claim)]
    out = []
    for n in range(1, draw(st.integers(1, 5)) + 1):
        about, other = (found.anchor(draw(st.sampled_from(documents))) for _ in range(2))
        kind = draw(st.sampled_from(("accept", "reject", "same", "apart", "correct", "edge", "nothing", "done")))
        tasks = [m for m in mentions if found.anchor(m).what == "task"]
        if kind == "correct":
            out.append(
                decision(
                    n, "correct", about=about, fields=draw(st.sampled_from(({"date": "2021-11-19"}, {"number": "35"})))
                )
            )
        elif kind == "edge" and claims:
            out.append(decision(n, "reject", edge=found.edge_anchor(draw(st.sampled_from(claims)))))
        elif kind == "nothing":
            out.append(decision(n, "reject", about=about))
        elif kind == "done" and tasks:
            out.append(decision(n, "done", about=found.anchor(draw(st.sampled_from(tasks))), on="2023-11-20"))
        else:
            two = kind if kind in ("accept", "reject", "same", "apart") else "same"
            out.append(decision(n, two, about=about, means=other))
    return out


SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much)
several = st.tuples(texts("A"), texts("B"), texts("C"))


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(several, st.randoms(use_true_random=False), st.data())
def test_with_decisions_too_any_order_gives_the_same_bytes(
    told: tuple[Text, ...], random: Any, data: st.DataObject
) -> None:
    decisions = _decisions(told, data.draw)
    statements = together(*told)
    first = build(statements, decisions)
    random.shuffle(statements)
    assert as_bytes(build(statements, decisions)) == as_bytes(first)
    for e in first.edges.values():
        assert e.source in first.nodes
        assert e.target in first.nodes
        assert e.properties["origin"] != "analyst" or e.properties["who"] == "An"


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(several, st.data())
def test_what_is_decided_and_undone_leaves_no_trace(told: tuple[Text, ...], data: st.DataObject) -> None:
    decisions = _decisions(told, data.draw)
    statements = together(*told)
    undone = [decision(len(decisions) + i, "undo", undoes=d.n) for i, d in enumerate(decisions, 1)]
    assert as_bytes(build(statements, [*decisions, *undone])) == as_bytes(build(statements))
