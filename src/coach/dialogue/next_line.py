"""Records the sentence for next time (R21), whether asked for or volunteered."""

from coach.dialogue.line_answer import (
    TO_THE_CUSTOMER,
    LineAnswer,
    addresses,
    asks_outright,
    begins_with_him,
    is_for_him,
    quoted_winner,
    read_line,
    tells_his_words,
    winning_line,
)
from coach.dialogue.line_feedback import commend
from coach.dialogue.own_part import denies
from coach.dialogue.push_questions import line_key
from coach.dialogue.question_counts import still_wanted
from coach.dialogue.rep_answer import RepAnswer
from coach.dialogue.slips import owned
from coach.dialogue.step_answer import plans, read_step
from coach.dialogue.turn_builder import TurnBuilder
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.hearing import Hearing, reason_of

_LEAST = 4
"""Minimum characters of a sentence."""


def take_line(turn: TurnBuilder, said: RepAnswer) -> None:
    """Records an answer as the sentence asked for; a question back gets help, a day or a reason is recorded as such."""
    text, _, hearing, acts = said
    if _is_no_sentence(turn.debrief, said):
        return
    if not (turn.debrief.signed or turn.debrief.lost) and _is_when(turn, text, hearing):
        return
    if turn.debrief.signed or turn.debrief.lost:
        written = LineAnswer("line", winning_line(text) if turn.debrief.signed else text)
    else:
        written = read_line(text, hearing, turn.debrief.contact)
    if written.kind == "question":
        _help(turn)
        return
    if (written.led or "ask" not in acts) and _gives_reason(turn, hearing) and not written.led:
        return
    if written.kind != "line" or (
        "push_reason" in turn.debrief.asks and not (written.led or set(acts) & TO_THE_CUSTOMER)
    ):
        return
    turn.emit(e.NextLineKept(text=written.line))
    if turn.debrief.signed and turn.debrief.close.attempted is None and ("ask" in acts or asks_outright(written.line)):
        turn.emit(e.CloseHeard(attempted=True, quote=written.line))
    commend(turn, written.line, acts)


def _is_no_sentence(d: Debrief, said: RepAnswer) -> bool:
    """Whether an answer is none, or tells the coach of what the rep did, which of R18's reasons it was not, or that it is
    signed or how sure he was of it.
    """
    text, cue, hearing, _ = said
    if cue.dont_know or cue.yes or cue.no or cue.chosen or cue.only_judges or len(text) < _LEAST or owned(text):
        return True
    if (cue.held is not None or denies(text)) and not addresses(text):
        return True
    of_signing = cue.judged or ("signed" in hearing.facts and not addresses(text))
    return bool(d.signed) and of_signing and not tells_his_words(text)


def told_besides(turn: TurnBuilder, said: RepAnswer) -> bool:
    """Records the sentence for the customer if the rep says it in answer to another question (R21)."""
    d = turn.debrief
    if d.signed and not d.next_line and (won := quoted_winner(said.text)):
        turn.emit(e.NextLineKept(text=won))
        return False  # the rest of the answer is one
    wanted = d.step in ("reverse", "push") or (d.step in ("verdict", "plan") and not d.next_line)
    if not wanted or d.signed or d.lost or not is_for_him(said.text, d.contact):
        return False
    line = read_line(said.text, said.hearing, d.contact).line or said.text
    turn.emit(e.NextLineKept(text=line))
    commend(turn, line, said.acts)
    return True


def _gives_reason(turn: TurnBuilder, hearing: Hearing) -> bool:
    """Records why the rep gave in, if he states that with or instead of the sentence asked for (R18)."""
    told = reason_of(one.value for one in hearing.blockers)
    if told is None or turn.debrief.close.reason:
        return False
    turn.emit(e.ReasonHeard(reason=told))
    return True


def _is_when(turn: TurnBuilder, text: str, hearing: Hearing) -> bool:
    """Whether the answer says when he goes rather than what he says there; an action then is the next step."""
    vague = hearing.facts.get("vague_date")
    told = read_step(text, hearing.days, vague)
    if begins_with_him(text, turn.debrief.contact):
        return False
    if (told.day or vague) and told.what and plans(text):
        d = turn.debrief
        turn.emit(e.NextStepPlanned(what=told.what, who=d.rep, date=told.day, phrase=told.phrase))
        return True
    return not told.what and bool(told.day or told.times)


def _help(turn: TurnBuilder) -> None:
    """Answers a question back with how to build the sentence, while it is still being asked for."""
    d = turn.debrief
    if not still_wanted(d, "push", "next_line"):
        turn.emit(e.QuestionSkipped(asks=("next_line",)))
        turn.say("reply.no_line")
        return
    help_by_line = {
        "push.line_for_d": "line.help_for_d",
        "push.line_to_decider": "line.help_to_decider",
        "push.line_to_find_out": "line.help_to_find_out",
    }
    turn.say(help_by_line.get(line_key(d), "line.help"))
