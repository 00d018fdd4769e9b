"""Sources as CSL-JSON: short forms for citation lines, full references in APA (Turkish), BibTeX and RIS.

The only user of ``citeproc-py``, imported on first use because an answer does not need it.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path

from mmbot.knowledge.faults import BadKnowledge, Fault
from mmbot.knowledge.short_forms import Csl, short_form
from mmbot.model import Source


def read_sources(path: Path) -> dict[str, Source]:
    """The sources in a CSL-JSON file (what Zotero exports), by id. Raises BadKnowledge where it is none."""
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        fault = Fault(path.name, 1, "file", f"cannot be read ({error.strerror})", "Export the sources as CSL-JSON to it")
        raise BadKnowledge([fault]) from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        fault = Fault(
            path.name, getattr(error, "lineno", 1), "file", f"is no CSL-JSON ({error})", "Export the sources as CSL-JSON again"
        )
        raise BadKnowledge([fault]) from error
    _refuse_incomplete(path.name, items)
    references = _references(json.dumps(items))
    return {item["id"]: Source(item["id"], short_form(item), references[item["id"]], item) for item in items}


def _refuse_incomplete(file: str, items: object) -> None:
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BadKnowledge([Fault(file, 1, "file", "is no CSL-JSON (a list of records)", "Export the sources as CSL-JSON again")])
    for number, item in enumerate(items, 1):
        missing = [key for key in ("id", "type", "title") if not isinstance(item.get(key), str)]
        if missing:
            name = item.get("id") or f"record {number}"
            wrong = f"is no CSL-JSON ({name} has no {missing[0]})"
            raise BadKnowledge([Fault(file, 1, "file", wrong, "Fill it in and export the sources as CSL-JSON again")])


@lru_cache(maxsize=2)  # an import reads the same sources three times, and to write them out takes most of its time
def _references(written: str) -> Mapping[str, str]:
    """The reference of each of the sources that are *written* in JSON, by its id."""
    from citeproc import formatter  # noqa: PLC0415
    from citeproc.frontend import CitationStylesBibliography, CitationStylesStyle  # noqa: PLC0415
    from citeproc.source import Citation as Cited  # noqa: PLC0415
    from citeproc.source import CitationItem  # noqa: PLC0415
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    items: list[Csl] = json.loads(written)
    style_file = resources.files("mmbot.knowledge") / "apa.csl"
    with resources.as_file(style_file) as style_path:
        style = CitationStylesStyle(str(style_path), locale="tr-TR", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([dict(item) for item in items]), formatter.plain)
    for item in items:
        bibliography.register(Cited([CitationItem(item["id"])]))
    return {key: _once(str(text)) for key, text in zip(bibliography.keys, bibliography.bibliography(), strict=True)}


def _once(reference: str) -> str:
    """citeproc-py repeats the title of a work without author behind the date; APA wants it once, in front."""
    repeated = re.match(r"(?P<title>.+?\.) (?P<date>\([^)]*\)\.) (?P=title)", reference)
    return reference.replace(repeated[0], f"{repeated['title']} {repeated['date']}", 1) if repeated else reference


_BIBTEX_TYPES = {"article-journal": "article", "book": "book", "chapter": "incollection"}
_RIS_TYPES = {"article-journal": "JOUR", "book": "BOOK", "chapter": "CHAP"}


def _people(item: Csl) -> list[str]:
    return [", ".join(filter(None, (a.get("family"), a.get("given")))) for a in item.get("author", ())]


def _common(item: Csl) -> dict[str, str]:
    year = item.get("issued", {}).get("date-parts", [[""]])[0][0]
    keys = ("title", "container-title", "volume", "issue", "page", "DOI", "URL", "publisher")
    return {"year": str(year)} | {key: str(item.get(key, "")) for key in keys}


def to_bibtex(source: Source) -> str:
    """The source as a BibTeX record."""
    item, values = source.csl, _common(source.csl)
    fields = {
        "author": " and ".join(_people(item)), "title": values["title"], "journal": values["container-title"],
        "year": values["year"], "volume": values["volume"], "number": values["issue"],
        "pages": values["page"].replace("-", "--"), "doi": values["DOI"], "url": values["URL"], "publisher": values["publisher"],
    }  # fmt: skip
    kind = _BIBTEX_TYPES.get(str(item.get("type")), "misc")
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{source.id},\n" + ",\n".join(lines) + "\n}\n"


def to_ris(source: Source) -> str:
    """The source as a RIS record (lines of two-letter tags)."""
    item, values = source.csl, _common(source.csl)
    first, _, last = values["page"].partition("-")
    tags = [("TY", _RIS_TYPES.get(str(item.get("type")), "GEN"))]
    tags += [("AU", person) for person in _people(item)]
    tags += [
        ("TI", values["title"]), ("JO", values["container-title"]), ("PY", values["year"]), ("VL", values["volume"]),
        ("IS", values["issue"]), ("SP", first), ("EP", last), ("DO", values["DOI"]), ("UR", values["URL"]), ("PB", values["publisher"]),
    ]  # fmt: skip
    return "".join(f"{tag}  - {value}\n" for tag, value in tags if value) + "ER  - \n"


def to_csl_json(source: Source) -> str:
    """The source as CSL-JSON, as it came."""
    return json.dumps([dict(source.csl)], ensure_ascii=False, indent=2) + "\n"
