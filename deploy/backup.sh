#!/bin/sh
# A copy of the database (an SQLite file, also of a PostgreSQL one) while mmbot runs, checked, the last 14 kept. For cron or a systemd timer:
#   PATH=/opt/mmbot/.venv/bin:$PATH MMBOT_DATABASE_URL=sqlite:////var/lib/mmbot/mmbot.db deploy/backup.sh /var/backups/mmbot
# In a container, from outside: docker compose exec mmbot mmbot backup /var/lib/mmbot/NAME.db, and docker compose cp.
set -eu
folder=${1:?usage: backup.sh FOLDER}
mkdir -p "$folder"
chmod 700 "$folder"
mmbot backup "$folder/mmbot-$(date -u +%Y%m%dT%H%M%SZ).db"
# Their names sort by time.
find "$folder" -maxdepth 1 -name 'mmbot-*.db' | sort -r | tail -n +15 | while read -r old; do rm -- "$old"; done
