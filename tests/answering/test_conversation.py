"""A conversation is one person's in one place: it is remembered for ten minutes, and nobody else's questions touch it."""

import pytest

from fakes import FakeClock
from mmbot.answering.conversation import MOST_CONVERSATIONS, Answering
from mmbot.model import Ambiguous, Answered, Choice, Person, Question, Unknown

AYSE, BARIS = Person("telegram", "7"), Person("telegram", "8")
MOSCOW = "moskova-antlasmasi"
WHEN_MOSCOW = "Moskova Antlaşması ne zaman imzalandı?"
FOLLOW_UP = "peki kim imzaladı?"
WHICH_PARTY = "Türk Komünist Fırkası nedir?"  # two entries bear the name
NOT_KNOWN = "Fenerbahçe ne zaman kuruldu?"


def asked(answering: Answering, text: str, asker: Person = AYSE, place: str = "sohbet") -> list[str]:
    """The names of the facts answered with; none where it is not answered."""
    answer = answering.answer(Question(text, asker, place)).answer
    return [fact.name for fact in answer.facts] if isinstance(answer, Answered) else []


def about(answering: Answering, text: str, asker: Person = AYSE, place: str = "sohbet") -> str:
    """The entry of the fact that leads the answer; the empty text where it is not answered."""
    return next((name.split("/", maxsplit=1)[0] for name in asked(answering, text, asker, place)), "")


def offered(answering: Answering, text: str) -> tuple[Choice, ...]:
    """The choices that a question brings, of which there must be two."""
    match answering.answer(Question(text, AYSE, "sohbet")).answer:
        case Ambiguous(choices) | Unknown(nearest=choices) if len(choices) >= 2:
            return choices
        case answer:
            pytest.fail(f"“{text}” brings no two choices but {answer}")


@pytest.mark.parametrize(
    ("first", "then", "fact"),
    [
        pytest.param(WHEN_MOSCOW, "nerede?", "moskova-antlasmasi/imza-yeri", id="where"),
        pytest.param(WHEN_MOSCOW, "peki nerede imzalandı?", "moskova-antlasmasi/imza-yeri", id="well-then"),
        pytest.param("Kars Antlaşması ne zaman imzalandı?", "kim imzaladı?", "kars-antlasmasi/imzacilar", id="who"),
        pytest.param("Gümrü Antlaşması ne zaman imzalandı?", "taraflar kimdi", "gumru-antlasmasi/taraflar", id="parties"),
        pytest.param("Kars Antlaşması kimler arasında?", "kars ne zaman?", "kars-antlasmasi/imza-tarihi", id="its-own-name"),
        pytest.param(WHEN_MOSCOW, "Kars Antlaşması ne zaman imzalandı?", "kars-antlasmasi/imza-tarihi", id="another-name"),
    ],
)
def test_a_follow_up_means_what_the_last_answer_was_about(answering: Answering, first: str, then: str, fact: str) -> None:
    asked(answering, first)
    assert asked(answering, then)[:1] == [fact]


def test_a_bare_number_is_an_article_of_what_was_asked_about_or_nothing(answering: Answering) -> None:
    asked(answering, WHEN_MOSCOW)
    assert asked(answering, "7") == ["moskova-antlasmasi/madde-7"]
    asked(answering, "Kars Antlaşması ne zaman imzalandı?")
    assert asked(answering, "4") == []


@pytest.mark.parametrize(
    "text",
    [
        "16 Mart 1921'de ne oldu?",
        "what happened on 16 March 1921?",
        "1921'de hangi antlaşmalar imzalandı?",
        "x",
        "mart 1921",
        "peki?",
    ],
)
def test_a_day_or_nothing_at_all_is_not_about_the_last_answer(answering: Answering, text: str) -> None:
    alone = asked(answering, text, BARIS)
    asked(answering, "Kars Antlaşması kimler arasında?")
    assert asked(answering, text) == alone


