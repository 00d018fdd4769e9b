"""Why a question was answered as it was: for ``--why`` and for moderators. Speaks English, as logs do."""

from collections.abc import Iterator

from mmbot.answering.decision import Decision
from mmbot.matching.ranking import Ranked
from mmbot.matching.reading import Reading
from mmbot.model import Ambiguous, Answered
from mmbot.turkish import lower

SHOWN = 4


def explain(decision: Decision) -> str:
    """Kind of question, words and their meanings, entries named, the best facts with their scores and the runner-up."""
    lines = [f"outcome: {lower(type(decision.answer).__name__)}, confidence {decision.sure:.2f}"]
    if decision.reading:
        lines += _reading(decision.reading)
    if isinstance(decision.answer, Answered):
        lines.append(
            "facts: " + ", ".join(fact.name for fact in decision.answer.facts) + (" (sure)" if decision.answer.sure else " (near)")
        )
    if isinstance(decision.answer, Ambiguous):
        lines.append("asked back: " + ", ".join(choice.fact for choice in decision.answer.choices))
    lines += [f"{'best' if number == 0 else 'next'}: {_ranked(ranked)}" for number, ranked in enumerate(decision.ranked[:SHOWN])]
    return "\n".join(lines)


def _reading(reading: Reading) -> Iterator[str]:
    want = reading.asked
    marks = [mark for mark, holds in (("definition", want.definition), ("yes/no", want.polar)) if holds]
    yield f"type: {want.kind}" + (f" ({', '.join(marks)})" if marks else "")
    for word in reading.telling:
        meanings = ", ".join(f"{term} {sure:.2f}" for term, sure in reading.meanings[word.place][:4]) or "unknown"
        yield f"word: {word.typed} → {meanings}"
    for typed in reading.dates:
        yield f"date: {typed.day or '?'}.{typed.month or '?'}.{typed.year or '?'}"
    yield "entities: " + (", ".join(f"{found.entry} {found.sureness:.2f} (“{found.written}”)" for found in reading.named) or "none")


def _ranked(ranked: Ranked) -> str:
    parts = " ".join(f"{name} {value:.2f}" for name, value in ranked.parts.items() if value)
    left = f"; unexplained: {' '.join(word.typed for word in ranked.unexplained)}" if ranked.unexplained else ""
    return f"{ranked.fact.name} {ranked.score:.3f} ({parts}{left})"
