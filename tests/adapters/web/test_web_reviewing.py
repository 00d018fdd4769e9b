"""The queue, a proposal, and what a moderator does with it."""

import re
import threading

import pytest
from web_world import CITATION, MODERATOR, OTHER, PROPOSER, Guest, World, fields_of

from fakes import Held
from mmbot.adapters.web.reviewing import OF_A_PAGE
from mmbot.moderation.deciding import mark
from mmbot.moderation.proposals import Draft, Proposal
from mmbot.moderation.roles import Policy

NEW_SAYS = "Örnek Antlaşması 16 Mart 1921 günü Ankara'da imzalandı."
OLD_SAYS = "Örnek Antlaşması 16 Mart 1921'de imzalandı."


@pytest.fixture
async def proposal(world: World) -> Proposal:
    return await world.correction(NEW_SAYS)


@pytest.fixture
async def guest(world: World) -> Guest:
    return await world.signed_in()


async def test_the_queue_tells_age_kind_and_entry_and_ends_with_what_was_postponed(world: World, guest: Guest) -> None:
    first = await world.correction()
    world.clock.advance(hours=7)
    second = await world.propose(Draft("phrasing", "ornek-antlasmasi", "tanim", {"questions": "Örnek muahedesi de nedir?"}))
    await guest.post(f"/oneri/{first.id}/beklet", {"reason": "Sonra."})
    words = (await guest.get("/")).words
    assert words.index(f"{second.id}. öneri") < words.index(f"{first.id}. öneri")
    assert "soru biçimi Örnek Antlaşması az önce bekliyor" in words
    assert "düzeltme Örnek Antlaşması 7 saat önce bekletiliyor" in words
    assert "2 öneri karar bekliyor" in words


async def test_an_empty_queue_says_so(guest: Guest) -> None:
    assert "Bekleyen öneri yok." in (await guest.get("/")).words


async def test_a_long_queue_has_pages(world: World, guest: Guest) -> None:
    for number in range(2 * OF_A_PAGE + 1):
        questions = {"questions": f"Örnek muahedesi {number} kez de nedir?"}
        await world.propose(Draft("phrasing", "ornek-antlasmasi", "tanim", questions), MODERATOR)
    first, last = (await guest.get("/")).words, (await guest.get("/?sayfa=3")).words
    assert f"{2 * OF_A_PAGE + 1} öneri karar bekliyor" in first
    assert [len(re.findall(r"\d\. öneri :", words)) for words in (first, last)] == [OF_A_PAGE, 1]
    assert ["Sonrakiler" in words for words in (first, last)] == [True, False]
    assert "Kuyruk bu sayfadan kısa" in (await guest.get("/?sayfa=9")).words


async def test_a_proposal_shows_preview_differences_checks_and_changed_answers(guest: Guest, proposal: Proposal) -> None:
    answer = await guest.get(f"/oneri/{proposal.id}")
    assert f"{NEW_SAYS} Kaynak: Örnek 2000, s. 2" in answer.words  # as a chat shows it
    assert re.search(r"<del>.*1921'de.*</del>", answer.text.replace("&#39;", "'"))
    assert re.search(r"<ins>.*Ankara'da.*</ins>", answer.text.replace("&#39;", "'"))
    assert "Eski:" in answer.words
    assert "⟦ 1921'de ⟧" in answer.words  # told in text too
    assert "biçim, kaynak ve üslupta kusur yok" in answer.words
    assert "Aranamadı: ornek-2000, s. 2" in answer.words
    assert "Gerekçe Yeri de yazılsın." in answer.words


async def test_the_questions_whose_answer_would_change_are_named(world: World, guest: Guest) -> None:
    world.desk.moderation.golden = ("Örnek Antlaşması", "Başka bir şey")
    says = "Örnek Antlaşması, denemeler için yazılmış bir antlaşmadır."
    proposal = await world.propose(Draft("change", "ornek-antlasmasi", "tanim", {"says": says}))
    words = (await guest.get(f"/oneri/{proposal.id}")).words
    assert "1 soruda aynı bilgi yeni metniyle söylenecek Örnek Antlaşması Daha çok" in words


