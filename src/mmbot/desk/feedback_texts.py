"""What the desk says to somebody who reports a mistake."""

from collections.abc import Mapping

from mmbot.texts import Say

WHAT_IS_WRONG = Say("Bu bilgide sorun nedir?", "What is wrong with this?")
COMPLAINTS: Mapping[str, Say] = {
    "date": Say("Tarih yanlış", "Wrong date"), "missing": Say("Bilgi eksik", "Something is missing"),
    "source": Say("Kaynak sorunlu", "Something about the source"), "unrelated": Say("Soruyla ilgisi yok", "Not what was asked"),
}  # fmt: skip
THANKS = Say("Teşekkürler, not edildi: {kind}.", "Thank you, noted: {kind}.")
NO_NAME = Say("Bildirim adınız tutulmadan sayılır.", "Reports are counted without your name.")
PROPOSE = Say("Düzeltme öner", "Propose a correction")
