"""The knowledge on its way between a folder of files and a database: what is to be written, and what may overwrite what.

An entry here is as its file tells it: which citations are verified stands beside, in ``verified.json``. The states of an entry are those
that the database has had, the newest first. ``revisions.json`` says of each exported entry on which state its file rests, so that a file
that was edited since is told from one that is behind.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Literal

from mmbot.knowledge.faults import BadKnowledge, Fault
from mmbot.knowledge.files import Reading, read_folder
from mmbot.knowledge.loading import VERIFIED, fingerprint, mark_verified, read_verified, verified_text
from mmbot.knowledge.writing import to_yaml
from mmbot.model import Entry, Fact

RESTS_ON = "revisions.json"
States = Mapping[str, Sequence[Entry]]
Verdict = Literal["same", "take", "behind"]


def plain(entry: Entry) -> Entry:
    """*entry* as its file tells it."""
    return mark_verified(entry, ())


def file_of(entry: Entry) -> str:
    """Where the file of *entry* lies in the folder."""
    return f"{entry.kind}/{entry.id}.yaml"


def state_mark(states: Sequence[Entry]) -> str:
    """What identifies the newest of an entry's *states*, the newest first, in ``revisions.json``.

    A state that was left and come back to by an undo has another mark than before: what rests on the first does not contain the undo.
    """
    newest, *former = (plain(state) for state in states)
    times = 1 + sum(state == newest != later for later, state in pairwise([newest, *former]))
    return sha256(to_yaml(newest).encode()).hexdigest()[:12] + (f"-{times}" if times > 1 else "")


def verified_claims(entries: Iterable[Entry]) -> set[str]:
    """The fingerprints of the verified citations of *entries*."""
    return {fingerprint(c) for entry in entries for fact in entry.facts for c in fact.citations if c.verified}


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a folder of knowledge."""

    path: Path
    reading: Reading
    verified: frozenset[str]
    rests_on: Mapping[str, str]

    @property
    def entries(self) -> dict[str, Entry]:
        """By id."""
        return {entry.id: entry for entry in self.reading.entries}

    def text(self, file: str) -> str | None:
        """What stands in one of its files; None where there is none."""
        path = self.path / file
        return path.read_bytes().decode() if path.exists() else None


def read_exchange(path: Path) -> Folder:
    """What lies in the folder *path*, which need not exist. Raises BadKnowledge."""
    reading = read_folder(path)
    if reading.faults:
        raise BadKnowledge(reading.faults)
    return Folder(path, reading, read_verified(path), _read_rests_on(path / RESTS_ON))


def _read_rests_on(path: Path) -> Mapping[str, str]:
    if not path.exists():
        return {}
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {str(entry): str(mark) for entry, mark in read.items()}
    except (ValueError, AttributeError) as error:
        fault = Fault(RESTS_ON, 1, "file", f"is not what “export” wrote ({error})", "Take it from the last export, or delete it")
        raise BadKnowledge([fault]) from error


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export writes: *texts* by file (None: the file goes). *behind* are entries whose files were edited and stay as they are."""

    texts: dict[str, str | None] = field(default_factory=dict)
    behind: list[str] = field(default_factory=list)


def plan_export(folder: Folder, base: Mapping[str, Entry], states: States, newest: Mapping[str, Entry]) -> Plan:
    """What is to be written so that *folder* has the *newest* states of the database, and every other file in its canonical form.

    *base* is what the program comes with: it fills a folder without entries. *newest* has the verified citations marked.
    """
    plan, files = Plan(), folder.entries
    kept = {**(files or base)}
    for entry, state in newest.items():
        if is_edited(files.get(entry), base.get(entry), states[entry]):
            plan.behind.append(entry)
        else:
            kept[entry] = state
    plan.texts.update({file_of(file): None for file in files.values()})
    live = [entry for entry in kept.values() if entry.facts]
    plan.texts.update({file_of(entry): to_yaml(entry) for entry in live})
    verified = (folder.verified | verified_claims(live)) & {fingerprint(c) for e in live for f in e.facts for c in f.citations}
    marks = {entry.id: folder.rests_on[entry.id] for entry in live if entry.id in folder.rests_on}
    marks |= {
        entry: state_mark([state, *states[entry][1:]])
        for entry, state in newest.items()
        if entry not in plan.behind and state.facts
    }
    plan.texts.update(beside(verified, marks, folder))
    return plan


def beside(verified: Collection[str], marks: Mapping[str, str], folder: Folder) -> dict[str, str]:
    """The texts of the files beside the entries; none where there is nothing to tell and no file that tells otherwise."""
    texts = {}
    if verified or folder.verified:
        texts[VERIFIED] = verified_text(verified)
    if marks or folder.rests_on:
        texts[RESTS_ON] = json.dumps(dict(sorted(marks.items())), indent=0) + "\n"
    return texts


def is_edited(file: Entry | None, base: Entry | None, states: Sequence[Entry]) -> bool:
    """Whether the file says something that neither the program's files nor the database have ever said."""
    return file is not None and file not in states and (base is None or file != plain(base))


def judge(file: Entry, base: Entry | None, states: Sequence[Entry], mark: str | None, *, imported: bool) -> Verdict:
    """Whether *file* says the *same* as is live, is to be taken over, or is *behind* the newest state: then it would undo that.

    *mark* is what ``revisions.json`` says of it. *imported*: the newest state itself came from such a file, and not from a moderator.
    """
    if not states:
        return "same" if base is not None and file == plain(base) else "take"
    if file == states[0]:
        return "same"
    if mark == state_mark(states):
        return "take"
    return "take" if imported and is_edited(file, base, states) else "behind"


def told(before: Entry | None, after: Entry) -> Iterator[str]:
    """What taking *after* over would add and change, a line for the entry and one for each fact."""
    name = file_of(after)
    if before is None or not before.facts:
        yield f"add {name}: “{after.title}”, {len(after.facts)} facts"
        return
    changed = [each for each in ("kind", "title", "aliases") if getattr(before, each) != getattr(after, each)]
    yield f"change {name}" + (f": {', '.join(changed)}" if changed else "")
    old, new = ({fact.id: fact for fact in entry.facts} for entry in (plain(before), plain(after)))
    yield from (f"  + {fact.name}: {fact.says}" for fact in new.values() if fact.id not in old)
    yield from (
        f"  ~ {fact.name}: {', '.join(_changed(old[fact.id], fact))}" for fact in new.values() if fact != old.get(fact.id, fact)
    )
    yield from (f"  - {fact.name}: {fact.says}" for fact in old.values() if fact.id not in new)


def _changed(before: Fact, after: Fact) -> list[str]:
    return [each.name for each in fields(Fact) if getattr(before, each.name) != getattr(after, each.name)]
