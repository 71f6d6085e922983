"""Swapped roles: the rep plays the customer, the coach sells as the doctrine has it (R17-R20): asks first, digs behind the put-off, answers, ties, asks, and takes a no."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from coach.domain.practice import MINUTES_20
from coach.domain.practice_events import CustomerReplied, RehearsalOutcome, ReplyKind
from coach.phrases import load
from coach.roleplay.reading import read
from coach.roleplay.scenario import Scenario
from coach.roleplay.topics import topics

_QUOTE = 60
"""Characters of the customer's words that are said back to him."""


class SellerMind(BaseModel):
    """What the seller remembers: the last thing asked, what was heard, how often the signature was asked for and refused."""

    model_config = ConfigDict(frozen=True)
    clock: int = MINUTES_20
    open: str = "open"
    wish: str = ""
    worry: str = ""
    above: bool = False
    alone: bool = False
    decided: bool = False
    paid: bool = False
    asks: int = 0
    digs: int = 0
    nos: int = 0
    used: tuple[str, ...] = ()


class _Turn:
    def __init__(self, language: str, seed: int, mind: SellerMind) -> None:
        self.book, self.language, self.seed, self.mind = load(language, "practice"), language, seed, mind
        self.used = list(mind.used)

    def line(self, name: str, **slots: str) -> str:
        """A wording of `seller.<name>` not used yet, or the one used longest ago."""
        wordings = self.book.entries[f"seller.{name}"]
        count = sum(one.startswith(f"{name}:") for one in self.used)
        self.used.append(f"{name}:{count}")
        return wordings[(self.seed + count) % len(wordings)].format_map(slots)

    def done(self, text: str, kind: ReplyKind, outcome: RehearsalOutcome | None, **changes: Any) -> CustomerReplied:
        mind = self.mind.model_copy(update={**changes, "used": tuple(self.used)})
        return CustomerReplied(reply=kind, text=text, mind=mind.model_dump(mode="json"), outcome=outcome)


def greet(language: str, seed: int) -> CustomerReplied:
    """The seller's first question."""
    turn = _Turn(language, seed, SellerMind())
    return turn.done(turn.line("open"), "greeting", None)


def reply(
    scenario: Scenario, language: str, seed: int, kept: dict[str, Any], text: str, took: int, said: Sequence[str]
) -> CustomerReplied:
    """What the seller answers to the customer the rep plays. `said` is what was said before, so that nothing is asked that was told."""
    old = SellerMind.model_validate(kept)
    mind = old.model_copy(update={"clock": max(0, old.clock - max(0, took))})
    turn, played, low = _Turn(language, seed, mind), topics(language).played, text.casefold().strip()
    if mind.clock == 0 or len(said) > LAST:
        return turn.done(turn.line("time"), "leave", "time_up")
    if mind.open in ("ask", "next") and played["yes"].search(low) and not played["no"].search(low):
        outcome: RehearsalOutcome = "next_fixed" if mind.open == "next" else "signed"
        return turn.done(turn.line("agreed" if mind.open == "next" else "signed"), "sign", outcome)
    if played["no"].search(low):
        if mind.nos >= 1 or mind.asks >= 2:
            return turn.done(turn.line("leave"), "leave", "refused", nos=mind.nos + 1)
        return turn.done(turn.line("behind"), "answer", None, nos=mind.nos + 1, open="behind", digs=mind.digs + 1)
    alone = mind.alone or bool(played["alone"].search(low))
    above = mind.above or (bool(played["above"].search(low)) and not alone)
    turn.mind = mind.model_copy(update={"alone": alone})
    if played["put_off"].search(low) and mind.open != "behind":
        if mind.digs >= 3:
            return turn.done(turn.line("leave"), "leave", "left")
        return turn.done(turn.line("behind"), "answer", None, open="behind", digs=mind.digs + 1, above=above)
    back = _asked_back(turn, scenario, text)
    return back or _work(turn, scenario, text, above, said)


def _asked_back(turn: _Turn, scenario: Scenario, text: str) -> CustomerReplied | None:
    """A question of the customer's is answered, and the open one put once more in other words."""
    reading = read(scenario, turn.language, text, ())
    if not reading.question or reading.states or turn.mind.open == "behind" or len(turn.mind.used) > LAST:
        return None
    kind = reading.form if reading.form in ("count", "why") else "question"
    space = "" if turn.language == "zh" else " "
    return turn.done(f"{turn.line(f'asked_{kind}')}{space}{turn.line(turn.mind.open)}", "answer", None)


def _work(turn: _Turn, scenario: Scenario, text: str, above: bool, said: Sequence[str]) -> CustomerReplied:
    mind, changes = turn.mind, {"above": above}
    space = "" if turn.language == "zh" else " "
    if mind.open == "behind":
        answer = _answer(turn, scenario, text, said[-1] if said else "")
        return _close(turn, f"{answer}{space}", {**changes, "worry": text[:_QUOTE]})
    if mind.open == "open":
        return turn.done(turn.line("decide"), "answer", None, **changes, wish=text[:_QUOTE], open="decide")
    if mind.open == "decide":
        return turn.done(turn.line("money"), "answer", None, **changes, decided=True, open="money")
    if mind.open == "money":
        tongue = scenario.tongue(turn.language)
        words = read(scenario, turn.language, mind.wish, ())
        name = next(iter(words.interests), None) or next(iter(scenario.interests), None)
        value = f"{turn.line('value', line=tongue.interests[name].line)}{space}" if name else ""
        return _close(turn, value, {**changes, "paid": True})
    if mind.asks >= 3:
        return turn.done(turn.line("leave"), "leave", "left")
    if mind.open in ("ask", "next"):
        return turn.done(turn.line("behind"), "answer", None, **changes, open="behind", digs=mind.digs + 1)
    return _close(turn, "", changes)


def _answer(turn: _Turn, scenario: Scenario, text: str, before: str) -> str:
    """The scenario's answer where his worry, or what he put off with `before`, is one of its own; else his words, put into the contract."""
    tongue = scenario.tongue(turn.language)
    worries = read(scenario, turn.language, text, ()).worries or read(scenario, turn.language, before, ()).worries
    name = next(iter(worries), None)
    if name and f"worry.{name}" not in turn.used:
        turn.used.append(f"worry.{name}")
        return turn.line("answer", line=tongue.worries[name].line)
    return turn.line("answer_own", quote=text[:_QUOTE].rstrip("。.!！ "))


def _close(turn: _Turn, before: str, changes: dict[str, Any]) -> CustomerReplied:
    """Ends the line with an ask: for the signature, or for a day with the one who can give it."""
    name = "next" if changes["above"] else "ask"
    return turn.done(f"{before}{turn.line(name)}", "answer", None, **changes, open=name, asks=turn.mind.asks + 1)


LAST = 40
"""Lines of the customer after which the seller stops."""