async def test_what_can_be_said_at_once_is_there_at_once(world: World, guest: Guest, proposal: Proposal) -> None:
    """The questions are asked while the differences are being read; other pages and the chats wait for nothing."""
    go_on = threading.Event()
    world.desk.moderation.golden = Held(go_on)
    async with guest.session.get(f"{guest.url}/oneri/{proposal.id}") as response:
        try:
            begun = (await response.content.readuntil(b"</h2>\n")).decode()
            while "Yanıtı değişecek sorular" not in begun:
                begun += (await response.content.readuntil(b"</h2>\n")).decode()
            assert "Ankara" in begun
            assert (await (await world.signed_in(OTHER)).get(f"/oneri/{proposal.id}/duzenle")).status == 200
        finally:
            go_on.set()
        assert "Karar" in (await response.content.read()).decode()
        assert "Content-Security-Policy" in response.headers


async def test_who_leaves_before_the_end_leaves_no_trace(
    world: World, guest: Guest, proposal: Proposal, caplog: pytest.LogCaptureFixture
) -> None:
    go_on = threading.Event()
    world.desk.moderation.golden = Held(go_on)
    response = await guest.session.get(f"{guest.url}/oneri/{proposal.id}")
    response.close()
    go_on.set()
    assert (await guest.get(f"/oneri/{proposal.id}")).status == 200
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_what_cannot_be_worked_out_is_said_in_its_place(world: World, guest: Guest, proposal: Proposal) -> None:
    world.desk.moderation.golden = (None,)
    answer = await guest.get(f"/oneri/{proposal.id}")
    assert "Bu kez denenemedi; sayfayı yenileyin." in answer.words
    assert "Onayla ve yayımla" in answer.words
    async with guest.session.head(f"{guest.url}/oneri/{proposal.id}") as head:
        assert (head.status, await head.read()) == (200, b"")


async def test_approving_publishes_at_once_and_the_proposer_is_told(world: World, guest: Guest, proposal: Proposal) -> None:
    answer = await guest.post(f"/oneri/{proposal.id}/onayla", {"mark": mark(proposal)})
    assert (answer.status, answer.headers["Location"]) == (303, "/?oldu=approved")
    decided = await world.state(proposal)
    assert (decided.state, decided.decided_by) == ("approved", MODERATOR)
    assert world.desk.answering.library.facts["ornek-antlasmasi/imza-tarihi"].says == NEW_SAYS
    letter = await world.call(world.desk.records.outbox.take, "telegram", world.clock())
    assert (letter.place, "onaylandı" in letter.body) == ("telegram:1", True)
    assert "Öneri onaylandı ve yayımlandı" in (await guest.get(answer.headers["Location"])).words


async def test_a_rejection_needs_a_reason_and_tells_it(world: World, guest: Guest, proposal: Proposal) -> None:
    answer = await guest.post(f"/oneri/{proposal.id}/reddet", {"mark": mark(proposal), "reason": "  "})
    assert answer.status == 409
    assert "Reddetmek için gerekçe gerekir" in answer.words
    assert (await world.state(proposal)).state == "open"
    answer = await guest.post(f"/oneri/{proposal.id}/reddet", {"mark": mark(proposal), "reason": "Kaynak bunu söylemiyor."})
    assert answer.headers["Location"] == "/?oldu=rejected"
    assert (await world.state(proposal)).note == "Kaynak bunu söylemiyor."
    letter = await world.call(world.desk.records.outbox.take, "telegram", world.clock())
    assert "Kaynak bunu söylemiyor." in letter.body


@pytest.mark.parametrize("what", ["onayla", "reddet", "tasi"])
@pytest.mark.parametrize("seen", [pytest.param({}, id="none"), pytest.param({"mark": "00000000"}, id="another")])
async def test_nobody_decides_on_what_he_has_not_seen(
    world: World, guest: Guest, proposal: Proposal, what: str, seen: dict[str, str]
) -> None:
    answer = await guest.post(f"/oneri/{proposal.id}/{what}", {"reason": "Çünkü.", **seen})
    assert answer.status == 409
    assert "siz bakarken düzenlendi" in answer.words
    assert (await world.state(proposal)).state == "open"


