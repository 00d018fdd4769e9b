"""“/inceleme”: the queue, the card, the decision; who is told; what is shown when somebody was quicker."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from sqlite3 import IntegrityError

import pytest
from desk_replies import is_sendable

from fakes import FakeClock
from mmbot.desk import dispatch, verdicts
from mmbot.desk.reviewing_texts import GOLDEN_SOON
from mmbot.model import Person, Visitor
from mmbot.moderation import deciding
from mmbot.moderation.proposals import AlreadyDecided
from mmbot.texts import BROKEN
from moderated import (
    ANOTHER,
    MODERATOR,
    PAGE_1,
    PROPOSER,
    SECOND,
    TREATY,
    World,
    button,
    change,
    fact,
    in_group,
    labels,
    open_world,
    phrasing,
    said,
)
from outages import refusing

CAN = replace(PROPOSER, name="  Can\tÖz ")
WHERE = "Örnek Antlaşması nerede imzalandı?"


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


def card_of(world: World, number: int, visitor: Visitor = MODERATOR) -> str:
    """With what comes below it later."""
    reply = world.run("inceleme", str(number), visitor)
    return f"{said(reply)}\n{said(dispatch.rest(reply, visitor))}"


def test_what_is_known_already_is_on_the_card(world: World) -> None:
    world.hand_in(fact())
    first = world.run("inceleme", "1")
    assert said(first).endswith(GOLDEN_SOON.tr)
    below = said(dispatch.rest(first, MODERATOR))
    assert WHERE in below
    again = world.run("inceleme", "1")
    assert again.later is None
    assert said(again).endswith(below.partition("\n")[2])
    world.run("inceleme", "1", SECOND)
    world.press(again, "Onayla")
    assert world.run("inceleme", "1").later is None, "what is decided changes nothing any more"


def test_what_goes_wrong_later_is_said(world: World) -> None:
    world.hand_in(fact())
    world.moderation.golden = (None,)
    assert said(dispatch.rest(world.run("inceleme", "1"), MODERATOR)) == BROKEN.tr


def test_an_empty_queue(world: World) -> None:
    assert said(world.run("inceleme")) == "Bekleyen öneri yok."


def test_the_queue_tells_age_kind_and_state(world: World) -> None:
    world.hand_in(fact())
    world.clock.advance(days=2)
    world.hand_in(phrasing())
    world.clock.advance(minutes=5)
    world.press(world.run("inceleme", "1"), "Beklet")
    assert said(world.run("inceleme")).splitlines() == [
        "2 öneri karar bekliyor:",
        "2 · Soru biçimi · Örnek Antlaşması · 5 dakika önce",
        "1 · Yeni bilgi · Örnek Antlaşması · 2 gün önce · bekletiliyor",
    ]


def test_a_card_tells_all(world: World) -> None:
    world.hand_in(fact())
    text = card_of(world, 1)
    for part in (
        "Öneri 1 · Yeni bilgi · Örnek Antlaşması",
        "Öneren: telegram:7 · az önce",
        "Gerekçesi: Eksikti.",
        "Örnek Antlaşması Kars'ta imzalandı.\nKaynak: Örnek 2000, s. 1 ✔",
        "+ bilgi: Örnek Antlaşması Kars'ta imzalandı.",
        "✔ kusur yok",
        "✔ dayanak sayfada bulundu: ornek-2000 1",
        f"• {WHERE}\n– “Örnek Antlaşması” kaynaklarımda var",
    ):
        assert part in text


def test_who_proposed_and_who_decided_is_named_where_the_platform_has_told_a_name(world: World) -> None:
    world.run("oner", TREATY, CAN)
    world.hand_in(fact(), CAN)
    assert "Öneren: Can Öz – telegram:7 · az önce" in card_of(world, 1)
    murat = replace(MODERATOR, name="Mu\u202erat\n" + "x" * 80)
    world.press(world.run("inceleme", "1", murat), "Beklet", murat)
    world.run("inceleme", "", murat)
    world.press(world.run("inceleme", "1", SECOND), "Onayla", SECOND)
    assert "(öneren Can Öz – telegram:7)" in said(world.run("geçmiş", TREATY))
    assert world.desk.names.of(MODERATOR.person) == "Mu rat " + "x" * 32 + "…", "nothing unseen, no second line, not for ever"
    world.press(world.run("unut", "", CAN), "Evet, sil", CAN)
    assert "Can Öz" not in said(world.run("geçmiş", TREATY)), "and forgotten with the rest"


def test_who_only_asks_is_called_nothing(world: World) -> None:
    world.ask(WHERE, CAN)
    assert world.desk.names.of(CAN.person) == ""


def test_who_proposed_is_not_told_in_a_telegram_group(world: World) -> None:
    world.hand_in(fact())
    assert "telegram:7" not in card_of(world, 1, in_group(SECOND))
    assert "telegram:7" in card_of(world, 1, in_group(MODERATOR)), "on Discord only the moderator sees it"


def test_source_text_not_at_hand(world: World) -> None:
    world.moderation.articles = None
    world.hand_in(fact())
    assert "? kaynak metni elde yok, dayanak aranamadı: ornek-2000 1" in card_of(world, 1)


def test_an_approval_answers_at_once_and_tells_everybody_once(world: World) -> None:
    """The proposer, and whoever waits for an answer, wherever he asked."""
    for visitor in (ANOTHER, in_group(Visitor(Person("telegram", "70"), ""))):
        world.press(world.ask(WHERE, visitor), "Yanıtlanınca", visitor)
    world.hand_in(fact())
    approved = world.press(world.run("inceleme", "1"), "Onayla")
    assert "Yayında" in said(approved)
    assert "Kars'ta imzalandı" in said(world.ask(WHERE))
    told = world.letters()
    assert sorted(place for place, _ in told) == ["discord:5", "telegram:-100", "telegram:7"]
    assert all("Kars'ta imzalandı" in text for place, text in told if place != "telegram:7")
    assert ("telegram:7", "1. öneriniz onaylandı ve yayında: Örnek Antlaşması. Teşekkürler.") in told
    assert world.records.misses.open() == []
    world.hand_in(phrasing())
    world.press(world.run("inceleme", "2"), "Onayla")
    assert [place for place, _ in world.letters()] == ["telegram:7"]


def test_what_goes_wrong_in_the_middle_leaves_nothing_behind(world: World) -> None:
    """Approval, settled questions and letters are one thing."""
    world.press(world.ask(WHERE, ANOTHER), "Yanıtlanınca", ANOTHER)
    world.hand_in(fact())
    before = world.records.proposals.get(1)
    with refusing(world.records, "outbox", "NEW.place = 'telegram:7'"), pytest.raises(IntegrityError, match="refused"):
        verdicts.approve(world.desk, 1, MODERATOR)  # the letter to the proposer is the last that is written
    assert world.records.proposals.get(1) == before
    assert world.records.revisions.latest() == {}
    assert len(world.records.misses.open()) == 1
    assert world.letters() == []
    verdicts.approve(world.desk, 1, MODERATOR)
    assert sorted(place for place, _ in world.letters()) == ["discord:5", "telegram:7"]


def test_a_rejection_takes_a_reason_that_the_proposer_reads(world: World) -> None:
    world.hand_in(fact())
    form = world.press(world.run("inceleme", "1"), "Reddet")
    assert "boş bırakılamaz" in said(world.submit(form, {"reason": " "}, MODERATOR))
    assert "reddedildi" in said(world.submit(form, {"reason": "Sayfada yok."}, MODERATOR))
    ((place, text),) = world.letters()
    assert place == "telegram:7"
    assert "Gerekçe: Sayfada yok." in text
    assert "karar verilmiş: reddedildi (discord:42, 16 Mart 2026 12.00). Gerekçe: Sayfada yok." in card_of(world, 1)


def test_who_decides_on_his_own_gets_no_letter(world: World) -> None:
    world.hand_in(fact(), MODERATOR)
    form = world.press(world.run("inceleme", "1"), "Reddet")
    world.submit(form, {"reason": "Vazgeçtim."}, MODERATOR)
    assert world.letters() == []


def test_edit_then_approve(world: World) -> None:
    world.hand_in(replace(fact(), citations=(replace(PAGE_1, evidence=("yok böyle söz",)),)))
    card = world.run("inceleme", "1")
    assert "Onayla" not in labels(card)
    assert "✖" in said(card)
    form = world.press(card, "Düzenle ve onayla")
    assert "7 sözcük" in said(world.submit(form, {"evidence": "bir iki üç dört beş altı yedi"}, MODERATOR))
    edited = world.submit(form, {"evidence": "örnek antlaşması"}, MODERATOR)
    assert "düzenlendi" in said(edited)
    assert "Yayında" in said(world.press(edited, "Onayla"))


@pytest.mark.parametrize(
    "draft", [fact(), change("Örnek Antlaşması tam 16 Mart 1921'de imzalandı."), phrasing()], ids=lambda draft: draft.kind
)
def test_editing_without_a_change_proposes_the_same(world: World, draft: deciding.Draft) -> None:
    world.hand_in(draft)
    form = world.press(world.run("inceleme", "1"), "Düzenle")
    assert form.form is not None
    edited = world.submit(
        form, {"reason": draft.reason} if any(one.name == "reason" for one in form.form.fields) else {}, MODERATOR
    )
    assert "düzenlendi" in said(edited), said(edited)
    after = world.records.proposals.get(1)
    assert after is not None
    assert dict(after.draft.fields) == dict(draft.fields)


def test_two_moderators_press_the_same_button(world: World) -> None:
    world.hand_in(fact())
    one, other = world.run("inceleme", "1"), world.run("inceleme", "1", SECOND)
    world.press(one, "Onayla")
    late = world.press(other, "Onayla", SECOND)
    assert said(late) == "1. öneriye karar verilmiş: onaylandı (discord:42, 16 Mart 2026 12.00)."
    assert world.moderation.living.number(TREATY) == 1
    assert said(world.press(other, "Reddet", SECOND)) == said(world.press(other, "Beklet", SECOND)) == said(late)


def test_what_was_edited_meanwhile_is_shown_before_it_is_approved(world: World) -> None:
    world.hand_in(fact())
    old = world.run("inceleme", "1")
    deciding.amend(world.moderation, 1, fact("Örnek Antlaşması Van'da imzalandı."), SECOND)
    for label in ("Onayla", "Düzenle", "Reddet"):
        shown = world.press(old, label)
        assert "siz bakarken düzenlendi" in said(shown)
        assert "Van'da imzalandı" in said(shown)
    assert world.moderation.living.number(TREATY) == 0
    world.press(world.press(old, "Onayla"), "Onayla")
    assert "Van'da" in world.entry().facts[-1].says


def test_a_stale_proposal_is_carried_over(world: World) -> None:
    world.hand_in(change("Örnek Antlaşması tam 16 Mart 1921'de imzalandı."))
    world.hand_in(phrasing())
    old = world.run("inceleme", "1")
    world.press(world.run("inceleme", "2"), "Onayla")
    shown = world.press(old, "Onayla")
    assert "“ornek-antlasmasi” maddesi bu arada değişti" in said(shown)
    assert "Bu arada değişen:\n■ değişen bilgi: imza-tarihi\n+ soru biçimleri: Örnek Antlaşması hangi gün bağıtlandı?" in said(
        shown
    )
    assert "⟦tam" in said(shown)
    assert "Onayla" not in labels(shown)
    carried = world.press(shown, "Yeni sürüme uygula")
    world.press(carried, "Onayla")
    assert "tam 16 Mart" in world.entry().facts[1].says
    assert len(world.entry().facts[1].questions) == 2


def test_next_goes_round_the_queue(world: World) -> None:
    for question in ("Bir mi?", "İki mi?", "Üç mü?"):
        world.hand_in(phrasing(question))
    card = world.run("inceleme", "1")
    seen = []
    for _ in range(4):
        card = world.press(card, "Sonraki")
        seen.append(said(card).splitlines()[0].split(" · ")[0])
    assert seen == ["Öneri 2", "Öneri 3", "Öneri 1", "Öneri 2"]


def test_undo_stands_right_beside_the_approval(world: World) -> None:
    world.hand_in(fact())
    approved = world.press(world.run("inceleme", "1"), "Onayla")
    undone = world.press(approved, "Geri al")
    assert "1. sürüm geri alındı" in said(undone)
    assert "yanıtını bulamadım" in said(world.ask(WHERE))


@pytest.mark.parametrize("typed", ["99", "x", "-1", "²", "9" * 30, "1; DROP TABLE"])
def test_no_such_proposal(world: World, typed: str) -> None:
    assert "diye bir öneri yok" in card_of(world, typed)  # type: ignore[arg-type]


def test_every_card_can_be_sent(world: World) -> None:
    for draft in (fact(), phrasing(), change("Örnek Antlaşması tam 16 Mart 1921'de imzalandı.")):
        world.hand_in(draft)
        assert is_sendable(world.run("inceleme", "1"))
    assert button(world.run("inceleme", "1"), "Kuyruk").press == "review"


def test_a_decision_of_another_process_is_seen(world: World, folder: Path, articles: Path, clock: FakeClock) -> None:
    elsewhere = next(opened := open_world(folder, articles, clock))
    world.hand_in(fact())
    verdicts.approve(elsewhere.desk, 1, SECOND)
    with pytest.raises(AlreadyDecided):
        verdicts.approve(world.desk, 1, MODERATOR)
    assert "Kars'ta imzalandı" in said(world.ask(WHERE)), "it has caught up with the other process"
    elsewhere.records.close()
    opened.close()
