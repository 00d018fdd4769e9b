"""The knowledge that is answered from: the files, with every revision of the database over them.

At run time the database is the truth. A state without facts is that of an entry whose making was undone: it is not live.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from mmbot.knowledge.library import Library, make_library
from mmbot.matching.index import Index
from mmbot.matching.vocabulary import Vocabulary
from mmbot.matching.words import remembered
from mmbot.model import Entry
from mmbot.moderation.proposals import NEW, Revision
from mmbot.moderation.records import Revisions

TRIALS = 2  # kept: each is an index of the whole knowledge, some 3 MB beside what it has in common with the one that is live
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _State:
    """All of it as of the revision with the id *last*; replaced whole, so that nobody sees half of a change."""

    last: int
    entries: Mapping[str, Entry]  # also those without facts
    numbers: Mapping[str, int]
    library: Library
    index: Index


class Living:
    """Starts as the library *base* with the newest revisions over it, and goes on with what is revised here or in other processes.

    *learn* is given every library that takes the place of another from then on, with its index. *index* is that of *base* where it is at hand:
    without it, one is built, which takes seconds; after a change, only what was changed is read anew. Safe to call from any thread; those
    that build wait for each other, and nobody else for them.
    """

    def __init__(
        self,
        base: Library,
        vocabulary: Vocabulary,
        revisions: Revisions,
        learn: Callable[[Library, Index], None],
        index: Index | None = None,
    ) -> None:
        self._base = base
        self._vocabulary = vocabulary
        self._revisions = revisions
        self._learn = learn
        self._building = Lock()  # held while something is built
        self._lock = Lock()  # held for exchanging what was built: for no time; never waits for the other
        self._trials: list[tuple[Library, Entry, tuple[Library, Index]]] = []
        self._next: _State | None = None
        self._state = self._started(list(revisions.latest().values()), index)

    @property
    def library(self) -> Library:
        """What is answered from now."""
        return self._state.library

    @property
    def index(self) -> Index:
        """Its index."""
        return self._state.index

    def now(self) -> tuple[Library, Index]:
        """Both, of the same moment: for other threads than the one that exchanges them."""
        state = self._state
        return state.library, state.index

    def entry(self, entry: str) -> Entry | None:
        """The newest state of an entry, also one without facts; None where there never was one."""
        return self._state.entries.get(entry)

    def base(self, entry: str) -> Entry | None:
        """The entry as the files of the program have it."""
        return self._base.entries.get(entry)

    def number(self, entry: str) -> int:
        """The number of the revision that :meth:`entry` is; NEW (0) where it is as in the files, or unknown."""
        return self._state.numbers.get(entry, NEW)

    def catch_up(self) -> bool:
        """Learn what was revised since; False where nothing was, which costs one look into the database."""
        self.prepare()
        with self._lock:
            if self._next is None:
                return False
            self._state, self._next = self._next, None
            self._trials = []
            self._learn(self._state.library, self._state.index)
            return True

    def prepare(self) -> bool:
        """Build what :meth:`catch_up` will learn, so that it need not be waited for; False where nothing was revised.

        For a thread that answers nobody: the one that answers then only exchanges the libraries.
        """
        # The database is not asked inside the lock: who writes to it may be waiting for us in the middle of a transaction.
        found = self._revisions.since((self._next or self._state).last)
        if found:
            with self._building:
                state = self._next or self._state
                if news := [revision for revision in found if revision.id > state.last]:
                    made = self._revised(state, news)
                    with self._lock:
                        self._next = made
        return self._next is not None

    def trial(self, entry: Entry) -> tuple[Library, Index]:
        """The knowledge as it would be with *entry*, for a preview. The last ones are kept; the one that is approved goes live at once."""
        with self._building:
            state = self._state
            for library, tried, found in self._trials:
                if library is state.library and tried == entry:
                    return found
            library = self._with({**state.entries, entry.id: entry})
            made = (library, self._indexed(library, state.index))
            with self._lock:
                self._trials = [*self._trials, (state.library, entry, made)][-TRIALS:]
            return made

    def _started(self, newest: Sequence[Revision], index: Index | None) -> _State:
        base = self._base
        if not newest:
            return _State(0, base.entries, {}, base, index or self._indexed(base))
        differing = [each.entry.id for each in newest if base.entries.get(each.entry.id) not in (None, each.entry)]
        if differing:
            names = ", ".join(differing[:10]) + (" …" if len(differing) > 10 else "")
            log.info("entries that the database has otherwise than the program's files; the database counts: %s", names)
        entries = {**base.entries, **{revision.entry.id: revision.entry for revision in newest}}
        numbers = {revision.entry.id: revision.number for revision in newest}
        library = self._with(entries) if entries != base.entries else base
        prepared = index if index and library is base else self._indexed(library, index)
        return _State(max(revision.id for revision in newest), entries, numbers, library, prepared)

    def _revised(self, state: _State, news: Sequence[Revision]) -> _State:
        """*state* with the revisions *news* over it, oldest first."""
        entries = {**state.entries, **{revision.entry.id: revision.entry for revision in news}}
        numbers = {**state.numbers, **{revision.entry.id: revision.number for revision in news}}
        last = max(revision.id for revision in news)
        changed = {revision.entry.id for revision in news}
        if all(entries[entry] == state.entries.get(entry) for entry in changed):  # imported just as the files have it
            return _State(last, entries, numbers, state.library, state.index)
        for before, tried, (library, index) in self._trials:
            if before is state.library and changed == {tried.id} and entries[tried.id] == tried:
                return _State(last, entries, numbers, library, index)
        library = self._with(entries)
        return _State(last, entries, numbers, library, self._indexed(library, state.index))

    def _with(self, entries: Mapping[str, Entry]) -> Library:
        """A library of those that have facts, in the order in which their files would be read: so it is the same after an export."""
        live = (entry for entry in entries.values() if entry.facts)
        return make_library(sorted(live, key=lambda entry: (entry.kind, f"{entry.id}.yaml")), self._base.sources)

    def _indexed(self, library: Library, like: Index | None = None) -> Index:
        with remembered():
            return Index(library.entries.values(), self._vocabulary, like)
