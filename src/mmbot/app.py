"""The composition root: finds the knowledge, prepares it once, and puts the parts together."""

import gc
import os
import pickle
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mmbot import __version__
from mmbot.answering.conversation import Answering
from mmbot.knowledge.kept import KeptEntries
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.words import remembered
from mmbot.model import Clock

if TYPE_CHECKING:
    from mmbot.config import Settings
    from mmbot.desk.desk import Desk
    from mmbot.knowledge.evidence import SourceTexts

Prepared = tuple[Library, Index]
BESIDE = ("pieces", "written")  # what is worked out of the knowledge and kept in files of its own, as few questions need it
_STATES = 3  # of knowledge and program that are kept
MATTERS = 4  # significance from which a fact's question is asked before a change goes live


def knowledge_folder() -> Path:
    """Where the embedded knowledge lies: inside the package when installed, at the top of the repository otherwise."""
    package = Path(__file__).parent
    inside = package / "_knowledge"
    return inside if inside.is_dir() else package.parents[1] / "knowledge"


def make_answering(clock: Clock, folder: Path | None = None) -> Answering:
    """An Answering on the knowledge in *folder* (the embedded one unless given). Raises BadKnowledge."""
    library, index = prepared(folder or knowledge_folder())
    return Answering(library, index, clock)


def make_desk(settings: "Settings", clock: Clock, folder: Path | None = None) -> "Desk":
    """A desk as *settings* say, with what moderators have changed. Raises BadKnowledge and what opening the database raises."""
    from mmbot.desk.desk import Desk  # noqa: PLC0415  “mmbot ask” needs no desk
    from mmbot.desk.services import SERVICES  # noqa: PLC0415
    from mmbot.moderation.living import Living  # noqa: PLC0415
    from mmbot.moderation.moderating import Moderation  # noqa: PLC0415
    from mmbot.moderation.roles import Policy  # noqa: PLC0415
    from mmbot.store.opening import open_records  # noqa: PLC0415

    library, index = prepared(folder or knowledge_folder())
    records = open_records(settings.database_url)

    def learn(library: Library, index: Index) -> None:
        answering.learn(library, index)

    living = Living(library, index.vocabulary, records.revisions, learn, index)
    answering = Answering(living.library, living.index, clock)
    policy = Policy(
        settings.moderators, settings.administrators, settings.discord_moderator_roles, settings.telegram_moderator_groups
    )
    moderation = Moderation(records, living, policy, articles(settings.articles), _golden(library))
    return Desk(answering, records, clock, settings.timezone, SERVICES, moderation=moderation, page_url=_page_url(settings))


def _page_url(settings: "Settings") -> str:
    return settings.web_url or (f"http://{settings.web_listen}" if settings.web_listen else "")


def articles(folder: str) -> "SourceTexts | None":
    """The articles' texts in *folder*, where one is given. Raises BadSettings."""
    from mmbot.config import BadSettings  # noqa: PLC0415
    from mmbot.knowledge.evidence import SourceTexts  # noqa: PLC0415

    try:
        return SourceTexts(Path(folder)) if folder else None
    except OSError as error:
        raise BadSettings(f"articles: {error}. Give the folder with the articles' texts (*.txt), or leave it out.") from error


def _golden(library: Library) -> tuple[str, ...]:
    """Questions whose answers a moderator should see change: one for each of the facts that matter most."""
    from mmbot.answering.phrasing import question_for  # noqa: PLC0415

    weighty = [fact for fact in library.facts.values() if fact.significance >= MATTERS and fact.rank != "deprecated"]
    return tuple(question_for(library, fact) for fact in weighty)


def make_terminal_desk(settings: "Settings", clock: Clock) -> "Desk":
    """A desk for one person at a terminal: nothing is kept afterwards, and nobody has to wait. Raises BadKnowledge."""
    from mmbot.desk.at_terminal import AT_TERMINAL  # noqa: PLC0415
    from mmbot.desk.desk import Desk  # noqa: PLC0415
    from mmbot.desk.limits import unlimited  # noqa: PLC0415
    from mmbot.store.opening import open_records  # noqa: PLC0415

    return Desk(
        make_answering(clock), open_records("sqlite:///:memory:"), clock, settings.timezone, AT_TERMINAL, unlimited(), unlimited()
    )


