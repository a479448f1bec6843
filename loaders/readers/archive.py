"""The zip archives that .docx and .odt are, opened within bounds: a hostile one is refused by name."""

from __future__ import annotations

import io
import zipfile

from graph.errors import CannotRead

UNPACKED = 256 * 1024 * 1024  # bytes, all parts together
PARTS = 10_000
RATIO = 200  # a text of this genre packs to a tenth, never to a two-hundredth
SMALL = 4 * 1024 * 1024  # a part up to this size may pack as well as it likes


def opened(data: bytes, path: str) -> zipfile.ZipFile:
    """The archive, its parts counted and measured by their directory before any is unpacked."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise CannotRead(f"{path}: protected by a password (or an old .doc).", hint="Save it without a password.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError) as e:
        raise CannotRead(
            f"{path}: damaged, or not what its name says.", hint="Open it in an editor and save it anew."
        ) from e
    parts = archive.infolist()
    if len(parts) > PARTS:
        raise CannotRead(f"{path}: {len(parts)} parts inside, more than {PARTS}.", hint="Check where it comes from.")
    if any(p.flag_bits & 1 for p in parts):
        raise CannotRead(f"{path}: protected by a password.", hint="Save it without a password.")
    size = sum(p.file_size for p in parts)
    bomb = any(p.file_size > SMALL and p.file_size > RATIO * max(1, p.compress_size) for p in parts)
    if size > UNPACKED or bomb:
        raise CannotRead(f"{path}: unpacks to {size / 1e6:.0f} MB, a zip bomb.", hint="Check where it comes from.")
    if any(p.filename.lower().endswith("vbaproject.bin") for p in parts):
        raise CannotRead(f"{path}: carries macros.", hint="Save it as .docx without macros.")
    return archive


def part(archive: zipfile.ZipFile, name: str, path: str) -> bytes:
    """One part's bytes, never more than its directory entry promised."""
    try:
        with archive.open(name) as f:
            data = f.read(UNPACKED + 1)
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as e:
        raise CannotRead(f"{path}: damaged ({name} is missing or broken).", hint="Save it anew from an editor.") from e
    if len(data) > UNPACKED:
        raise CannotRead(f"{path}: {name} unpacks without end, a zip bomb.", hint="Check where it comes from.")
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise CannotRead(f"{path}: declares XML entities, as no editor does.", hint="Check where it comes from.")
    return data


def table(rows: list[list[str]]) -> str:
    """A table in the form that the other readers and the segmenter know: each cell between lines of one bar."""
    return "\n".join("|\n" + "\n|\n".join(cells) + "\n|" for cells in rows)
