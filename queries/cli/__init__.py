"""The program `danchieu`. Each command stands in a module of its own, imported when it is called."""

from __future__ import annotations

from queries.cli.program import Program
from queries.cli.version import VERSION

__all__ = ["VERSION", "danchieu", "main"]

danchieu = Program(
    "danchieu",
    commands={
        "load": "Read files and folders into the graph.",
        "extract": "Read files without storing: citations, relations, tasks.",
        "query": "Ask a named question, or Cypher of your own.",
        "sparql": "The same over the RDF view of the graph.",
        "trace": "What a document implements, and what implements it.",
        "tasks": "Who must do what by when.",
        "impact": "What stands on a document if it is amended or repealed.",
        "timeline": "What happened to a document, in order.",
        "lint": "Look over a draft before it is signed.",
        "check": "Hold the graph to its rules.",
        "review": "What is uncertain, and what people decide of it.",
        "view": "An interactive picture as one HTML file.",
        "push": "Publish the graph to a Neo4j server.",
        "export": "Write the graph in another format.",
        "status": "What is loaded.",
        "remove": "Take one document or source back.",
        "doctor": "Is this installation sound?",
        "demo": "Load the examples and show a few answers.",
    },
)


def main() -> None:
    """What the console script calls."""
    danchieu()
