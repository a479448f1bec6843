"""Which mentions are one document: the parts of `graph.identify`."""
