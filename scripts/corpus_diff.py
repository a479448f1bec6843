#!/usr/bin/env python3
"""What a change of extraction gained and lost over a folder of documents, between a revision and the working tree.

    corpus_diff.py [--base REV] [--texts FOLDER] [--show N] [--jobs N]

Reads every text twice, by the loaders of REV (default HEAD, in a worktree of its own that is removed afterwards)
and by those of the working tree, and prints for citations, relations and assignments how many are new, gone or read
otherwise, with examples. Nothing is stored.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READ = """
import json, sys
from loaders import each
from queries.extraction import extraction
for o in each(sys.stdin.read().split("\\n"), jobs=int(sys.argv[1])):
    print(json.dumps(extraction(o.reading) if o.reading else {"document": None}, ensure_ascii=False))
"""
Row = tuple[str, ...]


def extracted(checkout: Path, texts: list[Path], jobs: int) -> list[dict[str, object]]:
    """The contract's object of each text, by the loaders of one checkout."""
    env = {**os.environ, "PYTHONPATH": str(checkout)}
    done = subprocess.run(
        [sys.executable, "-c", READ, str(jobs)],
        input="\n".join(map(str, texts)),
        env=env,
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{checkout.name}: the loaders failed\n{done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def rows(kind: str, found: dict[str, object]) -> Iterator[tuple[Row, Row]]:
    """(where, what) of each finding of a kind: one place with another reading counts as read otherwise."""
    cited = found.get("citations") or []
    for x in found.get(kind) or []:  # type: ignore[attr-defined]
        if kind == "citations":
            yield (str(x["start"]), x["quote"]), (x["type"], x["number"], x["date"], x["issuer"], x["pinpoint"])
        elif kind == "relations":
            ends = [
                cited[x[f"{e}_citation"]]["quote"] if x[f"{e}_citation"] is not None else x[e]
                for e in ("source", "target")
            ]  # type: ignore[index]
            yield (str(ends[0]), str(ends[1])), (x["relation"], str(x["planned"]))
        else:
            yield (str(x["body"]), x["task"]["quote"][:60]), (x["role"], x["mode"], x["due"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", default="HEAD")
    parser.add_argument("--texts", type=Path, default=ROOT / "../shared/corpus/text")
    parser.add_argument("--show", type=int, default=15, help="examples of each sort")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    o = parser.parse_args()
    texts = sorted(o.texts.resolve().rglob("*.txt"))
    if not texts:
        sys.exit(f"{o.texts}: no texts here; name a folder with --texts.")
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "base"
        subprocess.run(["git", "worktree", "add", "--detach", "--quiet", str(old), o.base], cwd=ROOT, check=True)
        try:
            before = extracted(old, texts, o.jobs)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(old)], cwd=ROOT, check=True)
    after = extracted(ROOT, texts, o.jobs)
    for kind in ("citations", "relations", "assignments"):
        report(kind, texts, before, after, o.show)


def report(
    kind: str, texts: list[Path], before: list[dict[str, object]], after: list[dict[str, object]], show: int
) -> None:
    gained: list[str] = []
    lost: list[str] = []
    other: list[str] = []
    same = 0
    for path, b, a in zip(texts, before, after, strict=True):
        old, new = Counter(rows(kind, b)), Counter(rows(kind, a))
        same += (old & new).total()
        gone, come = dict((old - new).keys()), dict((new - old).keys())
        name = path.stem[:60]
        for where in sorted(gone.keys() | come.keys()):
            said = " ".join(" | ".join(map(str, where)).split())
            if where in gone and where in come:
                other.append(f"{name}: {said}: {gone[where]} -> {come[where]}")
            else:
                (gained if where in come else lost).append(f"{name}: {said}: {come.get(where) or gone.get(where)}")
    print(f"{kind}: {same} the same, {len(gained)} gained, {len(lost)} lost, {len(other)} read otherwise")
    for title, lines in (("gained", gained), ("lost", lost), ("read otherwise", other)):
        step = max(1, len(lines) // max(1, show))
        for line in lines[::step][:show]:  # spread over the corpus, not its first documents
            print(f"  {title}: {line}")


if __name__ == "__main__":
    main()
