"""The gate on the question set. None may be answered wrongly; the floors of right answers are what is reached, to keep it."""

import random
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from asked import Asked, Outcome, ask_all, read_questions
from mmbot.app import Prepared

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
from turkish_noise import NOISES

WRONG_AT_MOST = {False: 0, True: 0}
RIGHT_AT_LEAST = {False: 0.97, True: 0.97}
KINDS = {
    "plain",
    "ascii",
    "typo",
    "keywords",
    "chatty",
    "inflected",
    "synonym",
    "premise",
    "twin",
    "clause",
    "polar",
    "english",
    "date",
}


@pytest.fixture(scope="module")
def outcomes(embedded: Prepared) -> dict[bool, Outcome]:
    questions = read_questions()
    return {kept: ask_all((q for q in questions if q.kept_back is kept), embedded) for kept in (False, True)}


def _listed(outcome: Outcome, verdict: str) -> list[str]:
    return [f"{question.text} → {said}, not {question.facts}" for found, question, said in outcome.failures if found == verdict]


@pytest.mark.parametrize("kept", [False, True], ids=["tuned-on", "kept-back"])
def test_no_question_is_answered_wrongly(outcomes: dict[bool, Outcome], kept: bool) -> None:
    assert len(_listed(outcomes[kept], "wrong")) <= WRONG_AT_MOST[kept], _listed(outcomes[kept], "wrong")


@pytest.mark.parametrize("kept", [False, True], ids=["tuned-on", "kept-back"])
def test_nearly_all_questions_are_answered_right(outcomes: dict[bool, Outcome], kept: bool) -> None:
    print(outcomes[kept])
    assert outcomes[kept].right >= RIGHT_AT_LEAST[kept], str(outcomes[kept])


CERTAIN_RIGHT_AT_LEAST = 0.995
NOISY = ("letters", "typo", "typos", "suffix", "case")


def _noisy(question: Asked, number: int) -> Asked:
    """*question* with noise, the same in every run."""
    return replace(question, text=NOISES[NOISY[number % len(NOISY)]](question.text, random.Random(f"{number} {question.text}")))  # noqa: S311


def test_what_is_given_as_certain_is_right(embedded: Prepared, outcomes: dict[bool, Outcome]) -> None:
    certain = outcomes[False].certain + outcomes[True].certain
    clean = [question for question in read_questions() if len(question.text) > 12][::2]  # half of them, for time
    noisy = ask_all([_noisy(question, number) for number, question in enumerate(clean)], embedded)
    certain += noisy.certain
    given = certain["right"] + certain["wrong"]
    assert given >= 1000
    assert certain["right"] / given >= CERTAIN_RIGHT_AT_LEAST, _listed(noisy, "wrong")


def test_the_set_is_large_and_spread() -> None:
    questions = read_questions()
    assert len(questions) >= 900
    assert len({question.text for question in questions}) == len(questions)
    declined = [question for question in questions if not question.facts]
    assert len(declined) >= 180
    assert sum(question.near for question in declined) >= len(declined) / 2
    assert {question.kind for question in questions} >= KINDS
    sources = Counter(question.source for question in questions)
    least = {"girisim-2017": 90, "topal-2018": 200, "kafkas-seddi": 80, "ders-notu": 80, "benhur-2008": 300}
    assert {source: sources[source] >= count for source, count in least.items()} == dict.fromkeys(least, True)


def test_every_expected_fact_exists(embedded: Prepared) -> None:
    library, _ = embedded
    missing = {(q.text, name) for q in read_questions() for name in q.facts if name not in library.facts}
    assert missing == set()
