"""Where sql/, expectations/ and seeds/ are, in an installed wheel or in the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_assets"
_CHECKOUT = _PACKAGE.parent.parent


def asset(*parts: str) -> Path:
    """Return the path of a shipped file or folder, given in parts such as "sql", "views"."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)
