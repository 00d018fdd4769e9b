"""What a question that would be declined is but for slips of the finger: the answer to it, and how it was understood."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import SURE
from mmbot.answering.spelt import as_offered, as_understood
from mmbot.matching.mending import is_unwritten, mended, respelled_by
from mmbot.matching.reading import Reading
from mmbot.matching.respelling import spelled_anew
from mmbot.model import Answered, Fact
from mmbot.texts import UNDERSTOOD_AS

PERHAPS_MEANT = 0.87  # sureness of a meaning up to which a slip explains a word better
NEARLY_SURE = 0.8  # sureness from which a misspelt question is answered, where the rest names what it is about
LIKEST = 2  # facts by whose words a misspelt question is mended


def understood(known: Known, text: str, declined: Decision, ask: Callable[[str], Decision]) -> Decision:
    """The answer to what *text* is but for slips of the finger, and how it was understood; else what was *declined*.

    A written question is surely meant, and so is what only likely slips are made of; where words were guessed, the answer has to be sure.
    *ask* finds the answer to another text.
    """
    meant = mended(known.index, text)
    ways: Iterable[_Way] = [_Way(meant)] if meant else _ways(known, text, declined)
    for way in ways:
        decision = ask(way.text)
        answer = decision.answer
        if not isinstance(answer, Answered) or decision.sure < way.enough or way.fact not in (None, *answer.facts[:1]):
            continue
        shown = meant or as_understood(known.index, way.text, answer.facts)
        shown = as_offered(known.library, shown, answer.facts[0]) if answer.facts else shown
        return replace(decision, answer=replace(answer, remark=answer.remark or UNDERSTOOD_AS.format(question=shown)))
    return declined


class _Way(NamedTuple):
    """What may have been meant, how sure the answer to it must be, and the fact that it must be."""

    text: str
    enough: float = 0.0
    fact: Fact | None = None


def _ways(known: Known, text: str, declined: Decision) -> Iterator[_Way]:
    """The ways to spell *text* anew. That a question is ours must not hang on a word that was guessed."""
    about = declined.reading is not None and bool(declined.reading.named)
    for way in islice(spelled_anew(known.index, text), None if about else 1):
        yield _Way(way.text, 0.0 if way.likely and about else NEARLY_SURE if about and not way.guessed else SURE)
    for spelled, fact in _by_what_was_found(known, text, declined):
        yield _Way(spelled, SURE, fact)


def _by_what_was_found(known: Known, text: str, declined: Decision) -> Iterator[tuple[str, Fact]]:
    """*text* spelled as the facts that are likest are, where it has words that occur nowhere, and the fact that must then answer it."""
    if declined.reading is not None and _is_misspelt(known, declined.reading):
        for ranked in declined.ranked[:LIKEST]:
            spelled = respelled_by(known.index, text, ranked.fact)
            if spelled:
                yield spelled, ranked.fact


def _is_misspelt(known: Known, reading: Reading) -> bool:
    """Whether *reading* has a word that means nothing, or a name that is written nowhere so and only perhaps means another (“Trabzoda”)."""
    perhaps = (word for word in reading.telling if word.capital and reading.meanings[word.place][:1])
    return bool(reading.unknown) or any(
        reading.meanings[word.place][0][1] <= PERHAPS_MEANT and is_unwritten(known.index, word.folded) for word in perhaps
    )
