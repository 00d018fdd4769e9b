"""What the desk says around the sources."""

from mmbot.texts import Say

SOURCES = Say("Kaynaklar", "Sources")
LISTED = Say("• {short} – {count} bilgi", "• {short} – {count} facts")
NO_SOURCE = Say("“{typed}” adlı bir kaynak yok. Kaynaklar şunlar:", "There is no source called “{typed}”. These are the sources:")
CITED_BY = Say("{count} bilgi bu kaynağı gösteriyor.", "{count} facts cite this source.")
NO_AUTHOR = Say("Yazarı bilinmiyor.", "Its author is not known.")
ALL = Say("Bütün kaynaklar", "All sources")
