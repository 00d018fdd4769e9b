"""A question that stands word for word with a fact is answered by that fact, however the ranking saw it."""

from collections.abc import Sequence

from mmbot.answering.decision import Decision, Known
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word, read_words
from mmbot.model import Answered, Fact


def as_written(known: Known, reading: Reading, told: Sequence[Fact]) -> Decision | None:
    """The fact for which just this question is written; None where there is none, where several share it, or where it is *told* already.

    Autocompletion and buttons offer written questions, so each of them has to be answered, whatever the weights say of it.
    """
    index, key = known.index, reading.key
    numbers = set(index.written.get(key))
    if numbers <= {index.number_of(fact) for fact in told}:  # mostly so, and then no question need be read
        return None
    words = _folded(reading.words)
    facts = [
        index.fact(number).fact
        for number in sorted(numbers)
        if any(_folded(read_words(one)) == words for one in index.asked_by(number, key))
    ]
    if len(facts) != 1 or facts[0] in told:
        return None
    answer = Answered((facts[0],), known.library.siblings(facts[0]))
    return Decision(answer, reading, known.ranked(reading), (facts[0].entry,))


def _folded(words: Sequence[Word]) -> str:
    """As one text, for an idiom that was read as one word is written as several."""
    return " ".join(part.folded for word in words for part in (word.parts or (word,)))
