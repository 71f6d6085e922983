"""The panel beside a rehearsal, as lines: what counts before the start, the scorecard after the end."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coach.phrases import Phrasebook
from coach.terminal.widgets.lines import Span

if TYPE_CHECKING:
    from coach.conduct.rehearsal_room import Ending
    from coach.domain.practice import Check

CardLine = tuple[Span, ...]
_BARS = "▁▂▃▄▅▆▇█"


def rules(names: Sequence[str], book: Phrasebook, hint_cost: int) -> list[CardLine]:
    """The checks, shown before the first word."""
    lines: list[CardLine] = [(Span(book.say("rehearsal.counts"), "key"),)]
    lines += [(Span("· ", "dim"), Span(book.say(f"check.{name}"), "")) for name in names]
    return [*lines, (Span("", ""),), (Span(book.say("rehearsal.hint_costs", cost=hint_cost), "dim"),)]


def scorecard(ending: "Ending", book: Phrasebook, clock: str, *, revealed: bool) -> list[CardLine]:
    """Outcome, one gap and one line to say instead, then every check with its reason; the customer's secrets last."""
    card = ending.card
    lines: list[CardLine] = [
        (
            Span(
                book.say("rehearsal.over", outcome=book.say(f"outcome.{card.outcome}"), score=card.score, clock=clock),
                "strong",
            ),
        )
    ]
    if len(ending.scores) > 1:
        lines.append((Span(book.say("rehearsal.progress") + " ", "dim"), Span(spark(ending.scores), "good")))
    if card.gap:
        lines += [
            (Span("", ""),),
            (Span(book.say("rehearsal.gap") + " ", "key"), Span(book.say(f"gap.{card.gap}"), "")),
            (Span(book.say("rehearsal.instead") + " ", "key"), Span(ending.better, "good")),
        ]
    lines.append((Span("", ""),))
    for check, reason in zip(card.checks, ending.reasons, strict=True):
        lines += _check(check, reason, book, ending.before)
    lines.append((Span("", ""),))
    if revealed:
        lines.append((Span(book.say("rehearsal.behind"), "key"),))
        lines += [(Span(text, ""),) for text in ending.reveal]
    else:
        lines.append((Span(book.say("rehearsal.reveal_key"), "dim"),))
    return lines


def spark(scores: Sequence[int]) -> str:
    """Scores from 0 to 100 as a row of bars, the last twelve, with the last one's number."""
    bars = "".join(_BARS[min(len(_BARS) - 1, max(0, score) * len(_BARS) // 101)] for score in scores[-12:])
    return f"{bars} {scores[-1]}" if scores else ""


def mark(passed: bool | None, half: bool) -> str:
    """Yes, half, no, or not enough evidence."""
    return {True: "✓", False: "½" if half else "✗", None: "·"}[passed]


def _check(
    check: "Check", reason: str, book: Phrasebook, before: Mapping[str, tuple[bool | None, bool]]
) -> list[CardLine]:
    now = mark(check.passed, check.half)
    then = mark(*before[check.id]) if check.id in before else ""
    shown = f"{then}→{now} " if then and then != now else f"{now} "
    ink = "good" if check.passed else "warn" if check.passed is False else "dim"
    return [(Span(shown, ink), Span(book.say(f"check.{check.id}"), "strong")), (Span("  ", ""), Span(reason, "dim"))]
