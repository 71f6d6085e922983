"""Interprets an answer by the question it answers: a class and a percentage, a choice, the sentence for next time."""

from collections.abc import Callable

from coach.dialogue import evidentiality, own_judgement, own_part, spelling, verdict
from coach.dialogue.admitting import elsewhere
from coach.dialogue.approvals import admitted_rank, approvals_told, names_the_one_above
from coach.dialogue.clauses import clauses
from coach.dialogue.contradictions import settle, settle_beside
from coach.dialogue.cues import Cue, rejects_both
from coach.dialogue.later_money import later_money
from coach.dialogue.limits import below_limit, limited
from coach.dialogue.line_answer import speaks_to_him
from coach.dialogue.naming import LONGEST, buys_himself, name_told, same_name, without_the_person
from coach.dialogue.next_line import take_line, told_besides
from coach.dialogue.put_offs import puts_off
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.step_answer import drops, orders
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, Authority
from coach.domain.hearing import Hearing

_SHORT = 24
_TOLD = {*FACTS, "signed", "close_attempted", "gave_in"}


def answer(turn: TurnBuilder, said: RepAnswer) -> None:
    """Records the input as the answer to the open question."""
    asks = turn.debrief.question.asks if turn.debrief.question else ()
    if "next_line" not in asks and told_besides(turn, said) and "contradiction" not in asks:
        return
    for handler in dict.fromkeys(_HANDLERS[field] for field in asks if field in _HANDLERS):
        handler(turn, said)


def _names(turn: TurnBuilder, said: RepAnswer) -> None:
    met = turn.debrief.contact or said.hearing.names.get("contact", "")
    if met and not turn.debrief.customer and buys_himself(said.text):
        turn.emit(e.CustomerNamed(customer=met))
        return
    if (
        turn.debrief.customer
        or said.cue.dont_know
        or said.cue.yes
        or drops(said.text)
        or orders(said.text)
        or said.hearing.facts
        or (turn.debrief.step == "opening" and len(turn.debrief.asked) < 2)
    ):
        return
    name = without_the_person(spelling.name(name_told(said.text)), met)
    if not name:
        return
    if len(name) > LONGEST:
        name = name[:LONGEST].rstrip()
        turn.say("claim.name_cut", name=name)
    turn.emit(e.CustomerNamed(customer=name))


def _contact(turn: TurnBuilder, said: RepAnswer) -> None:
    d = turn.debrief
    asked = d.question is not None and "customer" not in d.question.asks
    if not asked or not d.customer or d.contact or said.cue.dont_know or said.hearing.facts:
        return
    if (name := name_told(said.text)) and not same_name(name, d.customer):
        turn.emit(e.CustomerNamed(contact=spelling.name(name[:LONGEST])))


def _challenged(turn: TurnBuilder, said: RepAnswer) -> None:
    text, cue, hearing, _ = said
    d = turn.debrief
    question = d.question
    if question is None:
        return
    if question.step == "unsigned":
        _found_out(turn, cue, question.asks[0], hearing)
    if question.step != "forward":
        return
    if not question.about and len(question.asks) == 1 and question.asks[0] not in hearing.facts:
        _told_in_a_word(turn, text, cue, question.asks[0])
    for name in (n for n in question.about if n in question.asks):
        if (name in hearing.facts and hearing.facts[name].value != "unsure") or later_money(d.facts[name].words):  # type: ignore[index]
            continue
        if (
            cue.chosen == "said"
            or _vouches(text, name, question.asks, hearing)
            or ((cue.yes or cue.did) and len(question.asks) == 1 and not _tells_of_others(name, hearing))
        ):
            grounds = text if evidentiality.tells_more(text) and not (cue.chosen or cue.yes) else d.facts[name].words  # type: ignore[index]
            turn.emit(e.FactHeard(fact=name, value=_hoped(turn, name), quote=grounds, confidence=0.9))  # type: ignore[arg-type]
        elif (
            cue.chosen == "supposed"
            or cue.dont_know
            or cue.no
            or cue.did is False
            or _owns_up(text, name, question.asks)
        ):
            bare = cue.chosen or cue.dont_know or cue.no or (cue.did is False and cue.brief)
            turn.emit(e.FactHeard(fact=name, value="unsure", quote="" if bare else text, confidence=1.0))  # type: ignore[arg-type]


def _found_out(turn: TurnBuilder, cue: Cue, name: str, hearing: Hearing) -> None:
    """Replies if the answer did not say how the rep found out about a real no; the no itself is already recorded."""
    if name not in hearing.facts and not cue.dont_know:
        turn.say("reply.insist" if cue.insists else "unsigned.found_out")


def _told_in_a_word(turn: TurnBuilder, text: str, cue: Cue, name: str) -> None:
    """Records a bare "there is" or "it never came up" to the only fact asked for as a guess: too little for a yes (R9)."""
    if len(text) <= _SHORT and (cue.did or evidentiality.admits(text)):
        turn.emit(e.FactHeard(fact=name, value="unsure", quote=text, confidence=1.0))  # type: ignore[arg-type]


def _vouches(text: str, name: str, asks: tuple[str, ...], hearing: Hearing) -> bool:
    """Whether the words attribute this fact to the customer: it was the only one asked for, or they are short and state
    no other.
    """
    alone = (asks == (name,) or len(text) <= _SHORT) and not _tells_of_others(name, hearing)
    return alone and evidentiality.said_so(text) and not (evidentiality.supposes(text) or puts_off(text))


