"""The directions of DESIGN section 2, and one home for every third-party library."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "mmbot"
MODULES = sorted(SOURCE.rglob("*.py"))

# A part may import from its own layer's part and from every layer before it.
LAYERS = (
    ("turkish", "dates", "model", "memory"),
    ("texts", "knowledge", "matching", "rendering"),
    ("answering", "daily", "moderation"),
    ("desk",),
    ("store", "adapters", "config"),
    ("app", "alive", "supervisor", "running", "doctor"),
    ("operating", "keeping", "publishing"),
    ("cli",),
    ("__main__", "__init__"),
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
HOMES = {
    "edtf": {"dates"},
    "citeproc": {"knowledge.citations"},
    "yaml": {"knowledge.yaml_nodes", "knowledge.files", "knowledge.coverage", "knowledge.vocabulary_file"},
    "rapidfuzz": {"matching"},
    "numpy": {"matching"},
    "sqlite_utils": {"store.sqlite"},
    "psycopg": {"store.postgres"},
    "telegram": {"adapters.telegram_bot"},
    "aiohttp": {"adapters"},
    "jinja2": {"adapters.web"},
    "discord": {"adapters.discord_bot"},
}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_inward(path: Path) -> None:
    part = name_of(path).split(".")[0]
    for imported in imports(path):
        if imported.startswith("mmbot."):
            other = imported.split(".")[1]
            assert LEVEL[other] <= LEVEL[part], f"{name_of(path)} imports {imported}"
            assert {part, other} != {"adapters", "store"}, f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_library_has_one_home(path: Path) -> None:
    name = name_of(path)
    for imported in imports(path):
        homes = HOMES.get(imported.split(".")[0])
        if homes is not None:
            assert any(name == home or name.startswith(home + ".") for home in homes), f"{name} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_turkish_changes_case(path: Path) -> None:
    if name_of(path) == "turkish":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            changes = node.attr in {"lower", "upper", "casefold", "capitalize", "swapcase"}
            assert not changes, f"{name_of(path)}:{node.lineno} changes the case of a text"


@pytest.mark.parametrize(
    ("part", "unknown"), [("sqlite", {"postgres"}), ("postgres", {"sqlite"}), ("tables", {"sqlite", "postgres"})]
)
def test_a_store_does_not_know_the_others(part: str, unknown: set[str]) -> None:
    for path in (SOURCE / "store" / part).rglob("*.py"):
        assert not {imported.split(".")[2] for imported in imports(path) if imported.startswith("mmbot.store.")} & unknown, name_of(
            path
        )


def test_the_core_does_no_input_or_output_of_its_own() -> None:
    forbidden = {"socket", "asyncio", "sqlite3", "urllib", "http", "subprocess"}
    core = [path for path in MODULES if LEVEL.get(name_of(path).split(".")[0], LEVEL["cli"]) < LEVEL["store"]]
    assert len(core) > 20
    for path in core:
        assert not {imported.split(".")[0] for imported in imports(path)} & forbidden, name_of(path)
