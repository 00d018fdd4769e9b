"""The faults of writing that a program can see: typography, suffixes, words that did not exist yet."""

import re
from collections.abc import Iterator
from datetime import date

from mmbot.model import Fact

USSR_FOUNDED = date(1922, 12, 30)
SURNAME_LAW = date(1934, 6, 21)
_RULES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile("[’‘]"), "curly apostrophe", "Write the straight one (')"),
    (re.compile('"'), "straight quotation mark", "Write “ ”"),
    (re.compile(r"\d\s?-\s?\d"), "hyphen in a range", "Write an en dash: 4–11 Eylül"),
    (re.compile(r"\S {2,}\S"), "double space", "Write one space"),
    (re.compile(r"\s[,.;:!?](?:\s|$)"), "space before a punctuation mark", "Remove it"),
    (re.compile(r"\b(?:makalenin|yazının) \d+\. sayfas", re.IGNORECASE), "page number in the sentence", "Leave it to the citation"),
    (re.compile(r"[^\x00-\u024f\u2013\u2019“”…\u2018\u1e00-\u1eff№°×\u2212]"), "odd character", "Type it again"),  # noqa: RUF001
)
_POSSESSIVE_FAULT = re.compile(
    r"\b(?:Antlaşma|Anlaşma|Kongre|Konferans|Meclis|Mütareke|Hükümet|Heyet|Parti|Fırka|Cemiyet)'s?[ıiuü]\b"
)


def style_faults(fact: Fact) -> Iterator[tuple[str, str, str]]:
    """Field, fault and remedy of everything in *fact* that an editor should write otherwise."""
    for field, text in (("says", fact.says), ("reason", fact.reason), ("editor_note", _note(fact))):
        for pattern, wrong, remedy in _RULES:
            seen = pattern.search(text)
            if seen:
                yield field, f"{wrong} in “…{_around(text, seen)}…”", remedy
        seen = _POSSESSIVE_FAULT.search(text)
        if seen:
            yield field, f"apostrophe before a possessive ending in “{seen[0]}”", "Write Antlaşması, not Antlaşma'sı"
    if fact.says and fact.says[-1] not in ".!?…”)":
        yield "says", "does not end with a full stop", "End the sentence"
    yield from _anachronisms(fact)


def _note(fact: Fact) -> str:
    return fact.editor_note.says if fact.editor_note else ""


def _around(text: str, seen: re.Match[str]) -> str:
    return text[max(0, seen.start() - 15) : seen.end() + 15]


def _anachronisms(fact: Fact) -> Iterator[tuple[str, str, str]]:
    if fact.date is None:
        return
    outside_quotes = re.sub("“[^”]*”", "", fact.says)
    if fact.date.last < USSR_FOUNDED and re.search("Sovyetler Birliği|SSCB", outside_quotes):
        yield "says", "“Sovyetler Birliği” before 30 December 1922", "Write Sovyet Rusya"
    if fact.date.last < SURNAME_LAW and re.search(r"(?<!Kemal )(?<!Kemal \()\bAtatürk", outside_quotes):
        yield "says", "“Atatürk” before 1934", "Write Mustafa Kemal Paşa; keep Atatürk for aliases"
