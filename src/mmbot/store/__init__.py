"""Where the records are kept: a package for each database, and what is common to all of them."""