def _tells_of_others(name: str, hearing: Hearing) -> bool:
    return bool((_TOLD & set(hearing.facts)) - {name})


def _owns_up(text: str, name: str, asks: tuple[str, ...]) -> bool:
    """Whether the words admit a guess about this fact: it was the only one asked for, or they are short."""
    return evidentiality.supposes(text) and (asks == (name,) or len(text) <= _SHORT) and not elsewhere(name, text)  # type: ignore[arg-type]


def _hoped(turn: TurnBuilder, name: str) -> str:
    return "first" if name == "authority" else "yes"


def _rank(turn: TurnBuilder, said: RepAnswer) -> None:
    text, cue, hearing, _ = said
    fact, asked = turn.debrief.facts["authority"], turn.debrief.question
    told, counts = fact.value, asked is not None and (asked.choices or limited(fact.words))
    if cue.chosen == "unsure" and told == "not_first":
        turn.emit(e.QuestionSkipped(asks=("authority",)))
    elif cue.chosen in ("first", "second", "third", "unsure") and "authority" not in hearing.facts:
        turn.emit(e.FactHeard(fact="authority", value=cue.chosen, quote=""))
    elif "authority" not in hearing.facts and counts and (counted := _counted(text, fact.words)):
        turn.emit(e.FactHeard(fact="authority", value=counted, quote=text))
    elif "authority" not in hearing.facts and told != "second" and names_the_one_above(text):
        turn.emit(e.FactHeard(fact="authority", value="second", quote=text))
    elif cue.dont_know and told is None:
        turn.emit(e.FactHeard(fact="authority", value="unsure", quote=""))
    elif told in (None, "unsure", "not_first") and (unknown := admitted_rank(text)):
        turn.emit(e.QuestionSkipped(asks=("authority",)))
        if told is None:
            turn.emit(e.FactHeard(fact="authority", value="unsure", quote=unknown))


def _counted(text: str, words: str) -> Authority | None:
    """The rank that a short answer counts; whether the order exceeds the limit in `words` may be told in any clause of a longer one,
    or by its sum.
    """
    told = approvals_told(text)
    if told or not limited(words):
        return told
    below = below_limit(words, text, asked=True)
    by_sum: Authority | None = None if below is None else "first" if below else "not_first"
    return next(filter(None, map(approvals_told, clauses(text))), by_sum)


def _asked_for_it(turn: TurnBuilder, said: RepAnswer) -> None:
    text, cue, hearing, _ = said
    if "close_attempted" in hearing.facts or turn.debrief.close.attempted is not None:
        return
    at_menu = turn.debrief.question is not None and bool(turn.debrief.question.choices)
    did = cue.chosen == "yes" if cue.chosen in ("yes", "no") else True if at_menu and cue.yes else cue.did
    if did is not None:
        turn.emit(e.CloseHeard(attempted=did, quote="" if cue.chosen else text))


def _gave_in(turn: TurnBuilder, said: RepAnswer) -> None:
    text, cue, hearing, _ = said
    if "gave_in" in hearing.facts or turn.debrief.close.put_off is False:
        return
    if cue.chosen == "none":
        turn.emit(e.CloseHeard(put_off=False))
    elif cue.chosen in ("yes", "no"):
        turn.emit(e.CloseHeard(gave_in=cue.chosen == "yes"))
    elif cue.held is not None:
        turn.emit(e.CloseHeard(gave_in=not cue.held, quote=text))


def _reason(turn: TurnBuilder, said: RepAnswer) -> None:
    text, cue, hearing, acts = said
    asks = turn.debrief.question.asks if turn.debrief.question else ()
    if asks == ("push_reason",) and not (cue.chosen or hearing.blockers) and speaks_to_him(text, acts):
        take_line(turn, said)
    if turn.debrief.close.reason is not None:
        return
    if cue.chosen in ("courage", "fear", "neither"):
        turn.emit(e.ReasonHeard(reason=cue.chosen))  # type: ignore[arg-type]
    elif rejects_both(text):
        turn.emit(e.ReasonHeard(reason="neither"))


def _worry(turn: TurnBuilder, said: RepAnswer) -> None:
    his_own = own_part.reason(said.text) is not None and len(list(clauses(said.text))) == 1
    if turn.debrief.step == "push" and not turn.debrief.worry and not said.cue.dont_know and not his_own:
        turn.emit(e.WorryNamed(text=said.text))


def _unknowns(turn: TurnBuilder, said: RepAnswer) -> None:
    if not said.cue.judges:
        turn.emit(e.UnknownsNamed(text=said.text))


def _dispute(turn: TurnBuilder, said: RepAnswer) -> None:
    turn.emit(e.VerdictDisputed(text=said.text))
    if not verdict.changed(turn.debrief):
        turn.say("verdict.dispute_kept")


Handler = Callable[[TurnBuilder, RepAnswer], None]

_HANDLERS: dict[str, Handler] = {
    "customer": _names,
    "contact": _contact,
    "claimed_class": own_judgement.asked_for,
    "confidence": own_judgement.asked_for,
    "authority": _rank,
    "need": _challenged,
    "power": _challenged,
    "value": _challenged,
    "close_attempted": _asked_for_it,
    "gave_in": _gave_in,
    "blockers": _worry,
    "push_reason": _reason,
    "unknowns": _unknowns,
    "not_a": settle_beside,
    "contradiction": settle,
    "next_line": take_line,
    "dispute": _dispute,
}
