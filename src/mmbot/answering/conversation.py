"""One person's conversation in one place: what the last question was about, and which choices were offered."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mmbot.answering.courtesy import courtesy
from mmbot.answering.decide import decide
from mmbot.answering.decision import Decision
from mmbot.answering.following import about_the_same, likewise
from mmbot.answering.judging import SURE, names_no_subject, untold
from mmbot.answering.phrasing import question_for
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.reading import read
from mmbot.model import Ambiguous, Answered, Choice, Clock, Question, Unknown
from mmbot.texts import UNDERSTOOD_AS
from mmbot.turkish import fold

REMEMBERED = timedelta(minutes=10)
MOST_CONVERSATIONS = 10_000


@dataclass(frozen=True, slots=True)
class _Memory:
    until: datetime
    entries: tuple[str, ...]
    choices: tuple[Choice, ...]
    asked: str = ""  # the question that the entries answered, in full


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
            decision, said = self._fact(chosen.fact), self._question_for(chosen.fact)
        else:
            decision, said = self._decide(question.text, memory)
        self._remember(key, decision, memory, said)
        return decision

    def _decide(self, text: str, memory: _Memory | None) -> tuple[Decision, str]:
        """The decision on *text*, and what it asks in full."""
        if memory and memory.entries:
            followed = self._follow(text, memory)
            if followed:
                return followed
        return decide(self.library, self.index, text), text

    def _follow(self, text: str, memory: _Memory) -> tuple[Decision, str] | None:
        """The decision on *text* as a follow-up; None where it is a question of its own."""
        for meant in likewise(self.index, text, memory.asked, memory.entries):
            decision = decide(self.library, self.index, meant)
            if isinstance(decision.answer, Answered):
                remark = decision.answer.remark or UNDERSTOOD_AS.format(question=meant)
                return replace(decision, answer=replace(decision.answer, remark=remark)), meant
        reading = read(self.index, text)
        if not reading.words or courtesy(self.library, text):
            return None
        for meant in about_the_same(self.library, self.index, reading, memory.asked, memory.entries):
            decision = decide(self.library, self.index, meant)
            if isinstance(decision.answer, Answered) and decision.sure >= SURE and not decision.answer.remark:
                return decision, meant
        if names_no_subject(reading):  # “neden?”, “nerede doğdu?”: of nothing else
            return Decision(untold(self.library, reading, memory.entries[0]), reading), text
        return None

    def _question_for(self, name: str) -> str:
        return question_for(self.library, self.library.facts[name])

    def fact(self, name: str, question: Question) -> Decision:
        """Answer *question*, the press of a button, with the fact *name*. Raises KeyError where there is no such fact any more."""
        decision = self._fact(name)
        key = (question.asker, question.place)
        self._remember(key, decision, self._recall(key), self._question_for(name))
        return decision

    def about(self, entry: str, question: Question) -> None:
        """Take what *question* was put to – an older answer, say – to be about *entry*, so that it is followed up."""
        if entry in self.library.entries:
            self._remember((question.asker, question.place), Decision(Answered(()), entries=(entry,)), None, "")

    def learn(self, library: Library, index: Index) -> None:
        """Answer from other knowledge from now on; conversations go on."""
        self.library, self.index = library, index

    def _fact(self, name: str) -> Decision:
        fact = self.library.facts[name]
        return Decision(Answered((fact,), self.library.siblings(fact)), entries=(fact.entry,))

    def _recall(self, key: tuple[object, str]) -> _Memory | None:
        memory = self._memories.get(key)
        return memory if memory and memory.until > self._clock() else None

    def _remember(self, key: tuple[object, str], decision: Decision, before: _Memory | None, asked: str) -> None:
        answer = decision.answer
        offered = answer.choices if isinstance(answer, Ambiguous) else answer.nearest if isinstance(answer, Unknown) else ()
        if before and not decision.entries:
            asked = before.asked
        entries = decision.entries or (before.entries if before else ())
        self._memories[key] = _Memory(self._clock() + REMEMBERED, entries, offered, asked)
        self._memories.move_to_end(key)
        while len(self._memories) > MOST_CONVERSATIONS:
            self._memories.popitem(last=False)


def _chosen(text: str, offered: tuple[Choice, ...]) -> Choice | None:
    """The choice that *text* picks, by its number or its words."""
    typed = fold(text)
    if typed.isdigit() and 1 <= int(typed) <= len(offered):
        return offered[int(typed) - 1]
    return next((choice for choice in offered if fold(choice.text) == typed), None)
