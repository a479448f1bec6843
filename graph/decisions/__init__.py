"""What analysts decide: statements with who, when and why, kept beside the texts and applied at every build.

A decision is anchored in what a text prints (`anchors`), not in ids, so that it outlives a change of an id and an
edit elsewhere in the text. It stands until another one undoes it (`decision`), in a file that people can read, compare
and mend (`file`); `apply` makes of texts and decisions the statements that a graph is built from.
"""
