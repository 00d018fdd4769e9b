"""One person's conversation in one place: what the last question was about, and which choices were offered."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from mmbot.answering.decide import decide
from mmbot.answering.decision import Decision
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.model import Ambiguous, Answered, Choice, Clock, Question, Unknown
from mmbot.turkish import fold

REMEMBERED = timedelta(minutes=10)
MOST_CONVERSATIONS = 10_000


@dataclass(frozen=True, slots=True)
class _Memory:
    until: datetime
    entries: tuple[str, ...]
    choices: tuple[Choice, ...]


class Answering:
    """Answers questions from one library and remembers, per person and place, what they were about.

    *clock* tells the time; the memory of a conversation lasts ten minutes and is never written down.
    """

    def __init__(self, library: Library, index: Index, clock: Clock) -> None:
        self.library = library
        self.index = index
        self._clock = clock
        self._memories: OrderedDict[tuple[object, str], _Memory] = OrderedDict()

    def answer(self, question: Question) -> Decision:
        """Answer *question*, as a follow-up of this person's last one in this place where it reads like one."""
        key = (question.asker, question.place)
        memory = self._recall(key)
        chosen = _chosen(question.text, memory.choices) if memory else None
        if chosen and chosen.fact in self.library.facts:
            decision = self._fact(chosen.fact)
        else:
            decision = decide(self.library, self.index, question.text, memory.entries if memory else ())
        self._remember(key, decision, memory)
        return decision

    def fact(self, name: str, question: Question) -> Decision:
        """Answer *question*, the press of a button, with the fact *name*. Raises KeyError where there is no such fact any more."""
        decision = self._fact(name)
        key = (question.asker, question.place)
        self._remember(key, decision, self._recall(key))
        return decision

    def about(self, entry: str, question: Question) -> None:
        """Take what *question* was put to – an older answer, say – to be about *entry*, so that it is followed up."""
        if entry in self.library.entries:
            self._remember((question.asker, question.place), Decision(Answered(()), entries=(entry,)), None)

    def learn(self, library: Library, index: Index) -> None:
        """Answer from other knowledge from now on; conversations go on."""
        self.library, self.index = library, index

    def _fact(self, name: str) -> Decision:
        fact = self.library.facts[name]
        return Decision(Answered((fact,), self.library.siblings(fact)), entries=(fact.entry,))

    def _recall(self, key: tuple[object, str]) -> _Memory | None:
        memory = self._memories.get(key)
        return memory if memory and memory.until > self._clock() else None

    def _remember(self, key: tuple[object, str], decision: Decision, before: _Memory | None) -> None:
        answer = decision.answer
        offered = answer.choices if isinstance(answer, Ambiguous) else answer.nearest if isinstance(answer, Unknown) else ()
        entries = decision.entries or (before.entries if before else ())
        self._memories[key] = _Memory(self._clock() + REMEMBERED, entries, offered)
        self._memories.move_to_end(key)
        while len(self._memories) > MOST_CONVERSATIONS:
            self._memories.popitem(last=False)


def _chosen(text: str, offered: tuple[Choice, ...]) -> Choice | None:
    """The choice that *text* picks, by its number or its words."""
    typed = fold(text)
    if typed.isdigit() and 1 <= int(typed) <= len(offered):
        return offered[int(typed) - 1]
    return next((choice for choice in offered if fold(choice.text) == typed), None)
