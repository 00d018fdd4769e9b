"""From a question to an answer: what is decided, in what conversation, with what said against it."""
