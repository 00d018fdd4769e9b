"""The third step of every database: in which language somebody reads what is written to him later."""

LANGUAGES = (
    "ALTER TABLE proposals ADD COLUMN language TEXT NOT NULL DEFAULT 'tr'",
    "ALTER TABLE waiting ADD COLUMN language TEXT NOT NULL DEFAULT 'tr'",
)
