"""All names in a text, for pseudonymization, with recall before precision."""

import re
from collections.abc import Iterator
from functools import cache

from coach import phrases
from coach.listening import chinese_names
from coach.listening.name_words import any_of, table
from coach.listening.names import find_names
from coach.locations import assets

_WORD = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ&'’-]*"
_SENTENCE = re.compile(r"[\n。！？!?；;]")
_START = re.compile(r"(?:^|[.!?…:;\n。！？：；][\"'“”’)]*|(?:^|\n)\s*[-•*])\s*[\"'“(]*$")
_LATIN = re.compile(r"[a-zà-ɏ][a-zà-ɏ'’]*", re.IGNORECASE)


def names_in(text: str) -> Iterator[str]:
    """Names of people and companies, verbatim, possibly repeated. Never raises."""
    for sentence in _SENTENCE.split(text):
        yield from (name for name in find_names(sentence).values() if not _role(name))
    yield from chinese_names.everybody(text)
    for run in _runs().finditer(text):
        name = _bare(run.group().split(), begins=bool(_START.search(text[: run.start()])))
        if name:
            yield name


def short_name(name: str) -> str:
    """The colloquial short form of a Chinese company's name, or an empty string."""
    return chinese_names.short(name)


def is_common_word(word: str) -> bool:
    """Whether an English word is more likely the word than somebody's name."""
    plain = re.sub("['’].*", "", word.lower()).strip(".&-")
    return plain in _never() or any(form in _vocabulary() for form in (plain, plain.removesuffix("s")))


def _bare(words: list[str], begins: bool) -> str:
    """The name in a run of capitalized words, without other words around it and without the first word of a sentence."""
    while words and (_no_name(words[0]) or (begins and is_common_word(words[0]))) and not _titled(words):
        words = words[1:]
    while words and _no_name(words[-1]):
        words = words[:-1]
    return re.sub("['’]s$", "", " ".join(words)).rstrip(".,'’-&")


def _titled(words: list[str]) -> bool:
    return len(words) > 1 and words[0].rstrip(".") in table("en")["honorifics"].split()


def _no_name(word: str) -> bool:
    return len(word.strip(".")) < 2 or re.sub("['’].*", "", word.lower()).rstrip(".") in _never()


def _role(name: str) -> bool:
    """Whether it is only a job title: the owner, 采购经理."""
    words = _LATIN.findall(name)
    if words and not chinese_names.CHINESE.search(name):
        return all(is_common_word(word) for word in words) and not _titled(name.split())
    return chinese_names.is_role(name)


@cache
def _runs() -> re.Pattern[str]:
    title = rf"(?:{any_of(table('en')['honorifics'])})"
    link = r"(?:of|&|de|da|van|von|der|the)\s"
    one = rf"(?:{title}\.?\s+{_WORD}|[A-Z]\.(?=\s?[A-Z])|{_WORD})"
    return re.compile(rf"(?<![A-Za-z'’]){one}(?:[ \t]+(?:{link})?{one})*")


@cache
def _never() -> frozenset[str]:
    """Capitalized words that are no names: days, months, titles, abbreviations."""
    book = phrases.load("en").entries
    known = {word.lower() for lines in book.values() for line in lines for word in re.findall(r"\b[A-Z]{2,}\b", line)}
    return frozenset(table("en")["not_names"].split()) | known


@cache
def _vocabulary() -> frozenset[str]:
    """Common words, which a sentence may begin with."""
    known = (assets() / "listening" / "lexicon" / "en.toml").read_text("utf-8")
    listed = " ".join(table("en")[name] for name in ("verbs", "suffixes", "roles"))
    spoken = " ".join(line for lines in phrases.load("en").entries.values() for line in lines)
    return frozenset(re.findall(r"(?<![\w{])[a-z]{2,}", f"{known} {listed} {spoken}"))
