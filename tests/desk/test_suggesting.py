"""Autocompletion: what begins so first, what is like it after, each value once, within Discord's limits."""

from dataclasses import replace

import pytest
from desk_replies import said

from mmbot.desk import dispatch
from mmbot.desk.commands import Takes
from mmbot.desk.desk import Desk
from mmbot.knowledge.library import make_library
from mmbot.model import Visitor

TAKES: tuple[Takes, ...] = ("question", "entry", "fact", "source")
ODD = [
    "",
    " ",
    "'",
    "<b>",
    "%s {0}",
    "x" * 4000,
    "ı" * 4000,
    "\u202e",
    "🙂" * 50,
    "'; DROP TABLE x;--",
    "@everyone",
    "a" + "\u0301" * 100,
]


@pytest.mark.parametrize(
    ("takes", "typed", "value"),
    [
        pytest.param("entry", "mosk", "moskova-antlasmasi", id="beginning"),
        pytest.param("entry", "MOSKOVA ANTLASMASI", "moskova-antlasmasi", id="without-turkish-letters"),
        pytest.param("entry", "kars antlaşmsı", "kars-antlasmasi", id="mistyped"),
        pytest.param("entry", "chicherin", "georgiy-cicerin", id="alias"),
        pytest.param("entry", "karsin geri", "karsin-kurtulusu", id="without-apostrophe"),
        pytest.param("question", "moskova antlaşması ne zaman", "moskova-antlasmasi/imza-tarihi", id="question-begun"),
        pytest.param("question", "kars antlaşmsı kim imzladı", "kars-antlasmasi/imzacilar", id="question-mistyped"),
        pytest.param("question", "when was the treaty of mos", "moskova-antlasmasi/imza-tarihi", id="english"),
        pytest.param("question", "Moskova Antlaşması", "moskova-antlasmasi/tanim", id="title-among-questions"),
        pytest.param("fact", "moskova imza-tar", "moskova-antlasmasi/imza-tarihi", id="fact-by-its-id"),
        pytest.param("fact", "moskova antlaşması", "moskova-antlasmasi", id="entry-among-facts"),
        pytest.param("source", "benhur", "benhur-2008", id="author"),
        pytest.param("source", "2018", "topal-2018", id="year"),
    ],
)
def test_the_value_wanted_is_offered_first(desk: Desk, visitor: Visitor, takes: Takes, typed: str, value: str) -> None:
    assert dispatch.suggest(desk, takes, typed, visitor)[0].fact == value


@pytest.mark.parametrize("takes", TAKES)
@pytest.mark.parametrize("typed", [*ODD, "m", "antlaşma", "ne zaman"])
def test_whatever_is_typed_the_limits_hold(desk: Desk, visitor: Visitor, takes: Takes, typed: str) -> None:
    choices = dispatch.suggest(desk, takes, typed, visitor)
    assert len(choices) <= 25
    assert all(0 < len(choice.text) <= 100 and 0 < len(choice.fact) <= 100 for choice in choices)
    assert len({choice.fact for choice in choices}) == len({choice.text for choice in choices}) == len(choices)


@pytest.mark.parametrize("takes", TAKES)
def test_nothing_typed_offers_what_matters_most(desk: Desk, visitor: Visitor, takes: Takes) -> None:
    choices = dispatch.suggest(desk, takes, "", visitor)
    assert len(choices) == (5 if takes == "source" else 25)
    library = desk.answering.library
    known = library.entries.keys() | library.facts.keys() | library.sources.keys()
    assert {choice.fact for choice in choices} <= known
    assert takes == "source" or choices[0].fact.startswith("moskova-antlasmasi")


@pytest.mark.parametrize("takes", ["date", "time", "text"])
def test_what_cannot_be_listed_is_not_suggested(desk: Desk, visitor: Visitor, takes: Takes) -> None:
    assert dispatch.suggest(desk, takes, "16", visitor) == []


@pytest.mark.parametrize(("command", "takes"), [("sor", "question"), ("madde", "entry"), ("kaynak", "source")])
def test_a_value_that_was_chosen_is_answered(desk: Desk, visitor: Visitor, command: str, takes: Takes) -> None:
    for choice in dispatch.suggest(desk, takes, "", visitor)[:5]:
        reply = dispatch.run(desk, command, choice.fact, visitor)
        assert "Kaynak: " in said(reply) or "bu kaynağı gösteriyor" in said(reply)


def test_a_question_written_for_two_facts_is_offered_once(desk: Desk, visitor: Visitor) -> None:
    old = desk.answering.library
    entry = old.entries["moskova-antlasmasi"]
    facts = tuple(replace(fact, questions=("Qwxz ne demektir?",)) for fact in entry.facts[:3])
    desk.answering.learn(make_library([replace(entry, facts=facts)], old.sources), desk.answering.index)
    assert [choice.text for choice in dispatch.suggest(desk, "question", "qwxz", visitor)] == ["Qwxz ne demektir?"]


def test_new_knowledge_is_offered_at_once(desk: Desk, visitor: Visitor) -> None:
    old = desk.answering.library
    dispatch.suggest(desk, "entry", "m", visitor)
    entry = replace(old.entries["hamidiye"], title="Qwxz Gemisi", aliases=())
    desk.answering.learn(make_library([entry], old.sources), desk.answering.index)
    assert [choice.text for choice in dispatch.suggest(desk, "entry", "qwx", visitor)] == ["Qwxz Gemisi"]
    assert dispatch.suggest(desk, "entry", "mosk", visitor) == []
