"""SPARQL that only reads, and only here: what a text may ask, its parameters, and its rows.

Oxigraph calls any server that a SERVICE names and has no switch for it. So a text is taken apart into tokens and
put together again, without comments and with one way to write a string: what is looked at here is what the engine
will see, whatever tricks a text plays with comments, line ends and escapes. A second look at rdflib's parse tree
must agree before anything runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.elements import Scalar
from graph.errors import CannotAnswer

if TYPE_CHECKING:
    import rdflib
    from rdflib.query import Result

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                  | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<word>[\w:][\w:.%-]*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_WANTED = re.compile(r'"[^"]+"|\b[A-Z]{2,}\b|Prefix not found')
_LETTERS = re.compile(r"\[[^\]]*\]", re.DOTALL)
_UPDATES = {"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy"}
_READ_ONLY = "SPARQL only reads here: SELECT, ASK, CONSTRUCT or DESCRIBE."


def checked(text: str, parameters: Mapping[str, Scalar] | None = None) -> str:
    """The text that the engine may run: its ``$name`` filled in, nothing in it that writes or reaches elsewhere.

    Raises CannotAnswer for an update, SERVICE, FROM, a parameter that the text has no place for, and bad syntax
    (with line and column).
    """
    parameters = parameters or {}
    tokens = _tokens(text)
    words = {value.casefold() for kind, value in tokens if kind == "word"}
    _refuse(words)
    unknown = sorted(set(parameters) - {value[1:] for kind, value in tokens if kind == "variable"})
    if unknown:
        raise CannotAnswer(f"The query has no place for {', '.join(f'${name}' for name in unknown)}.")
    whole = "".join(_written(kind, value, parameters) for kind, value in tokens)
    if _reaches(_parsed(whole)):
        raise CannotAnswer("SERVICE is refused: nothing here asks another server.", hint="Leave it out.")
    return whole


def rows(found: Result) -> list[dict[str, Any]]:
    """Rows as JSON has them: IRIs and dates are strings, an unbound variable is None.

    ASK gives one row with ``answer``, CONSTRUCT and DESCRIBE one row a triple.
    """
    if found.type == "ASK":
        return [{"answer": bool(found.askAnswer)}]
    if found.graph is not None:
        triples = sorted(found.graph)
        return [dict(zip(("subject", "predicate", "object"), map(_value, triple), strict=True)) for triple in triples]
    names = [str(name) for name in found.vars or ()]
    return [dict(zip(names, map(_value, row), strict=True)) for row in found]  # type: ignore[arg-type]


def _tokens(text: str) -> list[tuple[str, str]]:
    """The text's tokens, code point escapes resolved first, as the standard says."""
    whole = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), text.replace("\r\n", "\n").replace("\r", "\n"))
    return [(m.lastgroup or "", m[0]) for m in _TOKEN.finditer(whole)]


def _refuse(words: Iterable[str]) -> None:
    for word in words:
        if "service" in word:
            raise CannotAnswer("SERVICE is refused: nothing here asks another server.", hint="Leave it out.")
        if word in _UPDATES:
            raise CannotAnswer(f"{word.upper()} is refused: this is an update.", hint=_READ_ONLY)
        if word == "from":
            raise CannotAnswer("FROM is refused: there is one graph here.", hint="Leave it out.")


def _written(kind: str, value: str, parameters: Mapping[str, Scalar]) -> str:
    """One token as the engine gets it: the same line for line, so that an error's place is that of the text."""
    if kind == "comment":
        return ""
    if kind == "string":
        return _literal(_unquoted(value))
    if kind == "iri":
        return value.replace("#", "\\u0023")
    if kind == "variable" and value[0] == "$" and value[1:] in parameters:
        return _literal(parameters[value[1:]])
    if value == "\\":
        raise CannotAnswer("A backslash outside a string is refused.")
    return value


def _unquoted(token: str) -> str:
    marks = 3 if token[:3] in ('"""', "'''") and len(token) >= 6 else 1
    return _ESCAPED.sub(_plain, token[marks:-marks])


def _plain(escape: re.Match[str]) -> str:
    if escape[1] not in _PLAIN:
        raise CannotAnswer(f"{escape[0]!r} is no escape of SPARQL.")
    return _PLAIN[escape[1]]


def _literal(value: Scalar) -> str:
    """A Python value as SPARQL writes it.

    >>> _literal('the "first"'), _literal(True), _literal(3)
    ('"the \\\\"first\\\\""', 'true', '3')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f'"{value!r}"^^<http://www.w3.org/2001/XMLSchema\\u0023double>'
    return f'"{value.translate(_QUOTED)}"'


def _parsed(text: str) -> Any:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        return parseQuery(text)
    except ParseException as error:
        raise CannotAnswer(f"This is no SPARQL: {_place(text) or error}.", hint=_READ_ONLY) from error
    except RecursionError as error:
        raise CannotAnswer("This query is nested too deeply.") from error


def _place(text: str) -> str:
    """Where Oxigraph says that a text without SERVICE goes wrong; it is plainer than the other parser."""
    import pyoxigraph

    try:
        pyoxigraph.Store().query(text)
    except SyntaxError as error:
        return reason(error)
    except (OSError, RuntimeError, ValueError):
        pass
    return ""


def reason(error: SyntaxError) -> str:
    """What Oxigraph says of a text that is no SPARQL, without its lists of letters.

    >>> reason(SyntaxError('error at 2:19: expected one of ",", "}", [_]'))
    'line 2, column 19: expected "," or "}"'
    """
    found = _PLACE.match(str(error.msg))
    if not found:
        return " ".join(str(error.msg).split())
    wanted = [w for w in _WANTED.findall(_LETTERS.sub("", found[3])) if w not in ("SERVICE", "LATERAL")]
    place = f"line {found[1]}, column {found[2]}"
    if "Prefix not found" in wanted:
        return f"{place}: no such prefix"
    return f"{place}: expected {' or '.join(wanted)}" if wanted else place


def _reaches(tree: Any) -> bool:
    """Whether a parse tree of rdflib holds a SERVICE, however deep."""
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(tree, CompValue):
        return "service" in tree.name.lower() or any(map(_reaches, tree.values()))
    return isinstance(tree, ParseResults | list | tuple) and any(map(_reaches, tree))


def _value(term: rdflib.term.Node | None) -> Any:
    """A term as JSON has it."""
    from rdflib import BNode, Literal

    if isinstance(term, Literal) and isinstance(term.value, bool | int | float) and term.ill_typed is not True:
        return term.value
    if isinstance(term, Literal) and str(term.datatype).endswith("#decimal"):
        return float(term)
    return None if term is None else f"_:{term}" if isinstance(term, BNode) else str(term)
