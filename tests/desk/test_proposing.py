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


SAME = FACT | {"says": "16 Mart 1921'de Örnek Antlaşması imzalandı.", "asked": "ne zaman, 16 Mart 1921"}
OTHERWISE = FACT | {"says": OTHER_DAY, "asked": "ne zaman, 18 Mart 1921"}


def test_the_same_statement_becomes_a_phrasing_with_what_was_to_be_asked(world: World) -> None:
    held = world.submit(form_of(world, "fact", TREATY), SAME)
    assert "Bunu söyleyen bir bilgi zaten var:\n• “Örnek Antlaşması 16 Mart 1921'de imzalandı.” – Örnek 2000, s. 2" in said(held)
    assert labels(held) == ["Soru biçimi yap", "Yine de gönder", "Formu düzelt", "İptal"]
    assert world.records.proposals.queue() == []
    form = world.press(held, "Soru biçimi", PROPOSER)
    assert form.form is not None
    assert form.form.id.startswith(f"propose:phrasing:{token(SIGNED)}")
    assert (form.form.values or {})["questions"] == FACT["questions"], "nothing is typed twice"
    world.submit(form, {})
    assert (only(world).draft.kind, only(world).draft.fact) == ("phrasing", "imza-tarihi")


def test_the_same_statement_can_be_sent_all_the_same(world: World) -> None:
    held = world.submit(form_of(world, "fact", TREATY), SAME)
    assert "moderatörlere ulaştı" in said(world.press(held, "Yine de gönder", PROPOSER))
    assert (only(world).draft.kind, only(world).draft.fields["says"]) == ("fact", SAME["says"])
    assert "artık geçerli değil" in said(world.press(held, "Yine de gönder", PROPOSER)), "once"


def test_a_contradiction_is_shown_before_it_is_passed_on_as_a_dispute(world: World) -> None:
    held = world.submit(form_of(world, "fact", TREATY), OTHERWISE)
    assert (
        "Bu, eldeki bir bilgiyle çelişiyor:\n• “Örnek Antlaşması 16 Mart 1921'de imzalandı.” (16 Mart 1921 / 18 Mart 1921)"
        in said(held)
    )
    assert labels(held) == ["İhtilaf olarak sürdür", "Yine de gönder", "Formu düzelt", "İptal"]
    assert world.records.proposals.queue() == []
    thanks = world.press(held, "Yine de gönder", PROPOSER)
    assert "ihtilaf olarak iletildi" in said(thanks)
    assert (only(world).draft.kind, only(world).draft.fact) == ("dispute", "imza-tarihi")


def test_a_contradiction_goes_on_in_the_form_of_a_dispute_with_what_was_typed(world: World) -> None:
    held = world.submit(form_of(world, "fact", TREATY), OTHERWISE)
    form = world.press(held, "İhtilaf olarak sürdür", PROPOSER)
    assert form.form is not None
    given = form.form.values or {}
    assert (given["says"], given["source"], given["evidence"]) == (OTHER_DAY, FACT["source"], FACT["evidence"])
    assert form.form.begins == "reason"
    world.submit(form, {"reason": "Anılarda böyle.", "preferred": "standing"})
    assert (only(world).draft.kind, only(world).draft.reason) == ("dispute", "Anılarda böyle.")


def test_what_is_held_can_be_mended_or_left(world: World) -> None:
    held = world.submit(form_of(world, "fact", TREATY), OTHERWISE)
    mended = world.press(held, "Formu düzelt", PROPOSER)
    assert mended.form is not None
    assert (mended.form.values or {})["says"] == OTHER_DAY
    assert "moderatörlere ulaştı" in said(world.submit(mended, FACT))
    again = world.submit(form_of(world, "fact", TREATY), OTHERWISE)
    assert "hiçbir şey gönderilmedi" in said(world.press(again, "İptal", PROPOSER))
    assert len(world.records.proposals.queue()) == 1
    assert "16 Mart 1921" in said(world.ask("Örnek Antlaşması ne zaman imzalandı?")), "questions are questions meanwhile"


@pytest.mark.parametrize(
    ("kind", "name", "values", "shown"),
    [
        pytest.param("phrasing", SIGNED, {"questions": "ornek antlasmasi ne zaman imzalandi"}, "zaten var", id="phrasing-that-is-there"),
        pytest.param(
            "phrasing", f"{TREATY}/tanim", {"questions": "Örnek Antlaşması ne zaman imzalandı?"}, "zaten var", id="phrasing-of-another"
        ),
        pytest.param("change", SIGNED, {"says": OTHER_DAY, "asked": "ne zaman, 18 Mart 1921", "reason": "Öyle",
                     "citations": "Örnek 2000, s. 1 | örnek antlaşması"}, "çelişiyor", id="change-from-elsewhere"),
        pytest.param("dispute", SIGNED, {"says": "Örnek Antlaşması 16 Mart 1921 günü imzalandı.", "source": "Örnek 2000, s. 1",
                     "evidence": "örnek antlaşması", "preferred": "standing", "reason": "Öyle"}, "zaten var", id="dispute-of-the-same"),
    ],
)  # fmt: skip
def test_other_forms_are_held_against_what_is_there(world: World, kind: str, name: str, values: dict[str, str], shown: str) -> None:
    held = world.submit(form_of(world, kind, name), values)
    assert shown in said(held), said(held)
    assert "Yine de gönder" in labels(held)
    assert world.records.proposals.queue() == []


def test_a_correction_on_its_own_page_is_meant_to_differ(world: World) -> None:
    values = {"says": OTHER_DAY, "asked": "ne zaman, 18 Mart 1921", "reason": "Öyle", "citations": "Örnek 2000, s. 2 | imzalanmış"}
    assert "moderatörlere ulaştı" in said(world.submit(form_of(world, "change", SIGNED), values))


def test_an_entry_of_that_name_is_shown(world: World) -> None:
    values = {
        "title": "örnek muahedesi",
        "kind": "antlaşma",
        "says": "Bir antlaşmadır",
        "source": "Örnek 2000, s. 1",
        "evidence": "örnek",
    }
    held = world.submit(dispatch.press(world.desk, "propose:entry", PROPOSER), values)
    assert "Bu adla bir madde zaten var: “Örnek Antlaşması”." in said(held)
    assert "bir bilgi seçin" in said(world.press(held, "Örnek Antlaşması", PROPOSER))


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
