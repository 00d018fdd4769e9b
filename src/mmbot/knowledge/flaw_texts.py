"""How a flaw of the knowledge is told: in English on the command line, in Turkish to a moderator."""

from mmbot.texts import Say

TAKEN_NAME = Say("“{alias}” aynı zamanda {owner} maddesinin adı", "“{alias}” is also a name of {owner}.yaml")
TAKEN_NAME_REMEDY = Say(
    "Birinde bırakın ya da ayırın (“{alias} (…)”)", "Keep it in one of them, or tell them apart (“{alias} (…)”)"
)
TAKEN_ID = Say("“{id}” kimliği {owner} maddesinde de var", "“{id}” is also {owner}.yaml")
TAKEN_ID_REMEDY = Say("İkisinden birine başka kimlik verin", "Give one of the two another id")
NO_ENTRY = Say("“{link}” diye bir madde yok", "“{link}” is no entry")
NO_SOURCE = Say("“{source}” diye bir kaynak yok", "“{source}” is no source")
LONG_EVIDENCE = Say("“{fragment}” dayanağı {count} sözcük", "evidence “{fragment}” has {count} words")
LONG_EVIDENCE_REMEDY = Say("En çok {most} sözcüğünü bırakın", "Keep at most {most} words of it")
LONG_SAYS = Say("{count} karakter uzunluğunda", "is {count} characters long")
LONG_SAYS_REMEDY = Say("{most} karakterle söyleyin ya da iki bilgiye bölün", "Say it in {most}, or make two facts of it")
UNTOLD_DATE = Say("{date} cümlede geçmiyor", "{date} is not told in the sentence")
UNTOLD_DATE_REMEDY = Say("Günü cümleye yazın ya da tarihi düzeltin", "Write the day into says, or correct the date")
RANK_REASON = Say("{rank} olduğu hâlde gerekçesi yok", "is {rank} without a reason")
RANK_REASON_REMEDY = Say("Gerekçeyi yazın", "Add reason: why this rank")
DISPUTE_REASON = Say("gerekçesiz bir ihtilaf", "a dispute without a reason")
DISPUTE_REASON_REMEDY = Say("Neyin lehte, neyin aleyhte olduğunu yazın", "Add reason: what speaks for or against it")
NO_FACT = Say("“{name}” diye bir bilgi yok", "“{name}” is no fact")
NOT_PREFERRED = Say("{name} öne çıkan bilgi değil", "{name} is not preferred")
NOT_PREFERRED_REMEDY = Say(
    "{name} bilgisini gerekçesiyle öne çıkarın ya da bu bilgi, öne çıkana itiraz etsin",
    "Give {name} rank: preferred and a reason, or let this one dispute the preferred fact",
)
PREFERRED_DISPUTES = Say("öne çıkan bir bilgi başkasına itiraz ediyor", "a preferred fact disputes another")
PREFERRED_DISPUTES_REMEDY = Say("Öteki buna itiraz etsin", "Let the other one dispute this one")
CONTRADICTS = Say(
    "{other} ile çelişiyor ({what}); ihtilaf bildirilmemiş", "contradicts {other} ({what}) without a declared dispute"
)
CONTRADICTS_REMEDY = Say(
    "İhtilaf olarak önerin (biri öne çıkar, öteki {id} bilgisine itiraz eder) ya da farklı anlatın",
    "Declare it: one rank: preferred, the other disputes: {id}, both with a reason – or word them apart",
)
NOT_ON_PAGE = Say(
    "“{fragment}” dayanağı {source}, {page} sayfasında geçmiyor",
    "evidence “{fragment}” does not stand on {source}, page {page}",
)
NOT_ON_PAGE_REMEDY = Say("O sayfadan bir parça alın ya da sayfayı düzeltin", "Copy a fragment from that page, or correct the page")
NO_PAGE = Say("{source} kaynağında {page} sayfası yok", "{source} has no page {page}")
NO_PAGE_REMEDY = Say("Sayfaları: {first}–{last}", "Its pages are {first} to {last}")
COPIED = Say("makaledeki {run} sözcük aynen geçiyor: “{words}”", "{run} words run as in an article: “{words}”")
COPIED_REMEDY = Say("Kendi sözlerinizle söyleyin", "Say it in your own words")
COPIED_EVIDENCE = Say(
    "dayanaklar makaledeki {run} sözcüğü aynen veriyor: “{words}”", "{run} words of the evidence run as in an article: “{words}”"
)
COPIED_EVIDENCE_REMEDY = Say(
    "Daha az ya da daha kısa, ayrı yerlerden parçalar bırakın", "Keep fewer or shorter fragments, from places apart"
)

STYLE_SEEN = Say("{wrong}: “…{around}…”", "{wrong} in “…{around}…”")
CURLY_APOSTROPHE = Say("kıvrık kesme işareti", "curly apostrophe")
CURLY_APOSTROPHE_REMEDY = Say("Düz kesme (') yazın", "Write the straight one (')")
STRAIGHT_QUOTES = Say("düz tırnak", "straight quotation mark")
STRAIGHT_QUOTES_REMEDY = Say("“ ” yazın", "Write “ ”")
RANGE_HYPHEN = Say("aralıkta kısa çizgi", "hyphen in a range")
RANGE_HYPHEN_REMEDY = Say("Uzun çizgi yazın: 4–11 Eylül", "Write an en dash: 4–11 Eylül")
DOUBLE_SPACE = Say("çift boşluk", "double space")
DOUBLE_SPACE_REMEDY = Say("Tek boşluk bırakın", "Write one space")
EARLY_SPACE = Say("noktalama öncesinde boşluk", "space before a punctuation mark")
EARLY_SPACE_REMEDY = Say("Silin", "Remove it")
PAGE_IN_SENTENCE = Say("cümlede sayfa numarası", "page number in the sentence")
PAGE_IN_SENTENCE_REMEDY = Say("Kaynak göstermeye bırakın", "Leave it to the citation")
ODD_CHARACTER = Say("beklenmeyen karakter", "odd character")
ODD_CHARACTER_REMEDY = Say("Yeniden yazın", "Type it again")
POSSESSIVE = Say("iyelik ekinden önce kesme: “{seen}”", "apostrophe before a possessive ending in “{seen}”")
POSSESSIVE_REMEDY = Say("Antlaşma'sı değil, Antlaşması", "Write Antlaşması, not Antlaşma'sı")
NO_FULL_STOP = Say("nokta ile bitmiyor", "does not end with a full stop")
NO_FULL_STOP_REMEDY = Say("Cümleyi bitirin", "End the sentence")
EARLY_USSR = Say("30 Aralık 1922'den önce “Sovyetler Birliği”", "“Sovyetler Birliği” before 30 December 1922")
EARLY_USSR_REMEDY = Say("Sovyet Rusya yazın", "Write Sovyet Rusya")
EARLY_SURNAME = Say("1934'ten önce “Atatürk”", "“Atatürk” before 1934")
EARLY_SURNAME_REMEDY = Say(
    "Mustafa Kemal Paşa yazın; Atatürk eş adlarda kalsın", "Write Mustafa Kemal Paşa; keep Atatürk for aliases"
)

DID_YOU_MEAN = Say("Şunu mu demek istediniz: “{near}”", "Did you mean “{near}”")
ONE_OF = Say("Şunlardan biri: {known}", "Use one of {known}")
CHECK_SPELLING = Say("Yazımına bakın", "Check the spelling")
