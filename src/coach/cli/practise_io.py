"""A rehearsal held over stdin and stdout: JSON Lines for programs, plain lines for people, pipes and screen readers."""

import sys
from typing import Any

from coach.cli import output
from coach.cli.output import LineError
from coach.cli.stdin_lines import lines_typed
from coach.conduct.practising import Answer, Rehearsing
from coach.conduct.rehearsal_room import RehearsalRoom
from coach.domain.ids import rehearsal_id
from coach.domain.practice import MINUTES_20
from coach.roleplay import aftermath
from coach.roleplay.checks import RULES
from coach.roleplay.scoring import HINT_COST

USUAL = 60
"""Seconds a turn takes where nothing tells."""


class JsonRehearsal:
    """Contract 4: a briefing, then customer lines out and {"say": …} or {"do": …} in, a scorecard as the last line."""

    def hold(self, talk: Rehearsing) -> None:
        """Holds the rehearsal to its end. Where the input ends first, the scorecard says `open` and the rehearsal can
        be resumed.
        """
        output.json_line(_briefing(talk))
        answer = talk.think_again() or talk.greeting()
        _customer(answer)
        for number, data in () if talk.state.ended else output.json_lines_in():
            if isinstance(data, LineError):
                data.tell(number)
                continue
            try:
                self._do(talk, data)
            except LineError as bad:
                bad.tell(number)
            if talk.state.ended:
                break
        output.json_line(scorecard(talk))

    def _do(self, talk: Rehearsing, data: dict[str, Any]) -> None:
        if data.get("do") == "leave":
            talk.leave()
        elif data.get("do") == "hint":
            output.json_line({"type": "hint", "text": talk.hint()})
        elif data.get("do") is not None:
            raise LineError("not_one_of", field="do", value=data["do"], allowed=("leave", "hint"))
        elif isinstance(data.get("say"), str):
            _customer(talk.say(data["say"], _seconds(data.get("took"))))
        else:
            raise LineError("not_text", field="say", value=data.get("say"))


def _seconds(took: Any) -> int:
    if took is None:
        return USUAL
    if isinstance(took, bool) or not isinstance(took, int | float) or not 0 <= took <= 86_400:
        raise LineError("not_seconds", field="took", value=took)
    return round(took)


def _briefing(talk: Rehearsing) -> dict[str, Any]:
    opened = talk.opened
    return {
        "type": "briefing",
        "text": briefing(talk),
        "checks": [{"id": name, "text": talk.book.say(f"check.{name}")} for name in RULES],
        "id": rehearsal_id(talk.id),
        "scenario": opened.scenario_id,
        "level": opened.level,
        "seed": opened.seed,
        "language": opened.language,
        "clock": talk.state.clock,
    }


def briefing(talk: Rehearsing) -> str:
    """What the rep knows beforehand."""
    tongue, book = talk.scenario.text_in(talk.opened.language), talk.book
    if talk.opened.swapped:
        return book.say("screen.swapped", customer=tongue.customer)
    level = book.say(f"level.{talk.opened.level}")
    return book.say(
        "screen.briefing",
        title=tongue.title,
        industry=tongue.industry,
        customer=tongue.customer,
        briefing=tongue.briefing,
        level=level,
    )


def _customer(answer: Answer) -> None:
    output.json_line({"type": "customer", "text": answer.text, "kind": answer.kind, "clock": answer.clock})


def scorecard(talk: Rehearsing) -> dict[str, Any]:
    """The scorecard as JSON; of swapped roles only how it ended."""
    if talk.opened.swapped:
        return {
            "type": "scorecard",
            "outcome": talk.state.outcome or "left",
            "checks": [],
            "score": None,
            "swapped": True,
        }
    card = talk.scorecard()
    book = talk.book
    checks = [
        {
            "id": one.id,
            "passed": one.passed,
            "quote": one.quote,
            "why": aftermath.why(one, book),
            "half": one.half,
            "parts": [{"id": name, "passed": reached} for name, reached in one.parts],
            "turn": one.turn,
        }
        for one in card.checks
    ]
    return {
        "type": "scorecard",
        "outcome": card.outcome,
        "checks": checks,
        "score": card.score,
        "gap": aftermath.gap(card, book),
        "gap_id": card.gap,
        "line": talk.better_line(card),
        "turn": card.turn,
        "elicited": list(card.elicited),
        "hidden_class": card.hidden_class,
        "id": rehearsal_id(talk.id),
        "open": not talk.state.ended,
        "hints": len(talk.state.hints),
        "reveal": list(talk.reveal()) if talk.state.ended else [],
    }


class PlainRehearsal:
    """One line a time; the clock stands before the customer's words."""

    def __init__(self, room: RehearsalRoom, talk: Rehearsing) -> None:
        self._room = room
        self._quiet = not sys.stdin.isatty()
        self._book = talk.book

    def hold(self, talk: Rehearsing) -> None:
        """Holds the rehearsal until it ends or is left open."""
        book = self._book
        output.line(briefing(talk))
        if not talk.opened.swapped:
            output.line(book.say("screen.checks_head"))
            for name in RULES:
                output.line(f"  · {book.say(f'check.{name}')}")
        output.line(book.say("screen.help", cost=HINT_COST))
        self._customer(talk, talk.think_again() or talk.greeting())
        for words in lines_typed():
            if not self._take(talk, words):
                break
        if talk.state.ended:
            self._end(talk)
        else:
            output.line("")
            output.line(book.say("screen.paused", clock=self._minutes(talk.seconds_left()), id=rehearsal_id(talk.id)))

    def _take(self, talk: Rehearsing, words: str) -> bool:
        command = words.strip().casefold()
        if command == "/quit":
            return False
        if command == "/hint":
            output.line(self._book.say("screen.hint", text=talk.hint()))
        elif command == "/leave":
            talk.leave()
        else:
            self._customer(talk, talk.say(words, USUAL if self._quiet else None))
            asked = any("ask" in turn.acts for turn in talk.state.exchanges)
            if not asked and talk.state.clock <= MINUTES_20 // 4 and not talk.state.ended and not talk.opened.swapped:
                output.line(self._book.say("screen.ask_late"))
        return not talk.state.ended

    def _customer(self, talk: Rehearsing, answer: Answer) -> None:
        key = "screen.seller" if talk.opened.swapped else "screen.customer"
        name = talk.scenario.text_in(talk.opened.language).customer
        for mark in ("，", ",", "。", ". "):
            name = name.split(mark)[0]
        output.line(f"[{self._minutes(answer.clock)}] {self._book.say(key, name=name, text=answer.text)}")

    def _minutes(self, seconds: int) -> str:
        return self._book.say("screen.clock", minutes=seconds // 60, seconds=seconds % 60)

    def _end(self, talk: Rehearsing) -> None:
        book, clock = self._book, self._minutes(talk.state.clock)
        if talk.opened.swapped:
            return
        card = talk.scorecard()
        output.line("")
        output.line(book.say("screen.over", outcome=book.say(f"outcome.{card.outcome}"), clock=clock, score=card.score))
        for one in card.checks:
            output.line(f"  {one.mark} {book.say(f'check.{one.id}')}  {aftermath.why(one, book)}")
        if card.gap:
            output.line(book.say("screen.one_gap", gap=aftermath.gap(card, book)))
            output.line(book.say("screen.say_instead", line=talk.better_line(card)))
            output.line(book.say("screen.try_again", turn=card.turn or 1, id=rehearsal_id(talk.id)))
        for text in self._room.habits(talk):
            output.line(text)
        output.line("")
        for text in talk.reveal():
            output.line(text)