@pytest.mark.parametrize(
    ("first", "then", "fact"),
    [
        pytest.param("Kars Antlaşması ne zaman imzalandı?", "Peki ya Gümrü?", "gumru-antlasmasi/imza-tarihi", id="treaty"),
        pytest.param("Kars Antlaşması ne zaman imzalandı?", "gümrü peki", "gumru-antlasmasi/imza-tarihi", id="behind"),
        pytest.param("Gümrü Antlaşması'nın tarafları kimlerdir?", "ya Kars", "kars-antlasmasi/taraflar", id="parties"),
        pytest.param("Mudanya Mütarekesi ne zaman imzalandı?", "peki Mondros", "mondros-mutarekesi/imza-tarihi", id="armistice"),
        pytest.param("Çiçerin kimdir?", "ya Karahan peki?", "lev-karahan/tanim", id="person"),
        pytest.param("When was the Treaty of Kars signed?", "what about Moscow?", "moskova-antlasmasi/imza-tarihi", id="english"),
    ],
)
def test_the_same_is_asked_of_something_else(answering: Answering, first: str, then: str, fact: str) -> None:
    assert asked(answering, first)
    assert asked(answering, then)[:1] == [fact]


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        pytest.param("Kars Antlaşması kim imzaladı?", "ya Gümrü?", "Gümrü Antlaşması'nı kimler imzaladı?", id="accusative"),
        pytest.param(
            "Gümrü Antlaşması'nın tarafları kimler?", "ya Kars", "Kars Antlaşması'nın tarafları kimlerdir?", id="genitive"
        ),
        pytest.param("kars antlasmasi nerede imzalandi", "ya gumru", "Gümrü Antlaşması nerede imzalandı?", id="letters"),
        pytest.param(
            "When was the Treaty of Kars signed?", "what about Moscow?", "When was the Treaty of Moscow signed?", id="english"
        ),
    ],
)
def test_what_was_put_together_is_shown_as_it_is_written(answering: Answering, first: str, then: str, shown: str) -> None:
    asked(answering, first)
    answer = answering.answer(Question(then, AYSE, "sohbet")).answer
    assert isinstance(answer, Answered)
    assert answer.remark == f"Sorunuzu şöyle anladım: {shown}"


@pytest.mark.parametrize(
    "then",
    ["nerede doğdu", "ne zaman öldü?", "neden istifa etti", "kaç gün sürdü", "hangi dilde yazıldı", "7. madde ne diyor", "ne dedi"],
)
@pytest.mark.parametrize("first", ["Kars Antlaşması nedir?", "Georgiy Çiçerin kimdir?"])
def test_a_follow_up_is_never_answered_of_something_else(answering: Answering, first: str, then: str) -> None:
    entry = about(answering, first)
    answer = answering.answer(Question(then, AYSE, "sohbet")).answer
    assert isinstance(answer, Unknown)
    assert answer.about == answering.library.title(entry)
    assert answer.nearest
    assert {choice.fact.split("/", maxsplit=1)[0] for choice in answer.nearest} == {entry}


@pytest.mark.parametrize(
    "text", ["nerede doğdu?", "ne zaman öldü", "ne zaman onaylandı?", "kaç gün sürdü", "neden istifa etti?", "hangi dilde yazıldı?"]
)
def test_what_names_no_subject_is_not_answered(answering: Answering, text: str) -> None:
    assert asked(answering, text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("Merhaba", "greeting", id="greeting"),
        pytest.param("selamün aleyküm hocam", "greeting", id="greeting-somebody"),
        pytest.param("İyi akşamlar!", "greeting", id="evening"),
        pytest.param("Nasılsın?", "greeting", id="how-are-you"),
        pytest.param("çok teşekkürler hocam 🙏", "thanks", id="thanks"),
        pytest.param("tamam, sağ ol", "thanks", id="all-right"),
        pytest.param("görüşürüz", "good-bye", id="bye"),
        pytest.param("sen kimsin?", "about-me", id="who"),
        pytest.param("Neler yapabilirsin?", "about-me", id="what-can-you-do"),
        pytest.param("bot musun ya", "about-me", id="bot"),
        pytest.param("ne sorabilirim", "about-me", id="what-can-i-ask"),
        pytest.param("hangi konuları biliyorsun?", "about-me", id="which-subjects"),
        pytest.param("bunu nasıl kullanacağım", "about-me", id="how-to-use-it"),
        pytest.param("kimsin sen", "about-me", id="who-turned-round"),
    ],
)
def test_a_courtesy_is_returned_and_the_conversation_goes_on(answering: Answering, text: str, reason: str) -> None:
    asked(answering, WHEN_MOSCOW)
    answer = answering.answer(Question(text, AYSE, "sohbet")).answer
    assert isinstance(answer, Unknown)
    assert answer.reason == reason
    assert about(answering, FOLLOW_UP) == MOSCOW


@pytest.mark.parametrize("text", ["merhaba, Kars Antlaşması ne zaman imzalandı?", "selam hocam kars antlaşması ne zaman imzalandı"])
def test_a_greeting_before_a_question_is_no_courtesy(answering: Answering, text: str) -> None:
    assert about(answering, text) == "kars-antlasmasi"


def test_without_a_conversation_a_follow_up_is_not_answered(answering: Answering) -> None:
    assert asked(answering, "nerede?") == []
    assert asked(answering, FOLLOW_UP) == []


@pytest.mark.parametrize(
    ("later", "remembered"),
    [
        pytest.param({"seconds": 1}, True, id="at-once"),
        pytest.param({"minutes": 9, "seconds": 59}, True, id="before-ten-minutes"),
        pytest.param({"minutes": 10}, False, id="after-ten-minutes"),
        pytest.param({"days": 1}, False, id="next-day"),
    ],
)
def test_a_conversation_lasts_ten_minutes(
    answering: Answering, clock: FakeClock, later: dict[str, float], remembered: bool
) -> None:
    asked(answering, WHEN_MOSCOW)
    clock.advance(**later)
    assert (about(answering, FOLLOW_UP) == MOSCOW) is remembered


