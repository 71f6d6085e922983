"""View model of the facts board and the verdict card: pure, from a sheet, a catalogue and a width."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from coach.domain.vocabulary import FACTS
from coach.phrases import Phrasebook
from coach.terminal import words
from coach.terminal.sheet import SPEAKS_FOR, TALKED, Sheet
from coach.terminal.spans import Span
from coach.terminal.wrapping import cut, fit, wrap

if TYPE_CHECKING:
    from coach.domain.facts import FactName

CORRECTING = ("F3", "F4", "F5", "F6")
"""Keys that correct the facts, in order."""
QUOTING = ("1", "2", "3", "4")
"""Keys that jump to the quotes of the facts."""
QUOTE_LINES = 2
"""Maximum lines of a quote on the board."""


class BoardLine(NamedTuple):
    """A line, the fact it concerns, and the target of a click: another debrief, or a line of the talk (1 = the first)."""

    spans: tuple[Span, ...]
    fact: "FactName | None" = None
    debrief: str = ""
    line: int = 0


def mark(name: str, value: str | None) -> str:
    """A symbol for a fact's value, readable without colour: ✓ for, ✗ against, ~ in between, ? a guess, · unknown."""
    if value is None:
        return "·"
    if value == "unsure":
        return "?"
    return "✓" if value in SPEAKS_FOR[name] else "✗" if value == "no" else "~"


def value_words(book: Phrasebook, name: str, value: str | None) -> str:
    """The label of a fact's value on the board."""
    return book.say("screen.board.none" if value is None else f"screen.value.{name}.{value}")


def lines(
    sheet: Sheet, book: Phrasebook, width: int, *, keys: Sequence[str], more: Iterable[list[BoardLine]] = ()
) -> list[BoardLine]:
    """The whole board, with the card first once the verdict is given. `keys`: one per fact, or none; `more`: parts
    below.
    """
    parts = [_facts(sheet, book, width, keys), _visit(sheet, book, width)]
    parts = [_card(sheet, book, width), *parts] if sheet.ruled else [*parts, _forming(sheet, book, width)]
    shown: list[BoardLine] = []
    for part in (*map(list, parts), *more):
        shown += [BoardLine(()), *part] if shown and part else part
    return shown


def glance(sheet: Sheet, book: Phrasebook, width: int) -> tuple[Span, ...]:
    """The board in one line, for narrow screens."""
    spans: list[Span] = []
    for name in FACTS:
        sign = mark(name, sheet.fact(name).value)
        spans += [Span(f"{book.say(f'screen.fact.{name}')}", "dim"), Span(f"{sign} ", _ink(sign))]
    room = width - sum(cell_len(span.text) for span in spans) - 1
    summary, ink = class_line(sheet, book), "strong"
    if sheet.overruled:
        after, by = sheet.overruled
        before = sheet.customer_class or book.say("screen.board.unclassed")
        summary, ink = book.say("screen.board.class_overruled", before=before, after=after, by=by), "warn"
    if not sheet.own and sheet.claimed[0]:
        claimed = words.judgement(book, *sheet.claimed)
        summary = book.join([book.say("screen.board.claimed_as", judgement=claimed), summary])
    return (*spans, Span("│ ", "rule"), Span(cut(summary, max(room - 1, 0)), ink))


def class_line(sheet: Sheet, book: Phrasebook) -> str:
    """The class, or what is missing for one."""
    if sheet.signed:
        return book.say("screen.board.signed_class")
    if all(sheet.fact(name).value is None for name in FACTS):
        return book.say("screen.board.no_class_yet")
    if sheet.withheld:
        return book.say("screen.board.yours_first")
    if sheet.customer_class and sheet.run_out:
        *others, last = sheet.run_out[1]
        options = book.say("due.either", others=book.names(others), last=last)
        return book.say("screen.board.class_run_out", customer_class=sheet.customer_class, options=options)
    if sheet.customer_class:
        return book.say("screen.board.class", customer_class=sheet.customer_class)
    missing = book.names(book.say(f"screen.fact.{name}") for name in sheet.unknown)
    if sheet.pending:
        return book.say("screen.board.missing_pending", facts=missing, pending=sheet.pending)
    return book.say("screen.board.missing", facts=missing)


