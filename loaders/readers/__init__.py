"""One module a file format: bytes in, the text that all offsets refer to out.

Each module has ``read(data, path) -> str`` and raises `CannotRead`. What it imports beyond the standard library it
imports when it is called, and says which extra brings it where it is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from graph.errors import CannotRead


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name in a Source, the module that reads it, and what must be installed for it."""

    name: str
    module: str
    needs: str = ""


FORMATS = {
    ".txt": Format("text", "plain"),
    ".md": Format("markdown", "plain"),
    ".html": Format("html", "page", "selectolax"),
    ".htm": Format("html", "page", "selectolax"),
    ".docx": Format("docx", "word", "python-docx"),
    ".docm": Format("docx", "word", "python-docx"),
    ".odt": Format("odt", "opendocument", "lxml"),
    ".pdf": Format("pdf", "printed", "pypdfium2"),
    ".doc": Format("doc", "binary"),
}


def text_from(data: bytes, path: str, suffix: str) -> str:
    """The text of a file's bytes, by its suffix; raises `CannotRead`."""
    found = FORMATS.get(suffix.lower())
    if found is None:
        raise CannotRead(f"{path}: files of this kind are not read.", hint=f"Formats read: {', '.join(FORMATS)}.")
    try:
        text = import_module(f"loaders.readers.{found.module}").read(data, path)
    except ModuleNotFoundError as e:
        if e.name and e.name.startswith("loaders"):
            raise
        hint = "Install it with: pip install 'danchieu[formats]'"
        raise CannotRead(f"{path}: {found.name} files need the package {found.needs}.", hint=hint) from e
    assert isinstance(text, str)
    if not text.strip():
        raise CannotRead(f"{path}: no text in it.", hint="Check that it holds text and not only pictures.")
    return text
