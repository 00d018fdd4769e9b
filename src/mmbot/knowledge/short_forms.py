"""Sources and pages as a citation line names them."""

from collections.abc import Mapping
from typing import Any

from mmbot.model import Citation

Csl = Mapping[str, Any]


def short_form(item: Csl) -> str:
    """How a source is named in a citation line: “Topal 2018”, or its title where no author is known."""
    authors = [author.get("family") or author.get("literal", "") for author in item.get("author", ())]
    name = " & ".join(authors) or item.get("title-short") or item["title"]
    year = item.get("issued", {}).get("date-parts", [[None]])[0][0]
    return f"{name} {year}" if year else str(name)


def page_form(page: str) -> str:
    """A page label for people: “s. 322”, or “PDF s. 4” where only the file's page is known."""
    return f"PDF s. {page.removeprefix('pdf-')}" if page.startswith("pdf-") else f"s. {page}"


def locator(citation: Citation) -> str:
    """Page and footnote of a citation for people: “s. 322, dn. 58”."""
    return page_form(citation.page) + (f", dn. {citation.note}" if citation.note else "")
