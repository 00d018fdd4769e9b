"""The commands, once for every platform: names, descriptions, the one thing that each may be given."""

from dataclasses import dataclass
from typing import Literal

from mmbot.model import Platform
from mmbot.texts import Say
from mmbot.turkish import fold

Takes = Literal["question", "entry", "source", "date", "time", "fact", "text"]


@dataclass(frozen=True, slots=True)
class Argument:
    """What a command can be given: its name in Discord, what it is, whether it must be there; *takes* chooses the autocompletion."""

    name: str
    description: Say
    takes: Takes
    required: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command. *id* is its ASCII name (Telegram knows no others), *name* the Turkish one (Discord, and typed anywhere).

    *asks*: moderators only; the menus hide it from others, and the desk checks again.
    """

    id: str
    name: str
    description: Say
    argument: Argument | None = None
    moderators: bool = False


_DATE = Argument("tarih", Say("16 Mart, 16.03.1921, Mart 1921 …", "16 March, 16.03.1921, March 1921 …"), "date")
_ENTRY = Argument("madde", Say("Bir madde: antlaşma, kişi, olay …", "An entry: a treaty, person, event …"), "entry", required=True)
_FACT = Argument("bilgi", Say("Bir madde ya da bilgi", "An entry or a fact"), "fact", required=True)

COMMANDS = (
    Command("sor", "sor", Say("Bir soru sor", "Ask a question"),
            Argument("soru", Say("Sorunuz", "Your question"), "question", required=True)),
    Command("bugun", "bugün", Say("Bugün ya da bir tarihte ne oldu?", "What happened today, or on a date?"), _DATE),
    Command("kronoloji", "kronoloji", Say("Bir ayın, yılın ya da dönemin olayları", "Events of a month, a year or a span"), _DATE),
    Command("dogru", "doğru-mu", Say("Bir cümleyi kaynaklarla karşılaştır", "Check a statement against the sources"),
            Argument("metin", Say("Denetlenecek cümle ya da kısa paragraf", "The sentence or short paragraph to check"), "text",
                     required=True)),
    Command("madde", "madde", Say("Bir maddeyi göster", "Show an entry"), _ENTRY),
    Command("kaynak", "kaynak", Say("Kaynaklar; künye, BibTeX, RIS, CSL", "The sources; reference, BibTeX, RIS, CSL"),
            Argument("kaynak", Say("Bir kaynak", "A source"), "source")),
    Command("abone", "abone", Say("Her gün günün olaylarını gönder", "Post the day's events daily"),
            Argument("saat", Say("Saat, örneğin 09.00", "The time, such as 09:00"), "time")),
    Command("abonelik", "abonelik", Say("Aboneliği göster, değiştir, bitir", "Show, change or end the daily post")),
    Command("oner", "öner", Say("Bilgi, düzeltme ya da soru biçimi öner", "Propose a fact, a correction or a phrasing"),
            Argument("bilgi", Say("Düzeltilecek madde ya da bilgi", "The entry or fact to correct"), "fact")),
    Command("yardim", "yardım", Say("Nasıl kullanılır?", "How to use it")),
    Command("gizlilik", "gizlilik", Say("Hangi veriler tutulur?", "What data is kept?")),
    Command("verilerim", "verilerim", Say("Hakkımda tutulan veriler", "The data kept about me")),
    Command("unut", "unut", Say("Hakkımdaki verileri sil", "Delete the data about me")),
    Command("bagla", "bağla", Say("Telegram ve Discord hesabını bağla", "Link your Telegram and Discord accounts"),
            Argument("kod", Say("Öbür hesabınızda verilen kod", "The code that your other account was given"), "text")),
    Command("inceleme", "inceleme", Say("Önerileri incele", "Review proposals"), moderators=True),
    Command("ekle", "ekle", Say("Yeni bilgi ekle", "Add a fact"),
            Argument("madde", Say("Bilginin maddesi", "The fact's entry"), "entry"), moderators=True),
    Command("duzenle", "düzenle", Say("Bir bilgiyi düzenle", "Edit a fact"), _FACT, moderators=True),
    Command("gecmis", "geçmiş", Say("Kim, ne zaman, neyi, neden değiştirdi?", "Who changed what, when, why?"), _FACT, moderators=True),
    Command("geri_al", "geri-al", Say("Son değişikliği geri al", "Undo the last change"), _FACT, moderators=True),
    Command("yanitsiz", "yanıtsız", Say("Yanıtsız kalan sorular", "Unanswered questions"), moderators=True),
    Command("istatistik", "istatistik", Say("Sayılar; kişiler olmadan", "Figures; without people"),
            Argument("gun", Say("Son kaç gün?", "How many days?"), "text"), moderators=True),
    Command("sayfa", "sayfa", Say("Moderatör sayfasına giriş bağlantısı", "A link to sign in to the moderators' page"), moderators=True),
    Command("yetki", "yetki", Say("Roller; rol ver (yönetici)", "Roles; give a role (administrators)"),
            Argument("kime", Say("telegram:7 moderatör", "telegram:7 moderator"), "text"), moderators=True),
)  # fmt: skip
_NAMES = {command.id: command.name for command in COMMANDS}
_ALSO = {"start": "yardim", "help": "yardim", "basla": "yardim"}
_BY_NAME = {fold(name).replace(" ", "").replace("_", ""): c.id for c in COMMANDS for name in (c.id, c.name)} | _ALSO


def called(command: str, platform: Platform) -> str:
    """The name by which *command* (an id) is typed on *platform*: Telegram passes on ASCII names everywhere, Discord has the Turkish ones.

    >>> called("dogru", "telegram"), called("dogru", "discord")
    ('dogru', 'doğru-mu')
    """
    return command if platform == "telegram" else _NAMES[command]


def find_command(typed: str) -> str | None:
    """The id of the command that is called *typed*, in any spelling: bugün, Bugun, geri-al; None where there is none.

    >>> find_command("BUGÜN"), find_command("geri-al"), find_command("geri_al"), find_command("start"), find_command("x")
    ('bugun', 'geri_al', 'geri_al', 'yardim', None)
    """
    return _BY_NAME.get(fold(typed.replace("_", " ")).replace(" ", ""))
