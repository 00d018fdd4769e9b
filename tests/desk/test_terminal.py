"""The terminal: the whole desk, with buttons chosen by number, forms step by step, files printed."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from fakes import serve
from mmbot.adapters.terminal import converse
from mmbot.desk.at_terminal import AT_TERMINAL
from mmbot.desk.at_terminal_texts import ELSEWHERE
from mmbot.desk.desk import Desk, FormService
from mmbot.desk.limits import unlimited
from mmbot.desk.reply import Field, Form, Reply, line
from mmbot.model import Visitor
from mmbot.rendering import Block

WHEN = "Moskova Antlaşması ne zaman imzalandı?"


def talk(desk: Desk, *lines: str) -> list[str]:
    """What is printed in reply to each of *lines*, without welcome and good-bye."""
    out = io.StringIO()
    converse(replace(desk, limits=unlimited()), [f"{text}\n" for text in lines], out)
    welcome, rest = out.getvalue().split("\n", maxsplit=1)
    assert welcome.startswith("mmbot")
    *replies, bye = rest.strip("\n").split("\n\n")
    assert bye == "Hoşça kalın."
    return replies


def number_of(reply: str, label: str) -> str:
    found = re.search(rf"(\d+)\. {re.escape(label)}", reply)
    assert found, reply
    return found[1]


def test_buttons_are_chosen_by_their_numbers(desk: Desk) -> None:
    answer = talk(desk, WHEN)[0]
    assert "Kim imzaladı" not in answer
    assert "Moskova'da" in talk(desk, WHEN, number_of(answer, "Nerede?"))[1]
    assert "Dayanak" in talk(desk, WHEN, number_of(answer, "Kaynak"))[1]


def test_a_choice_stands_there_once_and_is_taken_by_its_number(desk: Desk) -> None:
    asked, answered = talk(desk, "Kâzım kimdir?", "1")
    assert asked.count("Karabekir") == 1
    assert "Kaynak: " in answered


@pytest.mark.parametrize("typed", ["0", "99", "1000", "²", "-1", "1."])
def test_a_number_without_a_button_is_a_question(desk: Desk, typed: str) -> None:
    assert "artık geçerli değil" not in talk(desk, WHEN, typed)[1]


def test_follow_ups_are_understood(desk: Desk) -> None:
    assert "Moskova'da" in talk(desk, WHEN, "nerede?")[1]


@pytest.mark.parametrize(
    ("typed", "begins"),
    [("/kaynak", "Kaynaklar"), ("/KAYNAK topal", "Topal 2018"), ("/yardım", "mmbot"), ("/", "Bir soru yazın"), ("//", "Bir soru")],
)
def test_commands_are_typed_with_a_stroke(desk: Desk, typed: str, begins: str) -> None:
    assert talk(desk, typed)[0].startswith(begins)


@pytest.mark.parametrize("typed", ["/bugün 16 Mart", "/bugun 16 Mart"])
def test_a_command_for_the_day_tells_its_events(desk: Desk, typed: str) -> None:
    assert "Moskova Antlaşması" in talk(desk, typed)[0]


def test_a_command_that_there_is_not_is_named(desk: Desk) -> None:
    assert talk(desk, "/foo bar")[0].startswith("/foo diye bir komutum yok")


@pytest.mark.parametrize(
    "typed", ["/öner", "/öner Kars Antlaşması", "/inceleme", "/yanıtsız", "/geri-al Kars", "/abone 09.00", "/unut"]
)
def test_at_the_terminal_it_is_said_where_one_proposes_and_moderates(desk: Desk, typed: str) -> None:
    reply = talk(replace(desk, services=AT_TERMINAL), typed)[0]
    assert "Telegram'da ya da Discord'da" in reply
    assert reply == ELSEWHERE.tr


def test_at_the_terminal_nothing_is_promised_that_nobody_keeps(desk: Desk) -> None:
    here = replace(desk, services=AT_TERMINAL)
    declined, answered = talk(here, "Fatih Sultan Mehmet kimdir?", WHEN)
    assert "Moderatörlere ilet" in talk(desk, "Fatih Sultan Mehmet kimdir?")[0]
    assert "Moderatörlere ilet" not in declined
    assert "Hata bildir" not in answered
    assert "Kaynak" in answered
    helped = talk(here, "/yardım")[0]
    assert "/abone" not in helped
    assert "/kronoloji" in helped


def test_a_file_is_printed_once(desk: Desk) -> None:
    printed = talk(desk, "/kaynak topal", "1")[1]
    assert printed.startswith("--- topal-2018.bib\n@article{topal-2018,")
    assert printed.count("@article") == 1


def test_after_a_file_the_other_formats_can_still_be_chosen(desk: Desk) -> None:
    _, bibtex, ris, csl = talk(desk, "/kaynak topal", "1", "2", "3")
    assert [text.splitlines()[0] for text in (bibtex, ris, csl)] == [
        "--- topal-2018.bib",
        "--- topal-2018.ris",
        "--- topal-2018.json",
    ]


def test_a_form_is_filled_in_step_by_step(desk: Desk) -> None:
    form = Form("sample", "Örnek", (Field("page", "Sayfa"), Field("kind", "Tür", choices=(("t", "Antlaşma"), ("p", "Kişi")))))

    def submit(_desk: Desk, _id: str, values: Mapping[str, str], _visitor: Visitor) -> Reply:
        return line(f"Alındı: {values['page']} {values['kind']}")

    told = Reply((Block("answer", "Önce bu."),), form=form)
    serve(desk, commands={"kaynak": lambda *_: told}, forms={"sample": FormService(lambda *_: form, submit)})
    first, second, done = talk(desk, "/kaynak", "2", "2")
    assert first.startswith("Önce bu.\nÖrnek (1/2)\nSayfa")
    assert "2. Kişi" in second
    assert done == "Alındı: 2 p"


def test_an_empty_line_ends(desk: Desk) -> None:
    assert len(talk(desk, WHEN, "", WHEN)) == 1


def test_the_prompt_stands_before_every_question(desk: Desk) -> None:
    out = io.StringIO()
    converse(desk, [WHEN], out, prompt="> ")
    assert out.getvalue().count("> ") == 2
