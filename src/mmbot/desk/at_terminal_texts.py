"""What is said at the terminal to what only a chat can do."""

from mmbot.texts import Say

ELSEWHERE = Say(
    "Bu komut burada çalışmaz: terminalde hiçbir şey saklanmaz, moderatör de yoktur. mmbot'a Telegram'da ya da Discord'da yazın. "
    "Burada soru sorabilir, /bugün, /kronoloji, /madde, /kaynak ve /doğru-mu yazabilirsiniz.",
    "This command does not work here: a terminal keeps nothing, and nobody moderates. Write to mmbot in Telegram or Discord. "
    "Here you can ask, and use /bugün, /kronoloji, /madde, /kaynak and /doğru-mu.",
)
