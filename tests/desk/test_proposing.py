"""“/öner”: from any beginning to a proposal that waits; nothing typed is lost on the way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk_replies import is_sendable

from fakes import FakeClock
from mmbot.desk import dispatch
from mmbot.desk.presses import pressed, token
from mmbot.desk.reply import Reply
from mmbot.model import Visitor
from mmbot.moderation.deciding import mark
from mmbot.moderation.proposals import Proposal
from mmbot.moderation.roles import Policy
from moderated import ANOTHER, MODERATOR, PROPOSER, SECOND, TREATY, World, button, labels, open_world, said

FACT = {
    "says": "Örnek Antlaşması Kars'ta imzalandı",
    "asked": "nerede",
    "source": "Örnek 2000 s. 1",
    "evidence": "örnek antlaşması",
    "questions": "Örnek Antlaşması nerede imzalandı?",
}
SIGNED = f"{TREATY}/imza-tarihi"


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


def form_of(world: World, kind: str, name: str, visitor: Visitor = PROPOSER) -> Reply:
    return dispatch.press(world.desk, pressed("propose", kind, token(name), 0), visitor)


def only(world: World) -> Proposal:
    (found,) = world.records.proposals.queue()
    return found


def test_from_the_menu_to_a_proposal(world: World) -> None:
    menu = world.run("öner", "", PROPOSER)
    assert labels(menu) == ["Yeni bilgi", "Düzeltme", "Soru biçimi", "İhtilaf", "Kaynak yanlışı", "Yeni madde"]
    asked = world.press(menu, "Yeni bilgi", PROPOSER)
    form = world.submit(asked, {"about": "ornek antlasmasi"})
    thanks = world.submit(form, FACT)
    assert "1. öneri moderatörlere ulaştı (Yeni bilgi: Örnek Antlaşması)" in said(thanks)
    draft = only(world).draft
    assert (draft.kind, draft.entry, draft.fields["says"], draft.fields["answers"]) == (
        "fact",
        TREATY,
        "Örnek Antlaşması Kars'ta imzalandı.",
        "where",
    )
    assert (draft.citations[0].source, draft.citations[0].page) == ("ornek-2000", "1")


CLEARER = "Örnek Antlaşması tam 16 Mart 1921'de imzalandı."
OTHER_DAY = "Örnek Antlaşması 18 Mart 1921'de imzalandı."
FORMS = {
    "change": ({"says": CLEARER, "reason": "Açık olsun"}, {"says": CLEARER}),
    "phrasing": ({"questions": "Hangi gün?\nNe gün?"}, {"questions": "Hangi gün?\nNe gün?"}),
    "dispute": (
        {"says": OTHER_DAY, "source": "Örnek, s 1", "evidence": "örnek", "preferred": "Yeni anlatım", "reason": "Anı"},
        {"says": OTHER_DAY, "answers": "when", "date": "1921-03-18", "preferred": "new"},
    ),
    "deprecation": (
        {"reason": "Yanılıyor", "note_says": "Doğrusu 17 Mart", "note_reference": "genel kabul", "note_date": "17 Mart 1921"},
        {"note_says": "Doğrusu 17 Mart.", "note_reference": "genel kabul", "note_date": "1921-03-17"},
    ),
    "names": (
        {"title": "Örnek Antlaşması", "aliases": "Örnek Muahedesi\nÖrnek Misakı", "reason": "Böyle de denir"},
        {"aliases": "Örnek Muahedesi\nÖrnek Misakı"},
    ),
}


@pytest.mark.parametrize("kind", FORMS)
def test_each_kind_has_a_form_that_becomes_a_draft(world: World, kind: str) -> None:
    values, wanted = FORMS[kind]
    form = form_of(world, kind, TREATY if kind == "names" else SIGNED)
    assert form.form is not None
    assert len(form.form.fields) <= 5
    assert all(len(one.label) <= 45 and len(one.hint) <= 100 for one in form.form.fields)
    thanks = world.submit(form, values)
    assert "moderatörlere ulaştı" in said(thanks), said(thanks)
    assert dict(only(world).draft.fields) == wanted


def test_a_new_entry(world: World) -> None:
    form = dispatch.press(world.desk, "propose:entry", PROPOSER)
    values = {"title": "Yeni Yer", "kind": "yer", "says": "Yeni Yer bir yerdir", "source": "Örnek 2000, s. 1", "evidence": "örnek"}
    world.submit(form, values)
    assert (only(world).draft.entry, only(world).draft.fields["kind"]) == ("yeni-yer", "place")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        pytest.param(SIGNED, "16 Mart 1921'de imzalandı.”", id="fact"),
        pytest.param("Örnek Antlaşması", "“Örnek Antlaşması”: bir bilgi seçin", id="entry"),
        pytest.param("Örnek Kongresi kaç gün sürdü?", "12 gün sürdü", id="question"),
        pytest.param("Sevr Antlaşması ne zaman imzalandı?", "bir madde bulamadım", id="unknown"),
        pytest.param("<b>" * 400, "bir madde bulamadım", id="nonsense"),
    ],
)
def test_what_was_typed_or_replied_to_leads_on(world: World, typed: str, offered: str) -> None:
    reply = world.run("öner", typed, PROPOSER)
    assert offered in said(reply)
    assert is_sendable(reply)
    assert reply.buttons


def test_from_a_complaint(world: World) -> None:
    answer = world.ask("Örnek Kongresi kaç gün sürdü?")
    thanks = world.press(world.press(answer, "Hata bildir", PROPOSER), "Tarih yanlış", PROPOSER)
    kinds = world.press(thanks, "Düzeltme öner", PROPOSER)
    form = world.press(kinds, "Düzeltme", PROPOSER)
    assert form.form is not None
    assert {one.name: one.value for one in form.form.fields}["asked"] == "kaç, 12 gün"


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"source": "Örnek"}, "sayfa yok"),
        ({"source": "Topal 2018, s. 3"}, "tanıdığım bir kaynak değil"),
        ({"evidence": "bir iki üç dört beş altı yedi"}, "7 sözcük"),
        ({"asked": "elma"}, "ne bir soru türü ne de bir tarih"),
    ],
)
def test_what_is_wrong_is_told_and_everything_typed_stays(world: World, wrong: dict[str, str], advice: str) -> None:
    typed = FACT | wrong
    again = world.submit(form_of(world, "fact", TREATY), typed)
    assert advice in said(again)
    assert again.form is not None
    assert again.form.values == typed
    assert world.records.proposals.queue() == []
    assert "moderatörlere ulaştı" in said(world.submit(again, {name: FACT[name] for name in wrong}))


def test_the_same_statement_suggests_a_phrasing_and_can_be_sent_after_all(world: World) -> None:
    same = FACT | {"says": "16 Mart 1921'de Örnek Antlaşması imzalandı.", "asked": "ne zaman, 16 Mart 1921"}
    held = world.submit(form_of(world, "fact", TREATY), same)
    assert "zaten var" in said(held)
    assert world.records.proposals.queue() == []
    form = world.press(held, "Soru biçimi", PROPOSER).form
    assert form is not None
    assert form.id.startswith(f"propose:phrasing:{token(SIGNED)}")
    world.submit(held, {})
    assert only(world).draft.kind == "fact"


def test_a_contradiction_is_passed_on_as_a_dispute(world: World) -> None:
    other = FACT | {"says": "Örnek Antlaşması 18 Mart 1921'de imzalandı.", "asked": "ne zaman, 18 Mart 1921"}
    thanks = world.submit(form_of(world, "fact", TREATY), other)
    assert "ihtilaf olarak iletildi" in said(thanks)
    assert "16 Mart 1921'de" in said(thanks)
    assert (only(world).draft.kind, only(world).draft.fact) == ("dispute", "imza-tarihi")


def test_flaws_are_told_to_the_proposer(world: World) -> None:
    thanks = world.submit(form_of(world, "fact", TREATY), FACT | {"evidence": "yok böyle bir söz"})
    assert "Onaydan önce düzelmesi gerekenler" in said(thanks)
    assert "sayfasında geçmiyor" in said(thanks)


def test_the_proposer_takes_it_back(world: World) -> None:
    thanks = world.submit(form_of(world, "fact", TREATY), FACT)
    assert "yalnız veren" in said(world.press(thanks, "Geri çek", ANOTHER))
    assert "geri çekildi" in said(world.press(thanks, "Geri çek", PROPOSER))
    assert "karar verilmiş: geri çekildi" in said(world.press(thanks, "Geri çek", PROPOSER))


def test_too_many_keeps_what_was_typed(world: World) -> None:
    for number in range(5):
        world.submit(form_of(world, "phrasing", SIGNED), {"questions": f"Soru {number} ne zaman?"})
    refused = world.submit(form_of(world, "fact", TREATY), FACT)
    assert "en çok 5" in said(refused)
    assert refused.form is not None
    assert refused.form.values == FACT


@pytest.mark.parametrize(
    ("command", "typed", "leads"),
    [
        ("ekle", "Örnek Antlaşması", "propose:fact"),
        ("ekle", "", "propose:find:fact"),
        ("düzenle", SIGNED, ""),
        ("düzenle", "", "propose:find:any"),
    ],
)
def test_moderators_have_the_same_forms(world: World, command: str, typed: str, leads: str) -> None:
    reply = world.run(command, typed)
    assert (reply.form.id if reply.form else "").startswith(leads)
    if not leads:
        assert button(reply, "Düzeltme")


def test_what_a_moderator_hands_in_waits_for_another(world: World) -> None:
    thanks = world.submit(world.run("ekle", "Örnek Antlaşması"), FACT, MODERATOR)
    card = world.press(thanks, "İncele")
    assert "başka bir moderatör onaylasın" in said(card)
    assert not {"Onayla", "Düzenle ve onayla"} & set(labels(card))
    (waiting,) = world.records.proposals.queue()
    forged = dispatch.press(world.desk, pressed("approve", waiting.id, mark(waiting)), MODERATOR)
    assert "başka bir moderatör onaylasın" in said(forged)
    assert only(world).state == "open"
    other = world.run("inceleme", "1", SECOND)
    assert "Onayla" in labels(other)
    assert "başka bir moderatör" not in said(other)


def test_what_one_edits_of_his_own_is_not_said_to_be_one_tap_from_approval(world: World) -> None:
    world.submit(world.run("ekle", "Örnek Antlaşması"), FACT, MODERATOR)
    form = world.press(world.run("inceleme", "1"), "Düzenle")
    edited = world.submit(form, {"says": "Örnek Antlaşması Kars'ta bağıtlandı"}, MODERATOR)
    assert "başka bir moderatör onaylayacak" in said(edited)
    assert "Onayla" not in labels(edited)


def test_who_moderates_alone_approves_what_is_his(folder: Path, articles: Path, clock: FakeClock) -> None:
    for alone in open_world(folder, articles, clock, Policy(frozenset({"discord:42"}))):
        thanks = alone.submit(alone.run("ekle", "Örnek Antlaşması"), FACT, MODERATOR)
        card = alone.press(thanks, "İncele")
        assert "başka bir moderatör" not in said(card)
        assert "onaylandı" in said(alone.press(card, "Onayla"))


def test_long_entries_are_shown_by_pages(world: World) -> None:
    entry = world.entry()
    many = replace(
        entry,
        facts=(*entry.facts, *(replace(entry.facts[1], id=f"bilgi-{number}", says=f"Bilgi {number}.") for number in range(20))),
    )
    world.records.revisions.append(many, 0, None, world.clock(), "Çok bilgi.")
    world.moderation.living.catch_up()
    first = dispatch.press(world.desk, pressed("propose", "change", token(TREATY), 0), PROPOSER)
    second = world.press(first, "Öbürleri", PROPOSER)
    assert set(labels(first)) & set(labels(second)) == {"Öbürleri"}
    third = world.press(second, "Öbürleri", PROPOSER)
    assert "Öbürleri" not in labels(third)
    assert world.press(third, "Bilgi 19", PROPOSER).form is not None
