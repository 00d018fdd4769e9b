"""A question that stands word for word with a fact is answered by that fact, however the ranking saw it."""

from collections.abc import Sequence

from mmbot.answering.decision import Decision, Known
from mmbot.matching.reading import Reading
from mmbot.matching.words import read_words
from mmbot.model import Answered, Fact


def as_written(known: Known, reading: Reading, told: Sequence[Fact]) -> Decision | None:
    """The fact for which just this question is written; None where there is none, where several share it, or where it is *told* already.

    Autocompletion and buttons offer written questions, so each of them has to be answered, whatever the weights say of it.
    """
    index, words = known.index, _words_of_reading(reading)
    numbers = set(index.written.get(index.key(reading.words)))
    if numbers <= {index.number_of(fact) for fact in told}:  # mostly so, and then no question need be read
        return None
    facts = [fact for number in sorted(numbers) if _has(fact := index.facts[number].fact, words)]
    if len(facts) != 1 or facts[0] in told:
        return None
    answer = Answered((facts[0],), known.library.siblings(facts[0]))
    return Decision(answer, reading, known.ranked(reading), (facts[0].entry,))


def _words_of_reading(reading: Reading) -> tuple[str, ...]:
    return tuple(word.folded for word in reading.words)


def _has(fact: Fact, words: tuple[str, ...]) -> bool:
    return any(tuple(word.folded for word in read_words(question)) == words for question in fact.questions)