async def test_of_two_who_decide_one_wins_and_the_other_sees_by_whom_and_keeps_his_text(
    world: World, guest: Guest, proposal: Proposal
) -> None:
    other = await world.signed_in(OTHER)
    await other.post(f"/oneri/{proposal.id}/onayla", {"mark": mark(proposal)})
    answer = await guest.post(f"/oneri/{proposal.id}/reddet", {"mark": mark(proposal), "reason": "Bence olmaz."})
    assert answer.status == 409
    assert "1. öneriye karar verilmiş: onaylandı (discord:42" in answer.words
    assert "Bence olmaz." in answer.words
    assert "Onayla ve yayımla" not in answer.words


async def test_a_stale_proposal_shows_both_states_and_is_carried_over(world: World, guest: Guest, proposal: Proposal) -> None:
    quicker = await world.propose(Draft("phrasing", "ornek-antlasmasi", "imza-tarihi", {"questions": "İmza günü hangisi?"}))
    await guest.post(f"/oneri/{quicker.id}/onayla", {"mark": mark(quicker)})
    answer = await guest.post(f"/oneri/{proposal.id}/onayla", {"mark": mark(proposal)})
    assert answer.status == 409
    assert "Madde bu arada değişti" in answer.words
    assert "maddenin 0. sürümüne bakılarak yazıldı; şimdi 1. sürüm yayında" in answer.words
    assert "İmza günü hangisi?" in answer.words  # what changed meanwhile
    assert "⟦ 1921'de ⟧" in answer.words  # what is proposed
    answer = await guest.post(f"/oneri/{proposal.id}/tasi", {"mark": mark(proposal)})
    assert answer.headers["Location"] == f"/oneri/{proposal.id}?oldu=rebased"
    carried = await world.state(proposal)
    answer = await guest.post(f"/oneri/{proposal.id}/onayla", {"mark": mark(carried)})
    assert answer.headers["Location"] == "/?oldu=approved"
    fact = world.desk.answering.library.facts["ornek-antlasmasi/imza-tarihi"]
    assert (fact.says, fact.questions) == (NEW_SAYS, ("İmza günü hangisi?",))


async def test_nobody_approves_his_own(world: World, guest: Guest) -> None:
    own = await world.correction(by=MODERATOR)
    page = await guest.get(f"/oneri/{own.id}")
    assert "Onay için ikinci bir göz gerekir" in page.words
    assert "Onayla ve yayımla" not in page.words
    answer = await guest.post(f"/oneri/{own.id}/onayla", {"mark": mark(own)})
    assert answer.status == 409
    assert (await world.state(own)).state == "open"


async def test_who_moderates_alone_approves_his_own(world: World) -> None:
    world.desk.moderation.policy = Policy(moderators=frozenset({"telegram:7"}))
    guest = await world.signed_in()
    own = await world.correction(by=MODERATOR)
    assert "Onayla ve yayımla" in (await guest.get(f"/oneri/{own.id}")).words
    assert (await guest.post(f"/oneri/{own.id}/onayla", {"mark": mark(own)})).status == 303


async def test_what_cannot_be_applied_is_shown_with_what_it_says(world: World, guest: Guest) -> None:
    proposal = await world.propose(Draft("phrasing", "ornek-antlasmasi", "tanim", {"questions": "Bu antlaşma da nedir ki?"}))
    same = await world.propose(Draft("phrasing", "ornek-antlasmasi", "tanim", {"questions": "Bu antlaşma da nedir ki?"}))
    await guest.post(f"/oneri/{proposal.id}/onayla", {"mark": mark(proposal)})
    page = await guest.get(f"/oneri/{same.id}")
    assert "Uygulanamıyor" in page.words
    assert "Bu antlaşma da nedir ki?" in page.words
    assert "Onayla ve yayımla" not in page.words


