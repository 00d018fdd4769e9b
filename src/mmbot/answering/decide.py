"""Decide what to answer: the facts, a question back, or an open “not in my sources”.

A confident wrong answer is the worst outcome, so every step prefers to decline.
"""

import re
from dataclasses import replace
from datetime import date
from functools import partial

from mmbot.answering.courtesy import courtesy, examples
from mmbot.answering.decision import Decision, Known
from mmbot.answering.doubted import asked_openly, doubted
from mmbot.answering.judging import NEARLY_WRITTEN, SURE, WRITTEN, is_written, judge, names_no_subject
from mmbot.answering.misspelt import understood
from mmbot.answering.namesakes import namesakes, stands_for
from mmbot.answering.near_missed import is_near_miss
from mmbot.answering.opened import opened
from mmbot.answering.phrasing import choices
from mmbot.answering.second_look import looked_at_again
from mmbot.answering.special import by_date, clause, clauses, definition
from mmbot.answering.two_questions import COMMA, both
from mmbot.answering.written import as_written
from mmbot.knowledge.library import Library
from mmbot.matching.chatter import without_setting
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import read_words
from mmbot.model import DEFINITION, Ambiguous, Answered, Fact, Unknown
from mmbot.turkish import fold

LONGEST = 600  # characters of a question; whoever pastes more is not asking one thing


def decide(library: Library, index: Index, text: str, today: date | None = None) -> Decision:
    """Answer *text*, which stands by itself; *today* is what “… kaç yıl oldu?” is counted until."""
    if len(text) > LONGEST:
        return Decision(Unknown(reason="too-long"))
    said = courtesy(library, text)
    if said:
        return said
    known = Known(library, index, today)
    each = partial(decide, library, index, today=today)
    two = both(known, text, each) if _MAY_BE_TWO.search(text) else None
    if two is None and COMMA.search(text):
        two = both(known, text, each, COMMA, all_of_it=True)
    if two:
        return two
    reading = read(index, text)
    if not reading.words:
        return Decision(Unknown(reason="empty"))
    decision = _settled(known, reading)
    if isinstance(decision.answer, Answered):
        answer = decision.answer
        if not answer.result and (names_no_subject(reading) or _is_of_another(known, reading, decision, answer.facts[0])):
            return replace(decision, answer=_offered(known, decision), entries=())
    decision = opened(known, reading, decision, partial(_settled, known))  # before any word is guessed to be a slip
    return _declined(known, text, decision) if isinstance(decision.answer, Unknown) else decision


def _declined(known: Known, text: str, decision: Decision) -> Decision:
    """What becomes of a question that was declined: the answer to what it is but for slips, or to the one that would be offered for it."""
    mended_ = _without_setting(known, text) or understood(known, text, decision, partial(_anew, known))
    answer, reading = mended_.answer, decision.reading
    if not isinstance(answer, Unknown) or reading is None:
        return mended_
    same = next((choice.fact for choice in answer.nearest if fold(choice.text) == fold(text)), "")
    if same and answer.reason != "far":  # whoever is offered it is answered, so whoever asks it is
        fact = known.library.facts[same]
        return replace(mended_, answer=Answered((fact,), known.library.siblings(fact)), entries=(fact.entry,))
    if answer.reason in ("no-fact", "unsure", "far") and names_no_subject(reading) and not reading.asked.polar:
        return replace(mended_, answer=Unknown(examples(known.library), reason="no-subject"))
    return mended_


def _without_setting(known: Known, text: str) -> Decision | None:
    """The sure answer to what *text* asks beside the war in which it happened (“Kurtuluş Savaşı'nda Ruslar ne kadar altın verdi?”)."""
    plain = without_setting(text)
    reading = read(known.index, plain) if plain else None
    if reading is None or names_no_subject(reading):
        return None
    decision = _settled(known, reading)
    return decision if isinstance(decision.answer, Answered) and decision.sure >= SURE else None


