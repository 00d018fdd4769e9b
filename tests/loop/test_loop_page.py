"""The same loop by way of the page: what is said in chat is decided in a browser, and what is decided there is heard in chat."""

from town import ANSWER, QUESTION, Somebody, Town

import chromium as driving
from chromium import Browser, By, click, drive, read, sign_in
from moderated import TREATY, World, fact, phrasing

pytestmark = driving.needed
GONE = "“Örnek Antlaşması” maddesinde önerinizle yapılan değişiklik geri alındı."


async def link(who: Somebody) -> str:
    """The address that the bot sends who asks for the page."""
    return (await who.say("/sayfa")).text.splitlines()[-1]


def body(browser: Browser) -> str:
    text: str = browser.find_element(By.TAG_NAME, "body").text
    return text


async def test_proposed_in_chat_reviewed_on_the_page_live_in_chat_undone_on_the_page(town: Town, browser: Browser) -> None:
    async with town.served(page=True) as world:
        url = world.desk.page_url
        await town.ayse.say(QUESTION)
        await town.ayse.tap("Yanıtlanınca haber ver")
        await town.can.propose()

        def review(address: str) -> str:
            sign_in(browser, address)
            click(browser, "a[href='/oneri/1']", "Farklar")
            shown = body(browser)
            click(browser, "form[action='/oneri/1/onayla'] button", "Öneri onaylandı ve yayımlandı")
            return shown

        shown = await drive(review, await link(town.defne))
        for part in (
            "1. öneri · yeni bilgi",
            f"Önizleme sohbette şöyle görünecek\n{ANSWER}\nKaynak: Örnek 2000, s. 1 ✔",
            "Yanıtı değişecek sorular",
        ):
            assert part in shown
        assert "Bulundu: dayanak ornek-2000, s. 1 üzerinde geçiyor." in shown
        assert QUESTION in shown.partition("Yanıtı değişecek sorular")[2]
        assert (await town.can.hear()).text.startswith("1. öneriniz onaylandı ve yayında")
        assert ANSWER in (await town.ayse.hear()).text
        assert (await town.ayse.say(QUESTION)).text.startswith(f"{ANSWER}\n")

        def undo() -> str:
            browser.get(f"{url}/gecmis/{TREATY}")
            click(browser, f"form[action='/gecmis/{TREATY}/geri-al'] button", "Geri alındı: eski hâl")
            return body(browser)

        history = await drive(undo)
        assert "2. sürüm yayında" in history
        assert "Telegram 8" in history
        assert (await town.can.hear()).text == GONE
        assert ANSWER not in (await town.ayse.say(QUESTION)).text
        await town.api.quiet(0.3)


async def test_a_rejection_on_the_page_is_read_in_chat(town: Town, browser: Browser) -> None:
    async with town.served(page=True) as world:
        await town.can.propose()

        def reject(address: str) -> None:
            sign_in(browser, address)
            browser.get(f"{world.desk.page_url}/oneri/1")
            click(browser, "button.danger", "Reddetmek için gerekçe gerekir")
            browser.find_element(By.ID, "gerekce").send_keys("O sayfada yer adı geçmiyor.")
            click(browser, "button.danger", "Öneri reddedildi")

        await drive(reject, await link(town.defne))
        assert "Gerekçe: O sayfada yer adı geçmiyor." in (await town.can.hear()).text


async def test_decided_in_chat_while_it_is_open_on_the_page(town: Town, browser: Browser) -> None:
    async with town.served(page=True) as world:
        world.hand_in(fact())
        await drive(opened, browser, world, await link(town.defne))
        await town.emre.say("/inceleme 1")
        await town.emre.press("Onayla")
        said = await drive(decided, browser)
        assert "1. öneriye karar verilmiş: onaylandı (Emre – telegram:9" in said
        assert world.moderation.living.number(TREATY) == 1


def opened(browser: Browser, world: World, address: str) -> None:
    sign_in(browser, address)
    browser.get(f"{world.desk.page_url}/oneri/1")


def decided(browser: Browser) -> str:
    click(browser, "form[action='/oneri/1/onayla'] button", "Yapılmadı")
    return body(browser)


async def test_who_administers_the_named_group_uses_the_page_until_he_does_not_any_more(town: Town, browser: Browser) -> None:
    """Gül is nothing but an administrator of the group; its members see the link neither there nor here."""
    async with town.served(page=True) as world:
        world.hand_in(phrasing())
        sent = await town.gul.say("/sayfa@mmtestbot", town.group)
        assert "özel mesajla" in sent.text
        assert "giris" not in sent.text
        assert (await town.ayse.say("/sayfa@mmtestbot", town.group)).text.startswith("Bu, yalnız moderatörlerin işidir.")
        address = (await town.gul.hear()).text.splitlines()[-1]
        await drive(opened, browser, world, address)
        town.group.statuses[town.gul.user.id] = "member"

        def approve() -> None:
            click(browser, "form[action='/oneri/1/onayla'] button", "Rolünüz yok ya da artık yok")
            browser.get(world.desk.page_url)
            read(browser, "Oturum açmanız gerekiyor")

        await drive(approve)
        assert world.moderation.living.number(TREATY) == 0
