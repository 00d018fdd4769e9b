"""Every written question is answered by the fact with which it stands: autocompletion and buttons offer them."""

from collections import defaultdict

import pytest

from mmbot.answering.decide import decide
from mmbot.app import Prepared
from mmbot.matching.words import read_words
from mmbot.model import Ambiguous, Answered, Unknown

EVERY = 9  # of so many facts one is asked for: all of them take minutes


def test_no_question_stands_with_two_facts(embedded: Prepared) -> None:
    facts = defaultdict(set)
    for fact in embedded[0].facts.values():
        for question in fact.questions:
            facts[" ".join(word.folded for word in read_words(question))].add(fact.name)
    assert {question: names for question, names in facts.items() if len(names) > 1} == {}


def test_a_written_question_is_answered_by_its_fact(embedded: Prepared) -> None:
    library, index = embedded
    others = []
    for fact in list(library.facts.values())[::EVERY]:
        answer = decide(library, index, fact.questions[0]).answer
        asked_back = isinstance(answer, Ambiguous) or (isinstance(answer, Unknown) and answer.nearest)
        if not asked_back and not (isinstance(answer, Answered) and fact in answer.facts):
            others.append((fact.questions[0], fact.name, answer))
    assert others == []


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Çiçerin hangi illeri istedi?", "van-mus-bitlis-istegi/istenen-yerler", id="the-ranking-prefers-another"),
        pytest.param("16 Mart 1920'de ne oldu?", "istanbulun-isgali/tanim", id="a-list-that-holds-it-stays"),
    ],
)
def test_the_fact_is_told(embedded: Prepared, question: str, fact: str) -> None:
    answer = decide(*embedded, question).answer
    assert isinstance(answer, Answered)
    assert fact in {one.name for one in answer.facts}
