"""The named questions: each a Cypher and a SPARQL text with one header, which give equal rows.

A header is the comment lines that begin the file: what the question answers in English, the same in Vietnamese,
then a line for each parameter, ``param: name - meaning - required`` or ``… - default 'value'``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to be told; `default` is None where it must be."""

    name: str
    meaning: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: what it answers in `english` and `vietnamese`, and its text in both languages."""

    name: str
    english: str
    vietnamese: str
    parameters: tuple[Parameter, ...]
    cypher: str
    sparql: str


@cache
def questions() -> dict[str, Question]:
    """All named questions by name, sorted.

    >>> questions()["who_is_assigned"].parameters[0].name
    'body'
    """
    room = files("queries").joinpath("cypher")
    names = sorted(file.name.removesuffix(".cypher") for file in room.iterdir() if file.name.endswith(".cypher"))
    return {name: _question(name) for name in names}


def _question(name: str) -> Question:
    cypher = files("queries").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    sparql = files("queries").joinpath("sparql", f"{name}.rq").read_text(encoding="utf-8")
    english, vietnamese, *rest = header(cypher, "//")
    return Question(name, english, vietnamese, tuple(map(_parameter, rest)), cypher, sparql)


def header(text: str, mark: str) -> list[str]:
    """The comment lines that a text begins with, without their mark."""
    comments = takewhile(lambda line: line.startswith(mark), text.splitlines())
    return [line.removeprefix(mark).strip() for line in comments]


def _parameter(line: str) -> Parameter:
    """One line of a header.

    >>> _parameter("param: kind - the kind of document - default 'directive'")
    Parameter(name='kind', meaning='the kind of document', default='directive')
    """
    name, rest = line.removeprefix("param:").strip().split(" - ", 1)
    meaning, last = rest.rsplit(" - ", 1)
    return Parameter(name, meaning, None if last == "required" else last.removeprefix("default ").strip("'"))
