"""`danchieu push`: publishes the graph to a Neo4j server."""

from __future__ import annotations

import click

from queries.cli import options
from queries.cli.say import note

_HELP = """Publish the graph to a Neo4j server (bolt://, neo4j:// for a cluster or Aura), with NEO4J_USERNAME and
NEO4J_PASSWORD. To push again writes only what has changed, and takes back what is gone; nodes that are not ours
are left alone."""


@options.command(_HELP)
@click.argument("uri")
@options.secret
@options.store
def push(uri: str, include_secret: bool, store: str) -> None:
    from queries.cli.stores import is_server, server, shareable

    if not is_server(uri):
        raise click.UsageError(f"{uri!r} is no address of a Neo4j server; it begins with bolt:// or neo4j://")
    g = shareable(store, include_secret)
    with server(uri) as held:
        done = held.publish(g)
    if not done:
        note(f"{uri} already holds this graph: {len(g.nodes)} nodes, {len(g.edges)} edges.")
        return
    note(
        f"{uri}: {done.nodes_written} nodes and {done.edges_written} edges written, "
        f"{done.nodes_removed} nodes and {done.edges_removed} edges taken back."
    )
