"""What a node is called where people read it: short, in Vietnamese, never an id."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from graph.elements import Node
from graph.model import model

_SHORT = 90  # code points of a title or task that stand for the whole


def day(date: str) -> str:
    """An ISO date, month or year as it is printed in Vietnam.

    >>> day("2022-12-06"), day("2022-12"), day("2022")
    ('06/12/2022', '12/2022', '2022')
    """
    return "/".join(reversed(date.split("-")))


def running(text: str) -> str:
    """A quote as people read it: one line, without the stars that Markdown sets bold with.

    >>> running("trong\\n**tháng 10** năm")
    'trong tháng 10 năm'
    """
    return " ".join(text.replace("**", "").split())


def short(text: str, limit: int = _SHORT) -> str:
    """At most `limit` code points, cut between words.

    >>> short("một hai ba", 8)
    'một hai…'
    """
    text = running(text)
    if len(text) <= limit:
        return text
    cut = text[:limit].rsplit(" ", 1)[0][: limit - 1]  # a word that ends just there stays
    return cut.rstrip(" ,;:–-") + "…"


def value(node: Node, *names: str) -> str:
    """The first of the named properties that the node has, as text; empty where it has none."""
    return next((str(node.properties[n]) for n in names if node.properties.get(n) not in (None, "")), "")


def general(node: Node) -> str:
    """The general label, ``Document`` of a resolution, in whatever order a store keeps the labels."""
    return next((label for label in model().labels if label in node.labels), "")


def kind(node: Node) -> str:
    """What a node is, by its own label: ``Resolution`` of a resolution, ``Task`` of a task."""
    known = model().kinds.get(value(node, "type"))
    if known and known.label in node.labels:
        return known.label
    return next((label for label in node.labels if label != general(node)), general(node))


def kind_name(node: Node) -> str:
    """The Vietnamese word for what a node is.

    >>> kind_name(Node(id="a", labels=("Document", "Resolution"), properties={"type": "resolution"}))
    'Nghị quyết'
    """
    known = next((k for k in model().kinds.values() if k.label == kind(node)), None)
    label = known or model().labels.get(general(node))
    return label.vi if label else kind(node)


def heading(node: Node) -> str:
    """The name without the date: "Nghị quyết 27-NQ/TW", "Sở Du lịch", the first words of a task."""
    return (_HEADINGS.get(general(node)) or _other)(node)


def called(node: Node) -> str:
    """The name with what tells it apart: "Nghị quyết 08-NQ/TU (06/12/2022)"."""
    told = value(node, "date", "held")
    if "Document" in node.labels and told:
        return f"{heading(node)} ({day(told)})"
    return heading(node)


def _document(node: Node) -> str:
    number = value(node, "number")
    if number:
        return f"{kind_name(node)} {number}"
    title = value(node, "title", "name")
    if not title:
        return kind_name(node)
    if title.casefold().startswith(kind_name(node).casefold()):
        return short(title[:1].upper() + title[1:])
    return short(f"{kind_name(node)} {title}")


def _person(node: Node) -> str:
    post = value(node, "post")
    return f"{value(node, 'name')}, {post}" if post else value(node, "name")


def _mention(node: Node) -> str:
    known = model().kinds.get(value(node, "type"))
    told = value(node, "number", "name") or value(node, "quote")
    return f"{known.vi} {told}" if known and told and not told.startswith(known.vi) else told or node.id


def _source(node: Node) -> str:
    paths = node.properties.get("paths")
    first = paths[0] if isinstance(paths, list) and paths else paths
    return PurePath(str(first)).name if first else node.id[:12]


def _other(node: Node) -> str:
    return short(value(node, "name", "title", "quote") or node.id)


def _task(node: Node) -> str:
    return short(re.sub(r"^[-+•*\s]+", "", value(node, "quote")) or node.id)


_HEADINGS: dict[str, Callable[[Node], str]] = {
    "Document": _document,
    "Person": _person,
    "Mention": _mention,
    "Source": _source,
    "Task": _task,
}
