"""How the question set comes out: the part that was tuned on and the part that was kept back, by kind and by article.

python bench/quality.py [--failures] [FILE …]

Also of further files of questions: ``bench/strangers.jsonl``, ``bench/later_strangers.jsonl`` and ``bench/newer_strangers.jsonl``. The second
look is fitted on them, and rules were made from their failures, but no phrasings: they show what is lost, not how new questions come out.
"""

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asked import Asked, Outcome, ask_all, read_file, read_questions
from mmbot.app import Prepared, knowledge_folder, prepared


def main() -> None:
    knowledge = prepared(knowledge_folder())
    for kept, name in ((False, "tuned on"), (True, "kept back")):
        questions = [question for question in read_questions() if question.kept_back is kept]
        print(f"{name}: {ask_all(questions, knowledge)}")
        for field in ("kind", "source"):
            for value, outcome in _grouped(questions, field, knowledge):
                print(f"    {value or 'to be declined'}: {outcome}")
        if "--failures" in sys.argv and not kept:
            for verdict, question, said in ask_all(questions, knowledge).failures:
                print(f"  {verdict}: {question.text} → {said} not {', '.join(question.facts)}")
    for path in (argument for argument in sys.argv[1:] if argument != "--failures"):
        print(f"{path}: {ask_all(list(read_file(Path(path))), knowledge)}")


def _grouped(questions: list[Asked], field: str, knowledge: Prepared) -> list[tuple[str, Outcome]]:
    groups: dict[str, list[Asked]] = defaultdict(list)
    for question in questions:
        groups[getattr(question, field)].append(question)
    return [(value, ask_all(group, knowledge)) for value, group in sorted(groups.items())]


if __name__ == "__main__":
    main()
