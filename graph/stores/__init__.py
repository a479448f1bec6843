"""Where a built graph is kept and asked: embedded, in memory, on a Neo4j server, as triples; one `protocol`."""
