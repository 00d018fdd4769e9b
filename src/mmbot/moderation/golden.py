"""The questions whose answer would be another one if a proposal were live."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock

from mmbot.answering.decide import decide
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.model import Ambiguous, Answered, Entry
from mmbot.rendering import blocks, plain

KEPT = 4  # proposals whose questions are remembered
MOST = 300  # questions asked of both; each takes some milliseconds

Said = tuple[tuple[str, ...], str]  # the names of what answers, and the whole text that a person would see
Knowledge = tuple[Library, Index]


@dataclass(frozen=True, slots=True)
class Changed:
    """A question with its answers before and after, as a person would read them.

    *reworded*: the same facts answer, in other words; else other facts answer, or none does.
    """

    question: str
    before: str
    after: str
    reworded: bool


class Foreseen:
    """What was worked out about the last few proposals, so that nobody waits for it twice; safe to call from any thread.

    One is worked out at a time: each takes seconds, and would take them from those who are being answered.
    """

    def __init__(self) -> None:
        self._working = Lock()
        self._known: tuple[tuple[Library, Entry, int, list[Changed]], ...] = ()
        self._standing: tuple[Library | None, dict[str, Said]] = (None, {})

    def known(self, library: Library, after: Entry, most: int) -> list[Changed] | None:
        """What :meth:`work_out` gave for this knowledge, entry and number of questions; None where it was not called, or long ago."""
        kept = self._known
        return next((found for one, entry, asked, found in kept if one is library and entry == after and asked == most), None)

    def work_out(self, library: Library, after: Entry, most: int, work: Callable[[], list[Changed]]) -> list[Changed]:
        """What *work* gives, or gave already."""
        with self._working:
            found = self.known(library, after, most)
            if found is None:
                found = work()
                self._known = (*self._known, (library, after, most, found))[-KEPT:]
            return found

    def standing(self, library: Library) -> dict[str, Said]:
        """What is answered from *library*, by question, to be filled and looked up by :func:`changed`: it is the same for every proposal."""
        if self._standing[0] is not library:
            self._standing = (library, {})
        return self._standing[1]


def changed(
    before: Knowledge, after: Knowledge, questions: Iterable[str], standing: dict[str, Said] | None = None
) -> list[Changed]:
    """Which of the *questions* (the first 300) are answered otherwise from *after*; those with other facts first.

    *standing*: what is known to be answered from *before*; what is found out is added.
    """
    found, standing = [], {} if standing is None else standing
    for question in list(dict.fromkeys(questions))[:MOST]:
        old = standing[question] = standing.get(question) or _answered(before, question)
        new = _answered(after, question)
        if old != new:
            found.append(Changed(question, old[1], new[1], old[0] == new[0]))
    return sorted(found, key=lambda one: one.reworded)


def questions_about(library: Library, entry: Entry, golden: Iterable[str] = ()) -> list[str]:
    """What to ask when *entry* has changed: the questions of its facts, new and old, of facts that lean on it, then the *golden* set."""
    own = list(entry.facts)
    standing = library.entries.get(entry.id)
    own += standing.facts if standing else ()
    leaning = [fact for fact in library.facts.values() if fact.entry != entry.id and entry.id in fact.links]
    asked = [question for fact in (*own, *leaning) for question in fact.questions]
    return list(dict.fromkeys((*asked, *golden)))


def _answered(knowledge: Knowledge, question: str) -> Said:
    library, index = knowledge
    answer = decide(library, index, question).answer
    names: tuple[str, ...] = (type(answer).__name__,)
    if isinstance(answer, Answered):
        names += tuple(fact.name for fact in answer.facts)
    elif isinstance(answer, Ambiguous):
        names += tuple(choice.fact for choice in answer.choices)
    return names, plain(blocks(library, answer))
