"""Builds a scenario from a recorded debrief: known facts define the customer, unknown ones are guessed and marked as
guesses.
"""

import re
from collections.abc import Iterable
from typing import Any

from coach.domain.debrief import Debrief
from coach.domain.facts import FactName, approvals_of, rank_of
from coach.domain.full_stops import FULL_STOP
from coach.phrases import Phrasebook, load
from coach.roleplay.scenario import MOST_APPROVALS, Scenario
from coach.roleplay.topics import topics

_FACES: dict[str, tuple[str, tuple[str, ...]]] = {
    "price": ("cost", ("price", "think")),
    "no_budget": ("cost", ("price", "later")),
    "competitor": ("switching", ("compare", "content")),
    "absent_decider": ("face", ("people", "think")),
    "customer_thinking": ("proof", ("think", "brochure")),
    "weak_pitch": ("proof", ("proof", "think")),
    "other": ("service", ("later", "terms")),
}
_INTERESTS = ("time", "labour", "cost", "sales", "quality", "uptime", "calm")
_SENTENCES = re.compile(rf"(?:[。！？!?;；\n]|{FULL_STOP})+")
_NOTED = 300
"""Maximum characters of the rep's own words in the briefing."""


def scenario_id(debrief: str) -> str:
    """The id of the scenario made of the debrief of that id."""
    return f"debrief-{debrief}"[:40].replace("_", "-")


def from_debrief(debrief: Debrief) -> Scenario:
    """The customer of a debrief, in its language. The rep's own blockers (courage, fear) do not become the customer's
    worries.
    """
    language = debrief.language
    book = load(language, "practice")
    facts = debrief.facts
    approvals = facts["authority"].approvals
    if approvals is None:
        approvals = approvals_of(facts["authority"].value)
    answers = {name: "no" if facts[name].value == "no" else "yes" for name in ("need", "power", "value")}
    guesses = [name for name in ("need", "power") if not facts[name].known]
    if approvals is None:
        guesses.insert(0, "authority")
        approvals = 1 if facts["authority"].value == "not_first" else 0
    worries = _worries(debrief)
    kinds = _interest_kinds(debrief, language)
    guesses += [] if kinds else ["value"]
    guesses += [] if worries else ["worry"]
    worries = worries or {"proof": ("proof", ("think", "brochure"))}
    table: dict[str, Any] = {
        "id": scenario_id(debrief.id),
        "approvals": min(approvals, MOST_APPROVALS),
        **answers,
        "interests": {kind: {"kind": kind} for kind in kinds or ("calm",)},
        "worries": {name: {"kind": kind, "faces": faces} for name, (kind, faces) in worries.items()},
        "guesses": tuple(guesses),
        "known": tuple(name for name in ("authority", "need", "power") if name not in guesses),
        language: _tongue(debrief, book, approvals, answers, kinds or ("calm",), worries, guesses),
    }
    return Scenario.model_validate(table)


def _worries(debrief: Debrief) -> dict[str, tuple[str, tuple[str, ...]]]:
    worries: dict[str, tuple[str, tuple[str, ...]]] = {}
    for blocker in debrief.blockers:
        if blocker in _FACES:
            kind, faces = _FACES[blocker]
            worries.setdefault(kind, (kind, faces))
    named = _named_worry(debrief)
    if named:
        worries = {named: worries.get(named, (named, ("think", "later"))), **worries}
    return dict(list(worries.items())[:3])


def _named_worry(debrief: Debrief) -> str | None:
    """The kind of worry that the rep named."""
    told = _told_worry(debrief)
    return topics(debrief.language).worry_of(told.casefold()) if told else None


def _told_worry(debrief: Debrief) -> str:
    """What the rep said that the customer fears: asked for his real reason, or in passing."""
    fears = topics(debrief.language).sense["his_fear"]
    clauses = (
        one
        for said in debrief.transcript
        if said.who == "rep"
        for one in re.split("[，,]", _SENTENCES.sub(",", said.text))
    )
    return debrief.worry or next((one for one in clauses if fears.search(one.casefold())), "")


def _interest_kinds(debrief: Debrief, language: str) -> tuple[str, ...]:
    patterns = topics(language).interest
    words = " ".join(quote.text for name in ("value", "need") for quote in debrief.facts[name].quotes).casefold()
    return tuple(kind for kind in _INTERESTS if words and patterns[kind].search(words))[:2]


