"""Plain text and Markdown: the text exactly as decoded, with its line ends and its byte order mark."""

from __future__ import annotations

from graph.errors import CannotRead
from loaders.readers import legacy

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(data: bytes, path: str) -> str:
    """UTF-8; UTF-16 where a byte order mark says so; an encoding before Unicode where the words show it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as e:
                raise CannotRead(f"{path}: says UTF-16 and is not (byte {e.start}).", hint="Save it as UTF-8.") from e
    if b"\0" in data[:65536]:
        raise CannotRead(f"{path}: a binary file, no text.", hint="Check that its name says what it is.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        try:
            text = legacy.decode(data)
        except ModuleNotFoundError:
            text = None
        if text is not None:
            return text
        where = f"byte {e.start} is 0x{data[e.start]:02x}"
        hint = "Save it as UTF-8. TCVN3, VNI, VISCII and VPS are read with: pip install 'danchieu[formats]'"
        raise CannotRead(f"{path}: not UTF-8 ({where}), nor a Vietnamese encoding that is known.", hint=hint) from e