def prepared(folder: Path) -> Prepared:
    """The library of *folder* with its index, from the cache where neither knowledge nor program have changed.

    Reading some hundred YAML files takes seconds; an answer takes milliseconds. The cache is a pickle in the user's own cache folder,
    which nobody else can write to; what cannot be read there is made anew.
    """
    cache = _cache_folder()
    if cache is None:
        return prepare(folder)
    state = _state(folder)
    path = _cached(cache, state)
    found: Prepared | None = _loaded(path, state)
    if found is None:
        found = prepare(folder)
        library, index = found
        kept = KeptEntries(library.entries)
        _store(path, state, (replace(library, entries=kept), index.over(kept)))
    found[1].keeper = partial(_kept, path, state)
    return found


def _kept(path: Path, state: str, name: str, make: Callable[[], object]) -> object:
    """What *make* works out of the knowledge prepared in *path*, which is kept beside it under this *name*."""
    beside = _beside(path, name)
    found = _loaded(beside, state)
    if found is None:
        found = make()
        _store(beside, state, found)
    return found


def _beside(path: Path, name: str) -> Path:
    return path.with_suffix(f".{name}{path.suffix}")


def prepare_all(folder: Path) -> None:
    """Prepare the library of *folder* with all that is worked out from it, where the cache does not have it."""
    from mmbot.matching.mending import written_of  # noqa: PLC0415  with numpy, which “mmbot ask” mostly does without
    from mmbot.matching.pieces import pieces_of  # noqa: PLC0415

    _, index = prepared(folder)
    pieces_of(index)
    written_of(index)


def prepare_aside(folder: Path | None = None, python: str = sys.executable) -> None:
    """Have another process of *python* prepare the library of *folder* where the cache does not have it, for one that is to run for long.

    What that needs – YAML, EDTF, CSL, everything twice – would stay with this process: sixty megabytes. Where it fails, ``prepared`` tells why.
    """
    folder, cache = folder or knowledge_folder(), _cache_folder()
    if cache is None:
        return
    path = _cached(cache, _state(folder))
    if not all(each.exists() for each in (path, *(_beside(path, name) for name in BESIDE))):
        subprocess.run([python, "-c", _ASIDE, folder], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


_ASIDE = "import sys, pathlib, mmbot.app; mmbot.app.prepare_all(pathlib.Path(sys.argv[1]))"


def prepare(folder: Path) -> Prepared:
    """Read the library of *folder* and build its index, whatever the cache holds. Raises BadKnowledge."""
    from mmbot.knowledge.loading import load_library  # noqa: PLC0415  YAML, EDTF and CSL are needed only here
    from mmbot.knowledge.vocabulary_file import read_vocabulary  # noqa: PLC0415

    library = load_library(folder)
    with remembered():
        return library, Index(library.entries.values(), read_vocabulary(folder))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Unpickling makes many objects that all stay; looking for garbage among them takes as long again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _cache_folder() -> Path | None:
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return Path(base) / "mmbot"


def _cached(cache: Path, state: str) -> Path:
    return cache / f"{zlib.crc32(state.encode()):08x}.pickle"


def _state(folder: Path) -> str:
    """What the prepared knowledge depends on: every knowledge file and every module, by name, size and time."""
    files = sorted((*_files(str(folder), ""), *_files(str(Path(__file__).parent), ".py")))
    return "\n".join((f"{__version__} {sys.version} {folder}", *files))


def _files(folder: str, ending: str) -> Iterator[str]:
    """A line for every file below *folder* whose name has this *ending*. Three times as quick as Path.glob, which is felt here."""
    with os.scandir(folder) as found:
        for each in found:
            if each.is_dir() and each.name != "__pycache__":
                yield from _files(each.path, ending)
            elif each.name.endswith(ending):
                status = each.stat()
                yield f"{each.path} {status.st_size} {status.st_mtime_ns}"


def _loaded(path: Path, state: str) -> Any:  # noqa: ANN401  what was stored
    """What was stored in *path* for this *state*; None where it is another one, or nothing that can be read."""
    with suppress(Exception), path.open("rb") as file, _without_collection():
        if pickle.load(file) == state:  # noqa: S301  our own file in the user's cache folder
            return pickle.load(file)  # noqa: S301
    return None


def _store(path: Path, state: str, made: object) -> None:
    """Store what was *made* where that is possible, and remove what is of older states than the last three."""
    import tempfile  # noqa: PLC0415  needed once in a thousand runs

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            pickle.dump(state, file, protocol=pickle.HIGHEST_PROTOCOL)
            pickle.dump(made, file, protocol=pickle.HIGHEST_PROTOCOL)
        Path(file.name).replace(path)
        newest = sorted(path.parent.glob("*.pickle"), key=lambda other: other.stat().st_mtime, reverse=True)
        states = list(dict.fromkeys(each.name.partition(".")[0] for each in newest))
        for old in newest:
            if old.name.partition(".")[0] not in states[:_STATES]:
                old.unlink(missing_ok=True)
