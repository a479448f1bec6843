"""What a policy reference graph is: statements, identity, the graph they make, and where it is kept.

Public names are fetched when they are first asked for, so that a part of this room costs that part alone.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.build import build
    from graph.elements import Edge, Graph, Node
    from graph.identify import identify
    from graph.local import Local
    from graph.lookup import lookup

__all__ = ["Edge", "Graph", "Local", "Node", "build", "identify", "lookup"]

_HOMES = {"Edge": "elements", "Graph": "elements", "Local": "local", "Node": "elements"}


class _Room(ModuleType):
    """A verb and its module have one name here (`build`, `identify`, `lookup`): the room shows the verb.

    The import system binds a module to its package once it is loaded, over whatever stood there.
    """

    def __setattr__(self, name: str, value: object) -> None:
        verb = getattr(value, name, value) if isinstance(value, ModuleType) and name in __all__ else value
        super().__setattr__(name, verb)


sys.modules[__name__].__class__ = _Room


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, name)}"), name)
