"""From a question without an answer to an answer and back, in Telegram: what each person sees, step by step."""

import asyncio
import re
import threading

import pytest
from town import ANSWER, FACT, QUESTION, SOON, Somebody, Town

from bot_api import Sent
from fakes import Held
from mmbot.desk.delivery import Delivered
from mmbot.desk.reply import Reply
from mmbot.model import Person, Visitor
from moderated import TREATY, change, fact, phrasing

APPROVED = "1. öneri onaylandı: Örnek Antlaşması, 1. sürüm. Yayında."


async def card(who: Somebody, number: int = 1) -> Sent:
    """The card of a proposal, by way of the queue."""
    await who.say("/inceleme")
    return await who.press(f"{number} · ")


async def test_from_a_question_without_an_answer_to_an_answer_and_back(town: Town) -> None:
    async with town.served():
        asked = await town.ayse.say(QUESTION)
        assert ANSWER not in asked.text
        assert await town.ayse.tap("Moderatörlere ilet") == "Moderatörlere iletildi. Teşekkürler."
        assert await town.ayse.tap("Yanıtlanınca haber ver") == "Yanıtlanınca size yazacağım."
        unanswered = await town.defne.say("/yanitsiz")
        assert "1 kez iletildi" in unanswered.text

        assert "Yeni bilgi" in (await town.can.say("/oner")).labels
        assert (await town.can.press("Yeni bilgi")).text.startswith("Hangi madde ya da bilgi? (1/1)")
        assert (await town.can.say("Örnek Antlaşması")).text.startswith("Yeni bilgi: Örnek Antlaşması (1/5)")
        for step, value in enumerate(FACT[:-1], 2):
            assert f"({step}/5)" in (await town.can.say(value)).text
        thanks = await town.can.say(FACT[-1])
        assert thanks.text.startswith("Teşekkürler. 1. öneri moderatörlere ulaştı (Yeni bilgi: Örnek Antlaşması)")
        assert thanks.labels == ["Geri çek"]

        queue = await town.defne.say("/inceleme")
        assert queue.labels == ["1 · Yeni bilgi · Örnek Antlaşması"]
        shown = await town.defne.press("1 · ")
        for part in (
            f"Önizleme – sohbette şöyle görünecek:\n\n{ANSWER}\n\nKaynak: Örnek 2000, s. 1 ✔",
            "Öneren: Can – telegram:7 · ",
            "Farklar",
            f"+ bilgi: {ANSWER}",
            "✔ kusur yok",
            "✔ dayanak sayfada bulundu: ornek-2000 1",
        ):
            assert part in shown.text
        assert town.defne.below is not None
        assert town.defne.below.text.startswith("Öneri 1\n\nYanıtı değişecek sorular (1):\n• " + QUESTION + "\n– ")
        assert shown.labels == ["Onayla", "Düzenle ve onayla", "Reddet", "Beklet", "Kuyruk"]
        approved = await town.defne.press("Onayla")
        assert (approved.method, approved.text, approved.labels) == ("editMessageText", APPROVED, ["Geri al"])

        assert (await town.can.hear()).text.startswith("1. öneriniz onaylandı ve yayında")
        letter = await town.ayse.hear()
        assert letter.text.startswith("Daha önce yanıtlayamadığım sorunuzun artık bir yanıtı var:")
        assert ANSWER in letter.text
        assert (await town.ayse.say(QUESTION)).text.startswith(f"{ANSWER}\n")
        assert (await town.ayse.say(f"/sor@mmtestbot {QUESTION}", town.group)).text.startswith(ANSWER)

        undoing = await town.emre.say("/geri_al Örnek Antlaşması")
        assert f"– bilgi: {ANSWER}" in undoing.text
        assert "1. sürüm geri alındı. Yeni sürüm 2, yayında." in (await town.emre.press("Son değişikliği geri al")).text
        assert (await town.can.hear()).text == "“Örnek Antlaşması” maddesinde önerinizle yapılan değişiklik geri alındı."
        assert ANSWER not in (await town.ayse.say(QUESTION)).text
        history = await town.defne.say("/gecmis Örnek Antlaşması")
        assert history.text.startswith("“Örnek Antlaşması” – 2 sürüm\n")
        assert "Emre – telegram:9: 1. sürüm geri alındı." in history.text
        assert "1. sürüm · 16 Mart 2026" in history.text
        await town.api.quiet(0.3)  # and nobody was told anything twice


