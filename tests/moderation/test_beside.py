"""What is shown to somebody who is typing a proposal, on the knowledge as it is."""

from types import SimpleNamespace

import pytest

from mmbot.app import Prepared
from mmbot.moderation.beside import beside
from mmbot.moderation.drafting import Target
from mmbot.moderation.moderating import Moderation

MOSCOW = "moskova-antlasmasi"


@pytest.fixture(scope="module")
def moderation(embedded: Prepared) -> Moderation:
    library, _ = embedded
    return SimpleNamespace(library=library, living=SimpleNamespace(now=lambda: embedded))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("entry", "says", "same", "otherwise"),
    [
        (MOSCOW, "Moskova Antlaşması 16 Mart 1921'de imzalandı", {"imza-tarihi"}, set()),
        (MOSCOW, "Moskova Antlaşması 16 Mart 1921 tarihinde Moskova'da imzalanmıştır.", {"tanim"}, set()),
        (MOSCOW, "Moskova Antlaşması 20 Mart 1921'de imzalandı.", set(), {"imza-tarihi"}),
        (MOSCOW, "Antlaşma 20 Mart 1921'de imzalandı", set(), {"imza-tarihi"}),
        (MOSCOW, "Moskova Antlaşması'nı Türkiye adına İsmet Paşa imzaladı.", set(), {"imzacilar"}),
        ("gumru-antlasmasi", "Gümrü Antlaşması 5 Aralık 1920'de imzalandı.", set(), {"imza-tarihi"}),
        (MOSCOW, "Moskova Antlaşması gece yarısı imzalandı.", set(), set()),
        (MOSCOW, "", set(), set()),
        (MOSCOW, "???", set(), set()),
    ],
)
def test_a_new_statement(moderation: Moderation, entry: str, says: str, same: set[str], otherwise: set[str]) -> None:
    found = beside(moderation, "fact", Target(moderation.library.entries[entry]), {"says": says})
    assert {fact.id for fact in found.same} == same
    assert {fact.id for fact, _ in found.otherwise} == otherwise


def test_what_was_seen_is_not_shown_again(moderation: Moderation) -> None:
    found = beside(
        moderation, "fact", Target(moderation.library.entries[MOSCOW]), {"says": "Moskova Antlaşması 20 Mart 1921'de imzalandı."}
    )
    assert found.marks == {f"!{MOSCOW}/imza-tarihi"}
    assert not found.without(found.marks).marks
    assert found.without({"x"}) == found
