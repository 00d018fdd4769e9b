"""Apply the gates to ranked facts: every telling word explained, enough likeness, a margin to other entries."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Literal

from mmbot.answering.courtesy import examples
from mmbot.answering.decision import Decision, Known
from mmbot.answering.phrasing import choices, question_for
from mmbot.knowledge.library import Library
from mmbot.matching.question_type import is_verb
from mmbot.matching.ranking import Ranked, Ranking, confidence
from mmbot.matching.reading import CLASSES, LIFE, Reading
from mmbot.matching.words import Word
from mmbot.model import Ambiguous, Answered, Choice, Unknown

ENOUGH = 0.7  # confidence below which nothing is answered
PERHAPS = 0.1  # confidence from which it is asked back whether this was meant
MOST_LIKELY = 2  # facts that are then offered first
SURE = 0.9  # confidence from which an answer is given without reserve
WHOLE = 0.85  # share of the question that a fact must explain to be offered
NEARLY_WRITTEN = 0.78
WRITTEN = 0.92  # likeness from which a question is taken for one written for the fact
_ASKED_FOR = frozenset({"hangi", "kac", "kacinci", "which", "what"})
# “Önemi nedir?”: of everything there is an importance; of what, the question does not say.
_OF_ALL = re.compile(r"(?:onem|sonuc|madde|taraf|gorev|amac|sebe[bp]|gerekce|icerig|icerik|tarih|imzaci|uye|baskan|kurucu|hukum|hukm|sart|kosul|rol|kisi|gun|ay|yil|yer)"
                     r"(?!a?[rl]?s)\w{0,7}$")  # fmt: skip
_LIGHT_VERB = re.compile(
    r"(?:et|ed|ol|yap|veril?)(?:[dt][iu]|m[iu]s|[iu]yor|[ae]c[ae]k|[iu]l)\w*"
)  # “istifa etti”: together a verb
NEAR = 0.5  # share of the question that a fact must explain to be offered instead
LONGEST_NAME = 3  # words
CLOSE = 1.0  # two entries nearer than this in score are asked back about


def is_written(ranked: Ranking) -> bool:
    """Whether the best of *ranked* has this very question written down, or nearly so, and nothing needs to be worked out."""
    best = ranked.good[:1]
    return any(one.same >= WRITTEN or (one.same >= NEARLY_WRITTEN and confidence(ranked.good) >= ENOUGH) for one in best)


def judge(known: Known, reading: Reading, ranked: Ranking, *, enough: float = ENOUGH) -> Decision:
    """Answer with the best of the *ranked* facts, ask back between near ones, or decline where confidence is below *enough*."""
    good = ranked.good
    sure = confidence(good)
    if not good or not (reading.telling or is_written(ranked)) or _leaves_the_deed(reading, good[0]):
        return Decision(_unknown(known, reading, ranked), reading, ranked, sure=sure)
    rivals = _rivals(reading, good) if sure >= PERHAPS and len(reading.telling) > 1 else []
    if sure < (max(enough, SURE) if rivals and not is_written(ranked) else enough):
        answer = Ambiguous(choices(known.library, [good[0], *rivals], count=4)) if rivals else _unknown(known, reading, ranked)
        return Decision(answer, reading, ranked, sure=sure)
    best = _preferred(good)
    answered = Answered((best.fact,), known.library.siblings(best.fact), sure=sure >= SURE)
    return Decision(answered, reading, ranked, (best.fact.entry,), sure)


def _leaves_the_deed(reading: Reading, best: Ranked) -> bool:
    """Whether the fact tells nothing of what is doubted to be done: that he did it (“… Mustafa Kemal mi seçildi?”), or a deed nobody did here."""
    deed = reading.telling[-1] if reading.telling and reading.asked.polar else None
    if deed is None or not is_verb(deed) or deed not in best.left:
        return False
    return reading.asked.focus is not None or not reading.meanings[deed.place]


def _preferred(good: Sequence[Ranked]) -> Ranked:
    """The best fact; where it is disputed and the preferred one answers as well, that one."""
    best = max(good[:2], key=lambda one: one.same if one.same >= WRITTEN else 0.0)  # the first, where neither is written
    if best.same >= NEARLY_WRITTEN:  # it is asked what just this source says
        return best
    return next((other for other in good if other.fact.name == best.fact.disputes), best)


def _rivals(reading: Reading, good: Sequence[Ranked]) -> list[Ranked]:
    """Facts of other entries that fit as well as the best, where the question names none: then it is not clear what is meant."""
    best = good[0]
    if reading.named or best.cover < WHOLE:
        return []
    near = [other for other in good[1:] if best.score - other.score < CLOSE and other.fact.entry != best.fact.entry]
    return [other for other in near if other.cover >= WHOLE and best.fact.entry not in other.fact.links]


def _unknown(known: Known, reading: Reading, ranked: Ranking) -> Unknown:
    """That it is not known, and what can be answered instead; where nothing is near, examples of what can be asked."""
    words = reading.unknown or (ranked[0].unexplained if ranked else ())
    about = known.library.title(reading.named[0].entry) if reading.named else ""
    likely = ranked.good[:MOST_LIKELY]
    unsure = bool(likely) and confidence(likely) >= PERHAPS and (bool(reading.named) or len(reading.telling) > 1)
    near = chain(likely if unsure else (), _nearest(known, reading, ranked))
    nearest = choices(known.library, near, count=3, of_one_entry=bool(reading.named))
    if reading.asked.kind.startswith("clause-"):
        return Unknown(nearest, reason="no-clause", about=about)
    if not reading.unknown and not about and _is_a_name_asked_for(reading):
        return Unknown(nearest or examples(known.library), as_typed(reading.telling), "no-entry")
    if not reading.unknown and not about and not nearest:
        return Unknown(examples(known.library), reason="far")
    return Unknown(
        nearest or examples(known.library),
        as_typed(words),
        "words" if reading.unknown else "unsure" if unsure else "no-fact",
        about,
    )


def as_typed(words: Sequence[Word]) -> tuple[str, ...]:
    """*words* as they were typed, those that stand side by side together: “Varşova Paktı”."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.place == groups[-1][-1].place + 1:
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(" ".join(word.typed for word in group) for group in groups)


