"""Buttons of the desk as Discord's components. All that a button means is in its id, so it works after every restart."""

import re
from collections.abc import Sequence

import discord
from discord.ui import Button as UiButton
from discord.ui import DynamicItem, Item, View

from mmbot.desk.reply import Button, Rows

LABEL = 80
ROWS = 5
IN_A_ROW = 5
# “mm:” and the press; a number stands before the colon where a message has the same press twice, for ids are unique in a message.
TEMPLATE = re.compile(r"mm(?P<twin>\d*):(?P<press>.+)", re.DOTALL)


class PressButton(DynamicItem[UiButton[View]], template=TEMPLATE):
    """A button whose press is told to the client as the event ``press``; discord.py recognises it by its id and keeps nothing of it."""

    def __init__(self, label: str, press: str, twin: str = "") -> None:
        super().__init__(UiButton(label=label, custom_id=f"mm{twin}:{press}"))
        self.press = press

    @classmethod
    async def from_custom_id(  # noqa: D102  discord.py's contract
        cls, _interaction: discord.Interaction, item: Item[View], match: re.Match[str], /
    ) -> "PressButton":
        return cls(getattr(item, "label", None) or "…", match["press"], match["twin"])

    async def callback(self, interaction: discord.Interaction) -> None:  # noqa: D102  discord.py's contract
        interaction.client.dispatch("press", interaction, self.press)


def view(rows: Rows) -> View:
    """*rows* (as many as fit into a message) as Discord shows them."""
    shown, taken = View(timeout=None), set[str]()
    for number, row in enumerate(arranged(rows)):
        for button in row:
            shown.add_item(_item(button, number, taken))
    return shown


def groups(rows: Rows) -> list[Rows]:
    """*rows* in portions that fit into one message each; nearly always one."""
    if sum(len(row) for row in rows) <= ROWS * IN_A_ROW:
        return [rows] if rows else []
    flat = [button for row in rows for button in row]
    most = ROWS * IN_A_ROW
    return [tuple((button,) for button in flat[start : start + most]) for start in range(0, len(flat), most)]


def arranged(rows: Rows) -> list[list[Button]]:
    """At most five rows of at most five buttons, in the same order; rows stay apart where there is room."""
    cut = [list(row[start : start + IN_A_ROW]) for row in rows for start in range(0, len(row), IN_A_ROW)]
    while len(cut) > ROWS:
        pairs = [number for number in range(len(cut) - 1) if len(cut[number]) + len(cut[number + 1]) <= IN_A_ROW]
        if not pairs:
            flat = [button for row in cut for button in row]
            return [flat[start : start + IN_A_ROW] for start in range(0, len(flat), IN_A_ROW)]
        # The shortest pair that stands lowest: what comes first stays alone in its row longest.
        at = min(pairs, key=lambda number: (len(cut[number]) + len(cut[number + 1]), -number))
        cut[at : at + 2] = [cut[at] + cut[at + 1]]
    return cut


def presses(components: Sequence[discord.Component]) -> list[str]:
    """What the buttons of a message carry, in order."""
    buttons = [child for row in components if isinstance(row, discord.ActionRow) for child in row.children]
    matches = (TEMPLATE.fullmatch(getattr(button, "custom_id", None) or "") for button in buttons)
    return [match["press"] for match in matches if match]


def _item(button: Button, row: int, taken: set[str]) -> UiButton[View] | PressButton:
    label = button.label.strip()[:LABEL] or "…"
    if button.url:
        return UiButton(label=label, url=button.url, row=row)
    twin = ""
    while f"mm{twin}:{button.press}" in taken:
        twin = str(int(twin or 1) + 1)
    taken.add(f"mm{twin}:{button.press}")
    item = PressButton(label, button.press, twin)
    item.row = row
    return item
