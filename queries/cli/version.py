"""The version, a constant: asking the installed metadata for it takes longer than all of ``danchieu --help``."""

VERSION = "0.1.0"