async def test_a_form_that_is_filled_in_step_by_step_goes_back_and_survives_a_restart_and_can_be_left(town: Town) -> None:
    async with town.served():
        await town.can.say("/oner Örnek Antlaşması")
        await town.can.press("Yeni bilgi")
        await town.can.say("Örnek Antlaşması Van'da imzalandı.")
        back = await town.can.press("Geri")
        assert "(1/5)" in back.text
        assert "Şimdiki: Örnek Antlaşması Van'da imzalandı." in back.text
        await town.can.say(ANSWER)
        assert "(3/5)" in (await town.can.say("nerede")).text
    async with town.served():
        assert "(2/5)" in (await town.can.say("geri")).text, "the draft is still there"
        assert "(3/5)" in (await town.can.say("atla")).text, "what was given stays"
        for value in FACT[2:]:
            await town.can.say(value)
        assert "1. öneri moderatörlere ulaştı" in town.can.heard.text  # type: ignore[union-attr]
    async with town.served() as world:
        proposal = world.records.proposals.get(1)
        assert proposal is not None
        assert (proposal.draft.fields["says"], proposal.draft.fields["answers"]) == (ANSWER, "where")
        await town.can.say("/oner Örnek Antlaşması")
        step = await town.can.press("Yeni bilgi")
        await town.can.say(ANSWER)
        assert (await town.can.press("İptal")).text == "İptal edildi; hiçbir şey gönderilmedi."
        assert "artık geçerli değil" in (await town.can.press("İptal", step)).text, "a button of a form that was left"
        assert "16 Mart 1921" in (await town.can.say("Örnek Antlaşması ne zaman imzalandı?")).text
        assert len(world.records.proposals.queue()) == 1


async def test_a_name_that_is_not_found_can_be_typed_again(town: Town) -> None:
    async with town.served():
        await town.can.say("/oner")
        await town.can.press("Yeni bilgi")
        missed = await town.can.say("olmayan bir şey")
        assert "bulamadım" in missed.text
        assert "Yeni madde" in missed.labels
        assert (await town.can.say("Örnek Antlaşması")).text.startswith("Yeni bilgi: Örnek Antlaşması (1/5)")
        assert (await town.can.say("iptal")).text == "İptal edildi; hiçbir şey gönderilmedi."
        assert "iptal edilecek bir şey" in (await town.can.say("iptal")).text


async def test_a_form_that_is_left_alone_ends(town: Town) -> None:
    async with town.served() as world:
        await town.can.say("/oner Örnek Antlaşması")
        step = await town.can.press("Yeni bilgi")
        town.clock.advance(minutes=31)
        assert "süresi (30 dakika) doldu" in (await town.can.say(ANSWER)).text
        assert "artık" in (await town.can.press("İptal", step)).text
        assert world.records.proposals.queue() == []


async def test_what_is_begun_in_the_group_goes_on_in_private(town: Town) -> None:
    async with town.served() as world:
        begun = await town.ayse.say("/oner@mmtestbot Örnek Antlaşması", town.group)
        led = await town.ayse.press("Yeni bilgi", begun)
        assert led.labels == ["Özel sohbeti aç"]
        assert "(1/5)" in (await town.ayse.say("/start form")).text
        for value in FACT:
            await town.ayse.say(value)
        assert world.records.proposals.queue()[0].by.id == "5"  # type: ignore[union-attr]


