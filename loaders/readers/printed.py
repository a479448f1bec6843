"""PDF files: the text layer; of a scan, what tesseract reads where it is installed with Vietnamese."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

from graph.errors import CannotRead
from loaders.readers import legacy

PAGES = 3000  # more than the longest gazette issue; a hostile file names millions
SECONDS = 60  # for one scanned page
_SCALE = 300 / 72  # pixels a point: tesseract wants 300 dpi


def read(data: bytes, path: str) -> str:
    """The text of a PDF, page by page, an empty line between pages; raises `CannotRead`."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as e:
        locked = "password" in str(e).lower()
        what, hint = (
            ("protected by a password", "Save it without a password.")
            if locked
            else ("a damaged PDF", "Print it to PDF anew.")
        )
        raise CannotRead(f"{path}: {what}.", hint=hint) from e
    try:
        if len(document) > PAGES:
            raise CannotRead(f"{path}: {len(document)} pages, more than {PAGES}.", hint="Split it.")
        return legacy.mend("\n\n".join(_page(document, i, path) for i in range(len(document))))
    finally:
        document.close()


def _page(document: Any, index: int, path: str) -> str:
    page = document[index]
    layer = page.get_textpage()
    try:
        text = layer.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
        text = text.replace("\ufffe", "").replace("\x02", "")
        if text.strip():
            return str(text)
        pictured = any(o.type == 3 for o in page.get_objects(max_depth=3))  # 3: an image object
        return _scanned(page, f"{path}, page {index + 1}") if pictured else ""
    finally:
        layer.close()
        page.close()


def _scanned(page: Any, where: str) -> str:
    program = shutil.which("tesseract")
    if program is None:
        hint = "Install tesseract with Vietnamese (Debian: tesseract-ocr tesseract-ocr-vie), or give a PDF with text."
        raise CannotRead(f"{where}: a scan without a text layer.", hint=hint)
    bitmap = page.render(scale=_SCALE, grayscale=True)
    rows = bytes(bitmap.buffer)
    image = b"".join(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height))
    try:
        done = subprocess.run(
            [program, "-", "-", "-l", "vie"],
            input=f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + image,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as e:
        raise CannotRead(f"{where}: tesseract took over {SECONDS} s.", hint="Give a PDF with a text layer.") from e
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CannotRead(
            f"{where}: tesseract failed ({said[-1] if said else 'no reason given'}).",
            hint="Install its data: tesseract-ocr-vie.",
        )
    return done.stdout.decode("utf-8", "replace").strip("\f\n")
