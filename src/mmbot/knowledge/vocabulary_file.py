"""The field's synonyms and noise words from ``vocabulary.yaml``."""

from pathlib import Path

import yaml

from mmbot.knowledge.faults import BadKnowledge, Fault
from mmbot.matching.vocabulary import Vocabulary

FILE = "vocabulary.yaml"


def read_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary in *folder*. Raises BadKnowledge with the fault where the file is not as it should be."""
    try:
        table = yaml.load((folder / FILE).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        groups = {str(name): [str(member) for member in members] for name, members in table["groups"].items()}
        return Vocabulary(groups, str(table["noise"]), str(table.get("helping_verbs", "")))
    except OSError as error:
        raise BadKnowledge([
            Fault(FILE, 1, "file", f"cannot be read ({error.strerror})", "Take it over from the repository")
        ]) from error
    except (UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        remedy = "Keep “groups: {name: [word, …]}” and “noise: words”"
        raise BadKnowledge([Fault(FILE, 1, "file", f"is not as expected ({error})", remedy)]) from error
