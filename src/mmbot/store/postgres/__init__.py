"""The records in a PostgreSQL database, for several processes on several machines. The only user of psycopg."""

from mmbot.store.postgres.everything import PostgresRecords

__all__ = ["PostgresRecords"]
