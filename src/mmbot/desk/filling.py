"""A form filled in step by step, in a private conversation, where the platform has no forms of its own.

What was given so far is a Draft, kept by the store: a restart in between loses nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from mmbot.desk import asking_texts
from mmbot.desk import filling_texts as texts
from mmbot.desk.desk import Desk, FormService, Noticed
from mmbot.desk.forms import fault, having_seen, present, taken
from mmbot.desk.presses import number_in, pressed, shortened
from mmbot.desk.records import Draft
from mmbot.desk.reply import Button, Field, Form, Reply, Rows, line
from mmbot.model import Visitor
from mmbot.rendering import Block
from mmbot.texts import Say
from mmbot.turkish import fold, lower

KEPT = timedelta(minutes=30)
EMPTIES = "-"  # typed to empty an optional field that has a value beforehand
SHOWN = "~shown"  # among the values: the field after whose answer something was shown that he has not gone on from yet
HELD = -2  # the step of a form that is whole, and waits for a choice
_NOT_ASKED = -1  # the step of a draft that was begun in a group: the first message in private is no value yet
_ORDERS: Mapping[str, Say] = {"back": texts.BACK, "skip": texts.SKIP, "cancel": texts.CANCEL, "go": texts.GO_ON}
_TYPED = {fold(word): order for order, say in _ORDERS.items() for word in (say.tr, say.en)}


def begin(desk: Desk, form: Form, visitor: Visitor) -> Reply:
    """Keep an empty draft of *form* and ask for its first field; elsewhere than in private, ask the visitor to come there."""
    service = desk.services.form(form.id)
    if service is None or not form.fields:
        return line(texts.GONE.to(visitor.language))
    given = {field.name: value for field in form.fields if (value := (form.values or {}).get(field.name))}
    draft = Draft(form.id, given, _beginning(form) if visitor.private else _NOT_ASKED, desk.clock() + KEPT)
    desk.records.drafts.put(visitor.person, draft)
    if not visitor.private:
        return line(texts.COME.to(visitor.language)).said_to_one()
    return _Filling(desk, service, form, draft, visitor).ask()


def hold(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Rows:
    """Keep the *values* of a whole form until *visitor* has chosen what becomes of them; the buttons to send, mend or drop it."""
    desk.records.drafts.put(visitor.person, Draft(form_id, values, HELD, desk.clock() + KEPT))
    ways = {"send": texts.SEND, "mend": texts.MEND, "cancel": texts.CANCEL}
    send, *others = (Button(say.to(visitor.language), pressed("fill", order)) for order, say in ways.items())
    return (send,), tuple(others)


def take(desk: Desk, text: str, visitor: Visitor) -> Reply | None:
    """Take *text* for what *visitor* was asked for; None where he fills in nothing."""
    draft = _draft_of(desk, visitor)
    filling = _open(desk, draft, visitor) if draft and draft.step != HELD else None
    if not isinstance(filling, _Filling):
        return filling
    if filling.draft.step == _NOT_ASKED:
        return filling.at(_beginning(filling.form))
    order = _TYPED.get(fold(text))
    if filling.shown:
        return filling.obey(order) if order in {"go", "back", "cancel"} else filling.show()
    return filling.obey(order) if order and order != "go" else filling.give(text)


def press(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A button of a form was pressed: ``<order or number of the choice>:<step>``.

    One of an earlier step asks for the present field again, as does any other order, such as “again”.
    """
    draft = _draft_of(desk, visitor)
    filling = _open(desk, draft, visitor) if draft else None
    if filling is None:
        return line(asking_texts.EXPIRED.to(visitor.language))
    if isinstance(filling, Reply):
        return filling
    order, _, step = typed.partition(":")
    if filling.draft.step == HELD:
        return filling.decide(order)
    if filling.draft.step == _NOT_ASKED:
        return filling.at(_beginning(filling.form))
    choices = () if filling.shown else filling.field.choices
    reply = filling.show() if filling.shown else filling.ask()
    if step in {"", str(filling.draft.step)}:
        if order in _ORDERS:
            reply = filling.obey(order)
        elif (number := number_in(order, digits=3)) is not None and number < len(choices):
            reply = filling.give(choices[number][0])
    return replace(reply, replaces=True)


def _draft_of(desk: Desk, visitor: Visitor) -> Draft | None:
    return desk.outage.spare(lambda: desk.records.drafts.get(visitor.person), None)


def _open(desk: Desk, draft: Draft, visitor: Visitor) -> "_Filling | Reply":
    """The form that *visitor* fills in; a reply where it cannot go on."""
    over = draft.until is not None and draft.until <= desk.clock()
    service = None if over else desk.services.form(draft.form)
    form = service.build(desk, draft.form, visitor) if service else None
    if service is None or form is None or not form.fields:
        desk.records.drafts.drop(visitor.person)
        return line((texts.EXPIRED if over else texts.GONE).to(visitor.language))
    return _Filling(desk, service, form, replace(draft, step=min(draft.step, len(form.fields) - 1)), visitor)


def _beginning(form: Form) -> int:
    """The step that *form* begins with."""
    return next((number for number, field in enumerate(form.fields) if field.name == form.begins), 0)


