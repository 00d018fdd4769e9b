"""History and undo, unanswered questions, proposing, statistics, entries."""

from datetime import timedelta
from html import unescape

import pytest
from web_world import MODERATOR, OTHER, Guest, World, fields_of

from mmbot.moderation.deciding import mark
from mmbot.moderation.proposals import Draft

ENTRY = "ornek-antlasmasi"
HISTORY = f"/gecmis/{ENTRY}"


@pytest.fixture
async def guest(world: World) -> Guest:
    return await world.signed_in()


async def approved(world: World, guest: Guest, draft: Draft) -> None:
    proposal = await world.propose(draft)
    assert (await guest.post(f"/oneri/{proposal.id}/onayla", {"mark": mark(proposal)})).status == 303


async def two_revisions(world: World, guest: Guest) -> None:
    await approved(
        world,
        guest,
        Draft("change", ENTRY, "imza-tarihi", {"says": "Örnek Antlaşması 16 Mart 1921 günü imzalandı."}, reason="Dil."),
    )
    world.clock.advance(hours=5)
    await approved(world, guest, Draft("phrasing", ENTRY, "tanim", {"questions": "Örnek muahedesi de nedir?"}, reason="Soruluyor."))


async def test_history_tells_who_when_what_and_why(world: World, guest: Guest) -> None:
    await two_revisions(world, guest)
    everything = (await guest.get("/gecmis")).words
    assert "Örnek Antlaşması 2. (2. öneri) Soruluyor. Telegram 7 16 Mart 2026 17.00 Örnek Antlaşması 1." in everything
    page = (await guest.get(HISTORY)).words
    assert page.index("2. sürüm yayında") < page.index(
        "1. sürüm Telegram 7 · 16 Mart 2026 12.00 · 1. öneri , öneren Telegram 1 Neden: Dil."
    )
    assert "+ Yeni: Örnek muahedesi de nedir?" in page
    assert "⟦ 1921'de ⟧" in page
    only = (await guest.get(f"{HISTORY}?bilgi=imza-tarihi")).words
    assert "Örnek muahedesi de nedir?" not in only


async def test_a_history_without_changes_says_so(guest: Guest) -> None:
    assert "Henüz değişiklik yok" in (await guest.get("/gecmis")).words
    assert "Madde ilk kez bilgi dosyalarından geldi." in (await guest.get(HISTORY)).words
    assert (await guest.get("/gecmis/yok-boyle")).status == 404


async def test_long_history_is_paged(world: World, guest: Guest) -> None:
    entry = world.desk.moderation.living.entry(ENTRY)
    for number in range(65):
        await world.call(
            world.desk.moderation.records.revisions.append, entry, number, MODERATOR, world.clock(), f"Neden {number + 1}."
        )
    pages = [(await guest.get(f"/gecmis?sayfa={page}")).words for page in (1, 2, 3, 4)]
    shown = [[number for number in range(1, 66) if f"Neden {number}." in words] for words in pages]
    assert shown == [list(range(36, 66)), list(range(6, 36)), list(range(1, 6)), []]
    assert "Daha eski" in pages[0]
    assert "Daha eski" not in pages[2]


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999"])
async def test_a_page_that_there_is_not(guest: Guest, page: str) -> None:
    assert (await guest.get(f"/gecmis?sayfa={page}")).status == 200


async def test_undo_makes_a_new_revision_that_is_live(world: World, guest: Guest) -> None:
    await two_revisions(world, guest)
    answer = await guest.post(f"{HISTORY}/geri-al", {"seen": "2", "target": "0"}, of=HISTORY)
    assert answer.headers["Location"] == f"{HISTORY}?oldu=undone"
    assert world.desk.answering.library.facts[f"{ENTRY}/imza-tarihi"].says == "Örnek Antlaşması 16 Mart 1921'de imzalandı."
    assert "3. sürüm yayında" in (await guest.get(HISTORY)).words


async def test_undo_on_an_older_page_shows_what_is_there_now(world: World, guest: Guest) -> None:
    await two_revisions(world, guest)
    other = await world.signed_in(OTHER)
    await other.post(f"{HISTORY}/geri-al", {"seen": "2", "target": "1"}, of=HISTORY)
    answer = await guest.post(f"{HISTORY}/geri-al", {"seen": "2", "target": "0"}, of=HISTORY)
    assert answer.status == 409
    assert "bu arada değişti" in answer.words
    assert "3. sürüm yayında" in answer.words


