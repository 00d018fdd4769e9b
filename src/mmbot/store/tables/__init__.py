"""The records in tables: what is kept and how, in the SQL that SQLite and PostgreSQL both understand.

A database of either kind brings its own connection, its own definitions of the tables and its own words for what can go wrong.
"""
