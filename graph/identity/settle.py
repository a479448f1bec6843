"""Which partial keys are one thing: those that tell most first, then each lesser one with the one thing it fits.

A key that fits two things that contradict each other tells too little to choose; it joins neither. Everything is
computed from the set of keys, so that no order of reading can show, and no cluster ever holds two keys that
contradict.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
Test = Callable[[K, K], bool]
Cluster = list[K]


def always(a: object, b: object) -> bool:
    return True


def same(key: object, fits: list[Cluster[K]]) -> list[Cluster[K]]:
    return fits


@dataclass(frozen=True, slots=True)
class Rules(Generic[K]):
    """How keys are compared.

    `agree`: nothing contradicts. `enough`: two agreeing keys are one for certain. `joins`: two agreeing keys of one
    rank are one. `may`: a lesser key may join a key that it fits alone. `rank`: 0 tells most. `choose`: which of
    several things a key means, where that can be said.
    """

    agree: Test[K]
    rank: Callable[[K], int]
    enough: Test[K]
    joins: Test[K]
    may: Test[K] = always
    choose: Callable[[K, list[Cluster[K]]], list[Cluster[K]]] = same


@dataclass(frozen=True, slots=True)
class Settlement(Generic[K]):
    """The clusters of keys that are one, and for each key that is in none the clusters that it fits."""

    clusters: list[Cluster[K]]
    options: dict[K, list[Cluster[K]]]


def settle(keys: Iterable[K], rules: Rules[K]) -> Settlement[K]:
    """The clusters of `keys`, which come sorted.

    >>> fits = lambda a, b: all(x == y or "?" in (x, y) for x, y in zip(a, b))
    >>> rules = Rules(agree=fits, rank=lambda k: k.count("?"), enough=fits, joins=fits)
    >>> found = settle(["a1", "a2", "b3", "b?", "a?"], rules)
    >>> found.clusters, found.options
    ([['a1'], ['a2'], ['b3', 'b?']], {'a?': [['a1'], ['a2']]})
    """
    found: Settlement[K] = Settlement([], {})
    for _, some in groupby(sorted(keys, key=rules.rank), key=rules.rank):
        left = _attach(list(some), found, rules)
        fresh, bridges = _joined(left, rules)
        for k in bridges:
            _open(k, rules.choose(k, _fits(k, fresh, rules)), found)
        found.clusters.extend(fresh)
    return found


def _open(k: K, fits: list[Cluster[K]], found: Settlement[K]) -> None:
    if len(fits) == 1:
        fits[0].append(k)
    elif fits:
        found.options[k] = fits
    else:
        found.clusters.append([k])


def _fits(k: K, clusters: Iterable[Cluster[K]], rules: Rules[K]) -> list[Cluster[K]]:
    return [c for c in clusters if all(rules.agree(k, m) for m in c)]


def _attach(keys: list[K], found: Settlement[K], rules: Rules[K]) -> list[K]:
    """Gives keys to the clusters of those that tell more, all at once; the keys that fit none are left."""
    chosen = [(k, *_choice(k, found.clusters, rules)) for k in keys]
    takers: dict[int, list[tuple[K, bool]]] = {}
    for k, fits, sure in chosen:
        if len(fits) == 1:
            takers.setdefault(id(fits[0]), []).append((k, sure))
    left = []
    for k, fits, sure in chosen:
        if len(fits) > 1:
            found.options[k] = fits
        elif not fits or _contested(k, sure, takers[id(fits[0])], rules):
            left.append(k)
        else:
            fits[0].append(k)
    return left


def _choice(k: K, clusters: list[Cluster[K]], rules: Rules[K]) -> tuple[list[Cluster[K]], bool]:
    """The clusters that a key may mean, and whether that is certain: certain ones leave the merely possible aside."""
    fits = _fits(k, clusters, rules)
    if sure := [c for c in fits if any(rules.enough(k, m) for m in c)]:
        return rules.choose(k, sure), True
    return rules.choose(k, [c for c in fits if any(rules.may(k, m) for m in c)]), False


def _contested(k: K, sure: bool, takers: list[tuple[K, bool]], rules: Rules[K]) -> bool:
    """Whether another key that contradicts this one would join the same cluster, with no less right."""
    return any((other_sure or not sure) and not rules.agree(k, other) for other, other_sure in takers)


def _joined(keys: list[K], rules: Rules[K]) -> tuple[list[Cluster[K]], list[K]]:
    """Clusters among keys of one rank, and the bridges: keys that would join what contradicts."""
    near: dict[K, list[K]] = {k: [] for k in keys}
    for a, b in combinations(keys, 2):
        if rules.agree(a, b) and rules.joins(a, b):
            near[a].append(b)
            near[b].append(a)
    bridges: set[K] = set()
    while True:
        clusters = _components([k for k in keys if k not in bridges], near)
        torn = [c for c in clusters if not _whole(c, rules)]
        if not torn:
            return clusters, [k for k in keys if k in bridges]
        for cluster in torn:
            _loosen(cluster, near, bridges, rules)


def _whole(keys: list[K], rules: Rules[K]) -> bool:
    return all(rules.agree(a, b) for a, b in combinations(keys, 2))


def _components(keys: list[K], near: dict[K, list[K]]) -> list[Cluster[K]]:
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


def _loosen(cluster: Cluster[K], near: dict[K, list[K]], bridges: set[K], rules: Rules[K]) -> None:
    """Takes out of a cluster that contradicts itself the keys that hold it together; if all do, nothing is joined."""
    members = set(cluster)
    between = {k for k in cluster if not _whole([n for n in near[k] if n in members], rules)}
    between = between or {k for k in cluster if all(rules.agree(k, other) for other in cluster)}
    if between and between != members:
        bridges |= between
        return
    for k in cluster:
        near[k] = [n for n in near[k] if n not in members]
