"""Old Word files (.doc), read by an outside program: catdoc, else LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from graph.errors import CannotRead
from loaders.readers import legacy, word

SECONDS = 60


def read(data: bytes, path: str) -> str:
    """The text of a .doc; a .docx under that name is read as what it is."""
    if data.startswith(b"PK"):
        return word.read(data, path)
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        raise CannotRead(f"{path}: not a Word file, whatever its name says.", hint="Save it as .docx.")
    for program, run in (("catdoc", _catdoc), ("soffice", _office)):
        found = shutil.which(program)
        if found:
            return legacy.mend(run(found, data, path))
    hint = "Install catdoc or LibreOffice (Debian: catdoc, libreoffice-writer), or save it as .docx."
    raise CannotRead(f"{path}: no program here reads old .doc files.", hint=hint)


def _catdoc(program: str, data: bytes, path: str) -> str:
    return _run([program, "-w", "-d", "utf-8", "-"], path, data=data).decode("utf-8", "replace")


def _office(program: str, data: bytes, path: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.doc"
        source.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        _run([program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(source)], path)
        made = source.with_suffix(".docx")
        if not made.exists():
            raise CannotRead(f"{path}: LibreOffice could not convert it.", hint="Save it as .docx.")
        return word.read(made.read_bytes(), path)


def _run(command: list[str], path: str, data: bytes | None = None) -> bytes:
    name = Path(command[0]).name
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as e:
        raise CannotRead(f"{path}: {name} took over {SECONDS} s.", hint="Save it as .docx.") from e
    if done.returncode:
        raise CannotRead(f"{path}: {name} could not read it.", hint="Save it as .docx.")
    return done.stdout
