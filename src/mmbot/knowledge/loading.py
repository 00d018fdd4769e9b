"""A library from a folder of files, each citation marked that a program has found on its page."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from mmbot.knowledge.citations import read_sources
from mmbot.knowledge.faults import BadKnowledge, Fault
from mmbot.knowledge.files import read_folder
from mmbot.knowledge.library import Library, make_library
from mmbot.model import Citation, Entry

VERIFIED = "verified.json"  # which citations a program has found on their pages, written by “mmbot check --sources --stamp”


def load_library(folder: Path) -> Library:
    """Read the library in *folder*. Raises BadKnowledge with every fault that keeps a file from being understood."""
    reading = read_folder(folder)
    if reading.faults:
        raise BadKnowledge(reading.faults)
    verified = read_verified(folder)
    entries = [mark_verified(entry, verified) for entry in reading.entries]
    return make_library(entries, read_sources(folder / "sources.json"))


def fingerprint(citation: Citation) -> str:
    """What identifies a citation's claim – source, page, fragments – in the file of verified ones."""
    claim = "\n".join((citation.source, citation.page, *citation.evidence))
    return hashlib.sha256(claim.encode()).hexdigest()[:12]


def read_verified(folder: Path) -> frozenset[str]:
    """The fingerprints of the citations that were found on their pages; none where nobody has looked yet."""
    path = folder / VERIFIED
    if not path.exists():
        return frozenset()
    try:
        return frozenset(json.loads(path.read_text(encoding="utf-8"))["found"])
    except (ValueError, KeyError, TypeError) as error:
        fault = Fault(
            VERIFIED, 1, "file", f"is not what “check --stamp” wrote ({error})", "Run mmbot check --sources DIR --stamp again"
        )
        raise BadKnowledge([fault]) from error


def write_verified(folder: Path, citations: Iterable[Citation]) -> None:
    """Note *citations* as found on their pages."""
    text = verified_text({fingerprint(citation) for citation in citations})
    (folder / VERIFIED).write_text(text, encoding="utf-8")


def verified_text(found: Collection[str]) -> str:
    """What stands in the file of verified citations when those with the fingerprints *found* are."""
    return json.dumps({"found": sorted(found)}, indent=0) + "\n"


def mark_verified(entry: Entry, verified: Collection[str]) -> Entry:
    """*entry*, its citations marked verified where their fingerprints are among *verified*, and only there."""
    facts = tuple(
        replace(fact, citations=tuple(_marked(citation, verified) for citation in fact.citations)) for fact in entry.facts
    )
    return replace(entry, facts=facts)


def _marked(citation: Citation, verified: Collection[str]) -> Citation:
    return replace(citation, verified=fingerprint(citation) in verified)
