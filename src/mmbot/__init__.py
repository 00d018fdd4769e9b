"""mmbot: answers about the Turkish National Struggle and Turkish–Soviet relations, each with its citation."""

__version__ = "0.1.0"
