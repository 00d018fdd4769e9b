"""The records in one SQLite file, which several processes may use at once."""

from mmbot.store.sqlite.copies import backup, restore
from mmbot.store.sqlite.everything import SqliteRecords
from mmbot.store.sqlite.migrations import steps_to_do

__all__ = ["SqliteRecords", "backup", "restore", "steps_to_do"]
