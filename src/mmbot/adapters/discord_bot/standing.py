"""What somebody is in the servers that the bot is in, asked for without his having written there."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import discord

from mmbot.desk.rights import linked_elsewhere
from mmbot.desk.standing import CannotTell
from mmbot.model import Person, Visitor

if TYPE_CHECKING:
    from mmbot.adapters.discord_bot.client import Client


async def roles_of(client: discord.Client, person: Person, wanted: Iterable[str]) -> frozenset[str]:
    """Which of the roles *wanted* (their ids) *person* has now. Raises CannotTell."""
    ids = {int(role) for role in wanted}
    if not client.is_ready():
        raise CannotTell
    held: set[str] = set()
    for guild in client.guilds:
        if any(guild.get_role(role) for role in ids):
            held |= {str(role) for role in await _held(guild, int(person.id)) & ids}
    return frozenset(held)


async def with_roles(client: "Client", visitor: Visitor) -> Visitor:
    """*visitor* with what he may have by a role, as of now: in private, where Discord tells of none; by an account that is linked.

    Nobody has a role while Discord does not answer.
    """
    moderation = client.desk.moderation
    if moderation is None:
        return visitor
    if visitor.private and moderation.policy.discord_roles:
        with suppress(CannotTell):
            visitor = replace(visitor, roles=await roles_of(client, visitor.person, moderation.policy.discord_roles))
    linked = await client.in_worker(partial(linked_elsewhere, client.desk, visitor))
    return await client.desk.standings.with_linked(visitor, linked) if linked else visitor


async def _held(guild: discord.Guild, number: int) -> set[int]:
    """The roles of a member; asked of Discord, for who has them now is told to no bot without a privileged intent."""
    try:
        member = await guild.fetch_member(number)
    except discord.NotFound:
        return set()
    except (discord.DiscordException, OSError, TimeoutError) as error:
        raise CannotTell from error
    return {role.id for role in member.roles}
