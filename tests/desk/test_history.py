"""“/geçmiş” and “/geri-al”."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fakes import FakeClock
from mmbot.desk import verdicts
from mmbot.moderation.proposals import Draft, StaleRevision
from moderated import MODERATOR, PAGE_1, PROPOSER, SECOND, TREATY, World, fact, labels, open_world, phrasing, said


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


def approve(world: World, draft: Draft) -> None:
    number = world.hand_in(draft, SECOND).proposal.id
    verdicts.approve(world.desk, number, MODERATOR)


def test_who_when_what_why(world: World) -> None:
    approve(world, fact())
    world.clock.advance(hours=1)
    approve(world, phrasing())
    assert said(world.run("geçmiş", "örnek antlaşması")).splitlines() == [
        "“Örnek Antlaşması” – 2 sürüm",
        "2. sürüm · 16 Mart 2026 13.00 · discord:42 (öneren telegram:8): soru biçimi.",
        "■ değişen bilgi: imza-tarihi",
        "+ soru biçimleri: Örnek Antlaşması hangi gün bağıtlandı?",
        "1. sürüm · 16 Mart 2026 12.00 · discord:42 (öneren telegram:8): Eksikti.",
        "■ yeni bilgi: kars-imzalandi",
        "+ bilgi: Örnek Antlaşması Kars'ta imzalandı.",
        "+ yanıtladığı: nerede",
        "+ soru biçimleri: Örnek Antlaşması nerede imzalandı?",
        "+ kaynaklar: ornek-2000, s. 1: “örnek antlaşması”",
    ]


def test_who_had_proposed_it_is_not_said_in_a_group(world: World) -> None:
    approve(world, fact())
    assert "öneren" not in said(world.run("geçmiş", TREATY, replace(SECOND, place="telegram:-100", private=False)))
    assert "öneren telegram:8" in said(world.run("geçmiş", TREATY, SECOND))


def test_the_history_of_one_fact(world: World) -> None:
    approve(world, fact())
    approve(world, phrasing())
    assert said(world.run("geçmiş", f"{TREATY}/imza-tarihi")).splitlines()[0] == "“Örnek Antlaşması” – 1 sürüm"


def test_somebody_who_had_himself_forgotten_is_not_named(world: World) -> None:
    approve(world, fact())
    world.records.people.forget(MODERATOR.person)
    assert "silinmiş kullanıcı (öneren telegram:8): Eksikti." in said(world.run("geçmiş", TREATY))
    world.records.people.forget(SECOND.person)
    assert "silinmiş kullanıcı: Eksikti." in said(world.run("geçmiş", TREATY))


@pytest.mark.parametrize(
    ("typed", "told"), [("Örnek Kongresi", "hiç değiştirilmedi"), ("Sevr", "bir madde bulamadım"), ("", "Bir madde adı yazın")]
)
@pytest.mark.parametrize("command", ["geçmiş", "geri-al"])
def test_where_there_is_nothing_to_tell_that_is_said(world: World, command: str, typed: str, told: str) -> None:
    assert told in said(world.run(command, typed))


def test_one_tap_undoes_the_last_change(world: World) -> None:
    approve(world, fact())
    asked = world.run("geri-al", "örnek antlaşması")
    assert "1. sürüm geri alınacak" in said(asked)
    assert "– bilgi: Örnek Antlaşması Kars'ta imzalandı." in said(asked)
    undone = world.press(asked, "Son değişikliği")
    assert "Yeni sürüm 2, yayında" in said(undone)
    assert [one.id for one in world.entry().facts] == ["tanim", "imza-tarihi"]
    world.press(undone, "Geri almayı geri al")
    assert [one.id for one in world.entry().facts][-1] == "kars-imzalandi"


def test_an_old_button_does_not_undo_something_newer(world: World) -> None:
    approve(world, fact())
    asked = world.run("geri-al", TREATY)
    approve(world, phrasing())
    assert "bu arada değişti" in said(world.press(asked, "Son değişikliği"))
    assert world.moderation.living.number(TREATY) == 2


def test_back_to_a_state_that_is_shown(world: World) -> None:
    for question in ("Bir mi?", "İki mi?", "Üç mü?"):
        approve(world, phrasing(question))
    page = world.run("geçmiş", TREATY)
    assert labels(page) == ["Son değişikliği geri al", "2. sürüme dön", "1. sürüme dön", "İlk hâline dön"]
    assert "1. sürüme dönüldü. Yeni sürüm 4" in said(world.press(page, "1. sürüme"))
    assert world.entry().facts[1].questions[-1] == "Bir mi?"


def test_long_histories_have_pages(world: World) -> None:
    for number in range(6):
        approve(world, phrasing(f"Soru {number} ne zaman?"))
    page = world.run("geçmiş", TREATY)
    assert "6. sürüm" in said(page)
    older = world.press(page, "Daha eski")
    assert "1. sürüm ·" in said(older)
    assert labels(older)[-1] == "İlk hâline dön"


def test_an_entry_that_was_taken_out_can_be_had_back(world: World) -> None:
    approve(
        world, Draft("entry", "yeni-yer", "", {"title": "Yeni Yer", "kind": "place", "says": "Yeni Yer bir yerdir."}, (PAGE_1,))
    )
    world.press(world.run("geri-al", "Yeni Yer"), "Son değişikliği")
    assert "yeni-yer" not in world.moderation.library.entries
    back = world.press(world.run("geçmiş", "yeni-yer"), "Son değişikliği")
    assert "yayında" in said(back)
    assert "yeni-yer" in world.moderation.library.entries


def test_whose_proposals_are_undone_is_told_once_and_nobody_of_his_own_undoing(world: World) -> None:
    for draft, by in ((phrasing("Örnek Antlaşması kaçıncı günde?"), SECOND), (fact(), PROPOSER), (phrasing(), PROPOSER)):
        verdicts.approve(world.desk, world.hand_in(draft, by).proposal.id, MODERATOR)
    world.letters()
    verdicts.undo(world.desk, TREATY, MODERATOR, seen=3)
    assert world.letters() == [("telegram:7", "“Örnek Antlaşması” maddesinde önerinizle yapılan değişiklik geri alındı.")]
    verdicts.undo(world.desk, TREATY, MODERATOR, seen=4, to=3)  # it is back again
    assert world.letters() == []
    verdicts.undo(world.desk, TREATY, SECOND, seen=5, to=0)
    assert [place for place, _ in world.letters()] == ["telegram:7"], "who has undone it himself knows"


def test_an_undo_that_is_refused_tells_nobody(world: World) -> None:
    approve(world, fact())
    world.letters()
    with pytest.raises(StaleRevision):
        verdicts.undo(world.desk, TREATY, MODERATOR, seen=7)
    assert world.letters() == []
