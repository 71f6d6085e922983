"""Feedback after a rehearsal: the reason for each check's result, the largest gap, a better line, and the customer's
hidden side.
"""

from coach.cells import cut
from coach.domain.practice import Check, Mind, Scorecard
from coach.phrases import Phrasebook
from coach.roleplay.scenario import Scenario
from coach.roleplay.topics import topics

_QUOTED = 110
"""Maximum width of a quote in terminal cells."""

_LIMITS = ("no_pressure", "no_gift", "held_on")
"""Checks of what a rep should not do; to one who never buys, the better line is to find out or to go (R20)."""


def why(check: Check, book: Phrasebook) -> str:
    """A sentence that explains a check's result, with the quote it is based on."""
    quote = _shortened(check.quote)
    if check.passed is None:
        return book.say("why.unknown")
    if check.passed:
        return book.say("why.yes", quote=quote) if quote else book.say("why.yes_bare")
    if check.half and check.parts:
        done = book.names(book.say(f"part.{name}") for name, reached in check.parts if reached)
        missing = book.names(book.say(f"part.{name}") for name, reached in check.parts if not reached)
        key = "why.half" if quote else "why.half_bare"
        return book.say(key, done=done, missing=missing, quote=quote)
    advice = book.say(f"next.{check.id}")
    return book.say("why.no", quote=quote, next=advice) if quote else book.say("why.no_bare", next=advice)


def _shortened(quote: str) -> str:
    """The quote truncated to a length readable at a glance."""
    kept = cut(quote, _QUOTED)
    return kept if kept == quote else kept[:-1].rstrip(" ,，、") + "…"


def gap(card: Scorecard, book: Phrasebook) -> str:
    """The most important improvement in a sentence or two; empty if there is none."""
    return book.say(f"gap.{card.lost or card.gap}") if card.gap else ""


def better_line(card: Scorecard, scenario: Scenario, language: str, mind: Mind, book: Phrasebook, seed: int) -> str:
    """A better line for the gap, made from this customer's own worry and interest; empty if there is no gap."""
    tongue = scenario.text_in(language)
    worries = [one for one in scenario.worries if one not in mind.eased] or list(scenario.worries)
    worry = (mind.open if mind.open in scenario.worries else None) or next(iter(worries), None)
    interest = next(iter(mind.voiced), None) or next(iter(_ranked(scenario)), None)
    gain = _sentence(tongue.interests[interest].line) if interest else ""
    calm = tongue.worries[worry].line if worry else ""
    now = book.entries["ask.now"][seed % len(book.entries["ask.now"])]
    if scenario.hidden_class in ("B", "C"):
        now = book.say("ask.dated", decider=tongue.decider[0])
    behind = book.entries["ask.behind"][seed % len(book.entries["ask.behind"])]
    space = "" if language == "zh" else " "
    checks = {one.id: one for one in card.checks}
    if card.lost == "insulted":
        return _asked_decently(checks["no_pressure"].quote, language, mind, book) or behind
    if scenario.hidden_class == "D" and card.gap in _LIMITS:
        return book.say(_to_a_d(mind))
    if card.lost == "untold":
        return behind
    if card.gap == "no_pressure" and not mind.voiced:
        return behind if mind.raised else book.say("ask.need")
    if card.lost == "let_go" and not mind.voiced:
        return book.say("ask.need")
    lines = {
        "decider": book.say("ask.decide"),
        "need": book.say("ask.need"),
        "money": book.say("ask.money"),
        "diagnosed": behind,
        "held_on": behind,
        "value": f"{gain}{space}{now}",
        "worry": f"{calm}{space}{now}",
        "asked": f"{gain}{space}{now}",
        "asked_again": f"{calm}{space}{now}",
        "no_pressure": book.say("ask.clean", interest=gain) if scenario.hidden_class == "A" else f"{gain}{space}{now}",
        "no_gift": f"{book.say('ask.whole_price')}{space}{gain}" if gain else behind,
        "real_no": book.say("ask.leave" if dict(checks["real_no"].parts).get("found") else "ask.out"),
        "dated_step": book.say("ask.dated", decider=(tongue.decider or ("",))[0]),
    }
    return lines.get(card.gap or "", "")


def _to_a_d(mind: Mind) -> str:
    """What to say to one who never buys: leave once he has said so, his no if he puts one off, before that his need (R20)."""
    tried = mind.asks or mind.put_offs
    return "ask.leave" if "no" in mind.told else "ask.out" if tried else "ask.need"


def _asked_decently(said: str, language: str, mind: Mind, book: Phrasebook) -> str:
    """The subject of an insult, rephrased as a proper question; leave-taking after a real no (R20). Empty if the answer
    is already known.
    """
    if "no" in mind.told:
        return book.say("ask.leave")
    asked = topics(language).ask
    about = {"authority": "ask.decide", "power": "ask.money"}
    named = [name for name in about if asked[name].search(said.casefold())] or ["need"]
    key = next((about.get(name, "ask.need") for name in named if name not in mind.told), "")
    return book.say(key) if key else ""


def reveal(scenario: Scenario, language: str, book: Phrasebook) -> tuple[str, ...]:
    """The customer's hidden class and motives, shown only after the end."""
    tongue = scenario.text_in(language)
    lines = [book.say("reveal.head", customer_class=scenario.hidden_class)]
    lines += [book.say(f"reveal.{name}", text=getattr(tongue, name)[0]) for name in ("authority", "need", "power")]
    lines += [book.say("reveal.interest", text=tongue.interests[name].says[0]) for name in _ranked(scenario)]
    lines += [book.say("reveal.worry", text=tongue.worries[name].says[0]) for name in scenario.worries]
    lines += [book.say("reveal.no", text=tongue.no[0])] if scenario.hidden_class == "D" else []
    if scenario.guesses:
        lines.append(
            book.say("reveal.guess", names=book.names(book.say(f"guess.name.{name}") for name in scenario.guesses))
        )
    return tuple(lines)


def hint(scenario: Scenario, mind: Mind, last_kind: str, book: Phrasebook) -> str:
    """One suggestion based on what has been said so far; it never reveals what the customer has not told."""
    if "no" in mind.told or mind.refused:
        return book.say("hint.real_no")
    if mind.open and mind.open in mind.found:
        return book.say("hint.worry")
    if last_kind in ("put_off", "objection") and (mind.open or not mind.found):
        return book.say("hint.put_off")
    if mind.turn < 3 and not {"authority", "need", "power"} <= set(mind.told):
        return book.say("hint.opening")
    if scenario.hidden_class in ("B", "C") and "authority" in mind.told:
        return book.say("hint.decider")
    if mind.voiced and not mind.met:
        return book.say("hint.value")
    return book.say("hint.again" if mind.asks else "hint.ask")


def _ranked(scenario: Scenario) -> list[str]:
    return sorted(scenario.interests, key=lambda name: -scenario.interests[name].weight)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
