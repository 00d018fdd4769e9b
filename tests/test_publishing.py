"""From the database to the files and back: the same bytes, nothing overwritten unseen, patches that Git takes."""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mmbot import publishing
from mmbot.app import Prepared, knowledge_folder
from mmbot.cli import main
from mmbot.config import Settings, load
from mmbot.knowledge.files import read_text
from mmbot.knowledge.loading import load_library
from mmbot.model import Entry, Person
from mmbot.moderation.proposals import Draft
from mmbot.store.sqlite import SqliteRecords

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
AYSE = Person("telegram", "4711")
FILE = "treaty/ornek-antlasmasi.yaml"


class World:
    """A program with a small knowledge, its database, and a repository that it is published in."""

    def __init__(self, own: Path, root: Path) -> None:
        self.own, self.public, self.database = own, root / "public" / "knowledge", root / "mmbot.db"
        self.settings: Settings = load({"MMBOT_DATABASE_URL": f"sqlite:///{self.database}"}, "")

    @property
    def entry(self) -> Entry:
        return load_library(self.own).entries["ornek-antlasmasi"]

    def saying(self, text: str, **changed: str) -> Entry:
        entry = replace(self.entry, **changed)  # type: ignore[arg-type]
        facts = tuple(replace(fact, entry=entry.id) for fact in entry.facts)
        return replace(entry, facts=(replace(facts[0], says=text), *facts[1:]))

    def approve(self, entry: Entry, why: str = "Çünkü.", at: datetime = NOW) -> int:
        records = SqliteRecords(str(self.database))
        proposal = records.proposals.add(Draft("change", entry.id, reason=why), 0, AYSE, at)
        number = records.proposals.approve(proposal.id, entry, records.revisions.number(entry.id), AYSE, at, why).number
        records.close()
        return number

    def newest(self, entry: str = "ornek-antlasmasi") -> Entry:
        records = SqliteRecords(str(self.database))
        found = records.revisions.latest()[entry].entry
        records.close()
        return found

    def export(self, **options: int) -> bool:
        return publishing.export(self.settings, self.public, **options, own=self.own)

    def import_(self, folder: Path | None = None, *, dry_run: bool = False) -> bool:
        return publishing.import_(self.settings, lambda: NOW, folder or self.public, dry_run=dry_run, own=self.own)

    def patches(self, since: int = 0) -> tuple[bool, list[Path]]:
        folder = self.database.parent / f"patches-{len(list(self.database.parent.glob('patches-*')))}"
        return publishing.export_patches(self.settings, self.public, folder, since=since, own=self.own), sorted(folder.iterdir())

    def text(self, file: str = FILE) -> str:
        return (self.public / file).read_text(encoding="utf-8")

    def edit(self, old: str, new: str) -> None:
        assert old in self.text()
        (self.public / FILE).write_text(self.text().replace(old, new), encoding="utf-8")

    def git(self, *arguments: str) -> str:
        who = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_COMMITTER_NAME": "k",
            "GIT_COMMITTER_EMAIL": "k@example.org",
        }
        author = {"GIT_AUTHOR_NAME": "k", "GIT_AUTHOR_EMAIL": "k@example.org"} if arguments[0] == "commit" else {}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.public.parent,
            env={**os.environ, **who, **author},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def commit_all(self) -> None:
        self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-qm", "start")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def world(folder: Path, tmp_path: Path) -> World:
    return World(folder, tmp_path)


