#!/usr/bin/env python3
"""What in a folder of documents looks like a document's number, what it was read as, and what is left over.

    leftovers.py [--texts FOLDER] [--show CLASS]… [--owed N]

Prints for each class of `loaders.leftover` how many texts are of it and how many characters they have; then how many
characters in a thousand are left over, and each text that is left over, between the words around it. `--show` does
that for another class too. Exit 1 where more than N (default 1) in a thousand are left over.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from loaders.header import header
from loaders.leftover import Symbol, readings, symbols
from loaders.mentions.documents.documents import documents
from loaders.mentions.plans.coming import coming
from loaders.segment import segment
from loaders.text import Text

ROOT = Path(__file__).resolve().parents[1]
OWED = 1.0  # characters in a thousand
_AROUND = 50  # characters shown on either side


def account(raw: str) -> Iterator[tuple[Symbol, str]]:
    """Every symbol-like text of a document with what it was read as, and its place in words."""
    text = Text(raw)
    tree = segment(text)
    own, _ = header(tree)
    cited, _ = documents(tree, own)
    for symbol in readings(tree, own, [*cited, *coming(tree, own, cited)]):
        yield symbol, _shown(text.flat, symbol)
    for start, end in symbols(text.flat):
        if tree.text.flat[start:end].isspace():
            yield Symbol(start, end, "furniture"), ""


def _shown(flat: str, symbol: Symbol) -> str:
    before, behind = flat[max(0, symbol.start - _AROUND) : symbol.start], flat[symbol.end : symbol.end + _AROUND]
    return " ".join(f"{before}«{flat[symbol.start : symbol.end]}»{behind}".split())


def rate(characters: Counter[str]) -> float:
    """How many of a thousand characters of symbol-like text are left over."""
    return 1000 * characters[""] / max(1, characters.total())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=ROOT / "../shared/corpus/text")
    parser.add_argument("--show", action="append", default=[], help="also list the texts of this class")
    parser.add_argument("--owed", type=float, default=OWED, help="so many in a thousand may be left over")
    o = parser.parse_args()
    texts = sorted(o.texts.resolve().rglob("*.txt"))
    if not texts:
        sys.exit(f"{o.texts}: no texts here; name a folder with --texts.")
    count: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for path in texts:
        for symbol, shown in account(path.read_bytes().decode()):
            count[symbol.reading] += 1
            characters[symbol.reading] += symbol.end - symbol.start
            if symbol.reading in ("", *o.show):
                print(f"{symbol.reading or 'left over'}: {path.name}: {shown}")
    for name, n in characters.most_common():
        print(f"{name or 'left over':<10} {count[name]:>7} texts {n:>8} characters")
    print(f"{rate(characters):.2f} of 1,000 characters of symbol-like text are left over in {len(texts)} documents")
    sys.exit(rate(characters) > o.owed)


if __name__ == "__main__":
    main()
