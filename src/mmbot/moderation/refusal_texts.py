"""Why a draft is not taken, in both languages: which thing, what is wrong with it, the next step."""

from mmbot.texts import Told

# what was typed
NO_DATE = Told(
    "“{typed}” bir tarih değil. Şöyle yazın: 16 Mart 1921, Mart 1921 ya da 1921.",
    "“{typed}” is no date. Write it like this, in Turkish: 16 Mart 1921, Mart 1921 or 1921.",
)
NOT_ASKED = Told(
    "“{typed}” ne bir soru türü ne de bir tarih. Şöyle yazın: “ne zaman, 16 Mart 1921”, “kim”, “kaç, 71 gün”, “3. madde”.",
    "“{typed}” is neither a kind of question nor a date. Write it like “when, 16 Mart 1921”, “who”, “how many, 71 gün”, “3. madde”.",
)
NO_NUMBER = Told(
    "“{typed}” bir sayı ve birimi değil. Şöyle yazın: 71 gün.", "“{typed}” is no number with its unit. Write it like this: 71 gün."
)
NO_KIND = Told("“{typed}” bir madde türü değil. Şunlardan biri: {known}.", "“{typed}” is no kind of entry. One of these: {known}.")
NO_PAGE = Told(
    "“{typed}”: sayfa yok. Kaynağı ve sayfayı yazın: {source}, s. 322.",
    "“{typed}”: there is no page. Write the source and the page: {source}, s. 322.",
)
SEVERAL_SOURCES = Told(
    "“{typed}” birden çok kaynağa uyuyor. Şunlardan birini sayfasıyla yazın: {known} – örneğin {example}.",
    "“{typed}” fits several sources. Write one of these with its page: {known} – such as {example}.",
)
NO_SOURCE = Told(
    "“{typed}” tanıdığım bir kaynak değil. Şunlardan birini sayfasıyla yazın: {known} – örneğin {example}.",
    "“{typed}” is no source that I know. Write one of these with its page: {known} – such as {example}.",
)
NO_EVIDENCE = Told(
    "Dayanak yok. O sayfada geçen en çok altı sözcük yazın: bir tarih, bir ad, bir deyiş.",
    "There is no evidence. Write at most six words that stand on that page: a date, a name, a phrase.",
)
LONG_EVIDENCE = Told(
    "“{fragment}” {count} sözcük. Sayfadan en çok altı sözcük yazın; parçaları “;” ile ayırın.",
    "“{fragment}” has {count} words. Write at most six words from the page; divide fragments by “;”.",
)
NO_BAR = Told(
    "“{typed}”: dayanak yok. Şöyle yazın: {example} | 16 Mart 1921; törenle imzalandı",
    "“{typed}”: there is no evidence. Write it like this: {example} | 16 Mart 1921; törenle imzalandı",
)

# what it is about
ENTRY_GONE = Told("Bu madde artık yok. Başka bir madde seçin.", "This entry is not there any more. Choose another one.")
FACT_GONE = Told(
    "Bu bilgi artık yok. Maddeye bakıp başka bir bilgi seçin.",
    "This fact is not there any more. Look at the entry and choose another one.",
)
NO_ENTRY = Told(
    "“{entry}” diye bir madde yok. Önce maddeyi önerin, sonra bilgilerini.",
    "There is no entry “{entry}”. Propose the entry first, then its facts.",
)
ENTRY_THERE = Told(
    "“{title}” maddesi zaten var. Ona bir bilgi önerin.", "There is an entry “{title}” already. Propose a fact for it."
)
ENTRY_BARE = Told(
    "“{entry}”: yeni maddenin adı ya da türü eksik. İkisini de yazın.",
    "“{entry}”: the title or the kind of the new entry is missing. Write both.",
)
FACT_THERE = Told(
    "“{title}” maddesinde “{fact}” bilgisi zaten var. Başka bir kimlik verin ya da onu düzeltin.",
    "“{title}” has a fact “{fact}” already. Give another id, or correct that one.",
)
NO_SUCH_FACT = Told(
    "“{title}” maddesinde “{fact}” bilgisi yok (artık). Maddeye bakıp yeniden önerin.",
    "“{title}” has no fact “{fact}” (any more). Look at the entry and propose again.",
)
NO_SUCH_FIELD = Told(
    "“{title}”: {fields} alanı değiştirilemez. Bu alanı çıkarın.",
    "“{title}”: the field {fields} cannot be changed. Leave it out.",
)
PHRASED_ALREADY = Told(
    "“{fact}” bilgisinde bu soru biçimi zaten var. Yeni bir soruluş yazın.",
    "“{fact}” has this phrasing already. Write another one.",
)
NOTHING_CHANGES = Told(
    "“{what}”: hiçbir şey değişmiyor. Değiştirmek istediğiniz alanı yazın.",
    "“{what}”: nothing would change. Write the field that you want to change.",
)
NO_UNDO = Told(
    "“{title}”: geri alma öneri olarak verilmez. Kullanın: /geri-al {entry}",
    "“{title}”: an undo is not proposed. Use: /geri-al {entry}",
)

