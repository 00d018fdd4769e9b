"""What somebody is in the servers that the bot is in, asked for without his having written there."""

from collections.abc import Iterable

import discord

from mmbot.desk.standing import CannotTell
from mmbot.model import Person


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


async def _held(guild: discord.Guild, number: int) -> set[int]:
    """The roles of a member; asked of Discord, for who has them now is told to no bot without a privileged intent."""
    try:
        member = await guild.fetch_member(number)
    except discord.NotFound:
        return set()
    except (discord.DiscordException, OSError, TimeoutError) as error:
        raise CannotTell from error
    return {role.id for role in member.roles}
