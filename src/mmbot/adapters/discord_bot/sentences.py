"""What only somebody in Discord is told: forms that have to be opened, commands that Discord still shows in an old shape."""

from mmbot.texts import Say

ASK_MESSAGE = Say("Bu mesajı sor", "Ask this message")
PROPOSE_FROM = Say("Düzeltme öner", "Propose a correction")
PRESENCE = "/sor · /bugün · /yardım"
FORM_READY = Say("Form hazır: {title}", "The form is ready: {title}")
OPEN_FORM = Say("Formu aç", "Open the form")
NEXT_PART = Say(
    "{part}/{parts}. bölüm alındı. Devam etmek için düğmeye basın.", "Part {part} of {parts} is taken. Press the button to go on."
)
CONTINUE = Say("Devam et", "Go on")
OUTDATED = Say(
    "Bu komut değişti; Discord yenisini birkaç dakika içinde gösterir.",
    "This command has changed; Discord shows the new one within a few minutes.",
)
