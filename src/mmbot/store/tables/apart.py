"""The fourth step of every database: unanswered questions that are near to nothing are kept apart from those that moderators look at."""

APART = ("ALTER TABLE misses ADD COLUMN apart INTEGER NOT NULL DEFAULT 0",)
