"""What one text says becomes statements: places with their quotes, each body once, and what a task concerns."""

from __future__ import annotations

import pytest
from told import HEADS

from graph.statements import BodyMention, Claim, Place, Reading, Source, TaskMention
from loaders.found import Actor
from loaders.segment import segment
from loaders.state import state
from loaders.teller import Teller
from loaders.text import Text

BODY = (
    "Căn cứ Nghị quyết số 12-NQ/TU ngày 03/02/2025 của Tỉnh ủy;\n\n"
    "1. Giao Sở Xây dựng chủ trì rà soát bến đò theo Kế hoạch số 15/KH-UBND ngày 01/03/2025, xong trước ngày "
    "30/6/2025.\n"
    "2. Giao Sở Xây dựng, Sở Tài chính báo cáo kết quả. Việc này làm xong trong năm.\n\n"
    "Nơi nhận:\n- Các sở, ngành;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nLò Văn Thử\n"
)


@pytest.fixture(scope="module")
def raw() -> str:
    return HEADS["plan"] + BODY


@pytest.fixture(scope="module")
def reading(raw: str) -> Reading:
    return state(raw, Source(id="s", format="txt", chars=len(raw)))


def places(reading: Reading) -> list[Place]:
    return [s.place for s in reading.statements if not isinstance(s, Source) and hasattr(s, "place")]


def test_every_place_has_its_quote_and_a_sentence_around_it(reading: Reading, raw: str) -> None:
    found = places(reading)
    assert len(found) > 20
    for place in found:
        assert raw[place.start : place.end] == place.quote
        assert place.quote in place.sentence


def test_a_body_is_stated_once_and_before_what_is_said_of_it(reading: Reading) -> None:
    names = [s.name for s in reading.statements if isinstance(s, BodyMention)]
    assert names.count("Sở Xây dựng") == 1
    stated: set[str] = set()
    for statement in reading.statements:
        if isinstance(statement, BodyMention):
            stated.add(statement.handle)
        elif isinstance(statement, Claim) and statement.predicate in ("ASSIGNED_TO", "SENT_TO", "ISSUED_BY"):
            assert statement.object[0] != "b" or statement.object in stated


def test_a_task_concerns_what_stands_in_it_alone(reading: Reading) -> None:
    tasks = {s.handle: s.place for s in reading.statements if isinstance(s, TaskMention)}
    concerned = [(tasks[c.subject], c.place.quote) for c in reading.claims("CONCERNS")]
    assert [quote for _, quote in concerned] == ["Kế hoạch số 15/KH-UBND ngày 01/03/2025"]
    assert all(quote in place.quote for place, quote in concerned)


def test_the_parties_of_a_document_are_its_issuer_its_signer_and_its_recipients(reading: Reading) -> None:
    told = {p: [c.place.quote for c in reading.claims(p)] for p in ("ISSUED_BY", "SIGNED_BY", "SENT_TO")}
    assert told == {
        "ISSUED_BY": ["ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"],
        "SIGNED_BY": ["Lò Văn Thử"],
        "SENT_TO": ["Các sở, ngành"],
    }


def test_the_sentence_of_a_place_is_the_one_that_holds_it() -> None:
    text = Text("1. Rà soát bến đò. Báo cáo kết quả. Làm xong trong năm.", "s")
    teller = Teller(segment(text))
    at = text.flat.index("kết quả")
    assert teller.place(at, at + 7).sentence == "Báo cáo kết quả."
    assert teller.place(at, text.flat.index("xong") + 4).sentence == "Báo cáo kết quả. Làm xong trong năm."
    assert teller.place(at, at + 7) is teller.place(at, at + 7)


def test_one_name_in_two_places_is_two_bodies_where_their_areas_differ() -> None:
    teller = Teller(segment(Text("Sở Xây dựng, SỞ XÂY DỰNG, Sở Xây dựng", "s")))
    first = teller.actor(Actor(0, 11, "Sở Xây dựng", jurisdiction="Lào Cai"))
    assert teller.actor(Actor(13, 24, "SỞ XÂY DỰNG", jurisdiction="Lào Cai")) == first
    assert teller.actor(Actor(26, 37, "Sở Xây dựng", jurisdiction="Hải Phòng")) != first
    assert [s.place.start for s in teller.drain() if isinstance(s, BodyMention)] == [0, 26]
    assert teller.drain() == []


def test_a_body_that_a_header_prints_in_capitals_is_shown_as_the_text_prints_it_in_ordinary_letters() -> None:
    teller = Teller(segment(Text("BỘ XÂY DỰNG, Bộ xây dựng, Bộ Xây dựng, SỞ Y TẾ, UBND, Ubnd", "s")))
    level = {"jurisdiction": "trung ương"}
    first = teller.actor(Actor(0, 11, "BỘ XÂY DỰNG", level="central", **level))
    assert {
        teller.actor(Actor(13, 24, "Bộ xây dựng", **level)),
        teller.actor(Actor(26, 37, "Bộ Xây dựng", **level)),
    } == {first}
    teller.actor(Actor(39, 46, "SỞ Y TẾ"))
    assert teller.actor(Actor(48, 52, "UBND")) == teller.actor(Actor(54, 58, "Ubnd"))
    told = [s for s in teller.drain() if isinstance(s, BodyMention)]
    assert [(s.name, s.place.quote, s.level) for s in told] == [
        ("Bộ xây dựng", "Bộ xây dựng", "central"),
        ("SỞ Y TẾ", "SỞ Y TẾ", None),
        ("UBND", "UBND", None),
    ]
