"""The question set: what people ask, and the facts that must answer.

``questions/*.jsonl``, an object a line: ``q`` the question, ``facts`` every fact that is a right leading answer (none: it must be declined), ``kind`` how it is
put, ``source`` the article it stems from. A third, chosen by a hash of the question, is kept back: it is counted, and never looked at while tuning.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mmbot.answering.decide import decide
from mmbot.app import Prepared
from mmbot.model import Ambiguous, Answered

FOLDER = Path(__file__).parent / "questions"


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    facts: tuple[str, ...]
    kind: str
    source: str
    near: bool

    @property
    def kept_back(self) -> bool:
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 3 == 0


@dataclass(slots=True)
class Outcome:
    """How a set of questions came out."""

    counts: Counter[str] = field(default_factory=Counter)
    certain: Counter[str] = field(default_factory=Counter)  # the same of the answers given without reserve
    failures: list[tuple[str, Asked, str]] = field(default_factory=list)

    @property
    def asked(self) -> int:
        return self.counts.total()

    @property
    def right(self) -> float:
        return self.counts["right"] / max(1, self.asked)

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {count}" for name, count in sorted(self.counts.items()))
        return f"{self.asked} questions: {100 * self.right:.1f} % right ({parts})"


def read_questions() -> list[Asked]:
    return [asked for path in sorted(FOLDER.glob("*.jsonl")) for asked in read_file(path)]


def read_file(path: Path) -> Iterator[Asked]:
    """The questions of one file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Asked(row["q"], tuple(row["facts"]), row["kind"], row.get("source", ""), row.get("near", False))


def ask_all(questions: Iterable[Asked], knowledge: Prepared) -> Outcome:
    """Ask every question on its own and judge the answer.

    Right: one of its facts leads the answer, or – where there is none – nothing is answered. Wrong: another fact leads, or what must be
    declined is answered. A question that is asked back or declined though it has an answer is neither.
    """
    outcome = Outcome()
    for question in questions:
        verdict, said, certain = _judge(question, knowledge)
        outcome.counts[verdict] += 1
        outcome.certain[verdict] += certain
        if verdict != "right":
            outcome.failures.append((verdict, question, said))
    return outcome


def _judge(question: Asked, knowledge: Prepared) -> tuple[str, str, bool]:
    answer = decide(*knowledge, question.text).answer
    match answer:
        case Answered():
            names = [fact.name for fact in answer.facts]
            right = bool(set(names) & set(question.facts))
            return ("right" if right else "wrong"), " ".join(names[:3]), answer.sure
        case Ambiguous(choices):
            verdict = "right" if not question.facts else "asked back"
            return verdict, " | ".join(choice.fact for choice in choices), False
        case _:
            return ("declined" if question.facts else "right"), "", False