class TestExport:
    def test_a_new_folder_gets_all_that_an_import_needs_and_the_database_is_not_made(self, world: World) -> None:
        assert world.export()
        assert sorted(content(world.public)) == ["sources.json", FILE, "vocabulary.yaml"]
        assert not world.database.exists()

    def test_what_was_approved_is_written_and_the_second_time_nothing_is(
        self, world: World, capsys: pytest.CaptureFixture[str]
    ) -> None:
        world.approve(world.saying("Eski."))
        world.approve(world.saying("Yeni: söz."))
        assert world.export()
        assert read_text(world.text()) == world.saying("Yeni: söz.")
        before = {path: path.stat().st_mtime_ns for path in world.public.rglob("*")}
        capsys.readouterr()
        assert world.export()
        assert capsys.readouterr().out == f"{world.public}: 1 entries, 0 files written or removed, revision 2\n"
        assert {path: path.stat().st_mtime_ns for path in world.public.rglob("*")} == before

    def test_only_what_was_revised_since(self, world: World) -> None:
        world.export()
        (world.public / FILE).write_text(world.text() + "\n", encoding="utf-8")
        world.approve(world.saying("Yeni.", id="yeni", title="Yeni Antlaşma"))
        world.approve(world.saying("Başka.", id="baska", title="Başka Antlaşma"))
        assert world.export(since=1)
        assert world.text().endswith("\n\n")
        assert (world.public / "treaty" / "baska.yaml").exists()
        assert not (world.public / "treaty" / "yeni.yaml").exists()

    def test_what_somebody_edited_is_named_and_left(self, world: World, capsys: pytest.CaptureFixture[str]) -> None:
        world.export()
        world.edit("sınamalar", "denemeler")
        world.approve(world.saying("Yeni."))
        assert not world.export()
        assert "left ornek-antlasmasi as it is" in capsys.readouterr().err
        assert "denemeler" in world.text()

    def test_an_entry_whose_making_was_undone_goes(self, world: World) -> None:
        new = world.saying("Yeni.", id="yeni", title="Yeni Antlaşma")
        world.approve(new)
        world.export()
        assert (world.public / "treaty" / "yeni.yaml").exists()
        world.approve(replace(new, facts=()))
        assert world.export()
        assert sorted(content(world.public)) == ["revisions.json", "sources.json", FILE, "vocabulary.yaml"]
        assert (world.public / "revisions.json").read_text(encoding="utf-8") == "{}\n"

    def test_the_installed_program_asks_where_to(self, world: World) -> None:
        with pytest.raises(publishing.CannotPublish, match="--to DIR"):
            publishing.export(world.settings, None, own=world.own.parent / "_knowledge")


class TestImport:
    def test_edits_and_new_entries_become_revisions(self, world: World, capsys: pytest.CaptureFixture[str]) -> None:
        world.export()
        world.edit("sınamalar", "denemeler")
        new = world.saying("Yeni.", id="yeni", title="Yeni Antlaşma")
        (world.public / "treaty" / "yeni.yaml").write_text(
            world.text().replace("id: ornek-antlasmasi", "id: yeni").replace("Örnek", "Yeni"), encoding="utf-8"
        )
        capsys.readouterr()
        assert world.import_(dry_run=True)
        told = capsys.readouterr().out
        assert not world.database.exists()
        assert world.import_()
        assert capsys.readouterr().out == told.replace("would be added", "added")
        assert told.splitlines() == [
            f"change {FILE}",
            "  ~ ornek-antlasmasi/tanim: says",
            "add treaty/yeni.yaml: “Yeni Antlaşması”, 2 facts",
            "would be added 1, changed 1; as before 0; refused 0",
        ]
        assert "denemeler" in world.newest().facts[0].says
        assert world.newest("yeni").facts[1].date == new.facts[1].date
        assert world.import_()
        assert capsys.readouterr().out == "added 0, changed 0; as before 2; refused 0\n"

    def test_nothing_newer_is_overwritten(self, world: World, capsys: pytest.CaptureFixture[str]) -> None:
        world.export()
        world.edit("sınamalar", "denemeler")
        world.approve(world.saying("Moderatörün."), why="Daha doğru.")
        assert not world.import_()
        told = capsys.readouterr()
        assert "refused ornek-antlasmasi: revision 1 (Daha doğru.) is not contained in its file." in told.err
        assert "refused 1" in told.out
        assert world.newest().facts[0].says == "Moderatörün."

    def test_what_is_not_refused_is_taken_over(self, world: World) -> None:
        world.export()
        (world.public / "treaty" / "yeni.yaml").write_text(
            world.text().replace("id: ornek-antlasmasi", "id: yeni").replace("Örnek", "Yeni"), encoding="utf-8"
        )
        world.approve(world.saying("Moderatörün."))
        assert not world.import_()
        assert world.newest("yeni").title == "Yeni Antlaşması"

    def test_what_was_edited_after_an_export_is_taken_over(self, world: World) -> None:
        world.approve(world.saying("Moderatörün sözü."))
        world.export()
        world.edit("Moderatörün sözü", "Tarihçinin sözü")
        assert world.import_()
        assert world.newest().facts[0].says == "Tarihçinin sözü."
        world.edit("Tarihçinin sözü", "Tarihçinin ikinci sözü")
        assert world.import_()
        world.approve(world.saying("Moderatörün yeni sözü."))
        assert not world.import_()

    def test_verified_citations_stay_so(self, world: World) -> None:
        entry = world.saying("Yeni söz.")
        checked = replace(
            entry, facts=tuple(replace(f, citations=tuple(replace(c, verified=True) for c in f.citations)) for f in entry.facts)
        )
        world.approve(checked)
        world.export()
        assert load_library(world.public).entries[entry.id] == checked
        world.edit("Yeni söz", "Yepyeni söz")
        assert world.import_()
        assert all(citation.verified for fact in world.newest().facts for citation in fact.citations)

    def test_faults_are_told_by_file_and_line_and_nothing_is_written(
        self, world: World, capsys: pytest.CaptureFixture[str]
    ) -> None:
        world.export()
        world.edit("date: 1921-03-16", "date: 1921-13-16")
        assert not world.import_()
        line = world.text().splitlines().index("    date: 1921-13-16") + 1
        assert f"{FILE}:{line}: ornek-antlasmasi/imza-tarihi.date: “1921-13-16” is no EDTF date" in capsys.readouterr().err
        assert not world.database.exists()

    def test_what_does_not_fit_what_is_live_is_told_and_nothing_is_written(
        self, world: World, capsys: pytest.CaptureFixture[str]
    ) -> None:
        world.export()
        world.approve(world.saying("Canlı.", id="canli", title="Canlı Antlaşma"))
        world.edit("Örnek Muahedesi", "Canlı Antlaşma")
        assert not world.import_()
        assert "Canlı Antlaşma" in capsys.readouterr().err
        with pytest.raises(KeyError):
            world.newest()

    def test_a_folder_that_is_not_there_is_named(self, world: World) -> None:
        with pytest.raises(publishing.CannotPublish, match="is no folder"):
            world.import_(world.public / "yok")


