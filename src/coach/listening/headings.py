"""English customers in a clause of their own, as in dictation: "right so Brightwell Dental Lab up in Stockport, saw
Priya".
"""

from collections.abc import Iterator

from coach.listening.name_words import NamePattern

EXCLAIMED = frozenset(
    ("day", "days", "week", "ever", "zero", "nothing", "never", "chance", "way", "worst", "best", "big", "total", "absolute", "complete", "god", "joy", "luck", "christmas", "merry", "happy", "year", "easter", "everyone", "everybody")
)  # fmt: skip
"""Words of capitalized exclamations: Worst Day Ever."""
_HEADING = NamePattern("en", "{heading}")
_RIVAL = NamePattern("en", "{undercuts}")


def headings(text: str) -> Iterator[tuple[str, str]]:
    """(name, following text) for every capitalized name that is a clause of its own."""
    for hit in _HEADING.finditer(text):
        after = text[hit.end() :]
        if not _RIVAL.match(after):
            yield hit[1], after
