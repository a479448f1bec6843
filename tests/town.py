"""A small town made by hand, in which every named question has an answer: chains, a cycle, plans, doubts, tasks."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import Edge, Graph, Node, Property
from graph.model import labels, model

SOURCE = "5a" * 32

# id: type, status, level, system, number, date, title
DOCUMENTS = {
    "tw/resolution/30-NQ-TW": ("resolution", "cited", "central", "party", "30-NQ/TW", "2022-11-23", ""),
    "tw/resolution/41-NQ-TW": ("resolution", "cited", "central", "party", "41-NQ/TW", "2023-10-10", ""),
    "tw/directive/05-CT-TW": ("directive", "cited", "central", "party", "05-CT/TW", "2016-05-15", ""),
    "tw/decree/10-2020": ("decree", "cited", "central", "state", "10/2020/NĐ-CP", "2020-01-17", ""),
    "tw/decree/24-2014": ("decree", "cited", "central", "state", "24/2014/NĐ-CP", "2014-04-04", ""),
    "tw/law/33-2024": ("law", "cited", "central", "state", "33/2024/QH15", "2024-06-27", "Luật Thủy sản"),
    "sông-la/programme/12": (
        "programme",
        "loaded",
        "provincial",
        "party",
        "12-CTr/TU",
        "2023-01-15",
        "Chương trình hành động",
    ),
    "sông-la/directive/07": (
        "directive",
        "loaded",
        "provincial",
        "party",
        "07-CT/TU",
        "2023-03-02",
        "Chỉ thị về du lịch",
    ),
    "sông-la/guidance/03": ("guidance", "loaded", "provincial", "party", "03-HD/BTG", "2023-04-01", ""),
    "sông-la/conclusion/88": (
        "conclusion",
        "loaded",
        "provincial",
        "party",
        "88-KL/TU",
        "2023-10-19",
        "Kết luận về du lịch",
    ),
    "sông-la/decision/15": ("decision", "cited", "provincial", "state", "15/2021/QĐ-UBND", "2021-02", ""),
    "sông-la/decision/40": ("decision", "loaded", "provincial", "state", "40/2024/QĐ-UBND", "2024-05-20", ""),
    "sông-la/plan/101": ("plan", "loaded", "provincial", "state", "101/KH-UBND", "2023-06-30", ""),
    "sông-la/plan/102": ("plan", "loaded", "provincial", "state", "102/KH-UBND", "2023-07-01", ""),
    "sông-la/resolution/08/2013": ("resolution", "cited", "provincial", "party", "08-NQ/TU", "2013-05-16", ""),
    "sông-la/resolution/08/2022": ("resolution", "cited", "provincial", "party", "08-NQ/TU", "2022-12-06", ""),
    "sông-la/planned/decision": (
        "decision",
        "planned",
        "provincial",
        "party",
        "",
        "",
        "Quyết định sửa đổi Quyết định 15",
    ),
    "sông-la/planned/scheme": ("scheme", "planned", "provincial", "party", "", "", "Đề án du lịch biển"),
}
KL = "sông-la/conclusion/88"
# id: first day in force, last one, what ended it, and the events: name, date, clause
VALIDITY: dict[str, tuple[str, str, str, list[tuple[str, str, str]]]] = {
    "sông-la/decision/15": (
        "2021-03-01",
        "2024-05-31",
        "sông-la/decision/40",
        [("in force", "2021-03-01", "có hiệu lực từ 01/3/2021")],
    ),
    "sông-la/decision/40": ("2024-06-01", "", "", [("in force", "2024-06-01", "có hiệu lực từ 01/6/2024")]),
    "tw/decree/10-2020": (
        "2020-03-01",
        "2027-12-31",
        "tw/decree/10-2020",
        [
            ("in force", "2020-03-01", "có hiệu lực từ 01/3/2020"),
            ("no longer in force", "2027-12-31", "đến hết 31/12/2027"),
        ],
    ),
    "tw/decree/24-2014": ("2014-06-01", "", "tw/law/33-2024", [("in force", "2014-06-01", "từ 01/6/2014")]),
    "tw/law/33-2024": (
        "2025-01-01",
        "",
        "",
        [("in force", "2025-01-01", "từ 01/01/2025"), ("in force in part", "2024-08-01", "Điều 5 từ 01/8/2024")],
    ),
    "tw/resolution/30-NQ-TW": ("2022-11-23", "", "", [("in force", "2022-11-23", "có hiệu lực từ ngày ký")]),
}
BODIES = {
    "sông-la/sở-du-lịch": ("Sở Du lịch", False),
    "sông-la/sở-tài-chính": ("Sở Tài chính", False),
    "sông-la/các-sở": ("các sở, ngành", True),
    "bến-đá/sở-du-lịch": ("Sở Du lịch", False),
}
# id: quote, due, due_text, state
TASKS = {
    "t/đề-án": ("xây dựng Đề án du lịch biển", "2023-11-30", "trong tháng 11 năm 2023", "open"),
    "t/quyết-định": ("ban hành Quyết định sửa đổi Quyết định 15", "2023-12-31", "trong năm 2023", "done"),
    "t/rà-soát": ('rà soát "điểm nghẽn"\nvề thủ tục', "2024-03-31", "quý I/2024", "open"),
    "t/tổng-kết": ("tổng kết 10 năm", "", "", "open"),
}


def edge(type: str, source: str, target: str, quote: str = "", **properties: Property) -> Edge:
    """An edge; one with a quote was read in the one source, at code point 10."""
    told: dict[str, Property] = {"origin": "text" if quote else "derived", **properties}
    if quote:
        told |= {"source": SOURCE, "start": 10, "end": 10 + len(quote), "quote": quote, "sentence": f"{quote}."}
    mark = "/".join(str(properties[key]) for key in ("relation", "planned", "task", "role") if key in properties)
    return Edge(id=f"{type} {source} {target} {mark}", type=type, source=source, target=target, properties=told)


def depends(source: str, relation: str, target: str, *, planned: bool = False, **more: Property) -> Edge:
    family = model().relations[relation].family
    quote = f"{relation} {target}"
    return edge("DEPENDS_ON", source, target, quote, relation=relation, family=family, planned=planned, **more)


def _validity(first: str, last: str, by: str, events: list[tuple[str, str, str]]) -> dict[str, Property]:
    told: dict[str, Property] = {"in_force_from": first} if first else {}
    told |= {key: value for key, value in (("in_force_to", last), ("ended_by", by)) if value}
    names, dates, quotes = (list(column) for column in zip(*events, strict=True))
    places: dict[str, Property] = {"event_starts": [5] * len(events), "event_ends": [5 + len(q) for q in quotes]}
    told |= {"events": names, "event_dates": dates, "event_quotes": quotes, "event_sources": [SOURCE] * len(events)}
    return told | places


def _nodes() -> Iterator[Node]:
    for id_, (kind, status, level, system, number, date, title) in DOCUMENTS.items():
        told: dict[str, Property] = {"type": kind, "status": status, "level": level, "system": system}
        told |= {key: value for key, value in (("number", number), ("date", date), ("title", title)) if value}
        told |= {"aliases": ["07-CT-TU", "sông-la/directive/07-CT-TU"]} if id_ == "sông-la/directive/07" else {}
        told |= _validity(*VALIDITY[id_]) if id_ in VALIDITY else {}
        yield Node(id=id_, labels=labels(kind), properties=told)
    for id_, (name, collective) in BODIES.items():
        yield Node(id=id_, labels=("Body",), properties={"name": name, "collective": collective})
    yield Node(id="sông-la/nam", labels=("Person",), properties={"name": "Lê Văn Nam", "post": "Phó Chủ tịch"})
    for id_, (quote, due, due_text, state) in TASKS.items():
        told = {"quote": quote, "state": state}
        told |= {key: value for key, value in (("due", due), ("due_text", due_text)) if value}
        yield Node(id=id_, labels=("Task",), properties=told)
    yield Node(
        id="m/08", labels=("Mention",), properties={"status": "ambiguous", "type": "resolution", "number": "08-NQ/TU"}
    )
    yield Node(id="m/35", labels=("Mention",), properties={"status": "unmatched", "type": "law"})
    yield Node(id="p/cảng", labels=("Project",), properties={"name": "Dự án bến cảng Đá Bạc"})
    yield Node(id=SOURCE, labels=("Source",), properties={"paths": ["a.txt", "b.txt"], "format": "text", "chars": 900})


def _relations() -> Iterator[Edge]:
    yield depends("sông-la/programme/12", "IMPLEMENTS", "tw/resolution/30-NQ-TW")
    yield depends("sông-la/directive/07", "IMPLEMENTS", "sông-la/programme/12")
    yield depends("sông-la/directive/07", "IMPLEMENTS", "tw/resolution/30-NQ-TW")
    yield depends("sông-la/directive/07", "CONTINUES", "tw/directive/05-CT-TW")
    yield depends("sông-la/guidance/03", "GUIDES", "sông-la/directive/07")
    yield depends("sông-la/plan/101", "IMPLEMENTS", "sông-la/plan/102")
    yield depends("sông-la/plan/102", "IMPLEMENTS", "sông-la/plan/101")
    yield depends("sông-la/plan/102", "IMPLEMENTS", "tw/decree/10-2020")
    yield depends("sông-la/plan/101", "IMPLEMENTS", "m/08")
    yield depends("sông-la/decision/40", "IMPLEMENTS", "tw/decree/10-2020")
    yield depends("sông-la/planned/scheme", "IMPLEMENTS", "sông-la/programme/12", planned=True)
    yield depends("sông-la/planned/decision", "AMENDS", "sông-la/decision/15", planned=True)
    yield depends("sông-la/decision/40", "REPLACES", "sông-la/decision/15")
    yield depends("tw/decree/10-2020", "REPEALS", "tw/decree/24-2014", pinpoints=["Điều 6"])
    yield depends("sông-la/decision/40", "BASED_ON", "tw/law/33-2024")
    yield depends("tw/law/33-2024", "SUSPENDS", "tw/decree/10-2020")
    yield depends(KL, "REVIEWS", "sông-la/resolution/08/2013", planned=True)
    yield depends("p/cảng", "BASED_ON", "sông-la/decision/40")


def _texts() -> Iterator[Edge]:
    yield edge("HAS_SOURCE", KL, SOURCE)
    places: dict[str, Property] = {"sources": [SOURCE, SOURCE], "starts": [10, 70], "ends": [23, 83]}
    yield edge(
        "CITES",
        KL,
        "sông-la/resolution/08/2022",
        "Nghị quyết 08",
        count=2,
        quotes=["Nghị quyết 08", "Nghị quyết 08"],
        **places,
    )
    yield edge("CITES", KL, "tw/resolution/41-NQ-TW", "Nghị quyết 41", count=1, pinpoints=["mục 2", "mục 1"])
    yield edge("CITES", KL, "sông-la/directive/07", "Chỉ thị 07", count=1)
    yield edge("CITES", "sông-la/directive/07", "tw/resolution/41-NQ-TW", "NQ 41", count=3)
    yield edge("MENTIONS", KL, "m/08", "Nghị quyết 08-NQ/TU")
    yield edge("MENTIONS", KL, "m/35", "luật")
    yield edge("MAY_REFER_TO", "m/08", "sông-la/resolution/08/2022")
    yield edge("MAY_REFER_TO", "m/08", "sông-la/resolution/08/2013")
    for task, (quote, *_) in TASKS.items():
        yield edge("ORDERS", KL, task, quote)
    yield edge("CONCERNS", "t/đề-án", "sông-la/planned/scheme", "Đề án du lịch biển")
    yield edge("CONCERNS", "t/đề-án", "p/cảng", "bến cảng Đá Bạc")


def _duties() -> Iterator[Edge]:
    given = [
        ("t/đề-án", "sông-la/sở-du-lịch", "lead", "assign"),
        ("t/đề-án", "sông-la/sở-tài-chính", "coordinate", "assign"),
        ("t/đề-án", "sông-la/nam", "direct", "assign"),
        ("t/rà-soát", "sông-la/các-sở", "lead", "require"),
        ("t/quyết-định", "bến-đá/sở-du-lịch", "lead", "request"),
    ]
    for task, body, role, mode in given:
        inherited: dict[str, Property] = {}
        if role == "lead" and mode == "require":
            inherited = {"body_source": SOURCE, "body_start": 3, "body_end": 9, "body_quote": "các sở"}
        yield edge("ASSIGNED_TO", task, body, TASKS[task][0], role=role, mode=mode, **inherited)
        yield edge("ASSIGNS", KL, body, task=task, role=role, mode=mode)
    yield edge("REPORTS_TO", "t/đề-án", "sông-la/sở-tài-chính", "báo cáo Sở Tài chính")
    yield edge("MEMBER_OF", "sông-la/sở-du-lịch", "sông-la/các-sở", rule="class")
    yield edge("PART_OF", "sông-la/sở-du-lịch", "sông-la/các-sở", valid_to="2025-06-30")
    yield edge("PART_OF", "sông-la/sở-tài-chính", "sông-la/các-sở")
    yield edge("SUCCEEDED_BY", "bến-đá/sở-du-lịch", "sông-la/sở-du-lịch", valid_from="2025-07-01")
    yield edge("ISSUED_BY", "sông-la/decision/40", "sông-la/sở-tài-chính", "SỞ TÀI CHÍNH")
    yield edge("ISSUED_BY", KL, "sông-la/các-sở", "THÀNH ỦY")
    yield edge("SIGNED_BY", KL, "sông-la/nam", "Lê Văn Nam")
    yield edge("SENT_TO", KL, "sông-la/các-sở", "Các sở")


def town() -> Graph:
    """The whole graph."""
    return Graph(_nodes(), [*_relations(), *_texts(), *_duties()])
