"""Entries as they are kept between two runs: each as bytes until it is looked at, for one question needs few of them."""

import pickle
from collections.abc import Iterator, Mapping

from mmbot.model import Entry


class KeptEntries(Mapping[str, Entry]):
    """*entries* by id, in their order. Once it was pickled and loaded, it makes each of them when it is asked for; always the same one.

    Only for our own file in a folder that nobody else can write to: it is made of pickles.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._bytes = {name: pickle.dumps(entry, protocol=pickle.HIGHEST_PROTOCOL) for name, entry in entries.items()}
        self._made: dict[str, Entry] = {}

    def __getstate__(self) -> dict[str, bytes]:
        """The bytes alone."""
        return self._bytes

    def __setstate__(self, kept: dict[str, bytes]) -> None:
        """Take the bytes back."""
        self._bytes, self._made = kept, {}

    def __getitem__(self, name: str) -> Entry:
        found = self._made.get(name)
        if found is None:  # two threads may make it at once; the first one is then the entry for both
            found = self._made.setdefault(name, pickle.loads(self._bytes[name]))  # noqa: S301  see the class's docstring
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._bytes

    def __iter__(self) -> Iterator[str]:
        return iter(self._bytes)

    def __len__(self) -> int:
        return len(self._bytes)
