"""What we ask of a policy graph, and how the answers are shown.

>>> from queries import ask, show  # doctest: +SKIP
>>> ask(g, "who_is_assigned", body="Sở Du lịch")  # doctest: +SKIP
>>> show(g)  # doctest: +SKIP
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from queries.ask import ask as ask
    from queries.check import check as check
    from queries.impact import impact as impact
    from queries.lint import lint as lint
    from queries.tasks import tasks as tasks
    from queries.timeline import timeline as timeline
    from queries.trace import trace as trace
    from queries.views import picture as picture
    from queries.views import show as show

__all__ = ["ask", "check", "impact", "lint", "picture", "show", "tasks", "timeline", "trace"]

_HOME = {
    "ask": "queries.ask",
    "check": "queries.check",
    "impact": "queries.impact",
    "lint": "queries.lint",
    "picture": "queries.views",
    "show": "queries.views",
    "tasks": "queries.tasks",
    "timeline": "queries.timeline",
    "trace": "queries.trace",
}


class _Room(ModuleType):
    """This package, in which `ask` is the function although it stands in a module called `ask`.

    The public names are fetched when they are first used, so that the command line starts at once; and an
    import of the module `queries.ask` must not put the module in the function's place.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _HOME and isinstance(value, ModuleType):
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Room
