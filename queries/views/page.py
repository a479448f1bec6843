"""The page: pyvis fills a template of ours, and nothing in the result asks a network or runs what a document says.

pyvis' own template loads Bootstrap from a CDN and puts titles, headings and ids into HTML. Ours takes its
vis-network from the wheel of pyvis, numbers the nodes, and states a policy under which only the two scripts whose
hashes it names may run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any

from graph.elements import Graph
from queries.views.colours import ink
from queries.views.content import content

_TEXT = "#17212b"
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {
        "shape": "box",
        "margin": {"top": 8, "bottom": 8, "left": 10, "right": 10},
        "widthConstraint": {"minimum": 178, "maximum": 178},
        "shapeProperties": {"borderRadius": 5},
        "font": {"face": _FONT, "size": 14, "color": _TEXT},
        "chosen": False,
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
        "selectionWidth": 0,
        "hoverWidth": 0.6,
        "chosen": True,
        "font": {"face": _FONT, "size": 12, "color": _TEXT, "strokeWidth": 4, "strokeColor": "#ffffff"},
    },
}


def picture(g: Graph) -> str:
    """A graph as one HTML page that needs no network: search, filters, and the sentence behind each line.

    Node and edge texts are data in it; no markup or script in a document has an effect.
    """
    from pyvis.network import Network

    held = content(g)
    net = Network(directed=True, cdn_resources="in_line", height="100%", width="100%")
    net.nodes = [_node(i, n) for i, n in enumerate(held["nodes"])]
    net.edges = [_edge(i, e) for i, e in enumerate(held["edges"])]
    net.options = _OPTIONS
    net.path = "page.html"
    net.templateEnv = _environment(held)
    return str(net.generate_html(name="page.html"))


def _node(number: int, node: dict[str, Any]) -> dict[str, Any]:
    colours, status = ink(node["kind"]), node["status"]
    drawn: dict[str, Any] = {
        "id": number,
        "label": node["label"],
        "borderWidth": 2.5 if status == "loaded" else 1,
        "color": {"border": colours.line, "background": colours.fill},
    }
    if status in ("planned", "unclear"):
        drawn["shapeProperties"] = {"borderDashes": [5, 4], "borderRadius": 5}
        drawn["color"]["background"] = "#ffffff"
    return drawn


def _edge(number: int, edge: dict[str, Any]) -> dict[str, Any]:
    quiet = edge["relation"] == "CITES"
    return {
        "id": number,
        "from": edge["from"],
        "to": edge["to"],
        "color": {"color": edge["colour"], "highlight": edge["colour"], "hover": edge["colour"]},
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": edge["bend"]},
        "width": 1 if quiet else 1.8,
        "dashes": [7, 5] if edge["planned"] else False,
    }


def _environment(held: dict[str, Any]) -> Any:
    """The template's own surroundings, with the scripts and the data in it."""
    import pyvis
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    library = files(pyvis).joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    scripts = {"library": _script(library), "panel": _script(_own("panel.js"))}
    found = Environment(loader=FunctionLoader(_own), autoescape=True, undefined=StrictUndefined)
    found.globals.update(scripts, style=_own("style.css"), page=embed(held), policy=_policy(scripts.values()))
    return found


def _own(name: str) -> str:
    return files("queries.views").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _script(text: str) -> str:
    """A script as it may stand in a page; none of those we ship ends its own element."""
    assert not any(end in text.lower() for end in ("</script", "<!--")), "a script would end its element"
    return text.replace("\r\n", "\n")


def _policy(scripts: Any) -> str:
    """Only these scripts run, styles are ours, and nothing is fetched from anywhere."""
    hashes = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    allowed = " ".join(f"'sha256-{h}'" for h in hashes)
    rules = ["default-src 'none'", f"script-src {allowed}", "style-src 'unsafe-inline'", "img-src data:"]
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def embed(value: Any) -> str:
    """JSON for a script element: nothing in it can end the element or a line of it.

    >>> embed("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
