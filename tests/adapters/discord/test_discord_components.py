import pytest

from mmbot.adapters.discord_bot.components import TEMPLATE, arranged, view
from mmbot.adapters.discord_bot.places import read_place
from mmbot.desk.reply import Button, Rows


def rows(*lengths: int) -> Rows:
    return tuple(
        tuple(Button(f"{row}.{number}", f"x:{row}.{number}") for number in range(length)) for row, length in enumerate(lengths)
    )


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param((1, 1, 1), [1, 1, 1], id="as-they-are"),
        pytest.param((7,), [5, 2], id="too-long-a-row"),
        pytest.param((1, 1, 1, 1, 1, 2), [1, 1, 1, 2, 2], id="one-row-too-many"),
        pytest.param((1,) * 9, [1, 2, 2, 2, 2], id="many-choices"),
        pytest.param((1,) * 25, [5, 5, 5, 5, 5], id="as-many-as-there-can-be"),
        pytest.param((4, 4, 4, 4, 4, 4), [5, 5, 5, 5, 4], id="rows-that-cannot-be-joined"),
    ],
)
def test_buttons_are_regrouped_into_five_rows_of_five_in_order(given: tuple[int, ...], shown: list[int]) -> None:
    found = arranged(rows(*given))
    assert [len(row) for row in found] == shown
    assert [button for row in found for button in row] == [button for row in rows(*given) for button in row]


async def test_ids_are_unique_in_a_message_and_carry_the_press() -> None:
    twice = ((Button("a", "fact:X"), Button("b", "fact:X")), (Button("c", "fact:X"),))
    ids = [item.custom_id for item in view(twice).children]
    assert len(set(ids)) == 3
    assert {TEMPLATE.fullmatch(one)["press"] for one in ids} == {"fact:X"}


async def test_labels_and_ids_keep_to_the_limits() -> None:
    (item, nameless, link) = view((
        (Button("ı" * 90, "x:" + "a" * 62), Button(" ", "y:1"), Button("site", url="https://a.b")),
    )).children
    assert len(item.item.label) == 80
    assert len(item.custom_id) <= 100
    assert nameless.item.label
    assert link.url == "https://a.b"


@pytest.mark.parametrize(
    "place",
    ["", "telegram:7", "discord:", "discord:@", "discord:x", "discord:7:8", "discord:07", "discord:\u0667", "discord:" + "9" * 30],
)
def test_what_is_no_place_of_discord(place: str) -> None:
    assert read_place(place) is None
