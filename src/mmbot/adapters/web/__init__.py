"""The moderators' page: server-rendered, without JavaScript; the only package that uses jinja2, and aiohttp for pages."""

from mmbot.adapters.web.server import ModeratorsPage

__all__ = ["ModeratorsPage"]
