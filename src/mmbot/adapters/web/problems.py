"""What can be wrong with a request, said to whoever has made it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and what to do: a *title*, a sentence or two."""

    status: int
    title: str
    text: str


NOT_FOUND = Problem(404, "Böyle bir sayfa yok", "Adres yanlış yazılmış ya da sayfa kalkmış olabilir.")
NOT_THAT_WAY = Problem(405, "Bu adres böyle kullanılmaz", "Bir form düğmesiyle açılan sayfaya doğrudan gidilemez.")
TOO_LARGE = Problem(413, "Gönderilen metin çok uzun", "Metni kısaltıp yeniden gönderin.")
NOT_UNDERSTOOD = Problem(400, "İstek anlaşılamadı", "Önceki sayfaya dönüp yeniden deneyin.")
WRONG_HOST = Problem(421, "Yanlış adres", "Bu sayfa yalnız kendi adresinden açılır. Bottan yeni bir bağlantı isteyin: /sayfa")
BROKEN = Problem(500, "Beklenmeyen bir hata oldu", "Hata kaydedildi. Biraz sonra yeniden deneyin.")
AWAY = Problem(503, "Kayıtlara şu an ulaşılamıyor", "Hiçbir şey yapılmadı. Birkaç dakika sonra yeniden deneyin.")
NO_ROLE = Problem(403, "Bu sayfa moderatörler içindir", "Rolünüz yok ya da artık yok; oturumunuz kapatıldı.")
FORGED = Problem(
    403, "Form kabul edilmedi", "Sayfa eskimiş olabilir ya da form başka bir yerden gönderilmiş. Sayfayı yeniden açıp gönderin."
)
CANNOT_TELL = Problem(
    503,
    "Rolünüz şu an denetlenemiyor",
    "Rolünüz bir sunucu ya da gruptan geliyor ve orası şu an yanıt vermiyor. Hiçbir şey yapılmadı; biraz sonra yeniden deneyin.",
)
_TOO_OFTEN = "Çok sık denendi. {seconds} saniye sonra yeniden deneyin; bağlantınız on dakika geçerlidir."


def too_often(seconds: int) -> Problem:
    """Codes were tried too often; the next one is taken in *seconds*."""
    return Problem(429, "Biraz bekleyin", _TOO_OFTEN.format(seconds=seconds))
