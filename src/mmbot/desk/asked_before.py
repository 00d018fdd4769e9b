"""An unanswered question in a form: it is kept without Turkish letters, gets them back as far as they are known, and is to be checked."""

from dataclasses import replace

from mmbot.desk import unanswered_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.per_library import PerLibrary
from mmbot.desk.reply import Form
from mmbot.model import Language
from mmbot.moderation.spelling import Spelled, Spelling

HINT = 100  # characters of a hint in Discord
_QUESTIONS = "questions"
_spelling = PerLibrary(Spelling)


def with_question(desk: Desk, form: Form, folded: str, language: Language) -> Form:
    """*form* with the question *folded* in its field for questions, where it has one; its hint asks to look at the spelling."""
    spelled = _spelling(desk.answering.library).spell(folded)
    fields = tuple(replace(one, hint=_hint(spelled, language)) if one.name == _QUESTIONS else one for one in form.fields)
    if fields == form.fields or not spelled.text:
        return form
    return Form(form.id, form.title, fields, {**(form.values or {}), _QUESTIONS: spelled.text})


def _hint(spelled: Spelled, language: Language) -> str:
    if not spelled.unknown:
        return texts.CHECK_SPELLING.to(language)
    said = texts.CHECK_WORDS.to(language, words=", ".join(spelled.unknown))
    return said if len(said) <= HINT else f"{said[: HINT - 1]}…"
