"""Data to stdout, messages to stderr; nothing that a document says can steer a terminal."""

from __future__ import annotations

import re

import click

# C0 and C1 control characters but the line feed and the tab, the marks that turn the direction of a line, and
# the separators that some terminals break a line at.
_STEER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Text on one line without control characters.

    >>> plain("a\\x1b[31m\\nb")
    'a[31m b'
    """
    return " ".join(_STEER.sub("", text).split())


def safe(text: str) -> str:
    """Text of several lines without control characters."""
    return _STEER.sub("", text)


def note(message: str) -> None:
    """A message of one line on stderr."""
    click.echo(f"danchieu: {plain(message)}", err=True)


def out(text: str) -> None:
    """Data on stdout, a line feed behind it."""
    click.echo(text)
