"""A draft before it is signed: what it cites, changes and orders, compared with a graph.

>>> from queries.lint import lint  # doctest: +SKIP
>>> [f.kind for f in lint(reading, g)]  # doctest: +SKIP
['wrong_date', 'no_deadline']
"""

from queries.lint.draft import lint
from queries.lint.finding import ERRORS, REMARKS, Finding, Kind

__all__ = ["ERRORS", "REMARKS", "Finding", "Kind", "lint"]
