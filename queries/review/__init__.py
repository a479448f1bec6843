"""What a person should look at, and the decisions that answer it; see `graph.decisions` for what they do."""
