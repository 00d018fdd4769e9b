"""Who talks to the bot, and where, as the desk knows it; and the way back, from a place of the desk to Discord's numbers."""

import re

import discord

from mmbot.desk.records import private_place
from mmbot.model import Language, Person, Visitor

_PLACE = re.compile(r"discord:(@?)([1-9]\d{0,19})")


def visitor(interaction: discord.Interaction) -> Visitor:
    """Whoever used a command, a button or a form. In a thread the place is the thread; alone with the bot it is the person, whose data it is."""
    permissions, private = interaction.permissions, interaction.guild_id is None
    person = Person("discord", str(interaction.user.id))
    return Visitor(
        person,
        private_place(person) if private else f"discord:{interaction.channel_id}",
        _language(interaction.locale),
        private=private,
        roles=_roles(interaction.user, administers=permissions.administrator or permissions.manage_guild),
        name=interaction.user.display_name,
    )


def author(message: discord.Message) -> Visitor:
    """Whoever wrote *message*. Discord tells no language of his; that of a community is what its owner has chosen."""
    writer = message.author
    permissions = writer.guild_permissions if isinstance(writer, discord.Member) else discord.Permissions.none()
    person, private = Person("discord", str(writer.id)), message.guild is None
    return Visitor(
        person,
        private_place(person) if private else f"discord:{message.channel.id}",
        _language_of(message.guild),
        private=private,
        roles=_roles(writer, administers=permissions.administrator or permissions.manage_guild),
        name=writer.display_name,
    )


def read_place(place: str) -> tuple[int, bool] | None:
    """The number in ``discord:<channel>`` or ``discord:@<user>``, and whether it is a user's; None where it is neither.

    >>> read_place("discord:@42"), read_place("discord:7"), read_place("telegram:7")
    ((42, True), (7, False), None)
    """
    found = _PLACE.fullmatch(place)
    return (int(found[2]), bool(found[1])) if found else None


def _roles(user: discord.abc.User, *, administers: bool) -> frozenset[str]:
    if not isinstance(user, discord.Member):  # in a private conversation nobody has a role
        return frozenset()
    held = {str(role.id) for role in user.roles if not role.is_default()}
    return frozenset(held | {"admin"} if administers else held)


def _language(locale: discord.Locale) -> Language:
    return "en" if str(locale).startswith("en") else "tr"


def _language_of(guild: discord.Guild | None) -> Language:
    """Only a community chooses its language: every other server carries “en-US” whatever is spoken there."""
    return _language(guild.preferred_locale) if guild and "COMMUNITY" in guild.features else "tr"
