"""``mmbot ask``: one question, or a file of them."""

import argparse

from mmbot.answering.decide import decide
from mmbot.answering.explain import explain
from mmbot.cli.embedded import open_answering
from mmbot.cli.outcome import NOT_ANSWERED, OK, WrongUse
from mmbot.model import Answered
from mmbot.rendering import blocks, plain


def ask(options: argparse.Namespace) -> int:
    """Print the answer as a chat would show it; with ``--batch`` that of every line, as JSON."""
    if (options.question is None) == (options.batch is None):
        raise WrongUse(
            'give one question in quotation marks, or --batch FILE. Example: mmbot ask "Moskova Antlaşması ne zaman imzalandı?"'
        )
    if options.batch is not None:
        from mmbot.cli.batch import answer_all  # noqa: PLC0415  one question needs no JSON

        return answer_all(options.batch)
    answering = open_answering()
    decision = decide(answering.library, answering.index, options.question)
    print(plain(blocks(answering.library, decision.answer)))
    if options.why:
        print("\n" + explain(decision))
    return OK if isinstance(decision.answer, Answered) else NOT_ANSWERED
