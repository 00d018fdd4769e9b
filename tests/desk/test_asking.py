"""Questions at the desk: answered with buttons that lead on, counted without people, noted where there is no answer."""

import pytest
from desk_replies import button, buttons, is_sendable, said

from fakes import FakeClock
from mmbot.desk import dispatch
from mmbot.desk.desk import Desk
from mmbot.desk.presses import pressed, token
from mmbot.desk.records import Waiting
from mmbot.knowledge.library import make_library
from mmbot.model import Visitor
from mmbot.turkish import fold

WHEN = "Moskova Antlaşması ne zaman imzalandı?"
UNKNOWN = "Fenerbahçe ne zaman kuruldu?"
ODD = [
    "x" * 4096,
    "ı" * 4096,
    "<b>",
    "İIıi ŞşĞğ",
    "\u202e",
    "🙂" * 50,
    "%s %n {0} {x}",
    "'; DROP TABLE x;--",
    "@everyone",
    "```",
    "\u200b",
    "\ud83d",
]


def outcomes(desk: Desk) -> list[tuple[str, str, int]]:
    return [(outcome, entry, count) for _, outcome, entry, count in desk.records.counts.outcomes(desk.now().date())]


def test_answers_that_are_given_together_are_counted_when_all_are_given(desk: Desk, visitor: Visitor) -> None:
    with dispatch.together(desk):
        for text in (WHEN, WHEN, UNKNOWN):
            dispatch.ask(desk, text, visitor)
        assert outcomes(desk) == []
    assert set(outcomes(desk)) == {("answered", "moskova-antlasmasi", 2), ("unknown", "", 1)}
    dispatch.ask(desk, WHEN, visitor)
    assert ("answered", "moskova-antlasmasi", 3) in outcomes(desk)


