"""Asking: a named question, or a Cypher text of one's own, of a graph or of a store; rows as JSON has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from graph.elements import Graph
from graph.errors import CannotAnswer
from graph.stores.protocol import Asked
from queries.questions import Question, questions


def ask(where: Graph | Asked, question: str, **parameters: Any) -> list[dict[str, Any]]:
    """The rows that a graph or store answers with: to the name of a question, or to a Cypher text.

    A named question is asked of a `Graph` in SPARQL and of a store in Cypher; the rows are the same. Raises
    CannotAnswer for a name that nothing has, and for parameters that are missing, unknown or ill-formed.
    """
    if question.isidentifier():
        named = find(question)
        given = filled(named, parameters)
        return _triples(where, named.sparql, given) if isinstance(where, Graph) else where.ask(named.cypher, given)
    return _embedded(where, question, parameters) if isinstance(where, Graph) else where.ask(question, parameters)


def find(name: str) -> Question:
    """The question of a name. Raises CannotAnswer with those that are near."""
    known = questions()
    if name not in known:
        near = get_close_matches(name, known, n=3) or list(known)
        raise CannotAnswer(f"There is no question called {name!r}.", hint=f"Perhaps: {', '.join(near)}.")
    return known[name]


def filled(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a question with its defaults. Raises CannotAnswer, with the list of what it takes."""
    known = {p.name: p.default for p in question.parameters}
    unknown = [name for name in given if name not in known]
    missing = [name for name, default in known.items() if default is None and name not in given]
    if unknown or missing:
        wrong = f"no parameter {', '.join(unknown)}" if unknown else f"needs {', '.join(missing)}"
        verb = "has " if unknown else ""
        raise CannotAnswer(f"The question {question.name!r} {verb}{wrong}.", hint=_takes(question))
    return {name: _value(question, name, given.get(name, default)) for name, default in known.items()}


def _value(question: Question, name: str, value: Any) -> str:
    """A value as the texts compare it: composed letters, a date as ISO prints it."""
    text = unicodedata.normalize("NFC", value.isoformat() if isinstance(value, date) else str(value)).strip()
    if name == "date":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError as error:
            message = f"{question.name}: {text!r} is no date."
            raise CannotAnswer(message, hint="Write it as 2023-12-01.") from error
    return text


def _takes(question: Question) -> str:
    if not question.parameters:
        return "It takes none."
    return "It takes " + "; ".join(f"{p.name} ({p.meaning})" for p in question.parameters) + "."


def _triples(g: Graph, sparql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    from graph.stores.triples import Triples

    held = Triples()
    held.publish(g)
    return held.sparql(sparql, parameters)


def _embedded(g: Graph, cypher: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    from tempfile import TemporaryDirectory

    from graph.stores.embedded import Embedded

    with TemporaryDirectory(prefix="danchieu-") as folder, Embedded(folder, write=True) as store:
        store.publish(g)
        return store.ask(cypher, parameters)
