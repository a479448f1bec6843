"""Many things, some at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` things and a shorter last one.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    some: list[T] = []
    for thing in things:
        some.append(thing)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some


def groups(things: Iterable[T], by: Callable[[T], K]) -> dict[K, list[T]]:
    """Things by a key, each group in the order given.

    >>> groups(["a", "bb", "c"], len)
    {1: ['a', 'c'], 2: ['bb']}
    """
    found: dict[K, list[T]] = {}
    for thing in things:
        found.setdefault(by(thing), []).append(thing)
    return found
