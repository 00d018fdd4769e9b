"""What can be wrong with entries, whether they stand in files or were just proposed: links, names, lengths, dates, disputes, evidence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from mmbot.knowledge import flaw_texts as texts
from mmbot.knowledge.contradictions import contradictions
from mmbot.knowledge.evidence import RUN, SourceTexts
from mmbot.knowledge.faults import Flaw, advice, filled
from mmbot.knowledge.style import style_flaws
from mmbot.model import Citation, Entry, Fact, Source
from mmbot.turkish import split_words

EVIDENCE_WORDS = 6
SAYS_LENGTH = 420


def flaws(entries: Sequence[Entry], sources: Mapping[str, Source]) -> Iterator[Flaw]:
    """Everything wrong with *entries* that can be seen without the articles. Without *sources*, those are not looked at."""
    facts = {fact.name: fact for entry in entries for fact in entry.facts}
    ids = {entry.id for entry in entries}
    yield from _same_ids(entries)
    yield from name_flaws(entries)
    for fact in facts.values():
        yield from fact_flaws(fact, facts, ids, sources)
    yield from contradictions(facts.values())


def fact_flaws(fact: Fact, facts: Mapping[str, Fact], entries: Iterable[str], sources: Mapping[str, Source]) -> Iterator[Flaw]:
    """What is wrong with one fact among *facts*; *entries* are the ids that there are."""
    for name in ("people", "places", "about"):
        for link in getattr(fact, name):
            if link not in entries:
                yield Flaw(fact.name, name, filled(texts.NO_ENTRY, link=link), advice(link, entries))
    for citation in fact.citations:
        yield from _citation_flaws(fact, citation, sources)
    if len(fact.says) > SAYS_LENGTH:
        wrong, remedy = filled(texts.LONG_SAYS, count=len(fact.says)), filled(texts.LONG_SAYS_REMEDY, most=SAYS_LENGTH)
        yield Flaw(fact.name, "says", wrong, remedy)
    yield from _date_flaws(fact)
    yield from _dispute_flaws(fact, facts)
    yield from style_flaws(fact)


def evidence_flaws(fact: Fact, citation: Citation, articles: SourceTexts) -> Iterator[Flaw]:
    """Fragments of *citation* that do not stand on its page, or add up to a sentence; none where its text is not at hand."""
    pages = articles.pages(citation.source)
    if not pages:
        return
    try:
        for fragment in articles.missing(citation):
            wrong = filled(texts.NOT_ON_PAGE, fragment=fragment, source=citation.source, page=citation.page)
            yield Flaw(fact.name, "citations", wrong, texts.NOT_ON_PAGE_REMEDY)
    except KeyError:
        wrong = filled(texts.NO_PAGE, source=citation.source, page=citation.page)
        yield Flaw(fact.name, "citations", wrong, filled(texts.NO_PAGE_REMEDY, first=pages[0], last=pages[-1]))
    copied = articles.copied(" ".join(citation.evidence))  # fragments that follow each other on the page are a sentence again
    if copied:
        wrong = filled(texts.COPIED_EVIDENCE, run=RUN, words=copied)
        yield Flaw(fact.name, "citations", wrong, texts.COPIED_EVIDENCE_REMEDY)


def copy_flaws(fact: Fact, articles: SourceTexts) -> Iterator[Flaw]:
    """Sentences of *fact* that run as in an article."""
    for name, text in _sentences(fact):
        copied = articles.copied(text)
        if copied:
            yield Flaw(fact.name, name, filled(texts.COPIED, run=RUN, words=copied), texts.COPIED_REMEDY)


def _same_ids(entries: Sequence[Entry]) -> Iterator[Flaw]:
    for one, other in combinations(entries, 2):
        if one.id == other.id:
            yield Flaw(other.id, "id", filled(texts.TAKEN_ID, id=one.id, owner=f"{one.kind}/{one.id}"), texts.TAKEN_ID_REMEDY)


def name_flaws(entries: Iterable[Entry]) -> Iterator[Flaw]:
    """Names that two of *entries* share."""
    owners: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        for alias in entry.names:
            owner = owners.setdefault(tuple(split_words(alias)), entry)
            if owner.id != entry.id:
                wrong = filled(texts.TAKEN_NAME, alias=alias, owner=f"{owner.kind}/{owner.id}")
                yield Flaw(entry.id, "aliases", wrong, filled(texts.TAKEN_NAME_REMEDY, alias=alias))


def _citation_flaws(fact: Fact, citation: Citation, sources: Mapping[str, Source]) -> Iterator[Flaw]:
    if sources and citation.source not in sources:
        yield Flaw(fact.name, "citations", filled(texts.NO_SOURCE, source=citation.source), advice(citation.source, sources))
    for fragment in citation.evidence:
        count = len(fragment.split())
        if count > EVIDENCE_WORDS:
            wrong = filled(texts.LONG_EVIDENCE, fragment=fragment, count=count)
            yield Flaw(fact.name, "citations", wrong, filled(texts.LONG_EVIDENCE_REMEDY, most=EVIDENCE_WORDS))


def _date_flaws(fact: Fact) -> Iterator[Flaw]:
    """A day that the fact claims must be readable in its sentence: a slip of the pen shows here."""
    if fact.date is None or fact.date.precision != "day":
        return
    if not re.search(rf"(?<!\d){fact.date.first.day}(?!\d)", fact.says):
        yield Flaw(fact.name, "date", filled(texts.UNTOLD_DATE, date=fact.date), texts.UNTOLD_DATE_REMEDY)


def _dispute_flaws(fact: Fact, facts: Mapping[str, Fact]) -> Iterator[Flaw]:
    if fact.rank != "normal" and not fact.reason:
        yield Flaw(fact.name, "rank", filled(texts.RANK_REASON, rank=fact.rank), texts.RANK_REASON_REMEDY)
    if fact.disputes is None:
        return
    if not fact.reason:
        yield Flaw(fact.name, "disputes", texts.DISPUTE_REASON, texts.DISPUTE_REASON_REMEDY)
    other = facts.get(fact.disputes)
    if other is None:
        yield Flaw(fact.name, "disputes", filled(texts.NO_FACT, name=fact.disputes), advice(fact.disputes, facts))
    elif other.rank != "preferred":
        wrong, remedy = filled(texts.NOT_PREFERRED, name=other.name), filled(texts.NOT_PREFERRED_REMEDY, name=other.name)
        yield Flaw(fact.name, "disputes", wrong, remedy)
    if fact.rank == "preferred":
        yield Flaw(fact.name, "disputes", texts.PREFERRED_DISPUTES, texts.PREFERRED_DISPUTES_REMEDY)


def _sentences(fact: Fact) -> Iterator[tuple[str, str]]:
    yield from (("says", fact.says), ("says_en", fact.says_en), ("reason", fact.reason))
    yield from (("questions", question) for question in fact.questions)
    if fact.editor_note:
        yield "editor_note", fact.editor_note.says
