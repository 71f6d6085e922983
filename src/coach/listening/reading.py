"""The input of the network: a text as clauses with tokens and concepts."""

from typing import NamedTuple

from coach.listening.clauses import clauses, long_to_quote, parts
from coach.listening.lexicon import Found, Lexicon
from coach.listening.normal import Spelling
from coach.listening.tokens import Token, Tokens


class Clause(NamedTuple):
    """A clause text[start:end] with the phrases found in it and its tokens."""

    start: int
    end: int
    found: list[Found]
    tokens: list[Token]


class Reader:
    """Segments and tokenizes texts."""

    def __init__(self, spelling: Spelling, lexicon: Lexicon, tokens: Tokens) -> None:
        self._spelling = spelling
        self._lexicon = lexicon
        self._tokens = tokens

    def read(self, text: str) -> list[Clause]:
        """The clauses of the text; none if it is only punctuation."""
        plain = self._spelling.plain(text)
        return [self._clause(plain, start, end) for start, end in clauses(plain)]

    def closer(self, text: str, start: int, end: int) -> list[Clause]:
        """A stretch of the text sentence by sentence, where it was dictated without a stop; empty where it is but one."""
        if end - start <= long_to_quote(text[start:end]):
            return []
        plain = self._spelling.plain(text)
        found = parts(plain, start, end)
        return [self._clause(plain, *part) for part in found] if len(found) > 1 else []

    def _clause(self, plain: str, start: int, end: int) -> Clause:
        words = self._spelling.words(plain, start, end)
        found = self._lexicon.find(plain, start, end, words)
        return Clause(start, end, found, self._tokens.of(plain, start, end, words, found))
