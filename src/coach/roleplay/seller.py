"""The simulated seller, for swapped roles: sells by the doctrine (R17-R20): asks first, asks behind the put-off,
answers, ties value, asks to sign, accepts a no.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from coach.domain.practice import MINUTES_20
from coach.domain.practice_events import CustomerReplied, RehearsalOutcome, ReplyKind
from coach.phrases import load
from coach.roleplay.echoes import names
from coach.roleplay.reader import read
from coach.roleplay.scenario import Scenario, WorryWords
from coach.roleplay.topics import topics

LAST = 40
"""Customer lines after which the seller stops."""

_QUOTE = 60
"""Maximum characters of the customer's words that are repeated to him."""

_ASKED = ("ask", "next")
"""The open question after the seller has asked for the signature, or for a day."""

_SAYS_NOTHING = {"zh": 4, "en": 12}
"""Up to this many characters, an answer ("就那个") has no content of its own."""


class SellerMind(BaseModel):
    """The seller's state: the last thing asked, what was said, how often the signature was asked for and refused."""

    model_config = ConfigDict(frozen=True)
    clock: int = MINUTES_20
    open: str = "open"
    wish: str = ""
    worry: str = ""
    above: bool = False
    alone: bool = False
    asks: int = 0
    digs: int = 0
    nos: int = 0
    used: tuple[str, ...] = ()


class _Turn:
    def __init__(self, language: str, seed: int, mind: SellerMind) -> None:
        self.book, self.language, self.seed, self.mind = load(language, "practice"), language, seed, mind
        self.used = list(mind.used)

    def line(self, name: str, **slots: str) -> str:
        """A wording of `seller.<name>` not used yet, or the least recently used."""
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
    """The seller's reply to the customer played by the rep. `said` is what was said before, so that nothing is asked
    that is known.
    """
    old = SellerMind.model_validate(kept)
    mind = old.model_copy(update={"clock": max(0, old.clock - max(0, took))})
    turn, played, low = _Turn(language, seed, mind), topics(language).played, text.casefold().strip()
    if mind.clock == 0 or len(said) > LAST:
        return turn.done(turn.line("time"), "leave", "time_up")
    agrees = played["yes" if mind.open in _ASKED else "signs"].search(low)
    if agrees and (mind.asks or played["signs"].search(low)) and not played["no"].search(low):
        above = mind.open == "next" or mind.above
        outcome: RehearsalOutcome = "next_fixed" if above else "signed"
        dated = topics(language).sense["date"].search(low)
        return turn.done(
            turn.line("agreed_his" if above and dated else "agreed" if above else "signed"), "sign", outcome
        )
    if played["no"].search(low) or _insults(low, language):
        if mind.nos >= 1 or mind.asks >= 2:
            return turn.done(turn.line("leave"), "leave", "refused", nos=mind.nos + 1)
        return turn.done(turn.line("behind"), "answer", None, nos=mind.nos + 1, open="behind", digs=mind.digs + 1)
    alone = mind.alone or bool(played["alone"].search(low))
    above = mind.above or (
        not alone and (bool(played["above"].search(low)) or _names_another(scenario, language, mind, text))
    )
    turn.mind = mind.model_copy(update={"alone": alone})
    vague = topics(language).worry_of(low) is None and not read(scenario, language, text, ()).worries
    if played["put_off"].search(low) and (mind.open != "behind" or vague):
        if mind.digs >= 3:
            return turn.done(turn.line("leave"), "leave", "left")
        return turn.done(turn.line("behind"), "answer", None, open="behind", digs=mind.digs + 1, above=above)
    back = _asked_back(turn, scenario, text)
    return back or _work(turn, scenario, text, above, said)


def _insults(said: str, language: str) -> bool:
    sense = topics(language).sense
    return bool(sense["abuse"].search(said) or sense["sneer"].search(said))


def _names_another(scenario: Scenario, language: str, mind: SellerMind, text: str) -> bool:
    """Whether he answers the question who decides with somebody's title or name."""
    return mind.open == "decide" and read(scenario, language, text, ()).decider


def _asked_back(turn: _Turn, scenario: Scenario, text: str) -> CustomerReplied | None:
    """Answers the customer's question and rephrases the open one; asked to sign, a question about a worry discloses
    that worry.
    """
    reading = read(scenario, turn.language, text, ())
    if turn.mind.open in _ASKED and topics(turn.language).worry_of(text.casefold()):
        return None
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
        return turn.done(turn.line("money"), "answer", None, **changes, open="money")
    if mind.open == "money":
        tongue = scenario.text_in(turn.language)
        words = read(scenario, turn.language, mind.wish, ())
        name = next(iter(words.interests), None) or next(iter(scenario.interests), None)
        value = f"{turn.line('value', line=tongue.interests[name].line)}{space}" if name else ""
        return _close(turn, value, changes)
    asked = mind.open in _ASKED
    if asked and (calm := _calming(turn, scenario, text)):
        return _close(turn, f"{turn.line('answer', line=calm)}{space}", {**changes, "worry": text[:_QUOTE]})
    if mind.asks >= 3:
        return turn.done(turn.line("leave"), "leave", "left")
    if asked:
        return turn.done(turn.line("behind"), "answer", None, **changes, open="behind", digs=mind.digs + 1)
    return _close(turn, "", changes)


def _answer(turn: _Turn, scenario: Scenario, text: str, before: str) -> str:
    """The answer to the worry, otherwise an offer to put his words into the contract.

    The put-off `before` is considered only if `text` names no worry: it has no content of its own ("that one"), or
    refers back to whom he named ("them").
    """
    line = _calming(turn, scenario, text)
    worries = scenario.text_in(turn.language).worries.values()
    named = any(_is_named(one, before, turn.language) for one in worries)
    if not line and (named or len(text) <= _SAYS_NOTHING[turn.language]):
        line = _calming(turn, scenario, before)
    if line:
        return turn.line("answer", line=line)
    return turn.line("answer_own", quote=text[:_QUOTE].rstrip("。.!！ "))


def _calming(turn: _Turn, scenario: Scenario, said: str) -> str:
    """The scenario's line if the worry is one of its own, otherwise the line for its kind; empty if none is named or
    each was answered.
    """
    tongue, kind = scenario.text_in(turn.language), topics(turn.language).worry_of(said.casefold())
    for name in read(scenario, turn.language, said, ()).worries:
        same = kind in (None, scenario.worries[name].kind) or _is_named(tongue.worries[name], said, turn.language)
        if same and _is_fresh(turn, name):
            turn.used.append(f"worry.{name}")
            return tongue.worries[name].line
    if kind is None or not _is_fresh(turn, kind):
        return ""
    turn.used.append(f"worry.{kind}")
    return turn.book.say(f"seller.worry.{kind}")


def _is_fresh(turn: _Turn, worry: str) -> bool:
    return f"worry.{worry}" not in turn.used


def _is_named(worry: WorryWords, said: str, language: str) -> bool:
    return names(worry.words, said.casefold(), language)


def _close(turn: _Turn, before: str, changes: dict[str, Any]) -> CustomerReplied:
    """Ends the line with an ask: for the signature, or for a day with the decider."""
    name = "next" if changes["above"] else "ask"
    return turn.done(f"{before}{turn.line(name)}", "answer", None, **changes, open=name, asks=turn.mind.asks + 1)
