"""A conversation in the terminal."""

from collections.abc import Iterable
from typing import TextIO

from mmbot import texts
from mmbot.answering.conversation import Answering
from mmbot.model import Question
from mmbot.rendering import blocks, plain


def converse(answering: Answering, lines: Iterable[str], out: TextIO, *, prompt: str = "") -> None:
    """Answer each of *lines* on *out*, follow-ups and choices included, until an empty line or their end."""
    print(texts.CHAT_WELCOME.to(), file=out)
    _ask_for_more(out, prompt)
    for line in lines:
        if not line.strip():
            break
        decision = answering.answer(Question(line.strip("\r\n")))
        print(plain(blocks(answering.library, decision.answer)), end="\n\n", file=out)
        _ask_for_more(out, prompt)
    print(texts.CHAT_BYE.to(), file=out)


def _ask_for_more(out: TextIO, prompt: str) -> None:
    if prompt:
        print(prompt, end="", flush=True, file=out)
