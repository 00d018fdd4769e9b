"""What people type into a form, understood: texts, dates, kinds of question, numbers. What is not understood is refused with an example."""

import re
import unicodedata
from dataclasses import dataclass

from mmbot.dates import BadDate, HistoricDate, TypedDate, as_edtf, find_dates, parse_edtf
from mmbot.model import KINDS, Fact, Number
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.refusals import Unreadable
from mmbot.texts import QUESTION_FORMS
from mmbot.turkish import fold, lower, split_words

KIND_NAMES = dict(zip(KINDS, ("antlaşma", "kişi", "olay", "kuruluş", "kavram", "yer", "konferans", "belge"), strict=True))
_TYPES = (
    ("when", r"ne zaman|tarih\w*|hangi (?:gun|yil|tarih)\w*|when"), ("where", r"nere\w*|where"), ("who", r"kim\w*|who"),
    ("why", r"neden|nicin|niye|why"), ("how-many", r"kac|ne kadar|how many"), ("how", r"nasil|how"),
    ("list", r"hangileri|neler|liste\w*|list"), ("what", r"ne|nedir|tanim|what"),
)  # fmt: skip
_CLAUSE = re.compile(r"(\d{1,3})(?:\.|'?[iıuü]?nc[iıuü]) ?madde|(?:madde|clause)[ -](\d{1,3})")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)*) +(\D.*)")
_ISO_RANGE = re.compile(r"(?<!\d)(\d{1,2}|\d{4})\s?-\s?(\d{1,2}|\d{4})(?![\d-])")
_ISO_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SPAN = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})\s+(\D+\d{4})")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which questions a fact answers, and its typed values."""

    answers: tuple[str, ...] = ()
    date: HistoricDate | None = None
    number: Number | None = None


def tidy(text: str) -> str:
    """*text* in one line with the typography of the knowledge: “ ”, a straight apostrophe, a dash in ranges; invisible characters gone.

    >>> tidy(' Kars’ta "4-11 Eylül"  ')
    "Kars'ta “4–11 Eylül”"
    """
    straight = re.sub("[’‘ʼ`´]", "'", visible(text))  # noqa: RUF001
    quoted = re.sub(r'"([^"]*)"', r"“\1”", straight)
    dashed = quoted if _ISO_DATE.search(quoted) else _ISO_RANGE.sub(r"\1–\2", quoted)
    return " ".join(dashed.split())


def visible(text: str) -> str:
    """*text* in one line, without characters that nobody sees."""
    seen = (c for c in unicodedata.normalize("NFC", text) if c in "\n\t\r" or unicodedata.category(c) not in _INVISIBLE)
    return " ".join("".join(seen).split())


def sentence(text: str) -> str:
    """*text* tidied, ended with a full stop where it has no end."""
    tidied = tidy(text)
    return tidied + "." if tidied and tidied[-1] not in ".!?…”)" else tidied


def lines(text: str) -> tuple[str, ...]:
    """The lines of *text*, tidied, each once."""
    return tuple(dict.fromkeys(line for line in map(tidy, text.splitlines()) if line))


def read_date(text: str) -> HistoricDate | None:
    """The date that *text* is – 16 Mart 1921, 1921-03, 18–26 Nisan 1920, EDTF –, or None."""
    typed = text.strip()
    try:
        return parse_edtf(typed)
    except BadDate:
        pass
    span = _SPAN.fullmatch(typed)
    ends = (f"{span[1]} {span[3]}", f"{span[2]} {span[3]}") if span else tuple(re.split(r"\s+[-–]\s+", typed))
    found = [_only(find_dates(fold(end)), end) for end in ends]
    notations = [as_edtf(one) for one in found if one]
    if len(notations) != len(ends) or len(ends) > 2 or None in notations:
        return None
    try:
        return parse_edtf("/".join(filter(None, notations)))
    except BadDate:
        return None


def _only(found: list[TypedDate], text: str) -> TypedDate | None:
    """The one date of which *text* consists, suffixes aside."""
    folded = fold(text)
    return found[0] if len(found) == 1 and len(folded) - (found[0].end - found[0].start) <= 3 else None


def read_asked(text: str) -> Asked:
    """“ne zaman, 16 Mart 1921” · “kim” · “kaç, 71 gün” · “3. madde”. Raises Unreadable.

    >>> read_asked("ne zaman, 16 Mart 1921").date.edtf, read_asked("kaç; 71 gün").number, read_asked("3. madde, ne").answers
    ('1921-03-16', Number(value=71.0, unit='gün'), ('clause-3', 'what'))
    """
    answers: list[str] = []
    date: HistoricDate | None = None
    number: Number | None = None
    for part in filter(None, map(tidy, re.split(r"[;\n]|,(?!\d)", text))):
        kind = _kind(part)
        found = None if kind else read_date(part)
        counted = None if kind or found else _NUMBER.fullmatch(part)
        if kind:
            answers.append(kind)
        elif found:
            date = found
        elif counted:
            number = Number(float(counted[1].replace(".", "").replace(",", ".")), counted[2])
        else:
            raise Unreadable("asked", texts.NOT_ASKED.format(typed=part))
    return Asked(tuple(dict.fromkeys(answers)) or _answered_by(date, number), date, number)


def infer_asked(says: str) -> Asked:
    """What a sentence seems to answer of which nobody said so: when, where it tells just one day; else what."""
    days = {typed.as_date() for typed in find_dates(fold(says))} - {None}
    if len(days) == 1:
        return Asked(("when",), parse_edtf(str(days.pop())))
    return Asked(("what",))


def written_asked(fact: Fact) -> str:
    """What :func:`read_asked` would read for *fact*."""
    parts = [_asked_word(answer) for answer in fact.answers]
    if fact.date:
        spoken = read_date(str(fact.date))
        parts.append(str(fact.date) if spoken and spoken.edtf == fact.date.edtf else fact.date.edtf)
    if fact.number:
        parts.append(written_number(fact.number))
    return ", ".join(parts)


def written_number(number: Number) -> str:
    """A number with its unit: “71 gün”, “1,5 milyon”."""
    return f"{number.value:g}".replace(".", ",") + f" {number.unit}"


def read_number(text: str) -> Number:
    """The number that :func:`written_number` wrote. Raises Unreadable."""
    counted = _NUMBER.fullmatch(text.strip())
    if counted is None:
        raise Unreadable("number", texts.NO_NUMBER.format(typed=text))
    return Number(float(counted[1].replace(".", "").replace(",", ".")), counted[2])


def read_kind(text: str) -> str:
    """The kind of entry called *text*, in Turkish or as the files call it. Raises Unreadable."""
    words = split_words(text)
    for kind, name in KIND_NAMES.items():
        if words and words[0] in {kind, fold(name)}:
            return kind
    raise Unreadable("kind", texts.NO_KIND.format(typed=tidy(text), known=", ".join(KIND_NAMES.values())))


def _kind(part: str) -> str:
    clause = _CLAUSE.fullmatch(lower(part))
    if clause:
        return f"clause-{int(clause[1] or clause[2])}"
    folded = " ".join(split_words(part))
    return next((kind for kind, pattern in _TYPES if folded == kind.replace("-", " ") or re.fullmatch(pattern, folded)), "")


def _answered_by(date: HistoricDate | None, number: Number | None) -> tuple[str, ...]:
    return ("when",) if date else ("how-many",) if number else ()


def _asked_word(answer: str) -> str:
    return f"{answer.removeprefix('clause-')}. madde" if answer.startswith("clause-") else QUESTION_FORMS[answer]