async def test_nobody_waits_while_the_questions_of_a_card_are_asked(town: Town) -> None:
    """They take seconds: the card comes first, others are answered, it can be approved; what was asked comes below when it is ready."""
    done = threading.Event()
    async with town.served() as world:
        world.moderation.golden = Held(done)
        world.hand_in(fact())
        world.hand_in(phrasing())
        try:
            await town.api.press(town.defne.user, await town.defne.say("/inceleme"), data="review:1").answer()
            shown = await town.api.next_message(town.defne.chat, timeout=20)
            assert shown.text.endswith(SOON)
            assert (await town.ayse.say("Örnek Antlaşması ne zaman imzalandı?")).text.startswith("Örnek Antlaşması 16 Mart")
            assert (await town.defne.press("Onayla", shown)).text == APPROVED
            assert (await town.ayse.say(QUESTION)).text.startswith(ANSWER)
        finally:
            done.set()
        assert (await town.defne.hear()).text.startswith("Öneri 1\n\nYanıtı değişecek sorular (1):")


async def test_a_rejection_needs_a_reason_and_the_proposer_reads_it(town: Town) -> None:
    async with town.served():
        await town.can.propose()
        await card(town.defne)
        assert (await town.defne.press("Reddet")).text.startswith("1. öneriyi reddet (1/1)")
        assert (await town.defne.press("İptal")).text.startswith("İptal edildi")
        await card(town.defne)
        await town.defne.press("Reddet")
        assert "1. öneri reddedildi" in (await town.defne.say("O sayfada yer adı geçmiyor.")).text
        assert "Gerekçe: O sayfada yer adı geçmiyor." in (await town.can.hear()).text
        assert "karar verilmiş: reddedildi (Defne – telegram:8, " in (await town.emre.say("/inceleme 1")).text
        assert ANSWER not in (await town.ayse.say(QUESTION)).text


async def test_edit_then_approve(town: Town) -> None:
    async with town.served():
        flawed = await town.can.propose(*FACT[:3], "yok böyle söz", FACT[4])
        assert "Onaydan önce düzelmesi gerekenler" in flawed.text
        shown = await card(town.defne)
        assert "Onayla" not in shown.labels
        step = await town.defne.press("Düzenle ve onayla")
        assert "Şimdiki: Örnek Antlaşması Kars'ta imzalandı." in step.text
        for value in ("atla", "atla", "atla", "örnek antlaşması"):
            await town.defne.say(value)
        edited = await town.defne.say("atla")
        assert "1. öneri düzenlendi" in edited.text
        assert (await town.defne.press("Onayla")).text == APPROVED
        assert "onaylandı" in (await town.can.hear()).text
        assert (await town.ayse.say(QUESTION)).text.startswith(ANSWER)


