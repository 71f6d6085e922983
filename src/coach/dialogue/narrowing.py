"""Restricts a hearing by the open question: a bare judgement, a name or a "yes, I did" has no facts on the customer."""

from dataclasses import replace

from coach.dialogue.naming import apart_from_names, only_grumbles
from coach.dialogue.question_counts import JUDGEMENT, at_a_menu
from coach.dialogue.rep_answer import RepAnswer
from coach.domain.debrief import Debrief
from coach.domain.hearing import OWN_BLOCKERS, Heard, Hearing
from coach.patterns import Pattern


def narrow_to_question(d: Debrief, said: RepAnswer) -> RepAnswer:
    """The answer, its hearing reduced to what an answer to the open question can state."""
    text, cue, hearing, _ = said
    asks = set(d.asks)
    if cue.unmoved and cue.only_judges and not cue.judged:
        hearing = Hearing()  # "the same as I said" tells nothing by itself
    if cue.only_judges and ({*JUDGEMENT, "not_a"} & asks or at_a_menu(d)):
        hearing = Hearing()
    if cue.yes and d.step != "opening":
        hearing = Hearing()  # 妥了 agrees to what was asked; no contract is signed by it
    if any(name in asks and not getattr(d, name) for name in ("customer", "contact")):
        hearing = apart_from_names(hearing, text, asked_again=len(d.asked) > 1)
    if "close_attempted" in asks and cue.did is not None and cue.brief:
        hearing = _of_himself(hearing, cue.did)
    if asks == {"close_attempted"} and cue.did is not None and not cue.brief:
        answered = Heard(
            "yes" if cue.did else "no", text, 1.0
        )  # the first words answer what was asked, whatever follows
        hearing = replace(hearing, facts=hearing.facts | {"close_attempted": answered})
    settled = asks if cue.worded else set()
    if "close_attempted" not in asks and cue.did is not None and cue.brief:
        settled = settled | {"close_attempted"}  # a bare "he didn't" answers what was asked
    told = {
        key: heard
        for key, heard in hearing.facts.items()
        if not only_grumbles(heard) and key not in settled and not _asks_back(text, key, heard.quote)
    }
    return said._replace(hearing=hearing if len(told) == len(hearing.facts) else replace(hearing, facts=told))


_WHO = Pattern("narrowing", "{who}")


def _asks_back(text: str, key: str, quote: str) -> bool:
    """Whether the words only ask whom the coach means ("who can't pay?"), or repeat what he asked about the rank ("he
    decides? ...").
    """
    after = text[text.find(quote) + len(quote) :].lstrip() if quote in text else ""
    echoes = key == "authority" or _WHO.match(quote.strip()) is not None
    return echoes and after[:1] in ("?", "？")


def _of_himself(hearing: Hearing, did: bool) -> Hearing:
    """What a bare "yes" or "didn't dare to" can state: nothing on the customer, and on the rep only why he did not ask."""
    told = () if did else tuple(one for one in hearing.blockers if one.value in OWN_BLOCKERS)
    return Hearing(blockers=told)
