"""Errors, each named for the act that failed. A message says what was wrong and where; `hint` the next step."""

from __future__ import annotations


class DanchieuError(Exception):
    """The root of all errors that a user can act on."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class CannotRead(DanchieuError):
    """A file is missing, empty, too large, binary, or in an encoding that cannot be told."""


class CannotOpen(DanchieuError):
    """A store is locked, of another version, damaged, or no store at all."""


class CannotReach(DanchieuError):
    """A server is not there, is not what it should be, or refuses us. Never says a password."""


class CannotAnswer(DanchieuError):
    """A query or question is wrong, writes, or names nothing that is known."""


class CannotWrite(DanchieuError):
    """A result cannot be written where it should go."""
