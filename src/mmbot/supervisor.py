"""What mmbot and whoever supervises it, systemd or a container engine, tell each other."""

import os
import signal
import socket
from contextlib import suppress


def end_on_signals() -> None:
    """Until something is served, SIGTERM and SIGINT end the process at once, and well.

    As a container's first process it would otherwise not hear them, and be killed ten seconds later.
    """

    def asked(_number: int, _frame: object) -> None:
        raise SystemExit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, asked)


def tell(words: str) -> None:
    """Send *words*, such as ``READY=1``, to systemd where it has started mmbot with ``Type=notify`` (sd_notify(3)).

    Elsewhere nothing happens; one that does not listen is no reason to stop serving.
    """
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as there:
        there.setblocking(False)
        there.sendto(words.encode(), f"\0{address[1:]}" if address.startswith("@") else address)
