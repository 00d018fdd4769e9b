"""Discord, by discord.py: turns what happens there into Visitors and calls of the desk, and Replies into messages."""

from mmbot.adapters.discord_bot.bot import DiscordBot

__all__ = ["DiscordBot"]
