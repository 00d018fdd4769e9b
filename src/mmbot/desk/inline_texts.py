"""What the desk says in inline results."""

from mmbot.texts import Say

TODAY = Say("Bugün: {day}", "Today: {day}")
NOTHING = Say("Yanıt bulunamadı", "No answer found")
