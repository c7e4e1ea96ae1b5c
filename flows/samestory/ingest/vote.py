"""What trafilatura takes for the main text of a page, for cleaning to weigh."""

from lxml import etree
from lxml.html import HtmlElement as Tree
from trafilatura import extract


def main_text(tree: Tree) -> str:
    """Return trafilatura's main text of a page's tree, which stays as it is; empty where it finds none or gives up."""
    try:
        return extract(tree, include_comments=False) or ""
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        # A page too broken for it is judged by its lines alone.
        return ""
