"""Names of customers and of persons met in writing and in pinyin, so that `hongda`, `hd` and 宏达 all find 宏达机械.

A name is indexed by its tokens (`search_tokens`) and, from each of its Chinese characters on, by the pinyin of the rest
and by its initials. All readings of the first two characters count, and the usual reading of the others.
"""

import re
import sqlite3
from functools import lru_cache
from itertools import islice, product

from coach.journal.search_tokens import CJK, normalize, tokenize

_ONE = re.compile(f"[{CJK}]")
_RUN = re.compile(rf"[{CJK}]+")
_READINGS = 12
"""Maximum number of combinations of readings per name."""


def add(db: sqlite3.Connection, name: str) -> None:
    """Indexes a name, once."""
    number = db.execute("insert or ignore into names (name) values (?) returning no", (name,)).fetchone()
    if number is not None:
        db.execute("insert into sounds (rowid, words) values (?, ?)", (number[0], sounds(name)))


def matching(db: sqlite3.Connection, typed: str, limit: int) -> list[str]:
    """Names that match every typed word as a prefix, in writing, pinyin or initials; newest first."""
    words = [word for word in tokenize(typed).split() if word != "¶"]
    if not words:
        return []
    every = " AND ".join(f'"{word}"' if _ONE.match(word) else f'"{word}" *' for word in words)
    whole = "".join(words)
    either = every if _ONE.search(whole) or len(words) == 1 else f'({every}) OR ("{whole}" *)'
    question = "select n.name from sounds join names n on n.no = sounds.rowid where sounds match ? order by sounds.rowid desc limit ?"
    rows = db.execute(question, (either, 4 * limit)).fetchall()
    chinese = "".join(word for word in words if _ONE.match(word))
    return [name for (name,) in rows if chinese in normalize(name)][:limit]


def sounds(name: str) -> str:
    """All tokens that find a name, separated by spaces."""
    found = set(tokenize(name).split()) - {"¶"}
    for run in _RUN.findall(normalize(name)):
        for syllables in _readings(run):
            for start in range(len(syllables)):
                rest = syllables[start:]
                found.add("".join(rest))
                found.add("".join(syllable[0] for syllable in rest))
    return " ".join(sorted(found))


def _readings(run: str) -> list[tuple[str, ...]]:
    from pypinyin import Style, lazy_pinyin

    usual = lazy_pinyin(run, style=Style.NORMAL, errors="ignore")
    if len(usual) != len(run):
        usual = [_one(char)[0] for char in run]
    first = [sorted({usual[n], *_one(run[n])}) for n in range(min(2, len(run)))]
    combined = [(*head, *usual[2:]) for head in islice(product(*first), _READINGS)]
    combined.append(tuple(usual))
    return [
        *combined,
        *(tuple(s.replace("v", "u") for s in reading) for reading in combined if any("v" in s for s in reading)),
    ]


@lru_cache(maxsize=4096)
def _one(char: str) -> list[str]:
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return found[0] if found else [char]