# what is missing in a fact
NO_SENTENCE = Told(
    "“{fact}”: cümlesi yok. Bilgiyi bir–üç cümleyle yazın.", "“{fact}”: it has no sentence. Say it in one to three sentences."
)
ANSWERS_NOTHING = Told(
    "“{fact}”: hangi soruyu yanıtladığı yazılmamış. Örneğin: ne zaman.",
    "“{fact}”: which question it answers is not written. For example: when.",
)
NO_CITATION = Told(
    "“{fact}” bilgisinin kaynağı yok. En az bir kaynak, sayfa ve dayanak ekleyin.",
    "“{fact}” has no source. Add at least one source, page and evidence.",
)
HALF_A_CITATION = Told(
    "“{fact}”: kaynak gösterme eksik. Kaynak, sayfa ve o sayfada geçen birkaç sözcük gerekir.",
    "“{fact}”: the citation is not whole. It takes a source, a page and some words that stand there.",
)
NO_ANSWER_TYPE = Told(
    "“{fact}”: “{answer}” bir soru türü değil. Şunlardan biri: {known}, clause-3.",
    "“{fact}”: “{answer}” is no kind of question. One of these: {known}, clause-3.",
)
FACT_NO_DATE = Told("“{fact}”: ", "“{fact}”: ") + NO_DATE
NOT_ONE_OF = Told(
    "“{fact}”: “{typed}” olamaz. Şunlardan biri: {known}.", "“{fact}”: it cannot be “{typed}”. One of these: {known}."
)
HALF_A_NOTE = Told(
    "“{fact}”: editör notunun cümlesi ya da dayanağı eksik. İkisini de yazın; dayanak bir eser ya da “genel kabul”.",
    "“{fact}”: the sentence or the reference of the editor's note is missing. Write both; the reference is a work, or “genel kabul”.",
)
NO_DISPUTE_REASON = Told(
    "“{fact}”: ihtilafın gerekçesi yok. Hangisinin neden öne çıkması gerektiğini yazın.",
    "“{fact}”: the dispute has no reason. Write which one should lead, and why.",
)
NO_SLIP_REASON = Told(
    "“{fact}”: kaynağın yanlışı için gerekçe gerekir. Neden yanlış olduğunu yazın.",
    "“{fact}”: a slip of the source needs a reason. Write why it is wrong.",
)
NO_RIGHT_ONE = Told(
    "“{fact}”: doğrusu yazılmamış. Kabul edilen bilgiyi ve dayandığı eseri (ya da “genel kabul”) yazın.",
    "“{fact}”: what is right is not written. Write what is accepted, and the work it rests on (or “genel kabul”).",
)

# how many, whose, since when
TOO_MANY_OPEN = Told(
    "Karar bekleyen {count} öneriniz var; en çok {most} olabilir. Bir karar çıkınca ya da birini geri çekince yeniden önerin.",
    "{count} proposals of yours are waiting; there can be {most} at most. Propose again when one is decided or taken back.",
)
TOO_MANY_TODAY = Told(
    "Son yirmi dört saatte {count} öneri verdiniz; günde en çok {most} olabilir. Yarın yeniden önerin.",
    "You have made {count} proposals within twenty-four hours; there can be {most} a day. Propose again tomorrow.",
)
NOT_YOURS = Told("Bir öneriyi yalnız veren geri çekebilir.", "Only who has made a proposal can take it back.")
FLAWED = Told("Bu hâliyle yayımlanamaz; önce düzeltin:\n", "It cannot go live like this; mend it first:\n")
NO_REVISION = Told(
    "“{entry}” maddesinin {number}. sürümü yok. Sürümlere bakmak için: /gecmis (Discord'da /geçmiş) {entry}",
    "“{entry}” has no revision {number}. To look at them: /gecmis (/geçmiş in Discord) {entry}",
)
NOTHING_TO_UNDO = Told(
    "“{entry}”: geri alınacak bir değişiklik yok; madde ilk hâlinde.",
    "“{entry}”: there is no change to undo; the entry is as it was first.",
)
IS_SO_ALREADY = Told("“{title}”: {number}. sürüm zaten şimdiki hâli.", "“{title}” is as in revision {number} already.")
STALE = Told(
    "“{entry}” maddesi bu arada değişti ({seen}. sürüm görülmüştü, şimdi {now}.). İki sürüme de bakıp yeniden önerin.",
    "“{entry}” has changed meanwhile (revision {seen} was seen, now there is {now}). Look at both and propose again.",
)