def _tongue(
    debrief: Debrief,
    book: Phrasebook,
    approvals: int,
    answers: dict[str, str],
    kinds: Iterable[str],
    worries: dict[str, tuple[str, tuple[str, ...]]],
    guesses: list[str],
) -> dict[str, Any]:
    def lines(key: str) -> tuple[str, ...]:
        return book.entries[key]

    customer = debrief.customer or debrief.contact or book.say("guess.nobody")
    names = book.names(book.say(f"guess.name.{name}") for name in guesses)
    guessed = book.say("guess.guessed", names=names) if guesses else ""
    no = next((name for name in ("need", "power", "value") if answers[name] == "no"), None)
    return {
        "title": book.say("guess.title", customer=customer),
        "industry": book.say("guess.industry"),
        "customer": _who(debrief, book) or customer,
        "briefing": book.say(
            "guess.briefing", date=debrief.day.isoformat(), noted=_noted(debrief, book), guessed=guessed
        ).strip(),
        "greeting": lines("guess.greeting"),
        "authority": lines(f"guess.authority.{rank_of(approvals)}"),
        "need": _need(debrief, book, answers["need"]),
        "power": lines(f"guess.power.{answers['power']}"),
        "no": lines(f"guess.no.{no}") if no else (),
        "decider": lines("guess.decider"),
        "interests": {kind: _words(book, f"guess.interest.{kind}") for kind in kinds},
        "worries": {name: _worry(debrief, book, kind) for name, (kind, _) in worries.items()},
    }


def _need(debrief: Debrief, book: Phrasebook, answer: str) -> tuple[str, ...]:
    """The customer's line about his need, in the debrief's words if they state one."""
    quote = _quoted(debrief, "need")
    return _in_your_words(book, "guess.needed", quote) if quote else book.entries[f"guess.need.{answer}"]


def _in_your_words(book: Phrasebook, key: str, told: str) -> tuple[str, ...]:
    quote = told.strip().rstrip("。.，,；;")[:_NOTED]
    return tuple(line.format_map({"quote": quote}) for line in book.entries[key])


def _quoted(debrief: Debrief, name: FactName) -> str:
    """The quote for a known fact; for a need only words that state one, which haggling and a bare yes do not (R9)."""
    fact, sense = debrief.facts[name], topics(debrief.language).sense
    if not fact.known:
        return ""
    quotes = (sense["dangling"].sub("", quote.text, count=1) for quote in fact.quotes)
    if name != "need":
        return next(quotes, "")
    tells = (text for text in quotes if sense["needs"].search(text.casefold()))
    return next((text for text in tells if not sense["bargains"].search(text.casefold())), "")


def _who(debrief: Debrief, book: Phrasebook) -> str:
    """The contact and the customer, if both are known."""
    if not (debrief.customer and debrief.contact):
        return ""
    return book.say("guess.customer", customer=debrief.customer, contact=debrief.contact)


def _noted(debrief: Debrief, book: Phrasebook) -> str:
    """What the rep reported about the customer, in the rep's own words."""
    quotes = [_quoted(debrief, name) for name in debrief.facts]
    noted = book.say("guess.between").join(dict.fromkeys(filter(None, quotes)))
    return book.say("guess.noted", quotes=noted[:_NOTED]) if noted else ""


def _words(book: Phrasebook, key: str) -> dict[str, Any]:
    return {"says": book.entries[f"{key}.says"], "line": book.say(f"{key}.line")}


def _sentence(debrief: Debrief, kind: str) -> str:
    """The sentence of the rep's report in which the worry is named."""
    about = topics(debrief.language).worry[kind]
    told = _told_worry(debrief)
    return next((one for one in _SENTENCES.split(told) if about.search(one.casefold())), told)


def _worry(debrief: Debrief, book: Phrasebook, kind: str) -> dict[str, Any]:
    """A worry in the rep's words if he named it, otherwise in the catalogue's."""
    key, named = f"guess.worry.{kind}", kind == _named_worry(debrief)
    known = f"{key}.line" in book
    return {
        "says": _in_your_words(book, "guess.worried", _sentence(debrief, kind))
        if named
        else book.entries[f"{key}.says"],
        "eased": book.entries[f"{key}.eased" if known else "guess.eased"],
        "line": book.say(f"{key}.line" if known else f"seller.worry.{kind}"),
    }
