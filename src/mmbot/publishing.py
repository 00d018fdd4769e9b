"""The commands that carry the knowledge between the database and its public files: ``export`` and ``import``."""

import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mmbot.app import knowledge_folder
from mmbot.config import Settings
from mmbot.knowledge.check import check
from mmbot.knowledge.exchange import RESTS_ON, Folder, judge, plain, plan_export, read_exchange, told, verified_claims
from mmbot.knowledge.flaws import flaws
from mmbot.knowledge.library import Library
from mmbot.knowledge.loading import VERIFIED, load_library, mark_verified
from mmbot.knowledge.patches import mail
from mmbot.model import Clock, Entry
from mmbot.moderation.patching import changes
from mmbot.moderation.proposals import Revision
from mmbot.store.address import MEMORY, is_postgres, sqlite_path
from mmbot.store.opening import open_records
from mmbot.store.tables.everything import StoredRecords

IMPORT = "import"  # why a revision was made that came from the files; nobody made it


class CannotPublish(Exception):
    """The command cannot be carried out as given; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _History:
    """What the database has of the entries: *revisions* by id; by entry, the states as files tell them and the newest revision."""

    revisions: Sequence[Revision]
    states: Mapping[str, Sequence[Entry]]
    newest: Mapping[str, Revision]


def _history(revisions: Sequence[Revision]) -> _History:
    states: dict[str, list[Entry]] = {}
    for revision in revisions:
        states.setdefault(revision.entry.id, []).insert(0, plain(revision.entry))
    return _History(revisions, states, {revision.entry.id: revision for revision in revisions})


@contextmanager
def _records(settings: Settings, *, make: bool) -> Iterator[StoredRecords]:
    """The database; where there is no file and none is to be made, an empty one."""
    url = settings.database_url
    path = MEMORY if is_postgres(url) else sqlite_path(url)
    if not make and path != MEMORY and not Path(path).exists():
        print(f"no database at {path}: nothing has been approved", file=sys.stderr)
        url = f"sqlite:///{MEMORY}"
    records = open_records(url)
    try:
        yield records
    finally:
        records.close()


def export(settings: Settings, to: Path | None, *, since: int = 0, own: Path | None = None) -> bool:
    """Write what is live to the folder *to*, the program's own unless given; only what was revised after *since* where that is given.

    *own* is the knowledge of the program, the embedded one unless given. False where files say what the database never knew: they
    keep it, and are named. Raises CannotPublish, BadKnowledge, StoreBroken.
    """
    own = own or knowledge_folder()
    target = _target(to, own)
    with _records(settings, make=False) as records:
        history = _history(records.revisions.since(0))
    newest = {entry: revision.entry for entry, revision in history.newest.items() if revision.id > since}
    base = load_library(own).entries
    with _usable("--to", target):
        folder = read_exchange(target)
        plan = plan_export(folder, base, history.states, newest)
        texts = {file: text for file, text in plan.texts.items() if not since or "/" not in file or Path(file).stem in newest}
        _say_edited(plan.behind)
        target.mkdir(parents=True, exist_ok=True)
        if not folder.entries:
            _copy_others(own, target)
        written = [_write(target / file, text) for file, text in sorted(texts.items())]
    files = sum(text is not None for file, text in texts.items() if "/" in file)
    print(f"{target}: {files} entries, {sum(written)} files written or removed, revision {_last(history)}")
    return not plan.behind


def export_patches(settings: Settings, to: Path | None, patches: Path, *, since: int = 0, own: Path | None = None) -> bool:
    """Write a mail for ``git am`` into the new folder *patches* for each revision after *since* that the files in *to* do not have yet.

    False where files say what the database never knew: their entries are left out, and named. *own* and what it raises: as in :func:`export`.
    """
    own = own or knowledge_folder()
    target = _target(to, own)
    with _usable("--patches", patches):
        patches.mkdir(parents=True, exist_ok=True)
        if any(patches.iterdir()):
            raise CannotPublish(f"--patches: {patches} is not empty. Give a new folder, so that old patches are not applied again.")
    with _records(settings, make=False) as records:
        revisions = records.revisions.since(0)
    found, edited = changes(read_exchange(target), load_library(own).entries, revisions, _within_repository(target), since)
    with _usable("--patches", patches):
        for number, change in enumerate(found, 1):
            _write(patches / f"{number:04}-{change.subject.split(':')[0]}.patch", mail(change, number, len(found)))
    _say_edited(edited)
    print(
        f"{patches}: {len(found)} patches, to revision {revisions[-1].id if revisions else 0}. In the repository: git am {patches}/*.patch"
    )
    return not edited


def import_(settings: Settings, clock: Clock, folder: Path | None, *, dry_run: bool, own: Path | None = None) -> bool:
    """Make revisions of what the files in *folder* (the program's own unless given) say otherwise than what is live; tell it a line a thing.

    False where files have faults, and then nothing is written, and where entries were refused for being behind the database: these
    are named, the others are taken over. *own*: as in :func:`export`. Raises CannotPublish, BadKnowledge, StoreBroken.
    """
    own = own or knowledge_folder()
    path = folder or own
    if not path.is_dir():
        raise CannotPublish(f"{path} is no folder. Give the folder that holds sources.json and the entries.")
    if faults := check(path).faults:
        print(*faults, sep="\n", file=sys.stderr)
        return False
    files, base = read_exchange(path), load_library(own)
    with _records(settings, make=not dry_run) as records, records.together():  # nobody approves anything meanwhile
        history = _history(records.revisions.since(0))
        taken, refused = _judged(files, base, history)
        if not _fits(taken, base, history):
            return False
        for before, after in taken:
            print(*told(before, after), sep="\n")
            if not dry_run:
                records.revisions.append(after, records.revisions.number(after.id), None, clock(), IMPORT)
    _say_refused([history.newest[entry] for entry in refused])
    added = sum(before is None for before, _ in taken)
    same = len(files.entries) - len(taken) - len(refused)
    print(f"{'would be ' if dry_run else ''}added {added}, changed {len(taken) - added}; as before {same}; refused {len(refused)}")
    return not refused


def _judged(files: Folder, base: Library, history: _History) -> tuple[list[tuple[Entry | None, Entry]], list[str]]:
    """The entries to take over, each with its live state (None: new), and the ids of those that are behind."""
    taken: list[tuple[Entry | None, Entry]] = []
    refused = []
    for entry, file in files.entries.items():
        newest = history.newest.get(entry)
        imported = newest is not None and (newest.why, newest.by, newest.proposal) == (IMPORT, None, None)
        verdict = judge(file, base.entries.get(entry), history.states.get(entry, ()), files.rests_on.get(entry), imported=imported)
        live = newest.entry if newest else base.entries.get(entry)
        if verdict == "behind":
            refused.append(entry)
        elif verdict == "take":
            known = files.verified | verified_claims([live] if live else [])
            taken.append((live, mark_verified(file, known)))
    return taken, refused


def _fits(taken: Sequence[tuple[Entry | None, Entry]], base: Library, history: _History) -> bool:
    """Whether the entries *taken* agree with what is live besides them; what does not is told."""
    live = {**base.entries, **{entry: revision.entry for entry, revision in history.newest.items()}}
    after = {**live, **{entry.id: entry for _, entry in taken}}
    before = set(flaws([entry for entry in live.values() if entry.facts], base.sources))
    found = [flaw for flaw in flaws([entry for entry in after.values() if entry.facts], base.sources) if flaw not in before]
    for flaw in found:
        print(f"{flaw.name}.{flaw.field}: {flaw.wrong.en}. {flaw.remedy.en}.", file=sys.stderr)
    return not found


@contextmanager
def _usable(option: str, folder: Path) -> Iterator[None]:
    """What the operating system refuses within *folder*, which *option* has named, is told as one line."""
    try:
        yield
    except OSError as error:
        path = error.filename or folder
        raise CannotPublish(
            f"{option}: {path} cannot be used ({error.strerror}). Give a folder that the user may write."
        ) from error


def _target(to: Path | None, own: Path) -> Path:
    if to is None and own.name == "_knowledge":  # inside the installed package, where nobody looks for it
        raise CannotPublish("say where to: --to DIR, the folder “knowledge” of a clone of the repository, or a new one.")
    if to is not None and to.exists() and not to.is_dir():
        raise CannotPublish(f"--to: {to} is no folder. Give the folder “knowledge” of a clone of the repository, or a new one.")
    return to or own


def _last(history: _History) -> int:
    return history.revisions[-1].id if history.revisions else 0


def _say_edited(entries: Sequence[str]) -> None:
    for entry in entries:
        print(f"left {entry} as it is: its file says what the database never knew. Run “mmbot import” first.", file=sys.stderr)


def _say_refused(newest: Sequence[Revision]) -> None:
    for revision in newest:
        wrong = f"revision {revision.number} ({revision.why}) is not contained in its file"
        print(
            f"refused {revision.entry.id}: {wrong}. Export it into this folder first, or edit the exported file.", file=sys.stderr
        )


def _copy_others(own: Path, target: Path) -> None:
    """A new folder gets what stands beside the entries too, so that it can be checked and imported."""
    for path in sorted(own.iterdir()):
        if path.is_file() and path.name not in {VERIFIED, RESTS_ON} and not (target / path.name).exists():
            shutil.copyfile(path, target / path.name)


def _write(path: Path, text: str | None) -> bool:
    """Make *path* say *text*, or go where that is None; False where it is so already. It is there whole or not at all."""
    before = path.read_bytes() if path.exists() else None
    content = None if text is None else text.encode()
    if before == content:
        return False
    if content is None:
        path.unlink()
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return True


def _within_repository(target: Path) -> str:
    """The path of *target* from the top of its Git repository, with a slash at its end; its name where there is no repository."""
    folder = target.absolute()
    top = next((parent for parent in folder.parents if (parent / ".git").exists()), folder.parent)
    return folder.relative_to(top).as_posix() + "/"
