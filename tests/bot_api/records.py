"""What the server writes down for tests: requests, and messages that people would see."""

from dataclasses import dataclass, field
from typing import Any

from .params import Params, Upload

Json = dict[str, Any]


def shown(message: Json) -> tuple[str, list[Json]]:
    """The text or caption of a message and its entities."""
    name = "text" if "text" in message else "caption"
    return message.get(name) or "", message.get("entities" if name == "text" else "caption_entities") or []


@dataclass
class Call:
    """One request, as it came: *status* is the HTTP status of the answer (0: none was given, the connection was dropped)."""

    method: str
    params: Params
    headers: dict[str, str]
    query: str
    status: int = 0
    description: str = ""

    def everything_but_the_path(self) -> str:
        """All that the client sent apart from the address, to look for secrets in."""
        files = [(upload.name, upload.content) for upload in self.params.files.values()]
        return repr((self.headers, self.query, self.params.values, files))


@dataclass(frozen=True, eq=False)
class Sent:
    """A message as people see it after a request: sent, edited, or with another keyboard.

    *text* is plain (a document's caption), *entities* are Telegram's (UTF-16), *html* is what the bot wrote, *chat_id* is 0
    for a message that was sent through inline mode.
    """

    method: str
    chat_id: int
    message_id: int
    text: str
    entities: list[Json]
    html: str
    markup: Json | None = None
    thread_id: int | None = None
    reply_to: int | None = None
    document: Upload | None = None
    message: Json = field(default_factory=dict)
    inline_message_id: str = ""

    @property
    def buttons(self) -> list[Json]:
        """The inline buttons, row after row."""
        return [button for row in (self.markup or {}).get("inline_keyboard", []) for button in row]

    @property
    def labels(self) -> list[str]:
        """The inline buttons' labels."""
        return [button["text"] for button in self.buttons]

    def marked(self, kind: str) -> list[str]:
        """The pieces of text that carry an entity of this *kind*, such as `bold` or `text_link`."""
        encoded = self.text.encode("utf-16-le")
        spans = [(2 * entity["offset"], 2 * entity["length"]) for entity in self.entities if entity["type"] == kind]
        return [encoded[start : start + length].decode("utf-16-le") for start, length in spans]


@dataclass
class Query:
    """A callback or inline query that waits for its answer."""

    id: str
    since: float
    answer: "CallbackAnswer | InlineAnswer | None" = None


@dataclass(frozen=True)
class CallbackAnswer:
    """What a person sees after pressing a button: a notice (*text* may be empty) or, with *show_alert*, a box."""

    text: str
    show_alert: bool
    url: str
    cache_time: int


@dataclass(frozen=True)
class InlineAnswer:
    """What a person sees below an inline query."""

    results: list[Json]
    cache_time: int
    is_personal: bool
    next_offset: str
    button: Json | None

    @property
    def titles(self) -> list[str]:
        """The titles of the results, in order."""
        return [result.get("title", "") for result in self.results]