def test_an_answer_has_its_citation_and_buttons_that_lead_on(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.ask(desk, WHEN, visitor)
    assert "16 Mart 1921" in said(reply)
    assert is_sendable(reply)
    labels = [one.label for one in buttons(reply)]
    assert labels[-2:] == ["Kaynak", "Hata bildir"]
    assert "Ne zaman?" not in labels  # that was just told
    for one in list(buttons(reply))[:-1]:
        assert "artık geçerli" not in said(dispatch.press(desk, one.press, visitor))


def test_a_follow_up_button_is_followed_up_itself(desk: Desk, visitor: Visitor) -> None:
    answer = dispatch.ask(desk, "Kars Antlaşması ne zaman imzalandı?", visitor)
    dispatch.press(desk, button(answer, "Nerede?").press, visitor)
    assert "Kars Antlaşması" in said(dispatch.ask(desk, "peki kim imzaladı?", visitor))


def test_the_clauses_of_a_treaty_come_in_order(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.press(desk, pressed("clauses", token("moskova-antlasmasi")), visitor)
    facts = desk.answering.library.entries["moskova-antlasmasi"].facts
    numbered = sorted((int(answer[7:]), fact.says) for fact in facts for answer in fact.answers if answer.startswith("clause-"))
    places = [said(reply).index(says) for _, says in numbered]
    assert places == sorted(places)
    assert len(set(places)) > 3


def test_outcomes_are_counted_by_entry_without_people(desk: Desk, visitor: Visitor) -> None:
    for text in (WHEN, WHEN, "Kâzım kimdir?", UNKNOWN):
        dispatch.ask(desk, text, visitor)
    assert ("answered", "moskova-antlasmasi", 2) in outcomes(desk)
    assert {outcome for outcome, _, _ in outcomes(desk)} == {"answered", "ambiguous", "unknown"}
    assert desk.records.people.data_of(visitor.person) == {}


def test_an_unanswered_question_is_noted_once_folded(desk: Desk, visitor: Visitor, other: Visitor) -> None:
    for text, somebody in ((UNKNOWN, visitor), ("FENERBAHÇE ne zaman kuruldu", other)):
        reply = dispatch.ask(desk, text, somebody)
    assert [(miss.folded, miss.count) for miss in desk.records.misses.open()] == [("fenerbahce ne zaman kuruldu", 2)]
    assert "Fenerbah" in said(reply) or "FENERBAH" in said(reply)


def test_a_miss_can_be_forwarded_and_waited_for(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.ask(desk, UNKNOWN, visitor)
    assert dispatch.press(desk, button(reply, "Moderatörlere ilet").press, visitor).toast.startswith("Moderatörlere iletildi")
    assert dispatch.press(desk, button(reply, "Yanıtlanınca haber ver").press, visitor).toast.startswith("Yanıtlanınca")
    miss = desk.records.misses.open()[0]
    assert miss.forwarded == 1
    assert desk.records.misses.settle([miss.id], fact="a/b") == [Waiting(visitor.person, visitor.place)]


@pytest.mark.parametrize("label", ["Moderatörlere ilet", "Yanıtlanınca haber ver"])
@pytest.mark.parametrize("text", ["Bugün hava nasıl olacak?", "2+2 kaç eder?", "En iyi telefon hangisi?"])
def test_what_is_near_to_nothing_reaches_the_moderators_only_when_somebody_wants_it(
    desk: Desk, visitor: Visitor, text: str, label: str
) -> None:
    reply = dispatch.ask(desk, text, visitor)
    assert outcomes(desk) == [("unknown", "", 1)]
    assert desk.records.misses.open() == []
    dispatch.press(desk, button(reply, label).press, visitor)
    assert [miss.folded for miss in desk.records.misses.open()] == [fold(text)]


@pytest.mark.parametrize("verb", ["forward", "wait"])
@pytest.mark.parametrize("number", ["", "x", "0", "-1", "99999", "9" * 30, "²", "1:2"])
def test_a_miss_that_is_gone_is_said_to_be(desk: Desk, visitor: Visitor, verb: str, number: str) -> None:
    assert "artık listede yok" in said(dispatch.press(desk, f"{verb}:{number}", visitor))


@pytest.mark.parametrize("text", ["", "   ", "???", "x" * 601])
def test_what_is_no_question_is_neither_counted_nor_noted(desk: Desk, visitor: Visitor, text: str) -> None:
    reply = dispatch.ask(desk, text, visitor)
    assert said(reply)
    assert outcomes(desk) == []
    assert desk.records.misses.open() == []


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_get_a_sensible_reply(desk: Desk, visitor: Visitor, text: str) -> None:
    reply = dispatch.ask(desk, text, visitor)
    assert "Beklenmeyen" not in said(reply)
    assert "\u202e" not in said(reply)
    assert len(said(reply)) < 1500
    assert is_sendable(reply)


def test_who_asks_too_often_waits_and_alone(desk: Desk, visitor: Visitor, other: Visitor, clock: FakeClock) -> None:
    for _ in range(desk.limits.person[0]):
        assert "yavaşlayalım" not in said(dispatch.ask(desk, WHEN, visitor))
    refused = dispatch.ask(desk, WHEN, visitor)
    assert "3 saniye" in said(refused)
    assert refused.only_you
    assert "16 Mart" in said(dispatch.ask(desk, WHEN, other))
    clock.advance(seconds=3)
    assert "16 Mart" in said(dispatch.ask(desk, WHEN, visitor))


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("moskova-antlasmasi/imza-tarihi", "moskova-antlasmasi/imza-tarihi"),
        ("moskova-antlasmasi", "moskova-antlasmasi/tanim"),
        (" hamidiye ", "hamidiye/tanim"),
    ],
)
def test_a_value_of_the_autocompletion_is_answered_with_its_fact(desk: Desk, visitor: Visitor, typed: str, fact: str) -> None:
    reply = dispatch.run(desk, "sor", typed, visitor)
    assert reply.blocks[0].text == desk.answering.library.facts[fact].says
    assert desk.records.misses.open() == []


@pytest.mark.parametrize("verb", ["fact", "clauses", "source", "entry", "report"])
def test_a_button_of_older_knowledge_is_said_to_have_expired(desk: Desk, visitor: Visitor, verb: str) -> None:
    answer = dispatch.ask(desk, WHEN, visitor)
    data = [pressed(verb, token("moskova-antlasmasi")), *(one.press for one in buttons(answer) if one.press.startswith(verb))]
    old = desk.answering.library
    library = make_library([old.entries["hamidiye"]], old.sources)
    desk.answering.learn(library, desk.answering.index)
    for one in data:
        assert "artık geçerli değil" in said(dispatch.press(desk, one, visitor))


def test_a_language_is_spoken_throughout(desk: Desk, english: Visitor) -> None:
    reply = dispatch.ask(desk, "When was the Treaty of Moscow signed?", english)
    assert "The official date" in said(reply)
    assert button(reply, "Report a mistake")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Gümrü ile Moskova antlaşmaları arasında kaç gün var?", "103–106 days"), ("hangisi önce, Gümrü mü Kars mı?", "First Gümrü Antlaşması, 2–3 December 1920"),
        ("12 Kânunusani 1338 miladi", "is 12 January 1922 of the Gregorian calendar"), ("Hicrî 1339 miladi kaç?", "from 15 September 1920 to 3 September 1921"),
        ("Sakarya savaşı kaç gün sürdü?", "22 days, with the first and the last"), ("Moskova ile Kars antlaşmasının farkı ne?", "side by side"),
        ("Moskova Antlaşması'ndan sonra neler oldu?", "After Moskova Antlaşması (16 March 1921)"), ("mosova antlaşmsı ne zmn imzlandı", "Treaty of Moscow"),
    ],
)  # fmt: skip
def test_what_is_worked_out_is_said_in_english_too(desk: Desk, english: Visitor, question: str, told: str) -> None:
    reply = dispatch.ask(desk, question, english)
    assert told in said(reply)
    frame = "\n".join(
        block.text for block in reply.blocks if not block.text.startswith(("•", "Told otherwise", "A slip", "Editor"))
    )
    assert not [word for word in (" gün ", "Kaynak", " s. ", " dn. ", "Aralık", " ve ", "Mart ") if word in frame]


