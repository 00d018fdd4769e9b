"""Odd input wherever Telegram lets people type: behind every command, in every field of every form, inline – on the whole of mmbot."""

import re

import pytest
from town import FACT, Somebody, Town

from bot_api import Sent
from mmbot.adapters.telegram_bot.pace import Pace
from mmbot.desk.commands import COMMANDS
from mmbot.texts import BROKEN
from odd import ODD

AT_ONCE = Pace(0.0)  # seconds between messages: there is much to say here
SENDABLE = [odd for odd in ODD if odd.strip()]
MOST_STEPS = 7  # as many as a form has fields; one that has to be mended would go round
STEP = re.compile(r"\((\d+)/(\d+)\)")
RIGHT = dict(zip(("Bilgi (", "Hangi soru", "Kaynak ve", "Dayanak", "Soru bi"), FACT, strict=True)) | {
    "Hangi madde ya da bilgi": "Örnek Antlaşması", "Ad\n": "Deneme Köyü", "Tür": "yer", "Doğrusu": "Gün 17 Mart'tır.", "Gerekçe": "Eksikti.",
    "Kaynaklar": "Örnek 2000, s. 1 | örnek antlaşması", "Dayandığı": "genel kabul",
}  # fmt: skip
FORMS = ["Yeni bilgi", "Düzeltme", "Kaynak yanlışı", "Yeni madde"]


async def test_behind_every_command(town: Town) -> None:
    town.pace = AT_ONCE
    async with town.served():
        for command in (one for one in COMMANDS if one.argument):
            for odd in SENDABLE:
                answer = await town.filiz.say(f"/{command.id} {odd}"[:4096])
                assert answer.text.strip() not in {"", BROKEN.tr}, (command.id, odd)
                town.api.read()  # what comes in several messages


@pytest.mark.parametrize("form", FORMS)
async def test_in_every_field_of_a_form(town: Town, form: str) -> None:
    """Each field gets it, and where it is not taken something right after it, so that the next field has its turn."""
    town.pace = AT_ONCE
    asked_for = set()
    async with town.served():
        for odd in SENDABLE:
            asked = await begun(town.filiz, form)
            for _ in range(MOST_STEPS):
                found = STEP.search(asked.text)
                if found is None:
                    break
                asked_for.add(found[0])
                asked = await filled_in(town.filiz, asked, odd)
                assert BROKEN.tr not in asked.text, odd
            await town.filiz.say("/iptal")
            town.api.read()
    assert len(asked_for) >= 2


async def begun(who: Somebody, form: str) -> Sent:
    """The first field of *form*."""
    await who.say("/oner ornek-antlasmasi/imza-tarihi" if form != "Yeni madde" else "/oner")
    return await who.press(form)


async def filled_in(who: Somebody, asked: Sent, odd: str) -> Sent:
    """What comes after *odd*, or, where that is asked again, after something right, or without it."""
    answer = await who.say(odd)
    if _step(answer) != _step(asked):
        return answer
    right = next((value for label, value in RIGHT.items() if label in answer.text), "x")
    answer = await who.say(right)
    if _step(answer) != _step(asked):
        return answer
    onward = [label for label in answer.labels if label not in {"İptal", "Geri", "Vazgeç"}]
    return await who.press(onward[0]) if onward else await who.say("/iptal")


def _step(sent: Sent) -> str:
    found = STEP.search(sent.text)
    return found[0] if found else ""