@dataclass(frozen=True, slots=True)
class _Filling:
    """A form that somebody fills in, at the step of its draft."""

    desk: Desk
    service: FormService
    form: Form
    draft: Draft
    visitor: Visitor

    @property
    def field(self) -> Field:
        return self.form.fields[max(self.draft.step, 0)]

    @property
    def value(self) -> str:
        """What stands in the field: given before, or there beforehand."""
        return self.draft.values.get(self.field.name, present(self.form, self.field))

    def say(self, text: Say, **values: object) -> str:
        return text.to(self.visitor.language, **values)

    def ask(self, why: str = "") -> Reply:
        """Ask for the field of this step; *why* tells what was wrong with the last answer."""
        return Reply(tuple(self._question(why)), self._buttons(), only_you=not self.visitor.private)

    @property
    def shown(self) -> bool:
        """Whether something was shown that he has not gone on from yet."""
        return SHOWN in self.draft.values

    @property
    def given(self) -> Mapping[str, str]:
        """What was given so far."""
        return {name: value for name, value in self.draft.values.items() if name != SHOWN}

    def at(self, step: int, values: Mapping[str, str] | None = None) -> Reply:
        """Go to *step*, keep the draft, ask – or show first what the values should be held against."""
        draft = Draft(self.draft.form, self.draft.values if values is None else values, step, self.desk.clock() + KEPT)
        self.desk.records.drafts.put(self.visitor.person, draft)
        there = replace(self, draft=draft)
        return there.show() if there.shown else there.ask()

    def show(self) -> Reply:
        """What was found beside the last answer, with the ways on."""
        field = self.draft.values[SHOWN]
        found = self._beside(field, self.given)
        if found is None:  # it is gone meanwhile
            return self.at(self.draft.step, self.given)
        step, go_on = self.draft.step, self.say(texts.GO_ON)
        orders = (Button(go_on, pressed("fill", "go", step)),), tuple(self._order(order) for order in ("back", "cancel"))
        hint = Block("hint", self.say(texts.CHOOSE_FIRST, go_on=lower(go_on)))
        return Reply((*found.blocks, hint), (*found.buttons, *orders), only_you=not self.visitor.private)

    def decide(self, order: str) -> Reply:
        """What becomes of a whole form that is held."""
        if order == "send":
            return replace(self._submit(self.draft.values), replaces=True)
        if order == "mend":
            given = {field.name: self.draft.values.get(field.name, "") for field in self.form.fields}
            return Reply(form=replace(self.form, values=given), only_you=not self.visitor.private)
        if order == "cancel":
            return replace(self.obey("cancel"), replaces=True)
        return line(self.say(asking_texts.EXPIRED))

    def obey(self, order: str) -> Reply:
        """Go back, skip the field or end, as far as this step allows it."""
        if order == "cancel":
            self.desk.records.drafts.drop(self.visitor.person)
            return line(self.say(texts.CANCELLED))
        if order == "go":
            field = self.draft.values.get(SHOWN, "")
            found = self._beside(field, self.given) if field else None
            return self.at(self.draft.step, having_seen(self.given, found.marks if found else ()))
        if order == "back":
            return self.at(max(self.draft.step - 1, 0), self.given)
        return self._accept(self.value)

    def give(self, text: str) -> Reply:
        """Take *text* as the value of the field."""
        empties = text.strip() == EMPTIES and not self.field.required
        return self._accept("" if empties else taken(self.field, text))

    def _accept(self, value: str) -> Reply:
        why = fault(self.field, value, self.visitor.language)
        if why:
            return self.ask(why)
        values = {**self.draft.values, self.field.name: value}
        if self.draft.step + 1 == len(self.form.fields):
            return self._submit(values)
        found = self._beside(self.field.name, values)
        return self.at(self.draft.step + 1, {**values, SHOWN: self.field.name} if found else values)

    def _beside(self, field: str, values: Mapping[str, str]) -> Noticed | None:
        """What *values*, the last of them in *field*, should be held against."""
        return self.service.look(self.desk, self.draft.form, field, values, self.visitor)

    def _submit(self, values: Mapping[str, str]) -> Reply:
        drafts, person = self.desk.records.drafts, self.visitor.person
        if not drafts.drop(person):  # the last answer came twice at the same moment: the other one is being submitted
            return line(self.say(texts.GONE))
        try:
            return self.service.submit(self.desk, self.draft.form, values, self.visitor)
        except Exception:
            drafts.put(person, self.draft)  # nothing typed is lost: the last answer can be given again
            raise

    def _question(self, why: str) -> Iterator[Block]:
        if why:
            yield Block("note", why)
        steps = {"step": self.draft.step + 1, "steps": len(self.form.fields)}
        yield Block("heading", self.say(texts.STEP, title=self.form.title, **steps))
        yield Block("answer", self.field.label)
        if self.field.hint:
            yield Block("hint", self.field.hint)
        if self.value:
            now = dict(self.field.choices).get(self.value, self.value)
            yield Block("hint", self.say(texts.NOW if self.field.required else texts.NOW_OPTIONAL, value=now, empties=EMPTIES))
        words = ", ".join(f"“{lower(self.say(_ORDERS[order]))}”" for order in self._orders())
        yield Block("hint", self.say(texts.CHOOSE if self.field.choices else texts.WORDS, words=words))

    def _orders(self) -> Iterator[str]:
        if self.draft.step > 0:
            yield "back"
        if self.value or not self.field.required:
            yield "skip"
        yield "cancel"

    def _buttons(self) -> Rows:
        step = self.draft.step
        choices = tuple((Button(shortened(label), pressed("fill", n, step)),) for n, (_, label) in enumerate(self.field.choices))
        if self.visitor.person.platform == "terminal":  # there, a typed number presses a button, and a value may be a number
            return choices
        return (*choices, tuple(self._order(order) for order in self._orders()))

    def _order(self, order: str) -> Button:
        return Button(self.say(_ORDERS[order]), pressed("fill", order, self.draft.step))
