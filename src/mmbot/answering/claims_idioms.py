"""Ways of saying one deed in several words, put into the one word for it: “hayatını kaybetti” died, “geri alındı” was freed."""

import re

# Only what says the same in every sentence; what follows the beginning that is given here stays as it is.
_IDIOMS = tuple(
    (re.compile(rf"\b{idiom}"), plain)
    for idiom, plain in (
        ("geri al[ıi]n", "kurtarıl"),
        ("geri al(?=[dmya])", "kurtar"),
        ("(?:hayat[ıi]n[ıi] kaybet|yaşam[ıi]n[ıi] kaybet|vefat et)ti", "öldü"),
        ("(?:hayat[ıi]n[ıi] kaybet|yaşam[ıi]n[ıi] kaybet|vefat et)miş", "ölmüş"),
        ("(?:hayat|yaşam)[ıi]n[ıi] yitirdi", "öldü"),
        ("(?:hayat|yaşam)[ıi]n[ıi] yitirmiş", "ölmüş"),
        ("karar al[ıi]n", "karar veril"),
        ("karar ald[ıi]", "karar verdi"),
        ("karar alm[ıi]ş", "karar vermiş"),
        ("hizmete açıl", "açıl"),
        ("hizmete girdi", "açıldı"),
        ("sona erdi", "bitti"),
        ("sona ermiş", "bitmiş"),
        ("kaleme ald[ıi]", "yazdı"),
        ("imza altına alındı", "imzalandı"),
    )
)


def said_plainly(text: str) -> str:
    """*text* with every idiom in one word.

    >>> said_plainly("Kars 30 Ekim 1920'de geri alındı"), said_plainly("Abilov hayatını kaybetti")
    ("Kars 30 Ekim 1920'de kurtarıldı", 'Abilov öldü')
    """
    for idiom, plain in _IDIOMS:
        text = idiom.sub(plain, text)
    return text