def progress(step: str, book: Phrasebook, width: int) -> tuple[Span, ...]:
    """The steps with the current one in brackets; if too wide, its name and number."""
    at = TALKED.index(step) if step in TALKED else len(TALKED)
    names = [book.say(f"screen.step.{name}") for name in TALKED]
    shown = [f"[{name}]" if n == at else name for n, name in enumerate(names)]
    if cell_len(" ".join(shown)) > width:
        name = names[at] if at < len(TALKED) else book.say("screen.step.recorded")
        return (Span(cut(f"[{name}] {min(at + 1, len(TALKED))}/{len(TALKED)}", width), "key"),)
    inks = ["dim" if n > at else "key" if n == at else "coach" for n in range(len(TALKED))]
    return tuple(
        Span(("" if n == 0 else " ") + text, ink) for n, (text, ink) in enumerate(zip(shown, inks, strict=True))
    )


def head(text: str, width: int) -> BoardLine:
    """The heading of a part."""
    rest = max(width - cell_len(text) - 1, 0)
    return BoardLine((Span(text + " ", "key"), Span("─" * rest, "rule")))


def _facts(sheet: Sheet, book: Phrasebook, width: int, keys: Sequence[str]) -> Iterator[BoardLine]:
    yield head(book.say("screen.board.facts"), width)
    label = max(cell_len(book.say(f"screen.fact.{name}")) for name in FACTS)
    for n, name in enumerate(FACTS):
        fact = sheet.fact(name)
        sign = mark(name, fact.value)
        key = f"{keys[n]} " if keys else ""
        value = value_words(book, name, fact.value)
        columns = [
            Span(key, "dim"),
            Span(f"{sign} ", _ink(sign)),
            Span(fit(book.say(f"screen.fact.{name}"), label + 2), "coach"),
        ]
        room = width - cell_len(key) - label - 4
        by_hand = " " + book.say("screen.board.by_hand") if fact.corrected else ""
        yield BoardLine((*columns, Span(cut(value + by_hand, room), "dim" if fact.value is None else "strong")), name)
        for text in _quoted(book, fact.quotes, width - 3):
            yield BoardLine((Span("   "), Span(text, "rep")), name)


def _quoted(book: Phrasebook, quotes: tuple[str, ...], width: int) -> list[str]:
    if not quotes:
        return []
    folded = wrap(book.say("screen.quote", quote=" ".join(quotes[-1].split())), width)
    if len(folded) > QUOTE_LINES:
        folded = [*folded[: QUOTE_LINES - 1], cut(folded[QUOTE_LINES - 1] + "……", width)]
    return folded


def pair(book: Phrasebook, key: str, text: str, width: int, ink: str = "strong") -> Iterator[BoardLine]:
    """A label and its value, wrapped."""
    label = fit(book.say(f"screen.board.{key}"), _label_width(book))
    for n, part in enumerate(wrap(" ".join(text.split()), max(width - cell_len(label), 8))):
        yield BoardLine((Span(label if n == 0 else " " * cell_len(label), "dim"), Span(part, ink)))


def _label_width(book: Phrasebook) -> int:
    """Width of the label column in cells."""
    keys = ("product", "you_said", "claimed", "signing", "stuck", "deadline", "next", "line", "dispute", "outcome")
    return max(cell_len(book.say(f"screen.board.{key}")) for key in keys) + 2