@pytest.mark.parametrize("form", [{}, {"seen": "x", "target": "1"}, {"seen": "2", "target": "-1"}, {"seen": "2", "target": "9"}])
async def test_a_forged_undo_does_nothing(world: World, guest: Guest, form: dict[str, str]) -> None:
    await two_revisions(world, guest)
    assert (await guest.post(f"{HISTORY}/geri-al", form)).status in {404, 409}
    assert world.desk.moderation.living.number(ENTRY) == 2


async def test_unanswered_questions_are_counted_without_people(world: World, guest: Guest) -> None:
    await world.miss("ornek antlasmasi nerede imzalandi", ENTRY, 4)
    await world.miss("lozanda kac gun kalindi", "", 6)
    page = (await guest.get("/yanitsiz")).words
    assert page.index("lozanda kac gun kalindi – 6") < page.index("ornek antlasmasi nerede imzalandi Örnek Antlaşması 4")


async def test_a_question_becomes_a_phrasing_and_is_settled_by_its_approval(world: World, guest: Guest) -> None:
    miss = await world.miss("ornek antlasmasinin yapildigi gun", ENTRY, 2)
    await world.call(world.desk.records.misses.wait, miss, OTHER, "discord:@42")
    page = await guest.get(f"/yanitsiz/{miss}")
    form = f"/oner/phrasing?konu={ENTRY}/imza-tarihi&yanitsiz={miss}"
    assert f"/oner/phrasing?konu={ENTRY}%2Fimza-tarihi&amp;yanitsiz={miss}" in page.text
    shown = await guest.get(form)
    assert "Örnek Antlaşması'nın yapildigi gun?</textarea>" in unescape(shown.text), "spelled, as far as the words are known"
    assert "yazımı denetleyin. Bilgilerde geçmeyen: yapildigi, gun" in shown.words
    answer = await guest.post(form, {"questions": "Örnek Antlaşması'nın yapıldığı gün?"})
    assert answer.headers["Location"] == "/oneri/1?oldu=handed-in"
    assert "ornek antlasmasinin yapildigi gun" in (await guest.get("/oneri/1")).words
    other = await world.signed_in(OTHER)
    proposal = await world.call(world.desk.moderation.records.proposals.get, 1)
    assert (await other.post("/oneri/1/onayla", {"mark": mark(proposal)})).status == 303
    assert await world.call(world.desk.records.misses.open) == []
    letter = await world.call(world.desk.records.outbox.take, "discord", world.clock())
    assert letter.place == "discord:@42"
    assert (await guest.get(f"/yanitsiz/{miss}")).status == 404


async def test_a_question_becomes_a_new_fact(world: World, guest: Guest) -> None:
    miss = await world.miss("ornek antlasmasi nerede imzalandi", ENTRY)
    form = f"/oner/fact?konu={ENTRY}&yanitsiz={miss}"
    values = {
        "says": "Örnek Antlaşması Ankara'da imzalandı",
        "asked": "nerede",
        "source": "Örnek 2000, s. 2",
        "evidence": "antlaşma",
        "questions": "",
    }
    answer = await guest.post(form, values)
    assert answer.status == 303, answer.words
    proposal = await world.call(world.desk.moderation.records.proposals.get, 1)
    assert (proposal.draft.kind, proposal.draft.fields["says"], proposal.misses) == (
        "fact",
        "Örnek Antlaşması Ankara'da imzalandı.",
        (miss,),
    )


async def test_what_is_said_already_is_shown_before_it_is_said_twice(guest: Guest) -> None:
    values = {
        "says": "Örnek Antlaşması 16 Mart 1921 günü imzalandı",
        "asked": "ne zaman, 16 Mart 1921",
        "source": "Örnek 2000, s. 2",
        "evidence": "16 Mart 1921",
    }
    answer = await guest.post(f"/oner/fact?konu={ENTRY}", values)
    assert answer.status == 422
    assert "Bunu söyleyen bir bilgi zaten var" in answer.words
    assert "16 Mart 1921 günü imzalandı" in answer.words
    assert (await guest.post(f"/oner/fact?konu={ENTRY}", {**values, "seen": fields_of(answer.text)["seen"]})).status == 303