async def test_what_is_postponed_waits_at_the_end(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(fact())
        world.hand_in(phrasing())
        await card(town.defne)
        postponed = await town.defne.press("Beklet")
        assert "kuyruğun sonuna alındı" in postponed.text
        assert (await town.defne.press("Sonraki")).text.startswith("Öneri 2 ")
        queue = await town.defne.press("Kuyruk")
        assert [label[:3] for label in queue.labels] == ["2 ·", "1 ·"]
        await card(town.defne)
        assert (await town.defne.press("Onayla")).text == APPROVED


async def test_of_two_moderators_who_press_at_the_same_time_one_wins_and_the_other_is_told(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(fact())
        cards = [await card(who) for who in (town.defne, town.emre)]
        presses = [town.api.press(who.user, shown, "Onayla") for who, shown in zip((town.defne, town.emre), cards, strict=True)]
        toasts = [answer.text for answer in await asyncio.gather(*(press.answer() for press in presses))]
        said = [(await who.hear()).text for who in (town.defne, town.emre)]
        assert toasts.count(APPROVED) == 1
        assert said.count(APPROVED) == 1
        late = next(text for text in said if text != APPROVED)
        winner = ("Defne – telegram:8", "Emre – telegram:9")[said.index(APPROVED)]
        assert late.startswith(f"1. öneriye karar verilmiş: onaylandı ({winner}, ")
        assert world.moderation.living.number(TREATY) == 1
        assert "onaylandı" in (await town.can.hear()).text
        await town.api.quiet(0.3)


async def test_a_button_that_is_pressed_twice_or_delivered_twice_approves_once(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(fact())
        shown = await card(town.defne)
        first, second = (town.api.press(town.defne.user, shown, "Onayla") for _ in range(2))
        pressed_data = next(one["callback_data"] for one in shown.buttons if one["text"] == "Onayla")
        town.api.redeliver(first)
        await first.answer()
        await second.answer()
        assert (await town.defne.hear()).text == APPROVED
        town.clock.advance(seconds=3)
        await town.api.press(town.defne.user, shown, data=pressed_data).answer()
        assert (await town.defne.hear()).text.startswith("1. öneriye karar verilmiş")
        assert "onaylandı" in (await town.can.hear()).text
        await town.api.quiet(0.3)
        assert [revision.number for revision in world.records.revisions.of(TREATY)] == [1]


async def test_a_proposal_on_an_older_revision_shows_both_and_loses_nothing(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(change("Örnek Antlaşması tam 16 Mart 1921'de imzalandı."))
        world.hand_in(phrasing())
        old = await card(town.defne)
        await card(town.emre, 2)
        await town.emre.press("Onayla")
        stale = await town.defne.press("Onayla", old)
        assert (
            "Bu arada değişen:\n■ değişen bilgi: imza-tarihi\n+ soru biçimleri: Örnek Antlaşması hangi gün bağıtlandı?"
            in stale.text
        )
        assert "⟦tam" in stale.text
        assert "Onayla" not in stale.labels
        await town.defne.press("Yeni sürüme uygula")
        assert "2. sürüm. Yayında." in (await town.defne.press("Onayla")).text
        both = await town.ayse.say("Örnek Antlaşması hangi gün bağıtlandı?")
        assert both.text.startswith("Örnek Antlaşması tam 16 Mart 1921'de imzalandı.")


async def test_a_cluster_of_questions_becomes_a_fact_and_who_waits_is_told_once(town: Town) -> None:
    async with town.served():
        for who in (town.ayse, town.can):
            await who.say(QUESTION)
            await who.tap("Yanıtlanınca haber ver")
            await who.tap("Yanıtlanınca haber ver")
        await town.defne.say("/yanitsiz")
        assert "2 kez soruldu" in (await town.defne.press("ornek antlasmasi nerede")).text
        await town.defne.press("Yeni bilgi")
        for value in FACT:
            await town.defne.say(value)
        own = await town.defne.press("İncele")
        assert "başka bir moderatör onaylasın" in own.text
        assert own.labels == ["Düzenle", "Reddet", "Beklet", "Kuyruk"]
        await card(town.emre)
        assert (await town.emre.press("Onayla")).text == APPROVED
        for who in (town.ayse, town.can):
            assert ANSWER in (await who.hear()).text
        assert "onaylandı" in (await town.defne.hear()).text
        assert (await town.defne.say("/yanitsiz")).text == "Yanıtsız soru yok."
        await town.api.quiet(0.3)


async def test_a_report_leads_to_a_correction(town: Town) -> None:
    async with town.served():
        await town.ayse.say("Örnek Antlaşması ne zaman imzalandı?")
        await town.ayse.press("Hata bildir")
        await town.ayse.press("Tarih yanlış")
        kinds = await town.ayse.press("Düzeltme öner")
        assert "Düzeltme" in kinds.labels
        step = await town.ayse.press("Düzeltme", kinds)
        assert "Şimdiki: Örnek Antlaşması 16 Mart 1921'de imzalandı." in step.text
        figures = await town.defne.say("/istatistik")
        assert "Tarih yanlış" in figures.text


async def test_a_proposal_can_be_about_a_message_that_is_replied_to(town: Town) -> None:
    async with town.served():
        answer = await town.ayse.say("Örnek Antlaşması ne zaman imzalandı?")
        assert "“Örnek Antlaşması 16 Mart 1921'de imzalandı.”" in (await town.ayse.say("/oner", reply_to=answer)).text
        asked = town.api.say(town.defne.user, town.group, "Örnek Antlaşması'nı kim imzaladı?")
        about = await town.ayse.say("/oner@mmtestbot", town.group, reply_to=asked.message_id)
        assert about.labels == ["Örnek Antlaşması", "Yeni madde"]
        assert (await town.ayse.say("/oner Örnek Antlaşması", reply_to=answer)).text.startswith(
            "“Örnek Antlaşması”: bir bilgi seçin"
        )


OTHER_DAY = "Örnek Antlaşması 18 Mart 1921'de imzalandı."
CONTRADICTS = "Bu, eldeki bir bilgiyle çelişiyor:\n• “Örnek Antlaşması 16 Mart 1921'de imzalandı.” (16 Mart 1921 / 18 Mart 1921)"


async def typed(who: Somebody, *values: str) -> Sent:
    """Begin a new fact of the treaty, and answer the first questions with *values*."""
    await who.say("/oner Örnek Antlaşması")
    step = await who.press("Yeni bilgi")
    for value in values:
        step = await who.say(value)
    return step


async def test_a_contradiction_is_shown_while_typing_and_goes_on_as_a_dispute(town: Town) -> None:
    async with town.served() as world:
        shown = await typed(town.can, OTHER_DAY)
        assert shown.text.startswith(CONTRADICTS)
        assert shown.labels == ["İhtilaf olarak sürdür", "Yine de devam", "Geri", "İptal"]
        step = await town.can.press("İhtilaf olarak sürdür")
        assert step.text.startswith("İhtilaf: Örnek Antlaşması (2/5)"), "the sentence is not typed twice"
        for value in (*FACT[2:4], "Yeni anlatım", "Anılarda böyle."):
            await town.can.say(value)
        assert "1. öneri moderatörlere ulaştı (İhtilaf: Örnek Antlaşması)" in town.can.heard.text  # type: ignore[union-attr]
        draft = world.records.proposals.queue()[0].draft
        assert (draft.kind, draft.fact, draft.fields["says"], draft.reason) == (
            "dispute",
            "imza-tarihi",
            OTHER_DAY,
            "Anılarda böyle.",
        )
        await card(town.defne)
        await town.defne.press("Onayla")
        told = await town.ayse.say("Örnek Antlaşması ne zaman imzalandı?")
        assert told.text.startswith(OTHER_DAY)
        assert "16 Mart 1921" in told.text, "nothing is overwritten"


async def test_who_goes_on_with_a_contradiction_all_the_same_opens_a_dispute_and_is_not_asked_twice(town: Town) -> None:
    async with town.served():
        await typed(town.can, OTHER_DAY)
        again = await town.can.say("ne zaman, 18 Mart 1921")
        assert again.text.startswith(CONTRADICTS), "what is typed in between is no value"
        step = await town.can.press("Yine de devam", again)
        assert "(2/5)" in step.text
        for value in ("ne zaman, 18 Mart 1921", *FACT[2:4]):
            await town.can.say(value)
        assert "ihtilaf olarak iletildi" in (await town.can.say("atla")).text
        await card(town.defne)
        await town.defne.press("Onayla")
        told = await town.ayse.say("Örnek Antlaşması ne zaman imzalandı?")
        assert told.text.startswith("Örnek Antlaşması 16 Mart 1921'de imzalandı.")
        assert "18 Mart 1921" in told.text


async def test_what_contradicts_by_its_date_only_is_shown_after_the_date(town: Town) -> None:
    async with town.served():
        assert (await typed(town.can, "Örnek Antlaşması sonra imzalandı.")).text.startswith("Yeni bilgi: Örnek Antlaşması (2/5)")
        shown = await town.can.say("ne zaman, Nisan 1922")
        assert "çelişiyor" in shown.text
        assert "(16 Mart 1921 / Nisan 1922)" in shown.text
        assert "Şimdiki: ne zaman, Nisan 1922" in (await town.can.press("Geri")).text
        assert "(3/5)" in (await town.can.say("ne zaman, Mart 1921")).text


async def test_the_same_is_shown_while_typing_and_becomes_a_phrasing(town: Town) -> None:
    async with town.served() as world:
        shown = await typed(town.can, "16 Mart 1921'de Örnek Antlaşması imzalandı.")
        assert shown.text.startswith(
            "Bunu söyleyen bir bilgi zaten var:\n• “Örnek Antlaşması 16 Mart 1921'de imzalandı.” – Örnek 2000, s. 2"
        )
        assert shown.labels[0] == "Soru biçimi yap"
        assert (await town.can.press("Soru biçimi yap")).text.startswith("Soru biçimi: Örnek Antlaşması (1/2)")
        await town.can.say("Örnek Antlaşması hangi gün bağıtlandı?")
        assert "1. öneri moderatörlere ulaştı (Soru biçimi" in (await town.can.say("atla")).text
        assert world.records.proposals.queue()[0].draft.kind == "phrasing"


async def test_what_is_shown_survives_a_restart_and_can_be_left(town: Town) -> None:
    async with town.served():
        shown = await typed(town.can, OTHER_DAY)
    async with town.served() as world:
        assert (await town.can.say("ne?")).text.startswith(CONTRADICTS)
        assert "(2/5)" in (await town.can.press("Yine de devam", shown)).text
        assert "hiçbir şey gönderilmedi" in (await town.can.say("iptal")).text
        assert world.records.proposals.queue() == []


async def test_what_was_typed_is_still_there_at_every_step_when_something_has_to_be_mended(town: Town) -> None:
    async with town.served() as world:
        await typed(town.can, *FACT[:2], "Topal 2018, s. 3", FACT[3])
        refused = await town.can.say(FACT[4])
        assert "tanıdığım bir kaynak değil" in refused.text
        assert "Yeni bilgi: Örnek Antlaşması (3/5)" in refused.text, "it goes on where something is wrong"
        assert f"Şimdiki: {FACT[3]}" in (await town.can.say(FACT[2])).text
        await town.can.press("Atla")
        assert "1. öneri moderatörlere ulaştı" in (await town.can.press("Atla")).text
        assert world.records.proposals.queue()[0].draft.fields["questions"] == QUESTION


# who may


async def test_a_role_is_asked_for_at_every_press(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(fact())
        await town.filiz.say("/yetki telegram:5 moderatör")
        shown = await card(town.ayse)
        await town.filiz.say("/yetki telegram:5 sil")
        assert (await town.ayse.press("Onayla", shown)).text.startswith("Bu, yalnız moderatörlerin işidir.")
        assert (await town.can.say("/inceleme")).text.startswith("Bu, yalnız moderatörlerin işidir.")
        forged = await town.can.say("merhaba")
        for label in ("Onayla", "Reddet", "Beklet"):
            data = next(one["callback_data"] for one in shown.buttons if one["text"] == label)
            await town.api.press(town.can.user, forged, data=data).answer()
            assert (await town.can.hear()).text.startswith("Bu, yalnız moderatörlerin işidir.")
        assert world.moderation.living.number(TREATY) == 0
        assert [one.state for one in world.records.proposals.queue()] == ["open"]


async def test_administrators_of_the_named_group_moderate_in_it_and_not_in_others(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(fact())
        denied = "Bu, yalnız moderatörlerin işidir."
        assert (await town.gul.say("/inceleme@mmtestbot", town.other_group)).text.startswith(denied)
        assert (await town.ayse.say("/inceleme@mmtestbot", town.group)).text.startswith(denied)
        queue = await town.gul.say("/inceleme@mmtestbot", town.group)
        assert (await town.ayse.press("1 · ", queue)).text.startswith(denied), "the message stands there for everybody"
        shown = await town.gul.press("1 · ", queue)
        assert "telegram:7" not in shown.text, "who proposed is nobody's business in a group"
        assert (await town.ayse.press("Onayla", shown)).text.startswith(denied)
        assert (await town.gul.press("Onayla", shown)).text == APPROVED


async def test_administrators_of_the_named_group_moderate_in_private_until_they_are_none_any_more(town: Town) -> None:
    """There who writes anonymously in the group is asked to come, and there a rejection is written."""
    async with town.served() as world:
        world.hand_in(fact())
        world.hand_in(phrasing())
        queue = await town.gul.say("/inceleme")
        await town.gul.press("1 · ", queue)
        await town.gul.press("Reddet")
        assert "1. öneri reddedildi" in (await town.gul.say("O sayfada yer adı geçmiyor.")).text
        shown = await town.gul.press("2 · ", queue)
        town.group.statuses[town.gul.user.id] = "member"
        denied = "Bu, yalnız moderatörlerin işidir."
        assert (await town.gul.press("Onayla", shown)).text.startswith(denied), "Telegram is asked at every press"
        assert (await town.gul.say("/inceleme")).text.startswith(denied)
        assert [one.state for one in world.records.proposals.queue()] == ["open"]


async def test_the_anonymous_administrator_is_asked_into_a_private_chat(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(fact())
        nobody = Somebody(town.api, town.api.anonymous, town.group, town.script, town.clock)
        for command in ("inceleme", "oner", "ekle", "duzenle", "gecmis", "geri_al", "yanitsiz", "istatistik", "yetki", "bagla"):
            asked = await nobody.say(f"/{command}@mmtestbot Örnek Antlaşması")
            assert asked.text.startswith("Kim olduğunuz görünmüyor"), command
            assert "özel mesajla" in asked.text
            assert not asked.labels
        assert world.moderation.living.number(TREATY) == 0


@pytest.mark.parametrize("known", [True, False], ids=["by-configuration", "by-a-linked-account"])
async def test_two_accounts_of_one_person_are_one(town: Town, known: bool) -> None:
    """Nobody approves on Telegram what he has proposed on Discord; what one account may, the other may."""
    async with town.served() as world:
        who = town.defne if known else town.can
        code = re.search(r"/bagla (\S+)”", (await who.say("/bagla")).text)
        assert code
        on_discord = Visitor(Person("discord", "42"), "discord:1", private=True)
        assert "bağlandı" in world.run("bagla", code[1], on_discord).blocks[0].text
        world.hand_in(fact(), on_discord)
        own = await card(who)
        assert "başka bir moderatör onaylasın" in own.text
        assert "Onayla" not in own.labels


class DiscordRoles:
    """As much of the other platform as is asked here: who has which of its roles."""

    def __init__(self) -> None:
        self.held: dict[str, set[str]] = {}
        self.ready = True

    async def run(self, stop: asyncio.Event) -> None:
        await stop.wait()

    async def send(self, _place: str, _reply: Reply) -> Delivered:
        return "later"

    async def roles_of(self, person: Person) -> frozenset[str]:
        return frozenset(self.held.get(person.id, ()))


async def test_a_role_of_a_linked_discord_account_moderates_in_telegram_while_he_has_it(town: Town) -> None:
    """Also where a form is filled in step by step."""
    discord = DiscordRoles()
    async with town.served(discord=lambda _desk, _worker: discord) as world:
        for draft in (fact(), phrasing()):
            world.hand_in(draft)
        world.records.accounts.link(Person("telegram", "5"), Person("discord", "55"))
        denied = "Bu, yalnız moderatörlerin işidir."
        assert (await town.ayse.say("/inceleme")).text.startswith(denied)
        discord.held["55"] = {"700"}
        shown = await card(town.ayse)
        assert (await town.ayse.press("Reddet", shown)).text.startswith("1. öneriyi reddet")
        assert "1. öneri reddedildi" in (await town.ayse.say("O sayfada yer adı geçmiyor.")).text
        second = await card(town.ayse, 2)
        discord.held["55"] = {"701"}
        assert (await town.ayse.press("Onayla", second)).text.startswith(denied), "Discord is asked at every press"
        assert (await town.ayse.say("/inceleme@mmtestbot", town.group)).text.startswith(denied)
        assert [one.state for one in world.records.proposals.queue()] == ["open"]
