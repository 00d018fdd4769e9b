"""Forms: opened at once, in parts, late, after a restart; and what was filled in."""

from collections.abc import Callable, Mapping

import pytest
from discord_world import World, labels, replying

from fakes import FakeClock, serve
from mmbot.adapters.discord_bot.forms import Forms, Opened, values_of
from mmbot.desk.asking_texts import EXPIRED
from mmbot.desk.desk import Desk, FormService
from mmbot.desk.reply import Field, Form, Reply, line
from mmbot.model import Visitor

KINDS = (("fact", "Bilgi"), ("question", "Soru biçimi"))
SHORT = Form(
    "propose:ABC",
    "Öneri",
    (Field("says", "Bilgi", "Kendi sözlerinizle", long=True), Field("page", "Sayfa", required=False, most=10, value="322")),
)
LONG = Form("long:ABC", "Uzun", tuple(Field(f"f{number}", f"Alan {number}") for number in range(12)))
CHOOSING = Form("choose:A", "Seç", (Field("kind", "Ne öneriyorsunuz?", choices=KINDS, value="question"), Field("text", "Metin")))

Submitted = list[tuple[str, dict[str, str], Visitor]]


def taking(desk: Desk, submit: Callable[[Desk, str, Mapping[str, str], Visitor], Reply]) -> None:
    """Let *desk* have these forms, and give what they bring to *submit*."""
    for form in (SHORT, LONG, CHOOSING):
        serve(desk, forms={form.id.partition(":")[0]: FormService(lambda _desk, _id, _visitor, form=form: form, submit)})


