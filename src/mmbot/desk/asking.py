"""A question comes to the desk: the answer with its buttons, a question back, or an open “not in my sources”."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from mmbot.answering.decision import Decision
from mmbot.answering.phrasing import spoken
from mmbot.desk import asking_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.follow_ups import follow_ups, starts_a_clause
from mmbot.desk.pacing import asks_too_soon
from mmbot.desk.presses import number_in, pressed, shortened, token, tokens
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.desk.sources import source_buttons
from mmbot.knowledge.library import Library
from mmbot.knowledge.short_forms import locator
from mmbot.model import (
    DEFINITION,
    Ambiguous,
    Answer,
    Answered,
    Choice,
    Citation,
    Language,
    Question,
    TooSoon,
    Unknown,
    Visitor,
)
from mmbot.rendering import Block, blocks, only_turkish
from mmbot.turkish import fold

MISS_LENGTH = 200  # characters of an unanswered question that are kept
MOST_FOLLOW_UPS = 4


def ask(desk: Desk, text: str, visitor: Visitor) -> Reply:
    """Answer what *visitor* asks, as a follow-up where it reads like one."""
    waiting = asks_too_soon(desk, visitor)
    if waiting:
        return waiting
    question = Question(text, visitor.person, visitor.place)
    chosen = _chosen(desk.answering.library, text.strip())
    decision = desk.answering.fact(chosen, question) if chosen else desk.answering.answer(question)
    return answered(desk, decision, text, visitor)


def _chosen(library: Library, text: str) -> str | None:
    """The fact meant by *text* where it is no question but what an autocompletion left: the name of a fact, the id of an entry."""
    if text in library.facts:
        return text
    definition = f"{text}/{DEFINITION}"
    return definition if definition in library.facts else None


def answered(desk: Desk, decision: Decision, text: str, visitor: Visitor) -> Reply:
    """The reply that tells *decision*, which *text* led to; it is counted, and noted where it stayed unanswered."""
    library, language = desk.answering.library, visitor.language
    decision = replace(decision, answer=_offered_in(library, decision.answer, language))
    shown = blocks(library, decision.answer, language)
    about = decision.about
    match decision.answer:
        case Answered():
            _count(desk, "answered", about)
            return Reply(_apologised(decision.answer, shown, language), _answer_buttons(library, decision.answer, language))
        case Ambiguous(choices):
            _count(desk, "ambiguous", about)
            return Reply(shown, choice_buttons(choices))
        case Unknown(nearest, reason="empty" | "too-long" | "no-subject" | "greeting" | "thanks" | "good-bye" | "about-me"):
            return Reply(shown, choice_buttons(nearest))
        case Unknown(nearest, reason=reason):
            _count(desk, "unknown", about)
            miss = _noted(desk, text, about, apart=reason == "far")
            return Reply(shown, (*choice_buttons(nearest), *(_miss_buttons(miss, language) if miss else ())))
        case TooSoon():
            return Reply(shown, only_you=True)


def _offered_in(library: Library, answer: Answer, language: Language) -> Answer:
    """*answer* with what it offers in *language*."""
    match answer:
        case Ambiguous(choices):
            return replace(answer, choices=spoken(library, choices, language))
        case Unknown(nearest):
            return replace(answer, nearest=spoken(library, nearest, language))
        case _:
            return answer


def _noted(desk: Desk, text: str, about: str, *, apart: bool) -> int:
    """The number of the unanswered question *text*; 0 where it could not be noted.

    What is near to nothing that is known – the weather, football – is noted *apart*: moderators see it once somebody passes it on.
    """
    folded = fold(text)[:MISS_LENGTH]
    return desk.outage.spare(lambda: desk.records.misses.note(folded, about, desk.clock(), apart=apart), 0)


def _count(desk: Desk, outcome: str, about: str) -> None:
    desk.tally.count(desk.records.counts, desk.outage, desk.now().date(), outcome, about)


def _apologised(answer: Answered, shown: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
    """With a word for whoever speaks English where something is Turkish only; the citation stays last."""
    apology = only_turkish((*answer.facts, *(sibling.fact for sibling in answer.disputed)), language)
    return (*shown[:-1], *apology, shown[-1]) if shown[-1].role == "citation" else (*shown, *apology)


def show_fact(desk: Desk, short: str, visitor: Visitor) -> Reply:
    """A choice or follow-up was pressed: the fact behind it, which a next question may follow up."""
    name = tokens(desk.answering.library).fact(short)
    if name is None:
        return line(texts.EXPIRED.to(visitor.language)).said_to_one()
    decision = desk.answering.fact(name, Question("", visitor.person, visitor.place))
    return answered(desk, decision, "", visitor)


def show_clauses(desk: Desk, short: str, visitor: Visitor) -> Reply:
    """“Maddeleri” was pressed: the clauses of a treaty, in order."""
    library = desk.answering.library
    entry = tokens(library).entry(short)
    facts = follow_ups(library, entry).clauses if entry else ()
    if not facts:
        return line(texts.EXPIRED.to(visitor.language)).said_to_one()
    return answered(desk, Decision(Answered(facts), entries=(facts[0].entry,)), "", visitor)


def show_source(desk: Desk, short: str, visitor: Visitor) -> Reply:
    """“Kaynak” was pressed: the full reference of each citation, its page and the words that stand there."""
    library = desk.answering.library
    name = tokens(library).fact(short)
    if name is None:
        return line(texts.EXPIRED.to(visitor.language)).said_to_one()
    by_source: dict[str, list[Citation]] = {}
    for citation in library.facts[name].citations:
        by_source.setdefault(citation.source, []).append(citation)
    told = tuple(Block("citation", _in_full(library, source, found, visitor.language)) for source, found in by_source.items())
    return Reply(told, source_buttons(library, by_source), only_you=True)


def forward_miss(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Moderatörlere ilet” was pressed."""
    miss = number_in(typed)
    known = miss is not None and desk.records.misses.forward(miss)
    said = (texts.FORWARDED if known else texts.MISS_GONE).to(visitor.language)
    return Reply((Block("hint", said),), toast=said, only_you=True)


