"""Entries as they are kept between two runs: each as bytes until it is looked at, for one question needs few of them."""

import pickle
from collections.abc import Iterator, Mapping
from threading import Lock

from mmbot.model import Entry


class KeptEntries(Mapping[str, Entry]):
    """*entries* by id, in their order. Once it was pickled and loaded, it makes each of them when it is asked for; always the same one.

    Only for our own file in a folder that nobody else can write to: it is made of pickles.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._kept: dict[str, Entry | bytes] = dict(entries)
        self._making = Lock()

    def __getstate__(self) -> dict[str, bytes]:
        """Each entry as bytes."""
        return {name: kept if isinstance(kept, bytes) else _bytes(kept) for name, kept in self._kept.items()}

    def __setstate__(self, kept: dict[str, bytes]) -> None:
        """Take the bytes back."""
        self._kept, self._making = {**kept}, Lock()

    def __getitem__(self, name: str) -> Entry:
        found = self._kept[name]
        return self._made(name) if isinstance(found, bytes) else found

    def _made(self, name: str) -> Entry:
        with self._making:  # two threads that want an entry at once get the same one; its bytes are given back
            found = self._kept[name]
            if isinstance(found, bytes):
                found = self._kept[name] = _entry(found)
            return found

    def __contains__(self, name: object) -> bool:
        return name in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _bytes(entry: Entry) -> bytes:
    return pickle.dumps(entry, protocol=pickle.HIGHEST_PROTOCOL)


def _entry(kept: bytes) -> Entry:
    found: Entry = pickle.loads(kept)  # noqa: S301  see the class's docstring
    return found
