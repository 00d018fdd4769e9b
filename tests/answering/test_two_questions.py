"""Two questions in one message: both are answered, or the first with a word on the other; one question stays one."""

import pytest

from mmbot.answering.decide import decide
from mmbot.app import Prepared
from mmbot.model import Answered
from mmbot.texts import ONLY_THE_FIRST


def told(embedded: Prepared, text: str) -> list[str]:
    answer = decide(*embedded, text).answer
    return [fact.name for fact in answer.facts] if isinstance(answer, Answered) else []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            "sevr ne zaman imzalandı, bi de mondros",
            ["sevr-antlasmasi/imza-tarihi", "mondros-mutarekesi/imza-tarihi"],
            id="another-name",
        ),
        pytest.param(
            "Kars Antlaşması ne zaman imzalandı bir de moskova",
            ["kars-antlasmasi/imza-tarihi", "moskova-antlasmasi/imza-tarihi"],
            id="a-place-for-the-treaty",
        ),
        pytest.param("Lenin kimdir? Stalin kimdir?", ["lenin/tanim", "stalin/tanim"], id="two-whole-questions"),
        pytest.param(
            "Gümrü Antlaşması'nı kim imzaladı, ayrıca ne zaman imzalandı",
            ["gumru-antlasmasi/imzacilar", "gumru-antlasmasi/imza-tarihi"],
            id="of-the-same",
        ),
        pytest.param(
            "Kars Antlaşması ne zaman imzalandı, kimler imzaladı?",
            ["kars-antlasmasi/imza-tarihi", "kars-antlasmasi/imzacilar"],
            id="a-comma-between-them",
        ),
        pytest.param("Lenin kimdir, bir de Lenin kimdir", ["lenin/tanim"], id="twice-the-same"),
        pytest.param("Kars Antlaşması ne zaman imzalandı? teşekkürler", ["kars-antlasmasi/imza-tarihi"], id="thanks-are-none"),
    ],
)
def test_both_are_answered(embedded: Prepared, text: str, facts: list[str]) -> None:
    assert told(embedded, text) == facts


def test_where_only_the_first_is_known_that_is_said(embedded: Prepared) -> None:
    answer = decide(*embedded, "Sevr ne zaman imzalandı, bir de Sevr'in mürekkebi ne renkti").answer
    assert isinstance(answer, Answered)
    assert ([fact.name for fact in answer.facts], answer.remark) == (["sevr-antlasmasi/imza-tarihi"], ONLY_THE_FIRST)