def tell_when_answered(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Yanıtlanınca haber ver” was pressed."""
    miss = number_in(typed)
    known = miss is not None and desk.records.misses.wait(miss, visitor.person, visitor.place, visitor.language)
    said = (texts.WILL_TELL if known else texts.MISS_GONE).to(visitor.language)
    return Reply((Block("hint", said),), toast=said, only_you=True)


def choice_buttons(choices: Iterable[Choice]) -> Rows:
    """One row for each choice."""
    return tuple((Button(shortened(choice.text), pressed("fact", token(choice.fact))),) for choice in choices)


def _answer_buttons(library: Library, answer: Answered, language: Language) -> Rows:
    if not answer.facts:  # only arithmetic, such as a date in another calendar
        return ()
    lead = answer.facts[0]
    others = tuple(islice(_follow_ups(library, answer, language), MOST_FOLLOW_UPS))
    about = token(lead.name)
    last = (
        Button(texts.SOURCE.to(language), pressed("source", about)),
        Button(texts.REPORT.to(language), pressed("report", about)),
    )
    return (others, last) if others else (last,)


def _follow_ups(library: Library, answer: Answered, language: Language) -> Iterator[Button]:
    """What else the entry can answer: one fact for each kind of question that this answer has not told."""
    lead = answer.facts[0]
    told = {fact.name for fact in answer.facts} | {sibling.fact.name for sibling in answer.disputed}
    more = follow_ups(library, lead.entry)
    if more.clauses and not starts_a_clause(lead):
        yield Button(texts.CLAUSES.to(language), pressed("clauses", token(lead.entry)))
    for kind, name in more.others(told, besides=lead.answers):
        yield Button(texts.FOLLOW_UPS[kind].to(language), pressed("fact", token(name)))


def _miss_buttons(miss: int, language: Language) -> Rows:
    return (
        (
            Button(texts.FORWARD.to(language), pressed("forward", miss)),
            Button(texts.TELL_ME.to(language), pressed("wait", miss)),
        ),
    )


def _in_full(library: Library, source: str, citations: Iterable[Citation], language: Language) -> str:
    """The full reference of *source*, and below it a line for each of its *citations*: page, the words that stand there, whether they were found."""
    lines = [library.sources[source].reference, f"{texts.EVIDENCE.to(language)}:"]
    for citation in citations:
        fragments = " · ".join(f"“{fragment}”" for fragment in citation.evidence)
        found = (texts.FOUND if citation.verified else texts.NOT_FOUND).to(language)
        lines.append(f"{locator(citation, language)}: {fragments} ({found})")
    return "\n".join(lines)