@pytest.fixture
def submitted(desk: Desk) -> Submitted:
    """What the desk is given to take."""
    found: Submitted = []

    def submit(_desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
        found.append((form_id, dict(values), visitor))
        return line("alındı").said_to_one()

    taking(desk, submit)
    return found


def controls(modal: Mapping[str, object]) -> list[dict[str, object]]:
    return [label["component"] for label in modal["components"]]


async def test_a_form_is_opened_at_once_and_taken(world: World, submitted: Submitted) -> None:
    replying(world.desk, Reply(form=SHORT))
    opened = await world.ayse.slash(world.channel, "gizlilik")
    assert opened.modal["title"] == "Öneri"
    assert world.bot.client._connection._view_store._modals == {}  # or every form that nobody sends off would stay in memory
    assert [label["label"] for label in opened.modal["components"]] == ["Bilgi", "Sayfa"]
    assert opened.modal["components"][0]["description"] == "Kendi sözlerinizle"
    assert [control.get("value") for control in controls(opened.modal)] == [None, "322"]
    done = await world.ayse.submit_modal(opened, {"says": "Bir şey", "page": ""})
    assert [(form, values) for form, values, _ in submitted] == [("propose:ABC", {"says": "Bir şey", "page": ""})]
    assert submitted[0][2].person.id == str(world.ayse.id)
    assert done.response.content == "alındı"
    assert done.ephemeral


async def test_a_form_is_taken_after_a_restart(world: World, submitted: Submitted) -> None:
    replying(world.desk, Reply(form=SHORT))
    opened = await world.ayse.slash(world.channel, "gizlilik")
    await world.restart()
    done = await world.ayse.submit_modal(opened, {"says": "x"})
    assert submitted[0][0] == "propose:ABC"
    assert done.response.content == "alındı"


async def test_what_can_be_chosen_is_a_menu(world: World, submitted: Submitted) -> None:
    replying(world.desk, Reply(form=CHOOSING))
    opened = await world.ayse.slash(world.channel, "gizlilik")
    menu = controls(opened.modal)[0]
    assert [(option["value"], option["label"], option.get("default", False)) for option in menu["options"]] == [
        ("fact", "Bilgi", False),
        ("question", "Soru biçimi", True),
    ]
    await world.ayse.submit_modal(opened, {"kind": ["fact"], "text": "a"})
    assert submitted[0][1] == {"kind": "fact", "text": "a"}


async def test_a_long_form_is_asked_in_parts_of_five(world: World, submitted: Submitted) -> None:
    replying(world.desk, Reply(form=LONG))
    shown = await world.ayse.slash(world.channel, "gizlilik")
    for part, fields in ((1, range(5)), (2, range(5, 10)), (3, range(10, 12))):
        assert [control["custom_id"] for control in controls(shown.modal)] == [f"f{number}" for number in fields]
        done = await world.ayse.submit_modal(shown, {f"f{number}": f"v{number}" for number in fields})
        if part < 3:
            assert done.response.content.startswith(f"{part}/3. bölüm")
            assert done.ephemeral
            shown = await world.ayse.click(done.response, label="Devam et")
    assert submitted[0][:2] == ("long:ABC", {f"f{number}": f"v{number}" for number in range(12)})
    assert done.response.content == "alındı"


async def test_a_part_may_be_sent_off_again(world: World) -> None:
    replying(world.desk, Reply(form=LONG))
    shown = await world.ayse.slash(world.channel, "gizlilik")
    done = await world.ayse.submit_modal(shown, {f"f{number}": "a" for number in range(5)})
    for _ in range(2):
        again = await world.ayse.click(done.response, label="Devam et")
        assert controls(again.modal)[0]["custom_id"] == "f5"


async def test_a_form_with_words_waits_behind_a_button_that_only_its_reader_opens(world: World) -> None:
    replying(world.desk, Reply(line("Önce okuyun").blocks, form=SHORT))
    shown = await world.ayse.slash(world.channel, "gizlilik")
    assert shown.response.content == "Önce okuyun"
    assert labels(shown.response) == ["Formu aç"]
    stranger = await world.murat.click(shown.response, label="Formu aç")
    assert stranger.response.content == EXPIRED.tr
    assert stranger.ephemeral
    assert (await world.ayse.click(shown.response, label="Formu aç")).modal


async def test_a_form_that_comes_too_late_to_be_opened_waits_behind_a_button(world: World) -> None:
    replying(world.desk, Reply(form=SHORT))
    gate = world.hold()
    shown = await world.ayse.slash(world.channel, "gizlilik")
    assert shown.deferred
    gate.set()
    await world.env.settle()
    assert shown.modal is None
    assert "Öneri" in shown.response.content
    assert (await world.ayse.click(shown.response, label="Formu aç")).modal["title"] == "Öneri"


async def test_a_form_after_a_form_waits_behind_a_button(world: World) -> None:
    replying(world.desk, Reply(form=SHORT))
    taking(world.desk, lambda *_: Reply(line("Sayfa yok").blocks, form=SHORT))
    opened = await world.ayse.slash(world.channel, "gizlilik")
    refused = await world.ayse.submit_modal(opened, {"says": "a"})
    assert refused.response.content == "Sayfa yok"
    assert (await world.ayse.click(refused.response, label="Formu aç")).modal


async def test_a_half_filled_form_and_its_button_are_gone_after_a_restart_and_say_so(world: World) -> None:
    replying(world.desk, Reply(form=LONG))
    shown = await world.ayse.slash(world.channel, "gizlilik")
    done = await world.ayse.submit_modal(shown, {f"f{number}": "a" for number in range(5)})
    second = await world.ayse.click(done.response, label="Devam et")
    await world.restart()
    assert (await world.ayse.click(done.response, label="Devam et")).response.content == EXPIRED.tr
    late = await world.ayse.submit_modal(second, {f"f{number}": "a" for number in range(5, 10)})
    assert late.response.content == EXPIRED.tr


async def test_a_slow_form_is_waited_for(world: World, submitted: Submitted) -> None:
    replying(world.desk, Reply(form=SHORT))
    opened = await world.ayse.slash(world.channel, "gizlilik")
    gate = world.hold()
    done = await world.ayse.submit_modal(opened, {"says": "a"})
    assert done.deferred
    gate.set()
    await world.env.settle()
    assert done.response.content == "alındı"
    assert len(submitted) == 1


async def test_every_field_takes_anything(world: World, submitted: Submitted) -> None:
    replying(world.desk, Reply(form=SHORT))
    for odd in ("<b>", "@everyone", "\u202e", "```", "ı" * 400, "%s", "\\", "'; DROP TABLE x;--", "a\u0301" * 50, "👨‍👩‍👧‍👦"):
        opened = await world.ayse.slash(world.channel, "gizlilik")
        await world.ayse.submit_modal(opened, {"says": odd})
        assert submitted[-1][1]["says"] == odd


async def test_a_form_that_the_desk_does_not_know_is_not_taken(world: World) -> None:
    replying(world.desk, Reply(form=Form("nothing:X", "Yok", (Field("a", "A"),))))
    opened = await world.ayse.slash(world.channel, "gizlilik")
    done = await world.ayse.submit_modal(opened, {"a": "b"})
    assert done.response.content == EXPIRED.tr


async def test_labels_titles_and_values_keep_to_the_limits(world: World) -> None:
    field = Field("a", "ı" * 60, "ı" * 120, most=9000, value="ı" * 9000)
    many = Field("b", "b", choices=tuple((str(number), f"seçenek {number}") for number in range(40)))
    wide = Field("c", "c", choices=(("x" * 120, "ı" * 120),))
    replying(world.desk, Reply(form=Form("wide:X", "ı" * 60, (field, many, wide))))
    opened = await world.ayse.slash(world.channel, "gizlilik")
    text, typed, menu = controls(opened.modal)
    assert len(opened.modal["title"]) == len(opened.modal["components"][0]["label"]) == 45
    assert len(text["value"]) == text["max_length"] == 4000
    assert typed["type"] == 4
    assert len(menu["options"][0]["label"]) == 100


def test_a_form_is_kept_for_half_an_hour(clock: FakeClock) -> None:
    forms = Forms(clock)
    name = forms.keep(Opened(SHORT, "1"))
    clock.advance(minutes=29)
    assert forms.find(name, "1")
    clock.advance(minutes=1)
    assert forms.find(name, "1") is None
    forms.keep(Opened(SHORT, "1"))
    assert len(forms._kept) == 1


def test_only_so_many_forms_are_kept(clock: FakeClock) -> None:
    forms = Forms(clock)
    first = forms.keep(Opened(SHORT, "1"))
    last = [forms.keep(Opened(SHORT, "1")) for _ in range(500)][-1]
    assert forms.find(first, "1") is None
    assert forms.find(last, "1")
    assert forms.find(last, "2") is None


def test_odd_submissions_are_read() -> None:
    components = [
        {"type": 1, "components": [{"type": 4, "custom_id": "a", "value": "x"}]},
        {"type": 18, "component": {"type": 3, "custom_id": "b", "values": []}},
        {"type": 10},
        {"type": 18, "component": {"type": 3, "custom_id": "c", "values": ["y", "z"]}},
    ]
    assert values_of(components) == {"a": "x", "b": "", "c": "y"}