def _visit(sheet: Sheet, book: Phrasebook, width: int) -> Iterator[BoardLine]:
    judged = sheet.claimed != (None, None)
    signing = signing_words(sheet, book)
    if not (judged or signing or sheet.blockers or sheet.product):
        return
    yield head(book.say("screen.board.visit"), width)
    if sheet.product:
        yield from pair(book, "product", sheet.product, width)
    if judged:
        said = "you_said" if sheet.own else "claimed"
        before = words.judgement(book, *sheet.claimed)
        after = words.judgement(book, *sheet.after) if sheet.after != (None, None) else ""
        yield from pair(
            book, said, book.say("screen.board.moved", before=before, after=after) if after else before, width
        )
    if signing:
        yield from pair(book, "signing", signing, width)
    if sheet.blockers:
        yield from pair(
            book, "stuck", book.join([book.say(f"screen.blocker.{name}") for name in sheet.blockers]), width
        )


def signing_words(sheet: Sheet, book: Phrasebook) -> str:
    """Whether signed, asked for, given in, and for which of R18's reasons, as far as known."""
    flags = (("signed", sheet.signed), ("asked", sheet.attempted), ("gave_in", sheet.gave_in))
    known = [book.say(f"screen.{name}.{'yes' if flag else 'no'}") for name, flag in flags if flag is not None]
    if sheet.reason in ("courage", "fear"):
        known.append(book.say(f"screen.reason.{sheet.reason}"))
    return book.join(known) if known else ""


def _forming(sheet: Sheet, book: Phrasebook, width: int) -> Iterator[BoardLine]:
    yield head(book.say("screen.board.forming"), width)
    for part in wrap(class_line(sheet, book), width):
        yield BoardLine((Span(part, "strong"),))
    if sheet.deadline and not (sheet.signed or sheet.withheld) and sheet.fact("authority").value:
        yield from pair(book, "deadline", words.day(book, sheet.deadline), width, "dim")


def _card(sheet: Sheet, book: Phrasebook, width: int) -> Iterator[BoardLine]:
    yield head(book.say("screen.board.verdict"), width)
    for part in wrap(class_line(sheet, book), width):
        yield BoardLine((Span(part, "strong"),))
    if sheet.overruled:
        yield from pair(
            book,
            "overruled",
            book.say("screen.overruled", after=sheet.overruled[0], by=sheet.overruled[1]),
            width,
            "warn",
        )
    for rule in () if sheet.signed else sheet.rules:
        named = f"screen.rule.{rule}"  # a later program, or a forged file, may name a rule that this one does not know
        for n, part in enumerate(wrap(book.say(named) if named in book else rule, width - 4)):
            yield BoardLine((Span(fit(rule if n == 0 else "", 4), "key"), Span(part, "coach")))
    if sheet.deadline and not sheet.signed:
        last_day = words.day(book, sheet.deadline)
        if sheet.run_out:
            last_day = book.join([last_day, words.ago(book, sheet.run_out[0])])
        yield from pair(book, "deadline", last_day, width, "warn")
    if sheet.next_what:
        yield from pair(
            book, "next", book.join(p for p in (sheet.next_what, words.day(book, sheet.next_date)) if p), width
        )
    if sheet.next_line:
        yield from pair(book, "line", book.say("screen.quote", quote=sheet.next_line), width, "good")
    if sheet.dispute:
        yield from pair(book, "dispute", sheet.dispute, width, "rep")
    if sheet.outcome:
        yield from pair(
            book, "outcome", outcome_words(sheet, book), width, "good" if sheet.outcome == "signed" else "warn"
        )


def outcome_words(sheet: Sheet, book: Phrasebook) -> str:
    """The outcome."""
    text = book.say(f"screen.outcome.{sheet.outcome}", day=words.day(book, sheet.outcome_on))
    text = book.join([text, sheet.outcome_reason]) if sheet.outcome_reason else text
    return book.say("screen.outcome_by", text=text, by=sheet.outcome_by) if sheet.outcome_by else text


def _ink(sign: str) -> str:
    return {"✓": "good", "✗": "warn", "?": "warn", "~": "coach"}.get(sign, "dim")
