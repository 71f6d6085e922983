"""Segmentation of a text into clauses, also of dictated text without punctuation."""

import re

from coach.domain.full_stops import FULL_STOP

_BREAK = re.compile(
    rf"[。！？；，,!?;\n…]+|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+|\[[\u4e00-\u9fff]{{1,3}}\]|{FULL_STOP}|——|--+|\s\d{{1,2}}[.、．)）]\s*(?=[\u4e00-\u9fff])| [-/|] |:(?=\s)|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"
)
"""Punctuation, the number of a point in a list, an emoji, or a space between two Chinese characters, which dictation produces instead."""
_ONWARD = re.compile(
    r"(?<=[\u3400-\u9fff])(?=[他她我佢俺]们?(?:老板)?(?:又|就|也|当场|跟我)?(?:说|讲|问|话)|然后|但是|不过|所以|后来|结果|可是|而且|因为|就是说|现在)"
    r"| (?=(?:and|but|so|because|cos|cause|then|though|which|unless|until|if)\b|(?:he|she|they|i)(?:'s)? (?:said|says|told|asked|goes|go|was like|reckons?|thinks?)\b)"
)
"""Words that begin a new clause in speech without pauses."""
_LONG, _SHORT = 20, 6
"""Clauses with more Chinese characters are split, into parts with at least `_SHORT`."""
_HOLDING = "a an the my your his her our their this what who which how than if as of for with to in on at by from"
_HELD = "".join(rf"(?<!\b{word})" for word in _HOLDING.split())
"""Behind these words no sentence begins: your | stuff is, than what | I've got."""
_SUBJECT = re.compile(
    _HELD
    + r" (?!(?:is|were|well|shed|wed|told|said|says)\b)(?=(?:he|she|they|i|we)(?:['’]?(?:s|re|ll|d|ve|m))? [a-z]|it(?:['’]?s|['’]?ll|['’]?d| is| was| would| will| has| had| needs) |(?:the|his|her|their|my|our|only) (?:(?!he |she |they |i )[a-z]+ ){1,2}(?:is|are|was|were|has|have|needs?|wants?) |"
    r"(?:not|didn['’]?t) sign|[a-z]+ (?:is|are) )"
)
"""Before who or what a sentence is about: there a new one may begin."""
_SUBJECT_HAN = re.compile(
    r"(?<=[\u3400-\u9fff])(?<![让給给跟问問对對和找请請叫见見陪带帶把被是的说說讲講求催帮幫为為替到在比像等看向就])(?=(?:[他她我咱]们?|人家)(?![的们]))|(?<=[\u3400-\u9fff])(?=[带帶][我着]|还让|還讓)"
)
QUOTED, _WORTH = 44, 9
"""Letters up to which a stretch is quoted as it is, and that a part of a longer one has at least: "she said" goes with the next."""
LETTERS = 4
"""Letters that count as one Chinese character."""


def clauses(plain: str) -> list[tuple[int, int]]:
    """The clauses as (start, end); long ones are split before words that begin a new one."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _BREAK.finditer(plain):
        if stop.start() > start:
            found += _divided(plain, start, stop.start())
        start = stop.end()
    if start < len(plain):
        found += _divided(plain, start, len(plain))
    return found


def _divided(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    letters = LETTERS if plain[start:end].isascii() else 1
    if end - start <= letters * _LONG:
        return [(start, end)]
    short = letters * _SHORT
    found = []
    for hit in _ONWARD.finditer(plain, start, end):
        if hit.start() - start >= short and end - hit.start() >= short:
            found.append((start, hit.start()))
            start = hit.end()
    return [*found, (start, end)]


def parts(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences in a stretch that somebody dictated without a stop; the stretch itself where it is short or has no such place."""
    latin = plain[start:end].isascii()
    subject, worth = (_SUBJECT, _WORTH) if latin else (_SUBJECT_HAN, _SHORT)
    found = []
    if end - start > long_to_quote(plain[start:end]):
        for hit in subject.finditer(plain, start, end):
            if hit.start() - start >= worth and end - hit.start() >= worth:
                found.append((start, hit.start()))
                start = hit.end()
    return [*found, (start, end)]


def long_to_quote(stretch: str) -> int:
    """Letters up to which such a stretch is quoted as it is: Chinese characters are twice as wide."""
    return QUOTED if stretch.isascii() else QUOTED // 2