def _anew(known: Known, text: str) -> Decision:
    """What is found for *text*, which was spelt anew; nothing where that is a near miss."""
    reading = read(known.index, text)
    decision = _settled(known, reading)
    answer = decision.answer
    if isinstance(answer, Answered) and not answer.result and _is_of_another(known, reading, decision, answer.facts[0]):
        return Decision(Unknown())
    return decision


def _settled(known: Known, reading: Reading) -> Decision:
    """What both looks find, and what is written."""
    return _written_or(known, reading, _decide(known, reading))


def _written_or(known: Known, reading: Reading, decision: Decision) -> Decision:
    """*decision*, unless it leaves out the fact for which just this question is written; what was asked back stays asked back."""
    if isinstance(decision.answer, Ambiguous) or (isinstance(decision.answer, Answered) and decision.answer.result):
        return decision  # what was worked out is more than the one fact
    told = decision.answer.facts if isinstance(decision.answer, Answered) else ()
    return as_written(known, reading, told) or decision


def _is_another(known: Known, reading: Reading, decision: Decision, fact: Fact) -> bool:
    """Whether *fact*, which leads, is of the first where the second is asked for, or of a thing where “… kimdi?” asks for somebody unknown."""
    if reading.asked.polar:
        return False
    asked_for = reading.said & _ORDINALS
    if asked_for and not _says_any(known, fact, asked_for):
        return True
    if _asks_for_last(reading) and not _says_last(known, fact):
        return True
    somebody = reading.asked.definition and reading.asked.kind == "who" and not reading.named
    is_one = known.library.entries[fact.entry].kind in ("person", "organisation")
    return somebody and not is_one and not any(ranked.same >= NEARLY_WRITTEN for ranked in decision.ranked[:1])


def _says_any(known: Known, fact: Fact, terms: frozenset[str]) -> bool:
    """Whether *fact*, a question written for it or a name of its entry has any of *terms*."""
    index, names = known.index, " ".join(known.library.entries[fact.entry].names)
    return any(map(terms.intersection, (index.told_of(fact), index.questions(index.number_of(fact)).holding, index.terms(names))))


def _says_last(known: Known, fact: Fact) -> bool:
    return _LAST.search(fold(" ".join((fact.says, *fact.questions, *known.library.entries[fact.entry].names)))) is not None


def _asks_for_last(reading: Reading) -> bool:
    return any(word.folded in ("son", "sonuncu") for word in reading.words[:-1])


def _is_of_another(known: Known, reading: Reading, decision: Decision, fact: Fact) -> bool:
    return _is_another(known, reading, decision, fact) or _is_named_otherwise(reading, fact) or is_near_miss(known, reading, fact)


def _is_named_otherwise(reading: Reading, fact: Fact) -> bool:
    """Whether a name that no entry has is for *fact* a common word: “Mars'ta su var mı?”, where a march was played."""
    unnamed = [word for word in reading.telling if word.tail and word.capital and not reading.is_name(word)]
    if not unnamed:
        return False
    told = [word for text in (fact.says, *fact.questions) for word in read_words(text)]
    common = {word.folded for word in told} - {word.folded for word in told if word.capital}
    return any(term in common for word in unnamed for term, _ in reading.meanings[word.place][:1])


def _offered(known: Known, decision: Decision) -> Unknown:
    """What was found for a question that says of nothing what it asks: it can only be offered."""
    return Unknown(choices(known.library, decision.ranked[:8], count=3), reason="unsure")


# What every question has that is answered by reckoning: a count of time, an order, a comparison, a calendar.
_RECKONS = re.compile(
    r"\b(?:kac|kacinci|\d+ (?:gun|hafta|ay|yil|u?nc[iu] yil)\w*|ne kadar|gecen (?:sure|zaman)|how (?:many|long)|once\w*|sonra\w*|first|earlier|later|"
    r"older|before|after|following|ago|\w*fark\w*|karsilas\w*|kiyas\w*|differ\w*|compar\w*|benzer\w*|yan yana|sira\w*|ayni gun|same day|hangisi ilk|"
    r"eski|yeni|rumi|hicri|miladi|gregorian|takvim\w*|\w*tesrin\w*|\w*kanun\w*|haftanin|gunlerden|hangi gune|weekday|day of the week|1[23]\d\d|"
    r"madde\w*.* ile|kim(?:ler)? neyi|hangi (?:antlasma|anlasma)\w*|treaties|who signed|"
    r"(?:heyet|antlasma|anlasma|kongre|kurultay|konferans|mutareke|savas|muharebe|gazete|firka|parti|protokol)l[ae]r\w*)\b"
)


