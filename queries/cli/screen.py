"""What is known of the screen: how wide it is, and whether a person looks at it."""

from __future__ import annotations

import os
import shutil
import sys

_WIDTH = 120  # of a file or a pipe


def width() -> int:
    """Columns of the terminal, of a file or pipe 120; COLUMNS has the last word."""
    return shutil.get_terminal_size((_WIDTH, 24)).columns


def watched() -> bool:
    """Whether stderr is a terminal, so that a progress bar makes sense."""
    return sys.stderr.isatty()


def dressed() -> bool:
    """Whether stdout is a terminal that may be given bold letters."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
