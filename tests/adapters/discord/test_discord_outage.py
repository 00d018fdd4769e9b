"""The database fails while people ask: they are answered from memory; what needs it is kindly refused."""

from pathlib import Path

from discord_world import World

from mmbot.desk.asking_texts import AWAY
from outages import locked

MOSCOW = "Moskova Antlaşması ne zaman imzalandı?"


async def test_people_are_answered_while_the_database_is_locked(world: World, tmp_path: Path) -> None:
    with locked(f"{tmp_path}/mmbot.db"):
        asked = await world.ayse.slash(world.channel, "sor", soru=MOSCOW)
        assert "16 Mart 1921" in asked.response.content
        follow_up = await world.ayse.click(asked.response, label="Nerede?")
        assert follow_up.response.content
        await world.ayse.send(world.channel, f"{world.mention} {MOSCOW}")
        assert "16 Mart 1921" in world.replies[-1].content
        refused = await world.murat.slash(world.channel, "unut")
        pressed = await world.murat.click(refused.response, custom_id=refused.response.components[0]["components"][0]["custom_id"])
        assert AWAY.tr in pressed.response.content.replace("\\", "")
