"""Which keys are one document: union over sufficient evidence, in which no bridge joins what contradicts.

A key that fits two contradicting keys tells too little to choose; it joins neither and is left to the caller as a
bridge. Everything is computed from the set of keys, so that no order of reading can show.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from itertools import combinations
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
Test = Callable[[K, K], bool]


def settle(keys: Iterable[K], *, agree: Test[K], enough: Test[K]) -> tuple[list[list[K]], list[K]]:
    """Clusters of keys that are one document each, and the bridges, both in the order of `keys` (give them sorted).

    No cluster holds two keys that do not agree.

    >>> fits = lambda a, b: all(x == y or "?" in (x, y) for x, y in zip(a, b))
    >>> settle(["a1", "a?", "b2", "??"], agree=fits, enough=fits)
    ([['a1', 'a?'], ['b2']], ['??'])
    """
    left = list(keys)
    near = _near(left, agree, enough)
    bridges: set[K] = set()
    while True:
        clusters = _components([k for k in left if k not in bridges], near)
        torn = [c for c in clusters if not _whole(c, agree)]
        if not torn:
            return clusters, [k for k in left if k in bridges]
        for cluster in torn:
            _loosen(cluster, near, bridges, agree)


def _whole(keys: list[K], agree: Test[K]) -> bool:
    return all(agree(a, b) for a, b in combinations(keys, 2))


def _near(keys: list[K], agree: Test[K], enough: Test[K]) -> dict[K, list[K]]:
    near: dict[K, list[K]] = {k: [] for k in keys}
    for a, b in combinations(keys, 2):
        if agree(a, b) and enough(a, b):
            near[a].append(b)
            near[b].append(a)
    return near


def _components(keys: list[K], near: dict[K, list[K]]) -> list[list[K]]:
    order = {k: i for i, k in enumerate(keys)}
    seen: set[K] = set()
    out = []
    for start in keys:
        if start in seen:
            continue
        seen.add(start)
        found, todo = [start], [start]
        while todo:
            for k in near[todo.pop()]:
                if k in order and k not in seen:
                    seen.add(k)
                    found.append(k)
                    todo.append(k)
        out.append(sorted(found, key=order.__getitem__))
    return out


def _loosen(cluster: list[K], near: dict[K, list[K]], bridges: set[K], agree: Test[K]) -> None:
    """Takes out of a cluster that contradicts itself the keys that hold it together, or else tears it apart."""
    members = set(cluster)
    between = {k for k in cluster if not _whole([n for n in near[k] if n in members], agree)}
    between = between or {k for k in cluster if all(agree(k, other) for other in cluster)}
    # Where every key is a bridge there are no banks: nothing is joined.
    if between and between != members:
        bridges |= between
        return
    for k in cluster:
        near[k] = [n for n in near[k] if n not in members]