class TestPatches:
    def test_git_takes_one_commit_for_each_approval(self, world: World) -> None:
        world.export()
        world.commit_all()
        why = "From: x@y\nSubject: z\n---\ndiff --git a b\nGümrü'de 'üç' gün: " + "uzun " * 40
        world.approve(world.saying("Bir: söz.\u2028"), why=why)
        world.approve(world.saying("Yeni.", id="yeni", title="Yeni Antlaşma"), at=NOW + timedelta(hours=1))
        world.approve(world.saying("İki."), why="[not] ascii")
        world.approve(replace(world.saying("İki."), kind="event"))
        world.approve(replace(world.saying("Yeni.", id="yeni"), facts=()))
        well, patches = world.patches()
        assert well
        assert [path.name for path in patches] == [
            "0001-ornek-antlasmasi.patch", "0002-yeni.patch", "0003-ornek-antlasmasi.patch", "0004-ornek-antlasmasi.patch", "0005-yeni.patch",
        ]  # fmt: skip
        world.git("am", *map(str, patches))
        world.git("diff", "--exit-code")
        log = world.git("log", "--format=%an <%ae>|%aI|%s", "--reverse").splitlines()[1:]
        assert log[1:] == [
            "mmbot moderator <noreply@mmbot.invalid>|2026-03-16T10:00:00+00:00|yeni: Çünkü.",
            "mmbot moderator <noreply@mmbot.invalid>|2026-03-16T09:00:00+00:00|ornek-antlasmasi: [not] ascii",
            "mmbot moderator <noreply@mmbot.invalid>|2026-03-16T09:00:00+00:00|ornek-antlasmasi: Çünkü.",
            "mmbot moderator <noreply@mmbot.invalid>|2026-03-16T09:00:00+00:00|yeni: Çünkü.",
        ]
        assert log[0].startswith("mmbot moderator <noreply@mmbot.invalid>|2026-03-16T09:00:00+00:00|ornek-antlasmasi: From: x@y")
        body = world.git("log", "--format=%b", "--reverse")
        assert "diff --git a b" in body
        assert "Gümrü'de 'üç' gün" in body
        assert "4711" not in "".join(path.read_text(encoding="utf-8") for path in patches)
        assert content(world.public).keys() == {"event/ornek-antlasmasi.yaml", "sources.json", "vocabulary.yaml", "revisions.json"}

    def test_what_the_patches_leave_is_what_an_export_writes(self, world: World) -> None:
        world.export()
        world.commit_all()
        world.approve(world.saying("Bir."))
        world.approve(world.saying("İki."))
        _, patches = world.patches()
        world.git("am", *map(str, patches))
        patched = content(world.public)
        assert world.export()
        assert content(world.public) == patched
        assert world.patches() == (True, [])

    @pytest.mark.parametrize("since", [0, 1])
    def test_what_the_files_have_is_not_sent_again(self, world: World, since: int) -> None:
        world.approve(world.saying("Bir."))
        world.export()
        world.commit_all()
        world.approve(world.saying("İki."))
        _, patches = world.patches(since)
        assert [path.name for path in patches] == ["0001-ornek-antlasmasi.patch"]
        world.git("am", *map(str, patches))
        assert read_text(world.text()) == world.saying("İki.")

    def test_a_file_that_somebody_edited_is_left_out_and_named(self, world: World, capsys: pytest.CaptureFixture[str]) -> None:
        world.export()
        world.edit("sınamalar", "denemeler")
        world.approve(world.saying("Bir."))
        assert world.patches() == (False, [])
        assert "left ornek-antlasmasi as it is" in capsys.readouterr().err

    def test_a_file_without_a_line_feed_at_its_end(self, world: World) -> None:
        world.export()
        (world.public / FILE).write_text(world.text().rstrip("\n"), encoding="utf-8")
        world.commit_all()
        world.approve(world.saying("Bir."))
        world.git("am", *map(str, world.patches()[1]))
        assert read_text(world.text()) == world.saying("Bir.")

    def test_old_patches_are_not_mixed_with_new_ones(self, world: World, tmp_path: Path) -> None:
        (tmp_path / "old").mkdir()
        (tmp_path / "old" / "0001-a.patch").touch()
        with pytest.raises(publishing.CannotPublish, match="is not empty"):
            publishing.export_patches(world.settings, None, tmp_path / "old", own=world.own)


