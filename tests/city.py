"""A small literal graph of a city and its centre, for tests that need no reading: every shape that may occur."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import Edge, Graph, Node, Property
from graph.model import labels, model

SOURCE = "c0" * 32


def document(id: str, type: str, **properties: Property) -> Node:
    return Node(id=id, labels=labels(type), properties={"id": id, "type": type, **properties})


def node(id: str, label: str, **properties: Property) -> Node:
    return Node(id=id, labels=(label,), properties={"id": id, **properties})


def edge(type: str, source: str, target: str, quote: str = "", **properties: Property) -> Edge:
    """An edge; with a quote it has a place in the one source, inside the sentence "Câu: <quote>."."""
    relation = str(properties.get("relation", ""))
    told: dict[str, Property] = {"origin": "text" if quote else "derived", **properties}
    if relation:
        told = {"family": model().relations[relation].family, "planned": False, **told}
    if quote:
        sentence = f"Câu: {quote}."
        told |= {"source": SOURCE, "start": 5, "end": 5 + len(quote), "quote": quote, "sentence": sentence}
    mark = f"{relation}{'/planned' if told.get('planned') else ''}{told.get('role', '')}{told.get('task', '')}"
    return Edge(id=f"{type}|{source}|{target}|{mark}", type=type, source=source, target=target, properties=told)


def depends(source: str, relation: str, target: str, quote: str, *, planned: bool = False) -> Edge:
    return edge("DEPENDS_ON", source, target, quote, relation=relation, planned=planned)


def _nodes() -> Iterator[Node]:
    yield document(
        "tw/resolution/91",
        "resolution",
        number="91-NQ/TW",
        date="2022-11-09",
        level="central",
        system="party",
        issuer="Ban Chấp hành Trung ương",
        status="cited",
    )
    yield document(
        "tw/law/dat-dai/2024", "law", title="Luật Đất đai năm 2024", date="2024", level="central", status="cited"
    )
    yield document(
        "bd/resolution/08/2022",
        "resolution",
        number="08-NQ/TU",
        date="2022-12-06",
        level="provincial",
        term="XVI",
        status="cited",
        issuer="Thành ủy Bến Đá",
    )
    yield document(
        "bd/resolution/08/2013",
        "resolution",
        number="08-NQ/TU",
        date="2013-05-16",
        level="provincial",
        term="XIV",
        status="cited",
        issuer="Thành ủy Bến Đá",
    )
    yield document(
        "bd/programme/35",
        "programme",
        number="35-CTr/TU",
        date="2023-01-15",
        level="provincial",
        status="loaded",
        title="Chương trình hành động thực hiện Nghị quyết 91-NQ/TW",
        aliases=["bd/programme/35-CTr-TU"],
    )
    yield document(
        "bd/directive/18", "directive", number="18-CT/TU", date="2023-02-01", level="provincial", status="loaded"
    )
    yield document(
        "bd/conclusion/212",
        "conclusion",
        number="212-KL/TU",
        date="2023-10-19",
        level="provincial",
        status="loaded",
        title="Kết luận về phát triển du lịch <b>biển</b>",
        signer="Trần Văn Bến",
    )
    yield document(
        "bd/decision/17", "decision", number="17-QĐ/TU", date="2021-03-02", level="provincial", status="cited"
    )
    yield document("bd/decision/planned", "decision", title="Quyết định sửa đổi Quyết định 17-QĐ/TU", status="planned")
    yield node("bd/body/so-du-lich", "Body", name="Sở Du lịch", jurisdiction="Bến Đá", collective=False)
    yield node("bd/body/so-tai-chinh", "Body", name="Sở Tài chính", jurisdiction="Bến Đá", collective=False)
    yield node("bd/body/cac-so", "Body", name="các sở, ngành", jurisdiction="Bến Đá", collective=True)
    yield node("bd/body/thanh-uy", "Body", name="Ban Thường vụ Thành ủy", jurisdiction="Bến Đá", collective=False)
    yield node("bd/person/nam", "Person", name="Lê Văn Biển", post="Phó Chủ tịch UBND thành phố")
    yield node("bd/project/cang", "Project", name="Dự án bến cảng Đá Bạc", jurisdiction="Bến Đá")
    yield node(
        "bd/task/1",
        "Task",
        quote="xây dựng Đề án phát triển du lịch biển",
        due="2023-11-30",
        due_text="trong tháng 11 năm 2023",
        state="open",
    )
    yield node(
        "bd/task/2", "Task", quote="rà soát thủ tục hành chính", due="2024-03-31", due_text="quý I/2024", state="open"
    )
    yield node("bd/task/3", "Task", quote="báo cáo kết quả hằng quý", recurs="hằng quý", state="done")
    yield node(
        "bd/mention/1", "Mention", status="ambiguous", type="resolution", number="08-NQ/TU", quote="Nghị quyết 08-NQ/TU"
    )
    yield Node(
        id=SOURCE,
        labels=("Source",),
        properties={"id": SOURCE, "paths": ["examples/ket-luan-212.txt"], "format": "text", "chars": 900},
    )


def _edges() -> Iterator[Edge]:
    kl = "bd/conclusion/212"
    yield edge("HAS_SOURCE", kl, SOURCE)
    yield depends(
        "bd/programme/35", "IMPLEMENTS", "tw/resolution/91", "Chương trình hành động thực hiện Nghị quyết số 91-NQ/TW"
    )
    yield depends(
        "bd/directive/18", "IMPLEMENTS", "bd/programme/35", "Chỉ thị về thực hiện Chương trình hành động số 35-CTr/TU"
    )
    yield depends(kl, "CONTINUES", "bd/directive/18", "tiếp tục thực hiện Chỉ thị số 18-CT/TU")
    yield depends(
        "bd/decision/planned",
        "AMENDS",
        "bd/decision/17",
        "ban hành Quyết định sửa đổi Quyết định số 17-QĐ/TU",
        planned=True,
    )
    yield depends(
        "bd/decision/planned", "IMPLEMENTS", "bd/programme/35", "cụ thể hóa Chương trình 35-CTr/TU", planned=True
    )
    yield depends(kl, "BASED_ON", "tw/law/dat-dai/2024", "Căn cứ Luật Đất đai năm 2024")
    yield depends(
        kl, "REVIEWS", "bd/resolution/08/2013", "tổng kết 10 năm thực hiện Nghị quyết số 08-NQ/TU, ngày 16/5/2013"
    )
    yield edge(
        "CITES",
        kl,
        "bd/resolution/08/2022",
        "Nghị quyết số 08-NQ/TU, ngày 06/12/2022",
        count=2,
        sources=[SOURCE, SOURCE],
        starts=[5, 90],
        ends=[44, 109],
        quotes=["Nghị quyết số 08-NQ/TU, ngày 06/12/2022", "Nghị quyết 08-NQ/TU"],
    )
    for number, id in (
        ("17-QĐ/TU", "bd/decision/17"),
        ("18-CT/TU", "bd/directive/18"),
        ("91-NQ/TW", "tw/resolution/91"),
    ):
        yield edge("CITES", kl, id, f"văn bản số {number}")
    yield edge("MENTIONS", kl, "bd/mention/1", "Nghị quyết 08-NQ/TU")
    for id in ("bd/resolution/08/2022", "bd/resolution/08/2013"):
        yield edge("MAY_REFER_TO", "bd/mention/1", id)
    for n in (1, 2, 3):
        yield edge("ORDERS", kl, f"bd/task/{n}", f"nhiệm vụ thứ {n}")
    given = [
        ("bd/task/1", "bd/body/so-du-lich", "lead", "assign"),
        ("bd/task/1", "bd/body/so-tai-chinh", "coordinate", "assign"),
        ("bd/task/1", "bd/person/nam", "direct", "assign"),
        ("bd/task/2", "bd/body/cac-so", "lead", "require"),
    ]
    for task, body, role, mode in given:
        yield edge("ASSIGNED_TO", task, body, f"giao việc {task[-1]}", role=role, mode=mode)
        yield edge("ASSIGNS", kl, body, role=role, mode=mode, task=task)
    yield edge("REPORTS_TO", "bd/task/1", "bd/body/thanh-uy", "báo cáo Ban Thường vụ Thành ủy")
    yield edge("CONCERNS", "bd/task/1", "bd/project/cang", "Dự án bến cảng Đá Bạc")
    yield edge("MEMBER_OF", "bd/body/so-du-lich", "bd/body/cac-so", rule="class of bodies")
    yield edge("ISSUED_BY", kl, "bd/body/thanh-uy", "BAN THƯỜNG VỤ")


def city() -> Graph:
    """The graph: two resolutions of one number, a chain of three, planned edges, tasks with and without a doer."""
    return Graph(_nodes(), _edges())
