"""What is said to a bot without asking anything: a greeting, thanks, a good-bye, a question about the bot itself."""

import re

from mmbot.answering.decision import Decision
from mmbot.answering.phrasing import question_for
from mmbot.knowledge.library import Library
from mmbot.model import Choice, Courtesy, Unknown
from mmbot.turkish import split_words

EXAMPLES = (
    "moskova-antlasmasi/imza-tarihi",
    "kars-antlasmasi/imzacilar",
    "kafkas-seddi/tanim",
)  # when, who, what; the first is disputed
LONGEST = 60  # characters of a text that may be nothing but a courtesy

# Word by word, folded. What stands beside them and tells nothing: to whom it is said, how kindly.
_AROUND = (
    r"(?:hocam?|hocalar|abi|abla|kanka|kardesim|arkadaslar|dostum|mmbot|bot|cok|size|sana|sizi|seni|ya|peki|tamam|tmm|ok|okay|"
    r"super|harika|everyone|all|there|very|much|so)"
)
_SAID: dict[Courtesy, str] = {
    "greeting": r"merhaba\w*|selam\w*|slm|mrb|sa|as|aleykum|un|hey|hi|hello|gunaydin|iyi (?:gunler|aksamlar|geceler|dersler)|"
    r"kolay gelsin|nasilsin\w*|naber|nbr|ne haber|good (?:morning|evening|afternoon)|how are you",
    "thanks": r"tesekkur\w*(?: eder\w*)?|sag ?ol\w*|eyvallah|eyv|minnettarim|eline saglik|ellerinize saglik|tamam\w*|tmm|ok|okay|oldu|anladim|"
    r"peki|super|harika|guzel|aferin|bravo|thanks|thank you|thx|great|nice",
    "good-bye": r"hosca ?kal\w*|gorusuruz|gorusmek uzere|bay bay|bye|bb|gule gule|kendine iyi bak|good ?bye|see you",
    "about-me": r"(?:sen|siz) (?:kim|ne)\w*|kimsin\w*(?: sen)?|nesin\w*|(?:sen |siz )?(?:bir )?(?:bot|robot|yapay zeka|insan|gercek) m[iu]s[iu]n\w*|"
    r"(?:sen |siz )?(?:ne(?:ler)?|neyi) (?:yap|bil|anlat)(?:abil|ebil)?\w*s[iu]n\w*|(?:seni|sizi) kim (?:yapti|yazdi|programladi)|adin ne\w*|ismin ne\w*|"
    r"ne ise yar\w+s[iu]n\w*|(?:ne(?:ler|yi)?|hangi sorulari|hangi soruyu|nasil) (?:bir )?(?:soru )?sor(?:abil|ay|acag|sam|uyor|mali)\w*(?: sana| size)?|"
    r"(?:sana|size) (?:ne(?:ler)?|nasil) sor\w+|(?:hangi|ne) konu\w* (?:var|bil\w*|sor\w*|yanitl\w*|cevapl\w*|hakkinda\w*)(?: bil\w*)?|"
    r"konu\w* ne(?:ler|dir|lerdir)?|(?:bu(?:nu)? |seni |sizi )?nasil (?:calisi(?:r|yor)(?:s[iu]n\w*)?|kullan(?:ilir|acag|ir[iu]m|iyor[iu]m|abilir|ayim)\w*)|"
    r"ne ise yar(?:ar|iyor)(?:s[iu]n\w*)?|what can i ask(?: you)?|how (?:do i use|does) (?:this|it)(?: work)?|"
    r"yardim(?: et\w*| eder misin\w*)?|help(?: me)?|who are you|what (?:are you|can you do)|are you (?:a bot|human|an ai)|who made you",
}
# What is around is one word, so wherever the courtesy itself can stand it is found.
_WHOLE = {kind: re.compile(rf"(?:(?:(?P<said>{said})|{_AROUND})(?: |$))+") for kind, said in _SAID.items()}


def courtesy(library: Library, text: str) -> Decision | None:
    """The reply to a *text* that asks nothing; None where anything in it may be a question about history."""
    if len(text) > LONGEST:
        return None
    said = " ".join(split_words(text))
    kind = next((kind for kind, whole in _WHOLE.items() if (found := whole.fullmatch(said)) and found["said"]), None)
    if kind is None:
        return None
    return Decision(Unknown(examples(library) if kind in {"greeting", "about-me"} else (), reason=kind))


def examples(library: Library) -> tuple[Choice, ...]:
    """Three questions that are answered, for whoever does not know what to ask."""
    return tuple(Choice(question_for(library, library.facts[name]), name) for name in EXAMPLES if name in library.facts)
