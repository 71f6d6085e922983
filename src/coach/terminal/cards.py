"""View model of the panel beside a rehearsal: the rules before the start, the scorecard after the end."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coach.phrases import Phrasebook
from coach.terminal.spans import Span

if TYPE_CHECKING:
    from coach.conduct.rehearsal_room import RehearsalResult
    from coach.domain.practice import Check

CardLine = tuple[Span, ...]
_BARS = "▁▂▃▄▅▆▇█"
_EMPTY: CardLine = (Span("", ""),)
_BESIDE = 4


def rules(names: Sequence[str], book: Phrasebook, hint_cost: int) -> list[CardLine]:
    """The checks, shown before the first line."""
    lines: list[CardLine] = [(Span(book.say("rehearsal.counts"), "key"),)]
    lines += [(Span("· ", "dim"), Span(book.say(f"check.{name}"), "")) for name in names]
    return [*lines, (Span("", ""),), (Span(book.say("rehearsal.hint_costs", cost=hint_cost), "dim"),)]


def scorecard(
    ending: "RehearsalResult", book: Phrasebook, clock: str, pauses: int, *, revealed: bool
) -> list[CardLine]:
    """Outcome, one gap and a better line, the customer's hidden side if requested, then every check with its reason."""
    card, b = ending.card, book
    over = b.say("rehearsal.over", outcome=b.say(f"outcome.{card.outcome}"), score=card.score, clock=clock)
    lines: list[CardLine] = [(Span(over, "strong"),)]
    if pauses:
        lines.append((Span(b.say("rehearsal.pauses", count=pauses), "dim"),))
    if len(ending.attempts) > 1:
        bars = spark([one.score for one in ending.attempts])
        lines.append((Span(b.say("rehearsal.progress") + " ", "dim"), Span(bars, "good")))
    if card.gap:
        lines += [
            _EMPTY,
            (Span(b.say("rehearsal.gap") + " ", "key"), Span(ending.gap, "")),
            (Span(b.say("rehearsal.instead") + " ", "key"), Span(ending.better, "good")),
        ]
    lines += [(Span(text, "dim"),) for text in ending.habits]
    if revealed:
        lines += [_EMPTY, (Span(b.say("rehearsal.behind"), "key"),)]
        lines += [(Span("  ", ""), Span(text, "")) for text in ending.reveal]
    lines.append(_EMPTY)
    for check, reason in zip(card.checks, ending.reasons, strict=True):
        lines += _check(check, reason, b, ending.before)
    return lines if revealed else [*lines, _EMPTY, (Span(b.say("rehearsal.reveal_key"), "dim"),)]


def side_by_side(ending: "RehearsalResult", book: Phrasebook) -> list[CardLine]:
    """The last attempts side by side: score and checks, then what was said at the retried turn."""
    shown = ending.attempts[-_BESIDE:]
    lines: list[CardLine] = [
        (Span(book.say("rehearsal.compared"), "key"),),
        (Span("".join(f"{one.number:>4}" for one in shown) + "  ", "dim"), Span(book.say("rehearsal.attempt"), "dim")),
        (Span("".join(f"{one.score:>4}" for one in shown) + "  ", "strong"), Span(book.say("rehearsal.score"), "dim")),
    ]
    for check in ending.card.checks:
        marks = "".join(f"{one.marks[check.id]:>4}" for one in shown if check.id in one.marks)
        ink = "good" if check.passed else "warn" if check.passed is False else "dim"
        lines.append((Span(marks + "  ", ink), Span(book.say(f"check.{check.id}"), "")))
    lines += [_EMPTY]
    lines += [_numbered(one.number, book.say(f"outcome.{one.outcome}")) for one in shown]
    if ending.turn:
        lines += [_EMPTY, (Span(book.say("rehearsal.at_turn", turn=ending.turn), "key"),)]
        for one in ending.attempts:
            if one.line:
                lines += [_numbered(one.number, one.line), (Span("    ", ""), Span(one.reply, "dim"))]
    return lines


def _numbered(number: int, text: str) -> CardLine:
    return Span(f"{number:>2}  ", "dim"), Span(text, "")


def spark(scores: Sequence[int]) -> str:
    """A sparkline of the last twelve scores (0 to 100), with the last number."""
    bars = "".join(_BARS[min(len(_BARS) - 1, max(0, score) * len(_BARS) // 101)] for score in scores[-12:])
    return f"{bars} {scores[-1]}" if scores else ""


def _check(check: "Check", reason: str, book: Phrasebook, before: Mapping[str, str]) -> list[CardLine]:
    now, then = check.mark, before.get(check.id, "")
    shown = f"{then}→{now} " if then and then != now else f"{now} "
    ink = "good" if check.passed else "warn" if check.passed is False else "dim"
    return [(Span(shown, ink), Span(book.say(f"check.{check.id}"), "strong")), (Span("  ", ""), Span(reason, "dim"))]
