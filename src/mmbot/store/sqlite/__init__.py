"""The records in one SQLite file, which several processes may use at once."""

from mmbot.store.sqlite.copies import backup, restore
from mmbot.store.sqlite.everything import SqliteRecords
from mmbot.store.sqlite.usage import in_use, read_note

__all__ = ["SqliteRecords", "backup", "in_use", "read_note", "restore"]
