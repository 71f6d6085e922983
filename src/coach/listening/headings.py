"""English customers in a clause of their own, as in dictation: "right so Brightwell Dental Lab up in Stockport, saw
Priya".
"""

import re
from collections.abc import Iterator
from functools import cache

from coach.listening.name_words import any_of, table

_WORD = r"(?!I\b)(?:(?:St|Mt|Ft)\.?\s)?[A-ZÀ-ÖØ-Þ][\w&-]*(?:['’](?!s\b)\w+)?(?:['’]s(?=\s[A-Za-z]))?"
_JOINED = r"(?:\s(?:&|and|of|the|\+)\s|\s)"
_OTHERS = r"they|lost|not|no|never|like|than|against|for|from|to|with|by|use|uses|using|chose|pick(?:ed)?|call(?:ed)?|is|was|it['’]?s|he['’]?s|she['’]?s"
"""Words before a name that need not be the customer's."""
_AFTER = r"up|down|over|out|in|on|near|today|yesterday|this|again|the|they|(?:mon|tues|wednes|thurs|fri)day|(?:[a-z]+\s)?(?:job|deal|order|contract|account|tender|bid)"
_LEAD_INS = r"\b(?:(?:first|second|third|other|next)\s(?:one|up|was|visit)(?:\s(?:is|was))?:?|went\s(?:out\s|over\s|up\s|down\s)?to|been\sto|visited|popped\s(?:in\s)?to|called\s(?:in\s)?at|dropped\s(?:in\s)?at)\s(?:the\s)?"
EXCLAIMED = frozenset(
    ("day", "days", "week", "ever", "zero", "nothing", "never", "chance", "way", "worst", "best", "big", "total", "absolute", "complete", "god", "joy", "luck", "christmas", "merry", "happy", "year", "easter", "everyone", "everybody")
)  # fmt: skip
"""Words of capitalized exclamations: Worst Day Ever."""
_RIVAL = re.compile(r"\s*(?:came in|undercut|quoted|offered|beat|(?:is|are) cheaper)\b")


@cache
def _heading() -> re.Pattern[str]:
    en = table("en")
    tail = rf"(?:\s(?:{any_of(en['suffixes'] + ' ' + en['proper_suffixes'])})\b)?"
    dictated = rf"(?:(?!(?:{_OTHERS})\b)[a-z][a-z'’]*\s){{0,4}}"
    begin = (
        rf"(?:^{dictated}|^(?i:(?:i|we|just|sadly|ugh|so|well)\s){{0,3}}[Ll]ost\s(?:the\s)?|[,.;:(!?]\s|{_LEAD_INS})"
    )
    end = rf"(?=\s*(?:[,.;:)!?\n]|$)|\s[-–—]\s|\s(?:{_AFTER})\b)"
    return re.compile(rf"{begin}(?:[Tt]he\s)?((?!Lost\b){_WORD}(?:{_JOINED}{_WORD}){{0,4}}{tail}){end}")


def headings(text: str) -> Iterator[tuple[str, str]]:
    """(name, following text) for every capitalized name that is a clause of its own."""
    for hit in _heading().finditer(text):
        after = text[hit.end() :]
        if not _RIVAL.match(after):
            yield hit[1], after