def test_every_question_prolongs_the_conversation(answering: Answering, clock: FakeClock) -> None:
    asked(answering, WHEN_MOSCOW)
    for _ in range(3):
        clock.advance(minutes=9)
        assert about(answering, FOLLOW_UP) == MOSCOW


def test_a_question_without_answer_does_not_end_the_conversation(answering: Answering) -> None:
    asked(answering, WHEN_MOSCOW)
    assert asked(answering, NOT_KNOWN) == []
    assert about(answering, FOLLOW_UP) == MOSCOW


@pytest.mark.parametrize(
    ("asker", "place"),
    [
        pytest.param(BARIS, "sohbet", id="another-person-same-place"),
        pytest.param(AYSE, "başka sohbet", id="same-person-another-place"),
        pytest.param(Person("discord", "7"), "sohbet", id="same-number-another-platform"),
    ],
)
def test_conversations_are_kept_apart(answering: Answering, asker: Person, place: str) -> None:
    asked(answering, WHEN_MOSCOW)
    assert about(answering, FOLLOW_UP, asker, place) != MOSCOW
    asked(answering, "Kars Antlaşması ne zaman imzalandı?", asker, place)
    assert about(answering, FOLLOW_UP, asker, place) == "kars-antlasmasi"
    assert about(answering, FOLLOW_UP) == MOSCOW


@pytest.mark.parametrize("question", [WHICH_PARTY, NOT_KNOWN], ids=["asked-back", "not-known"])
@pytest.mark.parametrize("typed", ["2", " 2 ", "2.", "2)", "\uff12"])
def test_a_choice_by_number(answering: Answering, question: str, typed: str) -> None:
    choices = offered(answering, question)
    assert asked(answering, typed) == [choices[1].fact]


@pytest.mark.parametrize("question", [WHICH_PARTY, NOT_KNOWN], ids=["asked-back", "not-known"])
def test_a_choice_by_its_text(answering: Answering, question: str) -> None:
    choices = offered(answering, question)
    assert asked(answering, choices[1].text) == [choices[1].fact]
    offered(answering, question)
    assert asked(answering, choices[0].text.replace("İ", "i").replace("ı", "i").replace("?", "")) == [choices[0].fact]


@pytest.mark.parametrize("typed", ["0", "9", "1000"])
def test_a_number_that_was_not_offered_is_no_choice_and_no_question(answering: Answering, typed: str) -> None:
    offered(answering, WHICH_PARTY)
    assert asked(answering, typed) == []


def test_a_choice_is_what_the_next_question_is_about(answering: Answering) -> None:
    choices = offered(answering, WHICH_PARTY)
    decision = answering.answer(Question("1", AYSE, "sohbet"))
    assert decision.entries == (choices[0].fact.split("/", maxsplit=1)[0],)


def test_a_choice_comes_with_what_is_said_against_it(answering: Answering) -> None:
    decision = answering.fact("sevr-antlasmasi/imza-tarihi", Question(""))
    assert isinstance(decision.answer, Answered)
    assert [sibling.fact.id for sibling in decision.answer.disputed] == ["imza-tarihi-20-agustos"]


def test_choices_hold_for_the_next_message_only(answering: Answering) -> None:
    choices = offered(answering, WHICH_PARTY)
    asked(answering, WHEN_MOSCOW)
    assert choices[1].fact not in asked(answering, "2")


def test_choices_are_forgotten_after_ten_minutes(answering: Answering, clock: FakeClock) -> None:
    choices = offered(answering, WHICH_PARTY)
    clock.advance(minutes=10)
    assert choices[1].fact not in asked(answering, "2")


def test_choices_belong_to_whom_they_were_offered(answering: Answering) -> None:
    choices = offered(answering, WHICH_PARTY)
    assert choices[1].fact not in asked(answering, "2", BARIS)


@pytest.mark.parametrize("name", ["moskova-antlasmasi/yok", "yok/tanim", ""])
def test_a_fact_that_is_gone_is_named(answering: Answering, name: str) -> None:
    with pytest.raises(KeyError, match=name or "''"):
        answering.fact(name, Question(""))


def test_the_oldest_conversation_is_forgotten_when_there_are_too_many(answering: Answering) -> None:
    asked(answering, WHEN_MOSCOW)
    asked(answering, WHEN_MOSCOW, BARIS)
    for number in range(MOST_CONVERSATIONS - 1):
        answering.answer(Question("", Person("discord", str(number)), "kanal"))
    assert about(answering, FOLLOW_UP, BARIS) == MOSCOW
    assert about(answering, FOLLOW_UP) != MOSCOW
