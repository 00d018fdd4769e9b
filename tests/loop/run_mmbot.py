"""``mmbot run`` on another knowledge than the embedded one: ``run_mmbot.py FOLDER``, configured by the environment as always."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from mmbot import config, operating
from mmbot.running import Timing


def now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    timing = Timing(outbox=0.05)  # so that letters are under way when the process is killed
    sys.exit(0 if operating.run(config.load(os.environ, ""), now, Path(sys.argv[1]), timing) else 2)
