"""Read YAML with line numbers: the only user of PyYAML for reading.

Nodes are read instead of ready values for two reasons: every fault can name its line, and a scalar stays the text that
the editor wrote (YAML would turn 1921-03-16 into a date and “no” into false).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from mmbot.knowledge.faults import Fault, nearest


@dataclass(slots=True)
class Reader:
    """Collects faults while the nodes of one *file* are read."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def fault(self, node: yaml.Node, where: str, wrong: str, remedy: str) -> None:
        """Note that *wrong* is so at *node*, called *where* by the editor."""
        self.faults.append(Fault(self.file, node.start_mark.line + 1, where, wrong, remedy))

    def load(self, path: Path) -> yaml.Node | None:
        """The root node of *path*; None, with a fault, where it is no YAML."""
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            self.faults.append(Fault(self.file, 1, "file", f"is not UTF-8 ({error.reason})", "Save it as UTF-8"))
            return None
        return self.parse(text)

    def parse(self, text: str) -> yaml.Node | None:
        """The root node of *text*; None, with a fault, where it is no YAML."""
        try:
            root = yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            advice = "Check indentation, and quote texts that contain “: ” or “ #” or begin with a quotation mark"
            self.faults.append(Fault(self.file, line, "file", f"is no YAML ({error.problem})", advice))
            return None
        except yaml.YAMLError as error:
            self.faults.append(Fault(self.file, 1, "file", f"is no YAML ({error})", "Remove what is no text"))
            return None
        if root is None:
            self.faults.append(Fault(self.file, 1, "file", "is empty", "Write an entry into it, or delete it"))
        return root

    def mapping(self, node: yaml.Node, where: str, known: set[str]) -> dict[str, yaml.Node]:
        """The fields of a mapping node; unknown and doubled ones are faults."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, where, "is no mapping of fields", f"Write fields such as {', '.join(sorted(known)[:3])}")
            return {}
        fields: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name not in known:
                self.fault(key, f"{where}.{name}" if where else name, f"unknown key “{name}”", nearest(name, known))
            elif name in fields:
                self.fault(key, f"{where}.{name}" if where else name, f"key “{name}” stands twice", "Keep one of them")
            else:
                fields[name] = value
        return fields

    def text(self, node: yaml.Node | None, where: str) -> str:
        """The text of a scalar node; the empty text where there is none."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node, where, "is no text", "Write one text (in quotation marks if it contains “: ”)")
            return ""
        return " ".join(node.value.split())

    def items(self, node: yaml.Node | None, where: str) -> Iterator[tuple[yaml.Node, str]]:
        """The nodes of a list, each with its name for faults (“citations[0]”)."""
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, where, "is no list", "Write it as a list: [one, two], or lines that begin with “- ”")
            return
        for number, item in enumerate(node.value):
            yield item, f"{where}[{number}]"

    def texts(self, node: yaml.Node | None, where: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(text for item, name in self.items(node, where) if (text := self.text(item, name)))
