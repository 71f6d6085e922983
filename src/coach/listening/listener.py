"""The embedded listener: extracts facts with quotes and confidences from free text, offline, with the standard library only."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from coach.domain.hearing import Act, Hearing, Stage
from coach.listening.acts import hear_acts
from coach.listening.claims import Claims, Closer, Piece, chances
from coach.listening.details import completed
from coach.listening.fingerprints import Fingerprints
from coach.listening.hope import without_guessed_rank, without_wishful_yes
from coach.listening.lexicon import Found, Lexicon
from coach.listening.network import Network
from coach.listening.normal import Spelling
from coach.listening.on_disk import table
from coach.listening.orders import without_orders
from coach.listening.outright import with_outright
from coach.listening.reading import Clause, Reader
from coach.listening.signatures import without_false_signature
from coach.listening.silence import without_silence
from coach.listening.tokens import from_table
from coach.locations import assets

_APPROVALS = frozenset({"DECIDE", "ALONE", "CANTDECIDE", "APPROVE", "REPORTUP", "ABOVEHIM", "ONELAYER"})
"""Concepts of the lexicon that mention approvals (R7)."""


class EmbeddedListener:
    """`coach.ports.Listener` for Chinese and English. Instructions in a text are text and have no effect."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the shipped data, or that of `folder`. Raises FileNotFoundError or ValueError if it is missing or damaged."""
        folder = folder or assets() / "listening"
        told: dict[str, Any] = json.loads((folder / "ear.json").read_text("utf-8"))
        spelling = Spelling(str.maketrans(*told["characters"]), told["forms"], told["stems"])
        words = Fingerprints((folder / "tokens.bin").read_bytes())
        tokens = from_table(words, (folder / "rows.bin").read_bytes(), told["concepts"])
        self._reader = Reader(spelling, Lexicon(told["phrases"]), tokens)
        self._network = Network(table(folder / "network.bin"), (folder / "layers.bin").read_bytes(), told["network"])
        if self._network.rows != len(tokens):
            raise ValueError(f"{self._network.rows} rows of weights for {len(tokens)} tokens")
        self._step = told["classes"].index("next_step yes")
        self._claims = Claims(told["classes"], told["thresholds"], told["calibration"])

    def hear(self, text: str, stage: Stage, today: date, language: str | None = None) -> Hearing:
        """What the text says as the answer to the question of `stage` (R12-R14, R21). Raises nothing but OSError.

        Dates resolve against `today`, the day of the visit. `language` is not used: the script of the text decides.
        """
        text = without_orders(text)
        clauses = self._reader.read(text)
        if not clauses:
            return Hearing()
        read = self._network.read([clause.tokens for clause in clauses], stage)
        likely = chances(self._network.scores(read))
        closer = cache(partial(self._closer, text, stage))
        alone = partial(self._network.alone, read)
        claimed = without_wishful_yes(self._claims.hearing(text, likely, _pieces(clauses), alone, closer))
        claimed = without_false_signature(without_silence(without_guessed_rank(claimed)), text)
        return completed(with_outright(claimed, text), text, stage, today, likely[self._step])

    def _closer(self, text: str, stage: Stage, start: int, end: int) -> Closer:
        """The sentences in a stretch of the text, and what each tells."""
        clauses = self._reader.closer(text, start, end)
        if len(clauses) < 2:
            return [], []
        return self._network.alone(self._network.read([clause.tokens for clause in clauses], stage)), _pieces(clauses)

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
        """The dialogue acts of the rep's line in reply to the customer's. Never raises."""
        return hear_acts(customer, rep, language)


def _pieces(clauses: Iterable[Clause]) -> list[Piece]:
    return [Piece(clause.start, clause.end, _approves(clause.found)) for clause in clauses]


def _approves(found: Iterable[Found]) -> bool:
    return any(not _APPROVALS.isdisjoint(hit.concepts) for hit in found)
