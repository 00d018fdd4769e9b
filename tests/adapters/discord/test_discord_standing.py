"""What somebody is in the servers of the bot, asked of Discord."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from discord_world import World

from mmbot.adapters.discord_bot import DiscordBot
from mmbot.desk.standing import CannotTell
from mmbot.model import Person
from mmbot.moderation.roles import Policy


def moderated_by(world: World, *roles: int) -> None:
    policy = replace(Policy(), discord_roles=frozenset(map(str, roles)))
    world.desk.moderation = SimpleNamespace(policy=policy)  # type: ignore[assignment]


async def test_the_roles_that_moderate_are_told_and_no_others(world: World) -> None:
    role, other = (world.guild.create_role(name) for name in ("Tarihçi", "Başka"))
    can = world.guild.add_member(world.env.create_user("can"), roles=[role, other])
    moderated_by(world, role.id, 4711)
    assert await world.bot.roles_of(Person("discord", str(can.id))) == {str(role.id)}
    assert await world.bot.roles_of(Person("discord", str(world.ayse.id))) == frozenset()
    assert await world.bot.roles_of(Person("discord", "123456")) == frozenset(), "somebody who is not there"
    world.guild.remove_member(can)
    assert await world.bot.roles_of(Person("discord", str(can.id))) == frozenset(), "somebody who has left"


async def test_where_no_role_moderates_nobody_is_asked(world: World) -> None:
    before = len(world.env.http_requests)
    moderated_by(world)
    assert await world.bot.roles_of(Person("discord", str(world.murat.id))) == frozenset()
    assert len(world.env.http_requests) == before


async def test_before_it_is_connected_the_bot_cannot_tell(world: World) -> None:
    moderated_by(world, 1)
    with pytest.raises(CannotTell):
        await DiscordBot(world.desk, world.worker, "a.b.c").roles_of(Person("discord", "1"))
