"""What asking takes and refuses."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from town import town

from graph.errors import CannotAnswer
from graph.stores.embedded import Embedded
from queries.ask import ask


def test_a_graph_in_memory_answers_a_question() -> None:
    assert [row["document"] for row in ask(town(), "implementation_gaps")] == ["tw/resolution/41-NQ-TW"]


def test_a_graph_in_memory_answers_cypher() -> None:
    rows = ask(town(), "MATCH (d:Directive)-[:CITES]->(x) WHERE x.number = $number RETURN x.id AS x", number="41-NQ/TW")
    # 05-CT/TW is a directive too, and cites nothing.
    assert rows == [{"x": "tw/resolution/41-NQ-TW"}]


def test_a_store_answers_cypher(tmp_path: Path) -> None:
    with Embedded(tmp_path / "store", write=True) as store:
        store.publish(town())
        assert ask(store, "MATCH (t:Task) RETURN count(t) AS n") == [{"n": 4}]


def test_a_day_may_be_a_date() -> None:
    assert ask(town(), "overdue", date=date(2023, 12, 1)) == ask(town(), "overdue", date="2023-12-01") != []


def test_decomposed_letters_ask_the_same() -> None:
    apart = unicodedata.normalize("NFD", "Sở Du lịch")
    assert ask(town(), "who_is_assigned", body=apart) == ask(town(), "who_is_assigned", body="Sở Du lịch") != []


@pytest.mark.parametrize(
    ("question", "given", "told"),
    [
        pytest.param("who_is_asigned", {}, "who_is_assigned", id="a slip in a name: the nearest is said"),
        pytest.param("cites", {}, "needs document", id="a parameter is missing"),
        pytest.param("cites", {"documents": "x"}, "no parameter documents. It takes document (", id="an unknown one"),
        pytest.param("not_loaded", {"date": "2023"}, "It takes none", id="one too many"),
        pytest.param("overdue", {"date": "30/11/2023"}, "Write it as 2023-12-01", id="a day that is no ISO date"),
        pytest.param("overdue", {"date": "2023-02-30"}, "is no date", id="a day that never was"),
    ],
)
def test_a_wrong_question_says_what_would_be_right(question: str, given: dict[str, str], told: str) -> None:
    with pytest.raises(CannotAnswer) as error:
        ask(town(), question, **given)
    assert told in str(error.value)


@pytest.mark.parametrize(
    "hostile", ['" || true || "', "'", "\\", "x\\", '"""', "$document", "}", "\n", "SERVICE <http://x>"]
)
def test_a_parameter_is_never_part_of_the_text(hostile: str) -> None:
    assert ask(town(), "cites", document=hostile) == []
