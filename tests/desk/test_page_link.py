"""“/sayfa”: who gets a link to the moderators' page, and where it is read."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.app import prepare
from mmbot.desk import dispatch
from mmbot.desk.delivery import unpack
from mmbot.desk.desk import Desk
from mmbot.desk.page_link import PURPOSE, send_link
from mmbot.desk.permission import NoModeration
from mmbot.desk.services import SERVICES
from mmbot.knowledge.vocabulary_file import read_vocabulary
from mmbot.model import Person, Visitor
from mmbot.moderation.living import Living
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.roles import Policy
from mmbot.store.sqlite import SqliteRecords

URL = "https://example.org/masa"
MODERATOR = Visitor(Person("telegram", "7"), "telegram:7", private=True)


@pytest.fixture
def moderated(folder: Path, clock: FakeClock, records: SqliteRecords) -> Desk:
    library, index = prepare(folder)
    answering = Answering(library, index, clock)
    living = Living(library, read_vocabulary(folder), records.revisions, answering.learn, index)
    moderation = Moderation(records, living, Policy(moderators=frozenset({"telegram:7"}), discord_roles=frozenset({"500"})))
    return Desk(answering, records, clock, ZoneInfo("Europe/Istanbul"), SERVICES, moderation=moderation)


def test_a_moderator_gets_a_link_that_signs_him_in(moderated: Desk) -> None:
    reply = send_link(moderated, URL, MODERATOR)
    ((button,),) = reply.buttons
    assert button.label == "Sayfayı aç"
    start, _, code = button.url.rpartition("/")
    assert start == f"{URL}/giris"
    assert moderated.moderation is not None
    assert moderated.moderation.records.accounts.redeem(code, PURPOSE, moderated.clock()) == MODERATOR.person


def test_in_a_group_the_link_comes_in_a_private_message(moderated: Desk, records: SqliteRecords) -> None:
    reply = send_link(moderated, URL, replace(MODERATOR, place="telegram:-100123", private=False))
    assert reply.buttons == ()
    assert "giris" not in str(reply.blocks)
    parcel = records.outbox.take("telegram", moderated.clock())
    assert parcel is not None
    assert parcel.place == "telegram:7"
    assert unpack(parcel.body).buttons[0][0].url.startswith(f"{URL}/giris/")


def test_an_address_on_this_machine_is_written_out(moderated: Desk) -> None:
    """Telegram refuses buttons that lead to this machine."""
    reply = send_link(moderated, "http://127.0.0.1:8080", MODERATOR)
    assert reply.buttons == ()
    assert reply.blocks[-1].text.startswith("http://127.0.0.1:8080/giris/")


@pytest.mark.parametrize(
    ("visitor", "said"),
    [
        pytest.param(
            Visitor(Person("telegram", "1"), "telegram:1", private=True), "Bu, yalnız moderatörlerin işidir.", id="anybody"
        ),
        pytest.param(
            Visitor(Person("discord", "42"), "discord:9", roles=frozenset({"501"})), "Bu, yalnız moderatörlerin", id="another-role"
        ),
        pytest.param(
            replace(MODERATOR, place="telegram:-100123", private=False, anonymous=True), "Kim olduğunuz görünmüyor", id="anonymous"
        ),
    ],
)
def test_who_does_not_moderate_gets_none(moderated: Desk, records: SqliteRecords, visitor: Visitor, said: str) -> None:
    moderated.page_url = URL
    reply = dispatch.run(moderated, "sayfa", "", visitor)
    assert reply.blocks[0].text.startswith(said)
    assert reply.buttons == ()
    assert records.outbox.take(visitor.person.platform, moderated.clock()) is None


def test_whom_a_role_of_a_server_makes_a_moderator_gets_one_too(moderated: Desk, records: SqliteRecords) -> None:
    """In a private message: the page asks Discord whether he has the role."""
    moderated.page_url = URL
    dispatch.run(moderated, "sayfa", "", Visitor(Person("discord", "42"), "discord:9", roles=frozenset({"500"})))
    parcel = records.outbox.take("discord", moderated.clock())
    assert parcel is not None
    assert parcel.place == "discord:@42"


def test_without_a_page_there_is_no_link(moderated: Desk) -> None:
    assert send_link(moderated, "", MODERATOR).blocks[0].text == "Bu botun moderatör sayfası açık değil."


def test_without_moderation_there_is_no_link(moderated: Desk) -> None:
    assert dispatch.run(replace(moderated, moderation=None), "sayfa", "", MODERATOR).blocks[0].text == str(NoModeration())
