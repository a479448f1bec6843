"""How a text becomes statements.

>>> found = load("ket-luan-13.txt")  # doctest: +SKIP
>>> found.issues  # doctest: +SKIP
"""

from loaders.files import Loaded, Outcome, each, files, load, read_file, text_of
from loaders.state import state

__all__ = ["Loaded", "Outcome", "each", "files", "load", "read_file", "state", "text_of"]