OTHER_DAY = {
    "says": "Örnek Antlaşması 18 Mart 1921'de imzalandı.",
    "asked": "ne zaman, 18 Mart 1921",
    "source": "Örnek 2000, s. 1",
    "evidence": "yok böyle bir söz",
    "questions": "Ne vakit bağıtlandı?",
}


async def test_a_form_is_looked_at_without_handing_it_in(world: World, guest: Guest) -> None:
    """“Denetle”: no script is needed for it."""
    shown = await guest.post(f"/oner/fact?konu={ENTRY}", {**OTHER_DAY, "denetle": "1"})
    assert shown.status == 200
    assert "Denetlendi; hiçbir şey gönderilmedi." in shown.words
    assert (
        "Bu, eldeki bir bilgiyle çelişiyor: “Örnek Antlaşması 16 Mart 1921'de imzalandı.” (16 Mart 1921 / 18 Mart 1921) Örnek 2000, s. 2"
        in shown.words
    )
    assert fields_of(shown.text)["questions"] == "Ne vakit bağıtlandı?", "what was typed is still there"
    assert await world.call(world.desk.moderation.records.proposals.queue) == []
    fine = await guest.post(f"/oner/fact?konu={ENTRY}", {**OTHER_DAY, "says": "Örnek Antlaşması Kars'ta imzalandı", "asked": "nerede",
                                                         "evidence": "örnek antlaşması", "denetle": "1"})  # fmt: skip
    assert "Aynısını söyleyen ya da çelişen bir bilgi bulunmadı." in fine.words
    half = await guest.post(f"/oner/fact?konu={ENTRY}", {"says": OTHER_DAY["says"], "denetle": "1"})
    assert "çelişiyor" in half.words
    assert "boş bırakılamaz" in half.words


async def test_a_contradiction_is_shown_first_and_what_was_typed_goes_into_the_form_of_a_dispute(
    world: World, guest: Guest
) -> None:
    shown = await guest.post(f"/oner/fact?konu={ENTRY}", OTHER_DAY)
    assert shown.status == 422
    assert 'formaction="/oner/dispute?konu=ornek-antlasmasi/imza-tarihi"' in shown.text.replace("%2F", "/")
    dispute = await guest.post(f"/oner/dispute?konu={ENTRY}/imza-tarihi", {**OTHER_DAY, "tasi": "1"})
    assert dispute.status == 200
    assert fields_of(dispute.text)["says"] == OTHER_DAY["says"]
    assert await world.call(world.desk.moderation.records.proposals.queue) == []
    sent = await guest.post(f"/oner/fact?konu={ENTRY}", {**OTHER_DAY, "seen": fields_of(shown.text)["seen"]})
    assert sent.headers["Location"] == "/oneri/1?oldu=disputed"


async def test_the_edited_form_of_a_proposal_is_looked_at_without_saving_it(world: World, guest: Guest) -> None:
    await guest.post(f"/oner/fact?konu={ENTRY}", {**OTHER_DAY, "says": "Örnek Antlaşması Kars'ta imzalandı", "asked": "nerede"})
    form = fields_of((await guest.get("/oneri/1/duzenle")).text)
    shown = await guest.post("/oneri/1/duzenle", {**form, "says": OTHER_DAY["says"], "asked": OTHER_DAY["asked"], "denetle": "1"})
    assert shown.status == 200
    assert "çelişiyor" in shown.words
    proposal = await world.call(world.desk.moderation.records.proposals.get, 1)
    assert "Kars" in proposal.draft.fields["says"]


