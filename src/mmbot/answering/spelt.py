"""How a question that was put together or mended is shown: with its names as the knowledge writes them."""

import re

from mmbot.matching.index import Index
from mmbot.matching.reading import read
from mmbot.matching.words import read_words


def as_spelt(index: Index, question: str) -> str:
    """*question* with every name that it says in full written as the knowledge does: “kars antlasmasi ne zaman” – “Kars Antlaşması ne zaman”."""
    reading = read(index, question)
    for found in reading.named:
        written = {
            word.folded: word.typed for name in (index.entries[found.entry].title, found.written) for word in read_words(name)
        }
        for word in reading.words:
            meant = written.get(word.folded)
            if word.place in found.places and meant and meant != word.typed:
                question = re.sub(rf"(?<!\w){re.escape(word.typed)}(?!\w)", meant, question, count=1)
    return question
