"""Every button that mmbot knows, forged: pressed by anybody, with anything in it, through the real client."""

import random

import pytest
from town import Town

from mmbot.desk.presses import token
from mmbot.desk.reply import BUTTON_BYTES
from mmbot.desk.services import SERVICES
from mmbot.texts import BROKEN
from moderated import TREATY, World, fact, phrasing

RANDOM = random.Random(5)  # noqa: S311  not for secrets
ODD = (
    "", ":", ":::::", "0", "1", "-1", "²", "٣", "1.5", "1e9", "9" * 50, "0x1", "1:", ":1", "1:x:y:z", "1:00000000", token(TREATY), f"{token(TREATY)}:0",
    f"{token(TREATY)}:-1", f"{token(TREATY)}:1:99999999999", token(TREATY) + ":0:0", "fact", f"fact:{token(TREATY)}:1", f"fact:{token(TREATY)}:0:again",
    "dispute:-:1", "any:x", "find", "form", "again", "cancel:0", "back:99", "9999-99-99", "<b>", "💣" * 12, "\x00", "' OR 1=1 --", "%s{0}", "\u202ex",
    *("".join(chr(RANDOM.randrange(256)) for _ in range(24)) for _ in range(4)),
)  # fmt: skip
HARMLESS = {"postpone:1:": "the number is all that the button has to tell"}
MOST = 10  # arguments of each verb that are pressed by each person


def snapshot(world: World) -> object:
    """All that a press could change of what moderators keep."""
    proposals = [world.records.proposals.get(number) for number in range(1, 9)]
    revisions = [(one.id, one.entry, one.why) for one in world.records.revisions.since(0)]
    accounts = world.records.accounts
    return (proposals, revisions, accounts.given(), [accounts.linked(one.by) for one in world.records.proposals.queue() if one.by])


@pytest.mark.parametrize("name", ["can", "filiz"], ids=["by-anybody", "by-the-administrator"])
async def test_a_forged_button_is_answered_and_changes_nothing(town: Town, name: str) -> None:
    async with town.served() as world:
        world.hand_in(fact())
        world.hand_in(phrasing())
        who = getattr(town, name)
        message = await who.say("Örnek Antlaşması ne zaman imzalandı?")
        before, chance = snapshot(world), random.Random(name)  # noqa: S311
        for verb in SERVICES.presses:
            odd = [
                one for one in ODD if not (verb == "postpone" and one.partition(":")[0] == "1")
            ]  # “postpone:1:…” is what the button carries
            for argument in chance.sample(odd, MOST):
                data = f"{verb}:{argument}".encode()[:BUTTON_BYTES].decode(errors="ignore")
                await town.api.press(who.user, message, data=data).answer()
                assert snapshot(world) == before, data
        assert all(sent.text != BROKEN.to("tr") for sent in town.api.read())


async def test_a_moderators_buttons_in_other_hands(town: Town) -> None:
    """The very data of a card that waits, pressed by everybody who may not: a person, the other group's administrator, a stranger in the group."""
    async with town.served() as world:
        world.hand_in(fact())
        await town.defne.say("/inceleme 1")
        assert town.defne.heard is not None
        data = [one["callback_data"] for one in town.defne.heard.buttons]
        data += [f"undo:{token(TREATY)}:0", "missed_ignore:1", f"history:{token(TREATY)}:0", f"unsure:{token(TREATY)}"]
        before = snapshot(world)
        for who, chat in ((town.can, town.can.chat), (town.gul, town.other_group), (town.ayse, town.group)):
            message = await who.say("/yardim@mmtestbot", chat)
            for one in data:
                await town.api.press(who.user, message, data=one).answer()
                assert (await town.api.next_message(chat)).text.startswith("Bu, yalnız moderatörlerin işidir."), one
        assert snapshot(world) == before


async def test_forged_forms_of_moderators_open_nothing(town: Town) -> None:
    """A form is checked when it is opened and when its last answer comes: a moderator who is none any more sends nothing."""
    async with town.served() as world:
        world.hand_in(fact())
        await town.filiz.say("/yetki telegram:5 moderatör")
        await town.ayse.say("/inceleme 1")
        await town.ayse.press("Reddet")
        await town.filiz.say("/yetki telegram:5 sil")
        assert "artık yok" in (await town.ayse.say("Çünkü öyle.")).text
        assert world.records.proposals.queue()[0].state == "open"
