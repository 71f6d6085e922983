"""Interprets an answer by the question it answers: a class and a percentage, a choice, the sentence for next time."""

from collections.abc import Callable

from coach.dialogue import evidentiality, own_judgement, own_part, spelling, verdict
from coach.dialogue.admitting import elsewhere
from coach.dialogue.approvals import admitted_rank, approvals_told, names_the_one_above
from coach.dialogue.blockers_heard import no_worry
from coach.dialogue.clauses import clauses
from coach.dialogue.contradictions import settle, settle_beside
from coach.dialogue.cues import rejects_both
from coach.dialogue.later_money import not_there_yet
from coach.dialogue.limits import below_limit, limited
from coach.dialogue.line_answer import speaks_to_him
from coach.dialogue.naming import LONGEST, buys_himself, name_told, same_name, without_the_person
from coach.dialogue.next_line import take_line, told_besides
from coach.dialogue.put_offs import puts_off
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.step_answer import drops, orders
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.facts import FACTS, Authority, FactName
from coach.domain.vocabulary import PUSH_REASONS

_SHORT = 24
_TOLD = {*FACTS, "signed", "close_attempted", "gave_in"}


def answer(turn: TurnBuilder, said: RepAnswer) -> None:
    """Records the input as the answer to the open question."""
    asks = turn.debrief.asks
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
    question = turn.debrief.question
    if question is None:
        return
    if question.step == "unsigned":
        _found_out(turn, said, question.asks[0])
    elif question.step == "forward":
        only = next((name for name in FACTS if question.asks == (name,)), None)
        if only and not question.about and only not in said.hearing.facts:
            _told_in_a_word(turn, said, only)
        if "value" in question.asks and turn.debrief.facts["value"].value is None:
            _his_words(turn, said)
        for name in FACTS:
            if name in question.about and name in question.asks:
                _settle_doubt(turn, said, name, alone=name == only)


def _found_out(turn: TurnBuilder, said: RepAnswer, name: str) -> None:
    """Replies if the answer did not say how the rep found out about a real no; the no itself is already recorded."""
    if name not in said.hearing.facts and not said.cue.dont_know:
        turn.say("reply.insist" if said.cue.insists else "unsigned.found_out")


def _told_in_a_word(turn: TurnBuilder, said: RepAnswer, name: FactName) -> None:
    """Records a bare "there is" or "it never came up" to the only fact asked for as a guess: too little for a yes (R9)."""
    if len(said.text) <= _SHORT and (said.cue.did or evidentiality.admits(said.text)):
        turn.emit(e.FactHeard(fact=name, value="unsure", quote=said.text, confidence=1.0))


def _his_words(turn: TurnBuilder, said: RepAnswer) -> None:
    """Records what the customer is quoted with where his view of the value was asked for, and nothing else was heard in it:
    whether that is what he sees in it is asked (R9).
    """
    told = (*said.hearing.facts.values(), *said.hearing.blockers)
    for clause in clauses(said.text):
        about_else = any(one.quote in clause or clause in one.quote for one in told if one.quote)
        if (
            evidentiality.said_so(clause)
            and evidentiality.tells_more(clause)
            and not (about_else or _tells_no_value(clause))
        ):
            turn.emit(e.FactHeard(fact="value", value="unsure", quote=clause, confidence=1.0))
            return


def _tells_no_value(clause: str) -> bool:
    return puts_off(clause) or evidentiality.supposes(clause) or elsewhere("value", clause)


def _settle_doubt(turn: TurnBuilder, said: RepAnswer, name: FactName, *, alone: bool) -> None:
    """Records a doubted fact as told by the customer, or as no more than the rep's guess (R9); `alone` if no other was
    asked for.
    """
    text, cue, hearing, _ = said
    heard, before = hearing.facts.get(name), turn.debrief.facts[name].words
    if (heard and heard.value != "unsure") or not_there_yet(before):
        return
    of_others = bool((_TOLD & set(hearing.facts)) - {name})
    about_it = alone or len(text) <= _SHORT
    vouched = about_it and evidentiality.his_own(text) and not puts_off(text)
    if cue.chosen == "said" or (not of_others and (vouched or (alone and (cue.yes or cue.did)))):
        grounds = text if evidentiality.tells_more(text) and not (cue.chosen or cue.yes) else before
        value = "first" if name == "authority" else "yes"
        turn.emit(e.FactHeard(fact=name, value=value, quote=grounds, confidence=0.9))
        return
    owned_up = about_it and evidentiality.supposes(text) and not elsewhere(name, text)
    if cue.chosen == "supposed" or cue.dont_know or cue.no or cue.did is False or owned_up:
        bare = cue.chosen or cue.dont_know or cue.no or (cue.did is False and cue.brief)
        turn.emit(e.FactHeard(fact=name, value="unsure", quote="" if bare else text, confidence=1.0))


def _rank(turn: TurnBuilder, said: RepAnswer) -> None:
    text, cue, hearing, _ = said
    fact = turn.debrief.facts["authority"]
    told, counts = fact.value, turn.debrief.choices or limited(fact.words)
    if cue.chosen == "unsure" and told == "not_first":
        turn.emit(e.QuestionSkipped(asks=("authority",)))
    elif cue.chosen in ("first", "second", "third", "unsure") and "authority" not in hearing.facts:
        turn.emit(e.FactHeard(fact="authority", value=cue.chosen, quote=""))
    elif "authority" not in hearing.facts and counts and (counted := _counted(text, fact.words)):
        guessed = evidentiality.supposes(text) and not evidentiality.said_so(text)
        turn.emit(e.FactHeard(fact="authority", value="unsure" if guessed else counted, quote=text))
    elif "authority" not in hearing.facts and told != "second" and names_the_one_above(text):
        turn.emit(e.FactHeard(fact="authority", value="second", quote=text))
    elif cue.dont_know and told is None:
        turn.emit(e.FactHeard(fact="authority", value="unsure", quote=""))
    elif told in (None, "unsure", "not_first") and (unknown := admitted_rank(text)):
        turn.emit(e.QuestionSkipped(asks=("authority",)))
        if told is None:
            turn.emit(e.FactHeard(fact="authority", value="unsure", quote=unknown))


def _counted(text: str, words: str) -> Authority | None:
    """The rank that a short answer counts; whether the order exceeds the limit in `words` may be told in any clause of
    a longer one, or by its sum.
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
    at_menu = bool(turn.debrief.choices)
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
    if turn.debrief.asks == ("push_reason",) and not (cue.chosen or hearing.blockers) and speaks_to_him(text, acts):
        take_line(turn, said)
    chosen = next((one for one in PUSH_REASONS if one == cue.chosen), "neither" if rejects_both(text) else None)
    if chosen and turn.debrief.close.reason is None:
        turn.emit(e.ReasonHeard(reason=chosen))


def _worry(turn: TurnBuilder, said: RepAnswer) -> None:
    his_own = own_part.reason(said.text) is not None and len(list(clauses(said.text))) == 1
    if no_worry(said.text):
        return
    if turn.debrief.step == "push" and not turn.debrief.worry and not said.cue.dont_know and not his_own:
        turn.emit(e.WorryNamed(text=said.text))


def _unknowns(turn: TurnBuilder, said: RepAnswer) -> None:
    if not said.cue.only_judges:
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
