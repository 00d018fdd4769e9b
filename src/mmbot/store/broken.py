"""The errors of every store."""

from mmbot.desk.records import NotKept


class StoreBroken(NotKept):
    """The store cannot be used, or what was to be written is not written: which thing, what is wrong, what to do, in that order."""


class StoreAway(StoreBroken):
    """The store cannot be reached at the moment; the same may go well later, without anybody's doing."""
