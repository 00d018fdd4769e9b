"""Messages that are about the last answer or about nothing: “kaynak?”, “emin misin?”, “yanlış”, “evet”, and rude ones.

Only where every word is one of these is a message taken for small talk; one word of matter makes it a question.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mmbot.desk import asking, feedback, sources
from mmbot.desk import small_talk_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.presses import token
from mmbot.desk.reply import Reply, line
from mmbot.model import Question, Visitor
from mmbot.turkish import split_words

LONGEST = 60  # characters


class _Kind(NamedTuple):
    """*telling*: one of these is there; *besides*: what else may be there. All folded."""

    telling: frozenset[str]
    besides: frozenset[str]


def _kind(telling: str, besides: str) -> _Kind:
    return _Kind(frozenset(telling.split()), frozenset(besides.split()) | _FILLING)


_FILLING = frozenset({
    "bot",
    "mmbot",
    "ya",
    "yaa",
    "be",
    "bir",
    "ama",
    "cok",
    "de",
    "da",
    "ve",
    "hocam",
    "dostum",
    "abi",
    "lutfen",
    "please",
})
# The first that fits. Greetings and thanks are returned by the answering itself.
_KINDS: Mapping[str, _Kind] = {
    "rude": _kind(
        "aptal aptalsin salak salaksin gerizekali zekali ahmak sacma sacmalik sacmalama sacmaliyorsun berbat berbatsin rezalet yaramaz yaramiyorsun "
        "yaramazsin bok boktan siktir amk aq stupid dumb idiot useless",
        "sen bu ne lan hic ise geri misin git defol are you so this is",
    ),
    "source": _kind(
        "kaynak kaynagi kaynagin kaynaklar kaynaklari kaynaklarin kaynakca dayanak dayanagi kanit kaniti ispat ispatla emin eminmisin dogru dogrumu biliyorsun "
        "source sources sure",
        "ne nedir neler hangi goster ver bunun bunu bunlar bu misin mi mu nereden bana peki bundan your the what is are you",
    ),
    "wrong": _kind(
        "yanlis yanlissin hatali hata yalan uydurma uyduruyorsun salliyorsun wrong incorrect",
        "bu lan bence var mi sen yanit yaniti cevap cevabi bilgi o hayir no it is that this",
    ),
    "cancelled": _kind("iptal vazgectim vazgec cancel", "et edelim tamam bunu oneriyi formu please it"),
    "agreed": _kind(
        "evet hayir olur iyi hmm hm hmmm aha haha hahaha lol aynen yes no yok hadi",
        "o zaman oldu bunu artik bence tamam ok okay peki",
    ),
}  # fmt: skip
_NO = frozenset({"hayir", "no", "yok"})
_PHRASES = {"how do you know": "source", "are you sure": "source", "you are wrong": "wrong"}


def small_talk(desk: Desk, text: str, visitor: Visitor) -> Reply | None:
    """What is said to a message that is about the last answer, or nothing; None where it may be a question."""
    kind = kind_of(text)
    if kind is None:
        return None
    offered = desk.answering.offered(_place(visitor))
    if kind == "agreed" and offered and _NO.isdisjoint(split_words(text)):
        # Of one question that was offered, “evet” takes it: that is the answering's.
        return None if len(offered) == 1 else line(texts.WHICH_ONE.to(visitor.language))
    return _REPLIES[kind](desk, visitor)


def kind_of(text: str) -> str | None:
    """Which kind of small talk *text* is wholly.

    >>> kind_of("Bu yanlış!"), kind_of("Yanlış tarih veren makale hangisi?"), kind_of("kaynağın ne?")
    ('wrong', None, 'source')
    """
    if len(text) > LONGEST:
        return None
    words = split_words(text)
    phrase = _PHRASES.get(" ".join(words))
    if phrase:
        return phrase
    said = frozenset(words)
    return next((name for name, kind in _KINDS.items() if said & kind.telling and said <= kind.telling | kind.besides), None)


def _source(desk: Desk, visitor: Visitor) -> Reply:
    told = desk.answering.told(_place(visitor))
    return asking.show_source(desk, token(told), visitor) if told else sources.show_sources(desk, "", visitor)


def _wrong(desk: Desk, visitor: Visitor) -> Reply:
    told = desk.answering.told(_place(visitor))
    return feedback.report(desk, token(told), visitor) if told else line(texts.SORRY.to(visitor.language))


def _place(visitor: Visitor) -> Question:
    return Question("", visitor.person, visitor.place)


_REPLIES: Mapping[str, Callable[[Desk, Visitor], Reply]] = {
    "rude": lambda _desk, visitor: line(texts.SORRY.to(visitor.language)),
    "source": _source,
    "wrong": _wrong,
    "cancelled": lambda _desk, visitor: line(texts.NOTHING_BEGUN.to(visitor.language)),
    "agreed": lambda _desk, visitor: line(texts.FINE.to(visitor.language)),
}