def test_a_date_in_another_calendar_is_answered_though_nothing_is_cited(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.ask(desk, "Hicrî 1339 miladi kaç?", visitor)
    assert said(reply).startswith("Hicrî 1339, çizelge hesabıyla")
    assert reply.buttons == ()
    (item,) = dispatch.inline(desk, "Hicrî 1339 miladi kaç?", "", visitor).items
    assert "Hicrî 1339" in said(item.reply)


def test_whoever_speaks_english_is_told_once_what_there_is_in_turkish_only(desk: Desk, english: Visitor, visitor: Visitor) -> None:
    only = "in Turkish only"
    disputed, plain_fact = (
        said(dispatch.ask(desk, text, english))
        for text in ("Moskova Antlaşması ne zaman imzalandı?", "Kars Antlaşması ne zaman imzalandı?")
    )
    assert disputed.count(only) == 1
    assert disputed.splitlines()[-1].startswith("Source: Topal 2018, p. 314")
    assert only not in plain_fact or "slip" in plain_fact
    assert only not in said(dispatch.ask(desk, "Moskova Antlaşması ne zaman imzalandı?", visitor))


@pytest.mark.parametrize(
    ("about", "label", "told"),
    [
        ("Kars Antlaşması'nı kim imzaladı?", "Ne zaman?", "13 Ekim 1921'de imzalandı"), ("Kars Antlaşması ne zaman imzalandı?", "Nerede?", "Kars'ta imzalandı"),
        ("Moskova Antlaşması nedir?", "Kim?", "Çiçerin ile Celal Korkmazov imzaladı"), ("Gümrü ne zaman imzalandı?", "Kim?", "Kâzım Karabekir"),
    ],
)  # fmt: skip
def test_a_follow_up_leads_to_what_tells_that_above_all(desk: Desk, visitor: Visitor, about: str, label: str, told: str) -> None:
    """Not to a ratification that tells when and where, while another fact tells where it was signed."""
    assert told in said(dispatch.press(desk, button(dispatch.ask(desk, about, visitor), label).press, visitor))
