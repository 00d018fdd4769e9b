"""The desk's commands as Discord shows them: Turkish names, descriptions in two languages, autocompletion, the message's menu."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from mmbot.adapters.discord_bot import components, interactions, places, sentences
from mmbot.adapters.discord_bot.interactions import Interaction
from mmbot.adapters.discord_bot.markdown import unescaped
from mmbot.desk import dispatch
from mmbot.desk.commands import COMMANDS, Argument, Command, Takes
from mmbot.texts import Say

if TYPE_CHECKING:
    from mmbot.adapters.discord_bot.client import Client

log = logging.getLogger(__name__)

SUGGESTED_WITHIN = 2.0  # seconds; Discord gives three
_SUGGESTED = frozenset({"question", "entry", "source", "fact"})
_FOR_ALL = frozenset({"sor", "bugun", "kronoloji", "madde", "kaynak"})  # who waits for anything else waits unseen
_ENGLISH = frozenset({discord.Locale.american_english, discord.Locale.british_english})


class TwoLanguages(app_commands.Translator):
    """Gives what is written in Turkish in English too; to everybody else Discord shows the Turkish."""

    async def translate(  # noqa: D102  discord.py's contract
        self, string: locale_str, locale: discord.Locale, _context: app_commands.TranslationContextTypes
    ) -> str | None:
        if locale in _ENGLISH:
            return string.extras.get("en")
        return string.message if locale is discord.Locale.turkish else None


class Tree(app_commands.CommandTree["Client"]):
    """Every command of the desk, and what the menu of a message offers."""

    def __init__(self, client: "Client") -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        for command in COMMANDS:
            self.add_command(_slash(command))
        self.add_command(app_commands.ContextMenu(name=_said(sentences.ASK_MESSAGE), callback=_ask_this_message))
        self.add_command(app_commands.ContextMenu(name=_said(sentences.PROPOSE_FROM), callback=_propose_from_this_message))

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Discord shows a command as it was before: say so. Our own callbacks raise nothing."""
        log.warning("Discord: a command could not be carried out (%s)", type(error).__name__)
        await interactions.tell(interaction, sentences.OUTDATED)

    async def publish(self, client: "Client") -> None:
        """Tell Discord what commands there are, if that is not what it was told last. Failing that, the old ones stay."""
        try:
            await self.set_translator(TwoLanguages())
            payload = [await command.get_translated_payload(self, TwoLanguages()) for command in self.get_commands()]
            digest = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
            key = f"discord commands {client.application_id}"
            notebook = client.desk.records.notebook
            if await client.in_worker(lambda: notebook.read(key)) == digest:
                return
            await self.sync()
            await client.in_worker(lambda: notebook.write(key, digest))
        except discord.HTTPException as error:
            log.warning("Discord did not take the commands: %s, code %s", error.status, error.code)


def _said(say: Say) -> locale_str:
    return locale_str(say.tr, en=say.en)


def _slash(command: Command) -> "app_commands.Command[Any, ..., None]":
    argument = command.argument
    call = _callback(command, argument)
    if argument:
        call = app_commands.rename(typed=argument.name)(app_commands.describe(typed=_said(argument.description))(call))
    made: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=command.name, description=_said(command.description), callback=call
    )
    if argument and argument.takes in _SUGGESTED:
        made.autocomplete("typed")(_suggester(argument.takes))
    if command.moderators:
        made.default_permissions = discord.Permissions(manage_messages=True)
    return made


def _callback(command: Command, argument: Argument | None) -> Callable[..., Any]:
    """What discord.py calls; it reads the options off the signature."""

    async def run(interaction: discord.Interaction, typed: str = "") -> None:
        await interactions.answer(
            interaction,  # type: ignore[arg-type]  # every interaction of our client is one of our client
            lambda visitor: dispatch.run(interaction.client.desk, command.id, typed, visitor),  # type: ignore[attr-defined]
            private=command.id not in _FOR_ALL,
            by_role=command.moderators,
        )

    async def run_with(interaction: discord.Interaction, typed: str) -> None:
        await run(interaction, typed)

    async def run_alone(interaction: discord.Interaction) -> None:
        await run(interaction)

    if argument is None:
        return run_alone
    return run_with if argument.required else run


def _suggester(takes: Takes) -> Callable[..., Any]:
    async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        client: Client = interaction.client  # type: ignore[assignment]
        visitor = places.visitor(interaction)
        looking = client.in_worker(lambda: dispatch.suggest(client.desk, takes, current, visitor))
        await asyncio.wait({looking}, timeout=SUGGESTED_WITHIN)
        if looking.cancel():  # too late to be shown: what still waits for the worker need not be looked for
            return []
        found = looking.result()
        return [app_commands.Choice(name=choice.text, value=choice.fact) for choice in found]

    return suggest


async def _ask_this_message(interaction: discord.Interaction, message: discord.Message) -> None:
    await interactions.answer(
        interaction,  # type: ignore[arg-type]
        lambda visitor: dispatch.ask(interaction.client.desk, message.content, visitor),  # type: ignore[attr-defined]
    )


async def _propose_from_this_message(interaction: discord.Interaction, message: discord.Message) -> None:
    client: Client = interaction.client  # type: ignore[assignment]
    own = client.user is not None and message.author.id == client.user.id
    text = unescaped(message.content) if own else message.content
    under = components.presses(message.components) if own else []
    await interactions.answer(
        interaction,  # type: ignore[arg-type]
        lambda visitor: dispatch.propose(client.desk, text, visitor, under),
        private=True,
    )