_MAY_BE_TWO = re.compile(r"(?i:\bbir? ?de\b|ayrıca)|\?\s*\w")
_LAST = re.compile(r"\bson(?:uncu|lar\w*|u|un\w*)?\b|\bnihai\b")
_ORDINALS = frozenset({"=ilk", "=birinci", "=ikinci", "=ucuncu", "=dorduncu"})
_WHICH_FIRST = re.compile(
    r"\b(?:before or after|after or before|once mi(?:ydi)? (?:yoksa )?sonra mi|m[iu] .*\bm[iu] (?:daha )?(?:once|evvel|sonra|ilk|erken|eski)|"
    r"\d{4} (?:sonra|once)(?! m[iu])|(?:sonra|once|after|before) \d)\b"
)
_SEVERAL = re.compile(r"\b(?:hangi (?:antlasma|anlasma)lar|(?:antlasma|anlasma)lar hangi|treaties)")


def _reckoned(known: Known, reading: Reading) -> Decision | None:
    if not _RECKONS.search(" ".join(word.folded for word in reading.words)):
        return None
    from mmbot.answering.reckoning import reckoned  # noqa: PLC0415  ten modules that most questions do not need

    return reckoned(known, reading)


def _is_half_of_it(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether *fact* may lack what is to be worked out.

    It defines (“… sonra ne oldu?” is like “… nedir?”), it gives one of two readings (71 days), or it tells of one thing where two are named.
    """
    told = known.index.told_of(fact)
    names = [word for word in reading.telling if reading.is_name(word)]
    left = any(told.isdisjoint(term for term, _ in reading.meanings[word.place]) for word in names)
    text = " ".join(word.folded for word in reading.words)
    if _WHICH_FIRST.search(text) or (_SEVERAL.search(text) and "list" not in fact.answers):
        return True
    one_of_two = bool(fact.disputes) and (reading.asked.kind == "how-many" or fact.number is not None)
    counts = any(word.folded == "kacinci" for word in reading.words)  # “bugün Kars Antlaşması'nın kaçıncı yılı?”
    return counts or left or fact.id == DEFINITION or one_of_two or (reading.asked.kind == "how-many" and fact.number is None)


def _decide(known: Known, reading: Reading) -> Decision:
    return looked_at_again(known, reading, _by_rules(known, reading))


def _by_rules(known: Known, reading: Reading) -> Decision:
    borne_by_several = namesakes(known, reading)
    if borne_by_several:
        return borne_by_several
    ranked = known.ranked(reading)
    opened = asked_openly(known, reading) if reading.asked.polar and not (ranked and ranked[0].same >= WRITTEN) else None
    if opened:
        return opened
    itself = definition(known, reading) if reading.asked.definition and not (ranked and ranked[0].same >= WRITTEN) else None
    if itself and isinstance(
        itself.answer, Answered
    ):  # “Litvinov kimdir?” is nearly “Kimdi Çiçerin'in yerine gelen Litvinov?”, and asks of him
        return itself
    if is_written(ranked):
        # What is only nearly written may be another question, to be worked out: “hangisi önce, Gümrü mü Moskova mı?”
        settled = ranked[0].same >= WRITTEN and not _is_half_of_it(known, reading, ranked[0].fact)
        judged = (None if settled else _reckoned(known, reading)) or judge(known, reading, ranked)
        if isinstance(judged.answer, Answered):
            return judged
    for attempt in (_reckoned, by_date, clause, stands_for, definition, doubted, clauses):
        decision = attempt(known, reading)
        if decision:
            return decision
    return judge(known, reading, ranked)