async def test_what_was_edited_on_the_page_can_be_approved_there(world: World, guest: Guest, proposal: Proposal) -> None:
    page = await guest.get(f"/oneri/{proposal.id}/duzenle")
    assert "Ankara" in page.text
    form = fields_of(page.text) | {"says": "Örnek Antlaşması Ankara'da 16 Mart 1921'de imzalandı."}
    answer = await guest.post(f"/oneri/{proposal.id}/duzenle", form)
    assert answer.headers["Location"] == f"/oneri/{proposal.id}?oldu=amended"
    amended = await world.state(proposal)
    assert amended.draft.fields == {"says": "Örnek Antlaşması Ankara'da 16 Mart 1921'de imzalandı."}
    assert amended.by == PROPOSER
    assert (await guest.post(f"/oneri/{proposal.id}/onayla", {"mark": mark(amended)})).status == 303


async def test_a_field_that_is_not_understood_is_named_and_nothing_is_lost(guest: Guest, proposal: Proposal) -> None:
    form = fields_of((await guest.get(f"/oneri/{proposal.id}/duzenle")).text)
    answer = await guest.post(f"/oneri/{proposal.id}/duzenle", form | {"asked": "dün akşam", "says": "Yeni cümlem burada."})
    assert answer.status == 422
    assert "“dün akşam” ne bir soru türü ne de bir tarih" in answer.words
    assert 'aria-invalid="true"' in answer.text
    assert 'value="dün akşam"' in answer.text
    assert "Yeni cümlem burada." in answer.words


async def test_two_who_edit_see_each_others_text(world: World, guest: Guest, proposal: Proposal) -> None:
    other = await world.signed_in(OTHER)
    mine = fields_of((await guest.get(f"/oneri/{proposal.id}/duzenle")).text) | {"says": "Benim cümlem burada."}
    theirs = fields_of((await other.get(f"/oneri/{proposal.id}/duzenle")).text) | {"says": "Onun cümlesi şurada."}
    assert (await other.post(f"/oneri/{proposal.id}/duzenle", theirs)).status == 303
    answer = await guest.post(f"/oneri/{proposal.id}/duzenle", mine)
    assert answer.status == 409
    assert "Benim cümlem burada." in answer.words
    assert "Öneride şimdi: Onun cümlesi şurada." in answer.words
    again = fields_of(answer.text)
    assert again["says"] == "Benim cümlem burada."
    assert (await guest.post(f"/oneri/{proposal.id}/duzenle", again)).status == 303


async def test_what_was_decided_meanwhile_is_not_edited_and_the_text_stays(world: World, guest: Guest, proposal: Proposal) -> None:
    form = fields_of((await guest.get(f"/oneri/{proposal.id}/duzenle")).text) | {"says": "Geç kalan cümle."}
    other = await world.signed_in(OTHER)
    await other.post(f"/oneri/{proposal.id}/reddet", {"mark": mark(proposal), "reason": "Olmaz."})
    answer = await guest.post(f"/oneri/{proposal.id}/duzenle", form)
    assert answer.status == 409
    assert "reddedildi (discord:42" in answer.words
    assert "Geç kalan cümle." in answer.words


@pytest.mark.parametrize("number", ["0", "99", "x", "1e3", "-1", "9" * 15, "9" * 40, "%D9%A1"])
async def test_there_is_no_such_proposal(guest: Guest, number: str) -> None:
    assert (await guest.get(f"/oneri/{number}")).status == 404


async def test_a_new_entry_keeps_its_id_when_its_title_is_edited(world: World, guest: Guest) -> None:
    fields = {"title": "Yeni Antlaşma", "kind": "treaty", "says": "Yeni Antlaşma, denemek için yazılmıştır.", "answers": "what"}
    proposal = await world.propose(Draft("entry", "yeni-antlasma", "", fields, (CITATION,)))
    form = fields_of((await guest.get(f"/oneri/{proposal.id}/duzenle")).text)
    assert form["kind"] == "treaty"
    answer = await guest.post(f"/oneri/{proposal.id}/duzenle", form | {"title": "Daha Yeni Antlaşma"})
    assert answer.status == 303, answer.words
    draft = (await world.state(proposal)).draft
    assert (draft.entry, draft.fields["title"]) == ("yeni-antlasma", "Daha Yeni Antlaşma")