async def test_what_contradicts_becomes_a_dispute(guest: Guest) -> None:
    values = {
        "says": "Örnek Antlaşması 18 Mart 1921'de imzalandı",
        "asked": "ne zaman, 18 Mart 1921",
        "source": "Örnek 2000, s. 1",
        "evidence": "örnek",
    }
    shown = await guest.post(f"/oner/fact?konu={ENTRY}", values)
    assert "Bu, eldeki bir bilgiyle çelişiyor" in shown.words
    answer = await guest.post(f"/oner/fact?konu={ENTRY}", {**values, "seen": fields_of(shown.text)["seen"]})
    assert answer.headers["Location"] == "/oneri/1?oldu=disputed"
    assert "ihtilaf" in (await guest.get("/oneri/1")).words


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        pytest.param("source", "Başka 1999, s. 3", "tanıdığım bir kaynak değil", id="unknown-source"),
        pytest.param("evidence", "bir iki üç dört beş altı yedi", "7 sözcük", id="long-evidence"),
        pytest.param("says", "", "gerekli", id="nothing"),
        pytest.param("says", "a" * 5000, "", id="too-long"),
    ],
)
async def test_a_faulty_form_comes_back_with_everything_in_it(guest: Guest, field: str, typed: str, said: str) -> None:
    values = {
        "says": "Örnek Antlaşması Ankara'da imzalandı",
        "asked": "nerede",
        "source": "Örnek 2000, s. 2",
        "evidence": "antlaşma",
        "questions": "Nerede imzalandı ki?",
    }
    answer = await guest.post(f"/oner/fact?konu={ENTRY}", {**values, field: typed})
    assert answer.status == 422
    assert said in answer.words or field == "says"
    assert f'href="#alan-{field}"' in answer.text
    for name, text in values.items():
        assert name == field or text.replace("'", "&#39;") in answer.text


@pytest.mark.parametrize("path", ["/oner/undo?konu=ornek-antlasmasi", "/oner/fact", "/oner/fact?konu=yok", "/oner/change?konu=ornek-antlasmasi",
                                  "/oner/change?konu=ornek-antlasmasi/yok", "/oner/x", "/yanitsiz/99", "/yanitsiz/x", "/madde/yok"])  # fmt: skip
async def test_what_there_is_not(guest: Guest, path: str) -> None:
    answer = await guest.get(path)
    assert answer.status == 404
    assert "<h1>" in answer.text


async def test_a_new_entry_can_be_proposed(world: World, guest: Guest) -> None:
    values = {
        "title": "Deneme Konferansı",
        "kind": "conference",
        "says": "Deneme Konferansı bir denemedir",
        "source": "Örnek 2000, s. 2",
        "evidence": "antlaşma",
    }
    assert (await guest.post("/oner/entry", values)).status == 303
    proposal = await world.call(world.desk.moderation.records.proposals.get, 1)
    assert (proposal.draft.kind, proposal.draft.entry) == ("entry", "deneme-konferansi")
    assert (await guest.get("/oneri/1")).status == 200


async def test_questions_are_ignored_for_good(world: World, guest: Guest) -> None:
    miss = await world.miss("selam nasilsin", "", 3)
    assert (await guest.post(f"/yanitsiz/{miss}/yoksay")).headers["Location"] == "/yanitsiz?oldu=ignored"
    await world.miss("selam nasilsin")
    assert "Yanıtsız soru yok." in (await guest.get("/yanitsiz")).words


async def test_statistics_count_without_people(world: World, guest: Guest) -> None:
    today = world.desk.now().date()
    for days, outcome, count in ((0, "answered", 3), (0, "unknown", 1), (20, "answered", 5)):
        for _ in range(count):
            await world.call(world.desk.records.counts.add, {(today - timedelta(days=days), outcome, ENTRY): 1})
    await world.call(world.desk.records.counts.feedback, f"{ENTRY}/imza-tarihi", "date")
    month, week = (await guest.get("/istatistik")).words, (await guest.get("/istatistik?gun=7")).words
    assert "Son 30 günde 9 soru" in month
    assert "yanıtlandı 8 %89" in month
    assert "Son 7 günde 4 soru" in week
    assert "16 Mart 2026 3 0 1" in week
    assert "Tarih yanlış: 1" in week
    assert "Son 30 günde" in (await guest.get("/istatistik?gun=999999999999")).words


@pytest.mark.parametrize("typed", ["Örnek Antlaşması", "ornek antlasmasi", "ÖRNEK MUAHEDESİ"])
async def test_entries_are_found_in_any_spelling(guest: Guest, typed: str) -> None:
    assert "/madde/ornek-antlasmasi" in (await guest.get("/madde", params={"ara": typed})).text


async def test_an_entry_shows_its_facts_as_a_chat_does(guest: Guest) -> None:
    words = (await guest.get(f"/madde/{ENTRY}")).words
    assert "Örnek Antlaşması 16 Mart 1921'de imzalandı. Kaynak: Örnek 2000, s. 2" in words
    assert "Örnek Muahedesi" in words
