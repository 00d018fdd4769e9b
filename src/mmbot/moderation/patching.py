"""What moderators have approved, as changes of the files in a repository: one for each revision, with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mmbot.knowledge.exchange import Folder, beside, file_of, is_edited, plain, state_mark, verified_claims
from mmbot.knowledge.patches import Change
from mmbot.knowledge.writing import to_yaml
from mmbot.model import Entry
from mmbot.moderation.proposals import Revision


@dataclass(slots=True)
class _Repository:
    """The files as they are after the changes so far."""

    folder: Folder
    prefix: str  # of the folder's files within the repository
    texts: dict[str, str | None] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)  # where each entry's file lies
    verified: set[str] = field(default_factory=set)
    marks: dict[str, str] = field(default_factory=dict)

    def now(self, file: str) -> str | None:
        """What stands in *file*."""
        if file not in self.texts:
            self.texts[file] = self.folder.text(file)
        return self.texts[file]

    def become(self, wanted: Mapping[str, str | None]) -> dict[str, tuple[str | None, str | None]]:
        """Give the files their *wanted* texts; returns old and new of those that changed, by path."""
        changed = {file: (self.now(file), text) for file, text in wanted.items() if self.now(file) != text}
        self.texts.update(wanted)
        return {self.prefix + file: texts for file, texts in changed.items()}

    def follow(self, revision: Revision, states: Sequence[Entry]) -> dict[str, tuple[str | None, str | None]]:
        """Make the files say what *revision* says, the newest of *states*; nothing where its entry's file does already."""
        entry = revision.entry
        wanted: dict[str, str | None] = {self.files[entry.id]: None} if entry.id in self.files else {}
        self.files.pop(entry.id, None)
        self.marks.pop(entry.id, None)
        if entry.facts:
            wanted[file_of(entry)] = to_yaml(entry)
            self.files[entry.id] = file_of(entry)
            self.marks[entry.id] = state_mark(states)
            self.verified |= verified_claims([entry])
        changed = self.become(wanted)
        return changed and changed | self.become(beside(self.verified, self.marks, self.folder))


def changes(
    folder: Folder, base: Mapping[str, Entry], revisions: Sequence[Revision], prefix: str, since: int = 0
) -> tuple[list[Change], list[str]]:
    """The changes that lead from the files in *folder* to the newest of *revisions* (all of them, by their ids); none up to *since*.

    *prefix* is the folder's path in its repository, with a slash at the end. Also the ids of entries whose files say what the database
    never knew: they are left out.
    """
    repository = _Repository(
        folder,
        prefix,
        files={entry.id: file_of(entry) for entry in folder.reading.entries},
        verified=set(folder.verified),
        marks=dict(folder.rests_on),
    )
    contained, edited = _contained(folder.entries, base, revisions)
    found = []
    states: dict[str, list[Entry]] = {}
    for revision in revisions:
        states.setdefault(revision.entry.id, []).insert(0, revision.entry)
        if revision.id > max(since, contained.get(revision.entry.id, 0)) and revision.entry.id not in edited:
            texts = repository.follow(revision, states[revision.entry.id])
            if texts:
                found.append(_change(revision, texts))
    return found, sorted(edited)


def _contained(
    files: Mapping[str, Entry], base: Mapping[str, Entry], revisions: Sequence[Revision]
) -> tuple[dict[str, int], set[str]]:
    """The id of the newest revision that each file says, and the entries whose files say something else."""
    contained: dict[str, int] = {}
    states: dict[str, list[Entry]] = {}
    for revision in revisions:
        state = plain(revision.entry)
        states.setdefault(state.id, []).append(state)
        if files.get(state.id) == state:
            contained[state.id] = revision.id
    return contained, {entry for entry, known in states.items() if is_edited(files.get(entry), base.get(entry), known)}


def _change(revision: Revision, texts: Mapping[str, tuple[str | None, str | None]]) -> Change:
    entry = revision.entry
    body = f"{revision.why}\n\nRevision {revision.number} of “{entry.title}” ({entry.id})."
    return Change(f"{entry.id}: {revision.why}", body, revision.at, texts)
