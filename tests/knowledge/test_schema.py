"""The schema for editors' completion must know just what the reader of the files knows."""

import json
from pathlib import Path
from typing import Any

import pytest

from mmbot.knowledge import files
from mmbot.model import KINDS

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "knowledge" / "schema.json").read_text(encoding="utf-8"))
FACT: dict[str, Any] = SCHEMA["$defs"]["fact"]["properties"]


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        pytest.param(SCHEMA, files.ENTRY_KEYS, id="entry"),
        pytest.param(SCHEMA["$defs"]["fact"], files.FACT_KEYS, id="fact"),
        pytest.param(SCHEMA["$defs"]["citation"], files.CITATION_KEYS, id="citation"),
        pytest.param(FACT["editor_note"], files.NOTE_KEYS, id="editor-note"),
        pytest.param(FACT["number"], files.NUMBER_KEYS, id="number"),
    ],
)
def test_the_schema_lists_the_keys_that_are_read(part: dict[str, Any], keys: set[str]) -> None:
    assert set(part["properties"]) == keys
    assert set(part["required"]) <= keys
    assert part["additionalProperties"] is False


def test_the_schema_lists_the_kinds_and_ranks() -> None:
    assert SCHEMA["properties"]["kind"]["enum"] == list(KINDS)
    assert FACT["rank"]["enum"] == list(files.RANKS)