def test_the_whole_knowledge_goes_to_files_into_a_database_and_back_as_the_same_bytes(tmp_path: Path, embedded: Prepared) -> None:
    library = embedded[0]
    settings = load({"MMBOT_DATABASE_URL": f"sqlite:///{tmp_path / 'mmbot.db'}"}, "")
    first, second = tmp_path / "first" / "knowledge", tmp_path / "second" / "knowledge"
    assert publishing.export(settings, first)
    # From here on a program without knowledge, so that every entry has to be taken over.
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    for path in first.glob("*.*"):
        shutil.copy(path, nothing)
    assert publishing.import_(settings, lambda: NOW, first, dry_run=False, own=nothing)
    records = SqliteRecords(str(tmp_path / "mmbot.db"))
    assert {entry: revision.entry for entry, revision in records.revisions.latest().items()} == library.entries
    records.close()
    assert publishing.export(settings, second, own=nothing)
    written = content(second)
    written.pop("revisions.json")
    assert written == content(first)
    assert len(written) > 300


def test_export_and_import_work_from_the_command_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MMBOT_DATABASE_URL", f"sqlite:///{tmp_path / 'mmbot.db'}")
    public = tmp_path / "public"
    shutil.copytree(folder, public)
    shutil.copy(knowledge_folder() / "sources.json", public)
    text = (public / FILE).read_text(encoding="utf-8").replace("ornek-2000", "topal-2018")
    (public / FILE).write_text(text, encoding="utf-8")
    assert main(["export", "--to", str(public)]) == 0
    assert main(["import", "--dry-run", str(public)]) == 0
    assert main(["export", "--to", str(public), "--patches", str(tmp_path / "patches"), "--since", "0"]) == 0
    (public / FILE).write_text("id: [", encoding="utf-8")
    assert main(["import", str(public)]) == 1
    assert main(["import", str(tmp_path / "yok")]) == 2
    assert main(["export", "--to", str(public)]) == 2
    assert "the knowledge cannot be read" in capsys.readouterr().err
