"""Answers to commands, buttons and forms: within the three seconds that Discord gives, whatever the desk needs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import discord

from mmbot.adapters.discord_bot import forms, places, sentences
from mmbot.adapters.discord_bot.cards import Card, cards
from mmbot.adapters.discord_bot.forms import Opened
from mmbot.adapters.discord_bot.markdown import escape
from mmbot.adapters.discord_bot.standing import with_roles
from mmbot.desk import dispatch
from mmbot.desk.asking_texts import EXPIRED
from mmbot.desk.reply import Reply, line
from mmbot.desk.rights import depends_on_role
from mmbot.model import Visitor
from mmbot.texts import BROKEN, Say

if TYPE_CHECKING:
    from mmbot.adapters.discord_bot.client import Client

log = logging.getLogger(__name__)

Interaction: TypeAlias = "discord.Interaction[Client]"
Work = Callable[[Visitor], Reply]

UNKNOWN_MESSAGE = 10008
# Unknown message, interaction, webhook; already acknowledged; the interaction's token has run out: there is nobody left to tell.
_TOO_LATE = frozenset({UNKNOWN_MESSAGE, 10062, 10015, 40060, 50027})


async def answer(interaction: Interaction, work: Work, *, private: bool = False, by_role: bool = False) -> None:
    """Let the desk do *work* and show what comes of it; *private*: if it takes long, nobody else sees that somebody waits.

    *by_role*: what comes of it depends on what the person may, so his platforms are asked first.
    """
    await _attempt(interaction, _answer(interaction, work, private=private, by_role=by_role))


async def pressed(interaction: Interaction, press: str) -> None:
    """A button was pressed: of the desk, or one that opens a form."""
    client = interaction.client
    if not press.startswith(forms.OPENS):
        message = str(interaction.message.id) if interaction.message else ""
        by_role = depends_on_role(press=press)
        await answer(interaction, lambda visitor: dispatch.press(client.desk, press, visitor, message), by_role=by_role)
        return
    opened = client.forms.find(press.removeprefix(forms.OPENS), str(interaction.user.id))
    if opened:
        await _attempt(interaction, interaction.response.send_modal(client.forms.modal(opened)))
    else:
        await tell(interaction, EXPIRED)


async def submitted(interaction: Interaction) -> None:
    """A form was sent off: carry it out, or ask for its next part."""
    client, data = interaction.client, cast("Mapping[str, Any]", interaction.data or {})
    form_id, name = forms.sent_off(str(data.get("custom_id", "")))
    given = forms.values_of(data.get("components", ()))
    opened = client.forms.find(name, str(interaction.user.id)) if name else None
    if opened:
        given, form_id = {**opened.given, **given}, opened.form.id
        if opened.part + 1 < opened.parts:
            await _ask_for(interaction, replace(opened, given=given, part=opened.part + 1))
            return
    if form_id:
        by_role = depends_on_role(form=form_id)
        await answer(
            interaction, lambda visitor: dispatch.submit(client.desk, form_id, given, visitor), private=True, by_role=by_role
        )
    else:
        await tell(interaction, EXPIRED)


async def tell(interaction: Interaction, say: Say) -> None:
    """Say to one person something for which the desk is not needed."""
    await _attempt(interaction, show(interaction, line(say.to(places.visitor(interaction).language)).said_to_one()))


async def _answer(interaction: Interaction, work: Work, *, private: bool, by_role: bool) -> None:
    client = interaction.client
    replying = asyncio.ensure_future(_asked(interaction, work, by_role=by_role))
    done, _ = await asyncio.wait({replying}, timeout=client.patience)
    if not done:
        await _defer(interaction, private=private)
    reply = await replying
    if reply is not None:
        await show(interaction, reply)
        if reply.later is not None:
            await show(interaction, await asyncio.to_thread(dispatch.rest, reply, places.visitor(interaction)))


async def _asked(interaction: Interaction, work: Work, *, by_role: bool) -> Reply | None:
    client, visitor = interaction.client, places.visitor(interaction)
    if by_role:
        visitor = await with_roles(client, visitor)
    return await client.at_desk(f"interaction {interaction.id}", partial(work, visitor))


async def _ask_for(interaction: Interaction, opened: Opened) -> None:
    language = places.visitor(interaction).language
    said = sentences.NEXT_PART.to(language, part=opened.part, parts=opened.parts)
    await _attempt(
        interaction,
        show(interaction, replace(line(said), buttons=interaction.client.forms.opener(opened, language), only_you=True)),
    )


async def _attempt(interaction: Interaction, doing: Awaitable[object]) -> None:
    with interaction.client.answering():
        try:
            await doing
        except Exception as error:
            await _failed(interaction, error)


async def show(interaction: Interaction, reply: Reply) -> None:
    """Send *reply*, as the response or after it."""
    if reply.form is not None:
        opened = Opened(reply.form, str(interaction.user.id))
        if not reply.blocks and _can_open_a_form(interaction):
            await interaction.response.send_modal(interaction.client.forms.modal(opened))
            return
        reply = with_opener(reply, opened, interaction.client, places.visitor(interaction))
    quiet = _quiet(interaction, reply)
    told = cards(reply)
    if reply.replaces and told and await _replaced(interaction, told[0]):
        told = told[1:]
    for card in told:
        await _say(interaction, card, quiet=quiet)
    if reply.toast and reply.toast not in {block.text for block in reply.blocks}:
        await _say(interaction, Card(escape(reply.toast)), quiet=interaction.guild_id is not None)
    if not interaction.response.is_done():
        await interaction.response.defer()  # the desk had nothing to say: the button stops turning


def with_opener(reply: Reply, opened: Opened, client: "Client", visitor: Visitor) -> Reply:
    """*reply* with a button that opens its form, where a form cannot be opened at once."""
    ready = sentences.FORM_READY.to(visitor.language, title=opened.form.title)
    rows = (*reply.buttons, *client.forms.opener(opened, visitor.language))
    return replace(reply, blocks=reply.blocks or line(ready).blocks, buttons=rows, form=None)


async def _defer(interaction: Interaction, *, private: bool) -> None:
    """Ask for patience. After a button that changes nothing yet, and what follows may be seen by all or by one."""
    if interaction.message is not None:
        await interaction.response.defer()
    else:
        await interaction.response.defer(thinking=True, ephemeral=private and interaction.guild_id is not None)


def _can_open_a_form(interaction: Interaction) -> bool:
    return not interaction.response.is_done() and interaction.type is not discord.InteractionType.modal_submit


def _quiet(interaction: Interaction, reply: Reply) -> bool:
    """Whether only one person sees it: as the desk says, what follows from a message that only he sees, what fits over a button."""
    seen_by_one = interaction.message is not None and interaction.message.flags.ephemeral
    over_the_button = interaction.message is not None and {block.text for block in reply.blocks} == {reply.toast}
    return interaction.guild_id is not None and (reply.only_you or seen_by_one or over_the_button)


async def _replaced(interaction: Interaction, card: Card) -> bool:
    """Rewrite the message whose button was pressed; False where there is none (any more)."""
    if interaction.message is None:
        return False
    try:
        if interaction.response.is_done():
            await interaction.edit_original_response(**card.for_editing())
        else:
            await interaction.response.edit_message(**card.for_editing())
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
        return False
    return True


async def _say(interaction: Interaction, card: Card, *, quiet: bool) -> None:
    if interaction.response.is_done():
        await interaction.followup.send(**card.for_sending(), ephemeral=quiet, suppress_embeds=True, wait=True)
    else:
        await interaction.response.send_message(**card.for_sending(), ephemeral=quiet, suppress_embeds=True)


async def _failed(interaction: Interaction, error: Exception) -> None:
    """Log why there was no answer, without a word of it, and apologise where somebody is still there to hear it."""
    if isinstance(error, discord.InteractionResponded):
        log.info("Discord: an interaction was answered twice")
        return
    if isinstance(error, discord.HTTPException):
        if error.code in _TOO_LATE:
            log.info("Discord: an answer came too late (%s)", error.code)
            return
        log.error("Discord refused an answer: %s, code %s", error.status, error.code)
    else:
        log.error("An interaction could not be answered", exc_info=error)
    try:
        await _say(interaction, Card(BROKEN.to(places.visitor(interaction).language)), quiet=interaction.guild_id is not None)
    except Exception as again:
        log.info("Discord: nor could an apology be sent (%s)", type(again).__name__)
