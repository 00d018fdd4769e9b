"""One person's conversation in one place: what the last question was about, and which choices were offered."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mmbot.answering.courtesy import courtesy
from mmbot.answering.decided import Decided
from mmbot.answering.decision import Decision
from mmbot.answering.following import about_the_same, likewise, own_words
from mmbot.answering.judging import SURE, names_no_subject, untold
from mmbot.answering.phrasing import question_for
from mmbot.answering.spelt import as_understood
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading, read
from mmbot.model import Ambiguous, Answered, Choice, Clock, Question, Unknown
from mmbot.texts import COURTESIES, UNDERSTOOD_AS
from mmbot.turkish import fold

REMEMBERED = timedelta(minutes=10)
MOST_CONVERSATIONS = 10_000
_SHORT = 2  # words of “ikincisi lütfen”
_YES = frozenset({"evet", "evt", "aynen", "aynen oyle", "olur", "tabii", "he", "yes", "yep", "yeah"})
_ORDINALS = {
    "ilki": 1, "ilk": 1, "birinci": 1, "birincisi": 1, "birincisini": 1, "first": 1, "ikinci": 2, "ikincisi": 2, "ikincisini": 2, "second": 2,
    "ucuncu": 3, "ucuncusu": 3, "ucuncusunu": 3, "third": 3, "dorduncu": 4, "dorduncusu": 4, "sonuncu": 0, "sonuncusu": 0, "last": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Memory:
    until: datetime
    entries: tuple[str, ...]
    choices: tuple[Choice, ...]
    asked: str = ""  # the question that the entries answered, in full
    fact: str = ""  # the one that was told last


class Answering:
    """Answers questions from one library and remembers, per person and place, what they were about.

    *clock* tells the time; the memory of a conversation lasts ten minutes and is never written down. The decisions that it gives are
    without what they were made on (see ``Decided``); whoever wants to know that asks ``decide``.
    """

    def __init__(self, library: Library, index: Index, clock: Clock) -> None:
        self.library = library
        self.index = index
        self._clock = clock
        self._decided = Decided(library, index, self.today)
        self._memories: OrderedDict[tuple[object, str], _Memory] = OrderedDict()

    def today(self) -> date:
        """The day that it is by the clock."""
        return self._clock().date()

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
        return self._decided(text), text

    def _follow(self, text: str, memory: _Memory) -> tuple[Decision, str] | None:
        """The decision on *text* as a follow-up; None where it is a question of its own."""
        for meant in likewise(self.index, text, memory.asked, memory.entries) if self._decided.asks_likewise(text) else ():
            decision = self._decided(meant)
            if isinstance(decision.answer, Answered):
                remark = decision.answer.remark or UNDERSTOOD_AS.format(
                    question=as_understood(self.index, meant, decision.answer.facts)
                )
                return replace(decision, answer=replace(decision.answer, remark=remark)), meant
        if not self._decided.named(text) <= own_words(self.library, memory.entries):
            return None
        reading = read(self.index, text)
        if not reading.words or courtesy(self.library, text) or self._stands_alone(text, reading):
            return None
        for meant in about_the_same(self.library, self.index, reading, memory.asked, memory.entries):
            decision = self._decided(meant)
            if isinstance(decision.answer, Answered) and decision.sure >= SURE and not decision.answer.remark:
                return None if _is_only_a_number(text, decision.answer) else (decision, meant)
        if names_no_subject(reading):  # “neden?”, “nerede doğdu?”: of nothing else
            return Decision(untold(self.library, reading, memory.entries[0]), reading), text
        return None

    def _stands_alone(self, text: str, reading: Reading) -> bool:
        """Whether *text* asks nothing (“x”), or has a date of its own and is answered by it: “16 Mart 1921'de ne oldu?”."""
        if reading.asked.kind == "any" and not reading.telling:
            return True
        return bool(reading.dates) and isinstance(self._decided(text).answer, Answered)

    def _question_for(self, name: str) -> str:
        return question_for(self.library, self.library.facts[name])

    def fact(self, name: str, question: Question) -> Decision:
        """Answer *question*, the press of a button, with the fact *name*. Raises KeyError where there is no such fact any more."""
        decision = self._fact(name)
        key = (question.asker, question.place)
        self._remember(key, decision, self._recall(key), self._question_for(name))
        return decision

    def about(self, entry: str, question: Question, fact: str = "") -> None:
        """Take what *question* was put to – an older answer, say – to be about *entry*, so that it is followed up; *fact* was told there."""
        if entry in self.library.entries:
            told = tuple(self.library.facts[name] for name in (fact,) if name in self.library.facts)
            self._remember((question.asker, question.place), Decision(Answered(told), entries=(entry,)), None, "")

    def told(self, question: Question) -> str:
        """The name of the fact that whoever puts *question* was told last, a short while ago; the empty text where there is none."""
        memory = self._recall((question.asker, question.place))
        return memory.fact if memory and memory.fact in self.library.facts else ""

    def offered(self, question: Question) -> tuple[Choice, ...]:
        """What whoever puts *question* was offered in the last answer."""
        memory = self._recall((question.asker, question.place))
        return memory.choices if memory else ()

    def learn(self, library: Library, index: Index) -> None:
        """Answer from other knowledge from now on; conversations go on."""
        self.library, self.index = library, index
        self._decided = Decided(library, index, self.today)

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
        told = answer.facts[0].name if isinstance(answer, Answered) and answer.facts else ""
        if before and isinstance(answer, Unknown) and answer.reason in COURTESIES:
            told = before.fact
        self._memories[key] = _Memory(self._clock() + REMEMBERED, entries, offered, asked, told)
        self._memories.move_to_end(key)
        while len(self._memories) > MOST_CONVERSATIONS:
            self._memories.popitem(last=False)


def _is_only_a_number(text: str, answer: Answered) -> bool:
    """Whether *text* is a bare number, and *answer* not the article of a treaty with that number."""
    return text.strip().isdigit() and not answer.facts[0].answers[0].startswith("clause-")


def _chosen(text: str, offered: tuple[Choice, ...]) -> Choice | None:
    """The choice that *text* picks, by its number, its words, its place in the row, or – where there is but one – a yes.

    >>> one = Choice("Kars nedir?", "kars/tanim")
    >>> _chosen("İkincisi!", (Choice("a", "b"), one)) == one == _chosen("Evet", (one,))
    True
    """
    typed = fold(text)
    number = _ORDINALS.get(typed.split(" ")[0]) if len(typed.split()) <= _SHORT else None
    if number is not None and number <= len(offered) and offered:
        return offered[number - 1]
    if typed in _YES and len(offered) == 1:
        return offered[0]
    if typed.isdigit() and 1 <= int(typed) <= len(offered):
        return offered[int(typed) - 1]
    return next((choice for choice in offered if fold(choice.text) == typed), None)