def _is_a_name_asked_for(reading: Reading) -> bool:
    """Whether it is just asked who or what a name is: “Fatih Sultan Mehmet kimdir?”."""
    places = [word.place for word in reading.telling]
    return reading.asked.definition and 0 < len(places) <= LONGEST_NAME and places[-1] - places[0] == len(places) - 1


def names_no_subject(reading: Reading) -> bool:
    """Whether *reading* says of nothing what it asks: “kim imzaladı?”, “ne zaman öldü?”."""
    return not (reading.named or reading.dates) and not any(_is_subject(reading, word) for word in reading.telling)


def _is_subject(reading: Reading, word: Word) -> bool:
    """Whether *word* can be what a question is about: no verb, not what is asked for (“hangi dilde”), nothing that all have, no mere class (“kongre”)."""
    if is_verb(word) or {term for term, _ in reading.meanings[word.place]} & (LIFE | CLASSES) or _OF_ALL.match(word.folded):
        return False
    after = reading.words[word.place + 1].folded if word.place + 1 < len(reading.words) else ""
    return not _LIGHT_VERB.fullmatch(after) and (word.place == 0 or reading.words[word.place - 1].folded not in _ASKED_FOR)


def untold(library: Library, reading: Reading, entry: str) -> Unknown:
    """That nothing is known of what *reading* asks about *entry*, and what else is known of it."""
    facts = sorted(library.entries[entry].facts, key=lambda fact: (fact.rank == "deprecated", -fact.significance))
    nearest = tuple(Choice(question_for(library, fact), fact.name) for fact in facts[:3])
    reason: Literal["no-clause", "no-fact"] = "no-clause" if reading.asked.kind.startswith("clause-") else "no-fact"
    return Unknown(nearest, reason=reason, about=library.title(entry))


def _nearest(known: Known, reading: Reading, ranked: Ranking) -> Iterator[Ranked]:
    """What can be answered instead: about the entry that was named, else what tells of most of the question."""
    index = known.index
    named = [Ranked(index.facts[number].fact, 0.0) for found in reading.named[:1] for number in index.facts_of[found.entry]]
    named.sort(key=lambda candidate: (candidate.fact.rank == "deprecated", -candidate.fact.significance))
    best = [found for found in islice(ranked, 8) if found.fact.rank != "deprecated"]
    if named:
        entry = named[0].fact.entry
        told = [found for found in best if found.fact.entry == entry]
        return chain(named[:1], told, named[1:], (found for found in best if entry in found.fact.links))
    return (found for found in best if found.cover >= NEAR and len(reading.telling) > 1)  # “hava nasıl?” is near to nothing
