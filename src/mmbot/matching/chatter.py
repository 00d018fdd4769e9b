"""What people say around a question and is no part of it: greetings, school, doubts, what they read somewhere, what they do not mean.

Each step takes words away or puts plain ones in their place, and leaves the rest of the text as it was typed.
"""

import re
from collections.abc import Sequence

from mmbot.matching.excluded import without_excluded
from mmbot.matching.index import Index
from mmbot.matching.lexicon import SURELY
from mmbot.matching.question_type import asked, is_verb
from mmbot.matching.tokens import Tokens
from mmbot.matching.words import Word, read_words

_PART = re.compile(r"[,;:.!?…\n]+(?=\s|$)|\b(?:ama|fakat)\b")
_ONESELF = "akl[iu]m|sinav|yazili|odev|merak|kafam|karist|unut|hatirla|selam|merhaba|kusura"  # how its words begin
# What only somebody says who speaks of himself or of school; what names nothing beside it is no part of the question.
_ASIDE = re.compile(
    rf"\b(?:{_ONESELF}|sunum|quiz|test(?:te|im|imiz)|nolur|yardim ed|el atin|rica ed|bilemed|bilmiyor|bilmem|netles|slm|okudu[mk]|duydu[mk]|gordum|"
    r"soruldu|sordular|dedem|babam|annem|(?:ogretmen|hoca)\w* (?:sord|dedi|soyl)|arkadas\w* (?:iddia|dedi|soyl|diyor))"
)
_ALIKE = 4  # letters that two forms of a word have in common
_MOST_ASIDE = 3  # known words beside it that name nothing
# What people say of themselves while they ask: “aklıma takıldı, bilmem, merak ettim, sınavda çıkar mı”.
_MIND = re.compile(rf"{_ONESELF}|takil|bilm[ei]|cikar|sor[aeu]|hocam|dersi|anlat|adi$")
# What somebody says who wants an answer, wherever it stands.
_FRAMES = re.compile(
    r"(?:\bbir |\bbi )?\b(?:hatirlayan|bilen|aciklayan|anlatan)(?: biri)? var mi(?:dir)?\b|"
    r"\byazar ?m[iu]s[iu]n(?:[iu]z)?\b|"
    r"\b(?:bi |bir )?arkada\w* iddiaya girdi[km]\b|^(?:hocam )?(?:cok )?ozur(?: dilerim)?(?: ama)?\b|\bdiye (?:duydu|okudu|okumustu|duymustu|ogrenmisti)[km]\b"
)
# Behind a statement, the wish to have it confirmed, in words that the kind of question does not know.
_CONFIRM = re.compile(
    r"(?:\b(?:(?:diye )?bil(?:iyor(?:du)?m)|san(?:iyor|mis|iyordu)\w*|zannediyor\w*|hatirliyorum) )?"
    r"\b(?:yanlis mi(?:y[iu][mz]| (?:bil|hatirl)\w+)?|dogru mu (?:bil|hatirl)\w+|yaniliyor mu\w+|haksiz mi\w+|"
    r"inan(?:ay|al)im mi|diyen birine ne (?:denir|dersin|demeli))$"
)
_CONFUSED = re.compile(r"\bile\b.+ (?:hep )?kar[iu]st(?:[iu]r\w+|[iu]\w*)$")
_CONFIRMED = ", doğru mu?"
_NOT_FOUND = re.compile(
    r"\b(?:ismini|adini|isimlerini|adlarini) (?:bulamadim|bulamiyorum|bilmiyorum|hatirlamiyorum|hatirlayamadim|unuttum)\b"
)
_WHO = " kimdi?"
# When nearly everything happened that is known here: it tells a question apart from no other.
_SETTING = re.compile(
    r"\b(?:kurtulus savasi|milli mucadele|istiklal (?:savasi|harbi))(?:['’]?n?[dt][ae]|(?:nin)? (?:sirasinda|doneminde|yillarinda|zamaninda|esnasinda))\b"
)


