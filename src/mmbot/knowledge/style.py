"""The faults of writing that a program can see: typography, suffixes, words that did not exist yet."""

import re
from collections.abc import Iterator
from datetime import date

from mmbot.knowledge import flaw_texts as texts
from mmbot.knowledge.faults import Flaw, filled
from mmbot.model import Fact
from mmbot.texts import Say

USSR_FOUNDED = date(1922, 12, 30)
SURNAME_LAW = date(1934, 6, 21)
_RULES: tuple[tuple[re.Pattern[str], Say, Say], ...] = (
    (re.compile("[’‘]"), texts.CURLY_APOSTROPHE, texts.CURLY_APOSTROPHE_REMEDY),
    (re.compile('"'), texts.STRAIGHT_QUOTES, texts.STRAIGHT_QUOTES_REMEDY),
    (re.compile(r"\d\s?-\s?\d"), texts.RANGE_HYPHEN, texts.RANGE_HYPHEN_REMEDY),
    (re.compile(r"\S {2,}\S"), texts.DOUBLE_SPACE, texts.DOUBLE_SPACE_REMEDY),
    (re.compile(r"\s[,.;:!?](?:\s|$)"), texts.EARLY_SPACE, texts.EARLY_SPACE_REMEDY),
    (
        re.compile(r"\b(?:makalenin|yazının) \d+\. sayfas", re.IGNORECASE),
        texts.PAGE_IN_SENTENCE,
        texts.PAGE_IN_SENTENCE_REMEDY,
    ),
    (
        re.compile(r"[^\x00-\u024f\u2013\u2019“”…\u2018\u1e00-\u1eff№°×\u2212]"),  # noqa: RUF001
        texts.ODD_CHARACTER,
        texts.ODD_CHARACTER_REMEDY,
    ),
)
_POSSESSIVE_FAULT = re.compile(
    r"\b(?:Antlaşma|Anlaşma|Kongre|Konferans|Meclis|Mütareke|Hükümet|Heyet|Parti|Fırka|Cemiyet)'s?[ıiuü]\b"
)


def style_flaws(fact: Fact) -> Iterator[Flaw]:
    """Everything in *fact* that an editor should write otherwise."""
    for field, text in (("says", fact.says), ("reason", fact.reason), ("editor_note", _note(fact))):
        for pattern, wrong, remedy in _RULES:
            seen = pattern.search(text)
            if seen:
                around = _around(text, seen)
                told = Say(
                    texts.STYLE_SEEN.to("tr", wrong=wrong.tr, around=around),
                    texts.STYLE_SEEN.to("en", wrong=wrong.en, around=around),
                )
                yield Flaw(fact.name, field, told, remedy)
        seen = _POSSESSIVE_FAULT.search(text)
        if seen:
            yield Flaw(fact.name, field, filled(texts.POSSESSIVE, seen=seen[0]), texts.POSSESSIVE_REMEDY)
    if fact.says and fact.says[-1] not in ".!?…”)":
        yield Flaw(fact.name, "says", texts.NO_FULL_STOP, texts.NO_FULL_STOP_REMEDY)
    yield from _anachronisms(fact)


def _note(fact: Fact) -> str:
    return fact.editor_note.says if fact.editor_note else ""


def _around(text: str, seen: re.Match[str]) -> str:
    return text[max(0, seen.start() - 15) : seen.end() + 15]


def _anachronisms(fact: Fact) -> Iterator[Flaw]:
    if fact.date is None:
        return
    outside_quotes = re.sub("“[^”]*”", "", fact.says)
    if fact.date.last < USSR_FOUNDED and re.search("Sovyetler Birliği|SSCB", outside_quotes):
        yield Flaw(fact.name, "says", texts.EARLY_USSR, texts.EARLY_USSR_REMEDY)
    if fact.date.last < SURNAME_LAW and re.search(r"(?<!Kemal )(?<!Kemal \()\bAtatürk", outside_quotes):
        yield Flaw(fact.name, "says", texts.EARLY_SURNAME, texts.EARLY_SURNAME_REMEDY)
