"""Files that a command writes: whole or not at all, and with a plain word when it cannot be."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from graph.errors import CannotWrite


def write(path: str | Path, text: str) -> None:
    """UTF-8 with plain line ends; the file appears under its name when it is whole. Raises `CannotWrite`."""
    target = Path(path)
    try:
        handle, part = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(part).chmod(0o666 & ~_mask())
            Path(part).replace(target)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(
            f"{path}: cannot be written ({error.strerror}).", hint="Check the folder and its rights."
        ) from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