def without_chatter(index: Index, text: str) -> str:
    """*text* without what is said around the question: “valla aklıma takıldı, …”, “… diye okudum”, “Mondros'u değil …”.

    What is only to be confirmed (“… sanıyordum, yanlış mı biliyorum?”) ends with “doğru mu?” afterwards.
    """
    text = without_excluded(_in_plain_words(text))
    parts = [part for part in _PART.split(text) if part.strip()]
    if len(parts) < 2:
        return text
    if _is_contrasted(index, read_words(parts[-2]), read_words(parts[-1])):
        return parts[-1]
    kept = [
        part
        for place, part in enumerate(parts)
        if not _is_chatter(index, part) and not _is_confused(index, part, parts[place + 1 :])
    ]
    return ", ".join(kept) if kept else text


def without_setting(text: str) -> str:
    """*text* without “Kurtuluş Savaşı'nda”; empty where that is not said, or nothing is asked beside it."""
    tokens = Tokens(text)
    found = _SETTING.search(tokens.folded)
    left = tokens.without(found.start(), found.end()).strip() if found else ""
    return left if left and _asks(left) else ""


def _is_contrasted(index: Index, told: Sequence[Word], asked_of: Sequence[Word]) -> bool:
    """Whether what is *told* of one thing is asked of another: “Mdivani hastalıktan ayrıldı, (peki) Natsarenus niçin ayrıldı?”."""
    if not told or not is_verb(told[-1]) or asked(told).kind != "any" or asked(asked_of).kind == "any":
        return False
    first, second = ({word.folded[:_ALIKE] for word in words if _is_of_a_name(index, word)} for words in (told, asked_of))
    if not first or not second or first & second:
        return False
    common = {word.folded[:_ALIKE] for word in told} & {word.folded[:_ALIKE] for word in asked_of if len(word.folded) >= _ALIKE}
    return bool(common - first)


def _is_confused(index: Index, part: str, rest: Sequence[str]) -> bool:
    """Whether *part* only says which two things are mixed up, and the *rest* names the one that is asked about."""
    if not _CONFUSED.search(Tokens(part).folded):
        return False
    return any(_is_of_a_name(index, word) for other in rest for word in read_words(other))


def _is_chatter(index: Index, part: str) -> bool:
    words = read_words(part)
    if _is_aside(index, words):
        return True
    if any(_says_something(index, word) for word in words):
        return False
    want = asked(words)
    return want.kind == "any" and (not want.polar or any(_MIND.match(word.folded) for word in words))


def _is_aside(index: Index, words: Sequence[Word]) -> bool:
    """Whether somebody only speaks of himself in *words*: “nolur yardım edin yarın sunumum var”."""
    if not _ASIDE.search(" ".join(word.folded for word in words)):
        return False
    said = [word for word in words if not index.vocabulary.is_noise(word)]
    if any(word.folded.isdigit() or (word.capital and word.place > 0) or _is_of_a_name(index, word) for word in said):
        return False
    return asked(words).kind == "any" and sum(map(index.lexicon.knows, said)) <= _MOST_ASIDE


def _is_of_a_name(index: Index, word: Word) -> bool:
    return any(
        term in index.entries_with and not term.startswith("=") for term, sure in index.lexicon.resolve(word) if sure > SURELY
    )


def _says_something(index: Index, word: Word) -> bool:
    if word.folded.isdigit() or (word.capital and word.place > 0):
        return True
    return not index.vocabulary.is_noise(word) and not _MIND.match(word.folded) and index.lexicon.knows(word)


def _in_plain_words(text: str) -> str:
    """*text* with the frames of a question in the words that the rest of the program knows, or without them."""
    tokens = Tokens(text)
    for pattern, instead in ((_FRAMES, ""), (_NOT_FOUND, _WHO), (_CONFIRM, _CONFIRMED)):
        found = pattern.search(tokens.folded)
        if found:
            left = tokens.without(found.start(), found.end(), instead)
            tokens = Tokens(left) if instead or _asks(left) else tokens
    return tokens.text


def _asks(text: str) -> bool:
    """Whether a question is left: “o kitabın ismini bilen var mı?” is no more than that."""
    want = asked(read_words(text))
    return want.polar or want.kind != "any"
