"""Plain text and Markdown: bytes to the text that offsets refer to, exactly as decoded."""

from __future__ import annotations

from graph.errors import CannotRead

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, path: str) -> str:
    """The text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so. Line ends stay as they are."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as e:
                raise CannotRead(f"{path}: says UTF-16 and is not (byte {e.start}).", hint="Save it as UTF-8.") from e
    if b"\0" in data[:65536]:
        raise CannotRead(f"{path}: a binary file, no text.", hint="Give a .txt or .md file.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        where = f"byte {e.start} is 0x{data[e.start]:02x}"
        raise CannotRead(f"{path}: not UTF-8 ({where}).", hint="Save it as UTF-8 (older files may be TCVN3 or VNI).") from e
