"""Slash commands: their names in both languages and their effects. Their output is notices, not lines of the talk."""

from collections.abc import Callable, Sequence

from coach.dialogue import asides, glossary, missed_visit, remarks
from coach.dialogue.aside_words import Aside
from coach.dialogue.correcting import correction_event
from coach.dialogue.corrections import Correction
from coach.dialogue.restating import restate
from coach.dialogue.turn import ask_anew, propose, signed_by_hand, skip
from coach.dialogue.turn_builder import Ask, TurnBuilder
from coach.dialogue.wording import in_words
from coach.domain import debrief_events as e
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS, rank_of
from coach.domain.hearing import Hearing
from coach.domain.vocabulary import LANGUAGES, Language
from coach.patterns import Pattern, Synonyms
from coach.phrases import Line, Phrasebook

_COMMANDS = Synonyms("commands", ("back", "edit", "skip", "why", "facts", "lang", "help", "quit"))
_EDIT_GLUED = Pattern("commands", "{edit}(?<=[一-鿿])(.+)")
_LANGUAGES = Synonyms("commands", LANGUAGES, "language_")

_OWN_WORDS = frozenset({"next_line", "unknowns", "dispute"})
"""Fields whose answer may be a question: "what's the budget?" is a fact he does not know."""


def resolve(name: str, argument: str) -> tuple[str | None, str]:
    """The command and its argument, also without a space between them as in /改客户 恒通; None if there is no such
    command.
    """
    glued = _EDIT_GLUED.fullmatch(name)
    return ("edit", f"{glued[1]} {argument}") if glued else (_COMMANDS.meaning(name), argument)


def why(debrief: Debrief, book: Phrasebook) -> str:
    """The reason for the question at this step."""
    key = f"why.{debrief.step}"
    return book.render(Line(key), debrief.turns)


def facts_table(debrief: Debrief, book: Phrasebook) -> str:
    """The known facts, one per line."""
    rows = [book.say("notice.facts_head")]
    for name in FACTS:
        fact = debrief.facts[name]
        value = book.say(f"screen.value.{name}.{fact.value}" if fact.value else "fact_value.none")
        quote = f"“{fact.words}”" if fact.words else ""
        rows.append(book.say("notice.fact_row", fact=book.say(f"fact.{name}"), value=value, quote=quote).rstrip())
    return "\n".join(rows)


def language(debrief: Debrief, argument: str) -> e.LanguageChosen | None:
    """The language named by the argument of /lang: the other one if empty; None if it names none supported."""
    other: Language = "en" if debrief.language == "zh" else "zh"
    wanted = _LANGUAGES.meaning(argument.strip()) if argument.strip() else other
    return e.LanguageChosen(language=wanted) if wanted else None


def follow_language(debrief: Debrief, text: str) -> list[e.Event]:
    """The event that switches to the language of the words, if the debrief is in the other one."""
    spoken: Language = "zh" if sum("\u4e00" <= char <= "\u9fff" for char in text) * 3 > len(text) else "en"
    return [e.LanguageChosen(language=spoken)] if spoken != debrief.language else []


def last_answer(history: Sequence[e.Recorded]) -> int | None:
    """The version of the last answer still in force; None if there is none to take back."""
    said = [r.version for r in history if isinstance(r.event, e.RepSaid)]
    undone = {v for r in history if isinstance(r.event, e.WentBack) for v in said if r.event.to <= v < r.version}
    return max(set(said) - undone, default=None)


def retracted_as_joke(history: Sequence[e.Recorded]) -> int | None:
    """The version of the answer that the last words retract as a joke; None if they retract none."""
    last = history[-1].event
    joking = isinstance(last, e.RepSaid) and asides.only_joking(last.text)
    return last_answer(history[:-1]) if joking else None


def apply_correction(debrief: Debrief, book: Phrasebook, right: Correction, hearing: Hearing) -> list[e.Event]:
    """The events of a correction; none if it does not fit. At the confirmation, the confirmation is asked anew."""
    turn = TurnBuilder(debrief, book)
    happened = correction_event(debrief, right, hearing)
    if happened:
        turn.emit(happened)
        if right.field == "signed":
            signed_by_hand(turn, debrief)
        elif "confirm" in debrief.asks:
            ask_anew(turn)
    return turn.events


def asked_again(debrief: Debrief, book: Phrasebook, said: str = "") -> list[e.Event]:
    """The open question rephrased in the book's language, with the step that the coach proposed, preceded by `said`."""
    turn = TurnBuilder(debrief, book)
    if said:
        turn.say(said)
    if debrief.plan.what and not debrief.plan.own:
        propose(turn)
    restate(turn)
    return turn.events


def _say_rank(turn: TurnBuilder) -> None:
    """States which KP the contact is, from the approvals reported (R7)."""
    fact = turn.debrief.facts["authority"]
    if fact.approvals is None:
        turn.say("kp.unknown")
    else:
        turn.say(f"kp.{rank_of(fact.approvals)}", words=in_words(fact.words))


def _asked_once_more(d: Debrief, aside: Aside | None, text: str) -> bool:
    """Whether the question was already repeated to a rep who has answered it, or who leaves it to the coach: the fact
    stays unknown (R9).
    """
    if d.question is None or not d.question.restated:
        return False
    told_before = aside == "again" and "aside.again" in d.lines_used
    return told_before or (asides.leaves_it(text) and "aside.asks_back" in d.lines_used)


def beside_the_point(debrief: Debrief, book: Phrasebook, text: str, hear: Callable[[], Hearing]) -> list[e.Event]:
    """The reply to a question back, a feeling, a joke or a visit that did not happen, then the open question again;
    empty if the text is an answer. `hear` classifies the text, if needed.
    """
    asks = debrief.asks
    turn = TurnBuilder(debrief, book)
    if missed_visit.tells_of_none(debrief, text):
        missed_visit.let_off(turn, text, hear())
        return turn.events
    if asides.asks_rank(text):
        _say_rank(turn)
        restate(turn)
        return turn.events
    line = glossary.asked_for(text)
    aside = None if line else asides.read(text)
    if aside == "stop" and _OWN_WORDS & set(asks):
        return []
    if aside in ("asks_back", "mine") and "next_line" in asks:
        return []  # the turn helps with the sentence itself
    if aside == "unwilling" and debrief.step == "opening":
        turn.ask(Ask("opening", ("customer", "contact", "close_attempted"), Line("opening.unwilling")))
        return turn.events
    if "confirm" in asks and asides.lets_it_stand(text):
        return []
    if aside in ("skip", "unwilling") or _asked_once_more(debrief, aside, text):
        return skip(debrief, book)
    if aside:
        line = remarks.answer_to(aside, debrief.step)
    elif not line and not _OWN_WORDS & set(asks) and glossary.unknown_word(text):
        line = "aside.unknown_word"
    if line is None or (line.startswith("glossary.") and glossary.tells_besides(text)):
        return []
    turn.say(line, word=glossary.unknown_word(text)) if line == "aside.unknown_word" else turn.say(line)
    restate(turn)
    return turn.events
