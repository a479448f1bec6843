"""Documents that only tell and answer, and those among them that hand on what a leader concluded."""

from __future__ import annotations

import re

from loaders.mentions.kinds import patterns
from loaders.segment import Tree

_HANDED_ON = re.compile(
    r"(?:Thủ tướng|Chủ tịch|Bí thư|Thường trực|[Ll]ãnh đạo|Bộ trưởng|đồng chí)[^.;]{0,160}"
    r"(?:có ý kiến|chỉ đạo|kết luận|giao nhiệm vụ)(?: chỉ đạo)?,? +như sau *:"
)
_FRONT = 40  # blocks: what a letter hands on is said in so many


def answers(tree: Tree, kind: str) -> bool:
    """Whether a document of a kind only tells and answers, so that nothing but an express order gives a task."""
    return kind in patterns("duties")["answering"] and not hands_on(tree, kind)


def hands_on(tree: Tree, kind: str) -> bool:
    """Whether a notice or letter hands on what a leader concluded: it orders as he does, also those who issue it."""
    if kind not in patterns("duties")["answering"]:
        return False
    for block in tree.blocks[:_FRONT]:
        text = tree.words(block)
        if (block.zone in ("front", "basis") and "kết luận" in text.lower()) or _HANDED_ON.search(text):
            return True
    return False
