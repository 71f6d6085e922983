"""One form for many spellings, length kept, so that every offset still points into what was typed."""

import re
from functools import lru_cache

_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)*|[0-9]+(?:[.,:/][0-9]+)*|[$£€%]")
_FORMS = (("没得", "没有"), ("木有", "没有"), ("莫得", "没有"), ("么得", "没有"), ("毛得", "没有"), ("无没", "没有"), ("他话", "他说"), ("晓得", "知道"),
          ("老细", "老板"), ("头家", "老板"), ("钟意", "喜欢"), ("签佐", "签了"), ("宁家", "人家"))  # fmt: skip
_STEMS = {
    "wasnt": "not", "isnt": "not", "arent": "not", "werent": "not", "aint": "not", "dont": "not", "doesnt": "not", "didnt": "not",
    "dun": "not", "didny": "not", "didnae": "not", "dinnae": "not", "disny": "not", "doesnae": "not", "isny": "not", "wisny": "not",
    "wasny": "not", "hasny": "not", "hasnt": "not", "havent": "not", "hadnt": "not", "hadny": "not", "wouldnt": "wont", "wouldny": "wont",
    "wont": "wont", "willnt": "wont", "cannae": "cant", "canny": "cant", "cannot": "cant", "couldnt": "cant", "couldny": "cant",
    "couldnae": "cant", "cant": "cant", "nae": "no", "naw": "no", "nowt": "nothing", "owt": "anything", "summat": "something",
    "wi": "with", "tae": "to", "ae": "of", "hisself": "himself", "oor": "our", "aff": "off", "oot": "out", "doon": "down",
    "nee": "no", "neeks": "no", "bought": "buy", "paid": "pay", "broke": "broke", "broken": "broken", "said": "say", "says": "say",
    "saying": "say", "told": "tell", "tells": "tell", "telling": "tell", "goes": "go", "going": "go", "went": "go", "gonna": "go",
    "thought": "think", "knew": "know", "known": "know", "made": "make", "makes": "make", "making": "make", "took": "take",
    "taken": "take", "came": "come", "gave": "give", "given": "give", "got": "get", "gotten": "get", "has": "have", "had": "have",
    "having": "have", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "im": "i",
    "ive": "i", "ill": "i", "id": "i", "ur": "your", "u": "you", "lost": "lose", "cost": "cost", "sent": "send", "left": "left",
    "money": "money", "monies": "money", "moneys": "money", "business": "business", "boss": "boss", "bosses": "boss", "yes": "yes",
    "his": "his", "this": "this", "us": "us", "as": "as", "does": "do", "did": "do", "done": "done", "signed": "signed",
    "signing": "sign", "signs": "sign", "less": "less", "process": "process", "access": "access", "address": "address",
    "wants": "want", "wanting": "want", "wanted": "want", "chose": "choose", "spoke": "speak", "spoken": "speak", "held": "hold",
    "kept": "keep", "brought": "bring", "froze": "froze", "frozen": "frozen", "asked": "ask", "asking": "ask", "asks": "ask",
    "axed": "ask", "its": "it", "hes": "he", "shes": "she", "hed": "he", "shed": "she", "hell": "he", "shell": "she",
    "theyre": "they", "theyve": "they", "theyd": "they", "theyll": "they", "were'": "we", "weve": "we", "wed": "wed", "wes": "we",
    "thats": "that", "theres": "there", "whats": "what", "whos": "who", "nothin": "nothing", "somethin": "something",
    "n't": "not", "nope": "no", "nah": "no", "cos": "because", "coz": "because", "cuz": "because", "bc": "because",
    "mgr": "manager", "mgmt": "management", "sig": "signature", "appt": "appointment", "mtg": "meeting", "comp": "competitor",
    "w/o": "without", "dm": "dm", "rly": "really", "defo": "definitely", "def": "definitely", "prob": "probably", "probs": "probably",
    "prolly": "probably", "mebbe": "maybe", "mebby": "maybe", "dunno": "dunno", "gotta": "must", "wanna": "want", "yesterday": "yesterday",
    "always": "always", "perhaps": "perhaps", "previous": "previous", "status": "status", "across": "across", "unless": "unless",
    "series": "series", "serious": "serious", "obvious": "obvious", "bonus": "bonus", "focus": "focus", "plus": "plus", "news": "news",
    "pays": "pay", "paying": "pay", "payed": "pay", "thing": "thing", "nothing": "nothing", "something": "something",
    "anything": "anything", "everything": "everything", "during": "during", "king": "king", "bring": "bring", "evening": "evening",
    "morning": "morning", "spring": "spring", "meeting": "meeting", "building": "building", "need": "need", "needed": "need",
    "feed": "feed", "speed": "speed", "indeed": "indeed", "agreed": "agree", "freed": "free", "red": "red", "bed": "bed", "tired": "tired",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The form an English word is looked up by: no apostrophe, no common ending, dialect and shorthand undone."""
    word = word.replace("'", "")
    known = _STEMS.get(word)
    if known is not None:
        return known
    size = len(word)
    for ending, keep in (
        ("ingly", 3),
        ("edly", 3),
        ("ing", 3),
        ("ied", 2),
        ("ies", 2),
        ("ed", 3),
        ("es", 3),
        ("ly", 4),
        ("s", 3),
    ):
        if word.endswith(ending) and size - len(ending) >= keep:
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sle":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def normalise(text: str, table: dict[int, str]) -> str:
    """The text in lower case, simplified characters and half width, dialect characters read as their standard ones; same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    plain = lowered.translate(table)
    for form, standard in _FORMS:
        if form in plain:
            plain = plain.replace(form, standard)
    return plain


def words(plain: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The Latin words and numbers of a stretch as (stem, start, end)."""
    return [(stem(hit.group()), hit.start(), hit.end()) for hit in _LATIN.finditer(plain, start, end)]
