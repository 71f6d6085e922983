"""The embedded listener: extracts facts with quotes and confidences from free text, offline, with the standard library
only.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path

from coach.domain.hearing import Act, Hearing, Stage
from coach.listening.acts import ActEar
from coach.listening.bare_names import only_names
from coach.listening.breakdowns import with_breakdown
from coach.listening.claims import Claims, Closer, Piece, chances
from coach.listening.details import completed
from coach.listening.hope import without_guessed_rank, without_supposed
from coach.listening.lexicon import Found, Lexicon
from coach.listening.model import described, model
from coach.listening.money import without_false_money
from coach.listening.normal import Spelling
from coach.listening.orders import without_orders
from coach.listening.outright import with_outright
from coach.listening.reading import Clause
from coach.listening.signatures import without_false_signature
from coach.listening.silence import without_silence
from coach.listening.told_reasons import with_reason_told
from coach.locations import assets

_APPROVALS = frozenset({"DECIDE", "ALONE", "CANTDECIDE", "APPROVE", "REPORTUP", "ABOVEHIM", "ONELAYER"})
"""Concepts of the lexicon that mention approvals (R7)."""


class EmbeddedListener:
    """`coach.ports.Listener` for Chinese and English. Instructions in a text are text and have no effect."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the shipped data, or that of `folder`. Raises FileNotFoundError or ValueError if it is missing or damaged."""
        self._folder = folder or assets() / "listening"
        told = described(self._folder)
        self._spelling = Spelling.described(told)
        self._lexicon = Lexicon(told["phrases"])
        self._reader, self._network = model(self._folder, told, self._spelling, self._lexicon)
        self._step = told["classes"].index("next_step yes")
        self._claims = Claims(told["classes"], told["thresholds"], told["calibration"])

    def hear(self, text: str, stage: Stage, today: date, language: str | None = None) -> Hearing:
        """What the text says as the answer to the question of `stage` (R12-R14, R21). Raises nothing but OSError.

        Dates resolve against `today`, the day of the visit. `language` is not used: the script of the text decides.
        """
        text = without_orders(text)
        heard, step_told = self._heard(text, stage)
        heard = with_reason_told(heard, text, lambda words: self._heard(words, "unsigned")[0])
        return completed(heard, text, stage, today, step_told) if step_told is not None else heard

    def _heard(self, text: str, stage: Stage) -> tuple[Hearing, float | None]:
        """What the text tells, and how probably a next step; that is None of a text without words."""
        clauses = self._reader.read(text)
        if not clauses:
            return Hearing(), None
        read = self._network.read([clause.tokens for clause in clauses], [stage] * len(clauses))
        likely = chances(self._network.scores(read))
        closer = cache(partial(self._closer, text, stage))
        alone = partial(self._network.alone, read)
        claimed = without_supposed(self._claims.hearing(text, likely, _pieces(text, clauses), alone, closer), text)
        claimed = without_false_money(claimed, text)
        claimed = without_false_signature(without_silence(without_guessed_rank(claimed, text)), text)
        heard = with_outright(with_breakdown(claimed), text, self._spelling.simplified(text))
        return heard, likely[self._step]

    def _closer(self, text: str, stage: Stage, start: int, end: int) -> Closer:
        """The sentences in a stretch of the text, and what each tells."""
        clauses = self._reader.closer(text, start, end)
        if not clauses:
            return [], []
        read = self._network.read([clause.tokens for clause in clauses], [stage] * len(clauses))
        return self._network.alone(read), _pieces(text, clauses)

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
        """The dialogue acts of the rep's line in reply to the customer's. Raises nothing but OSError.

        `language` is not used: the script of the lines decides.
        """
        return self._act_ear.hear(customer, rep)

    @cached_property
    def _act_ear(self) -> ActEar:
        """Loaded at the first line: most debriefs have one or none."""
        return ActEar(self._folder / "acts", self._spelling, self._lexicon)


def _pieces(text: str, clauses: Iterable[Clause]) -> list[Piece]:
    return [
        Piece(clause.start, clause.end, _approves(clause.found), only_names(text[clause.start : clause.end]))
        for clause in clauses
    ]


def _approves(found: Iterable[Found]) -> bool:
    return any(not _APPROVALS.isdisjoint(hit.concepts) for hit in found)
