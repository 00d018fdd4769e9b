"""Sources and pages as a citation line names them."""

from collections.abc import Mapping
from typing import Any

from mmbot.model import Citation, Language

Csl = Mapping[str, Any]


def short_form(item: Csl) -> str:
    """How a source is named in a citation line: “Topal 2018”, or its title where no author is known."""
    authors = [author.get("family") or author.get("literal", "") for author in item.get("author", ())]
    name = " & ".join(authors) or item.get("title-short") or item["title"]
    year = item.get("issued", {}).get("date-parts", [[None]])[0][0]
    return f"{name} {year}" if year else str(name)


def page_form(page: str, language: Language = "tr") -> str:
    """A page label for people: “s. 322”, or “PDF s. 4” where only the file's page is known; “p.” in English."""
    label = "p." if language == "en" else "s."
    return f"PDF {label} {page.removeprefix('pdf-')}" if page.startswith("pdf-") else f"{label} {page}"


def locator(citation: Citation, language: Language = "tr") -> str:
    """Page and footnote of a citation for people: “s. 322, dn. 58”."""
    note = f", {'n.' if language == 'en' else 'dn.'} {citation.note}" if citation.note else ""
    return page_form(citation.page, language) + note
