"""How moderators keep the knowledge right: propose, check, review, live, undo – without a platform, a database or a file."""
