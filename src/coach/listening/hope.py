"""Neither hope nor fear is evidence (R9): a supposition counts as a guess, unless it quotes the customer."""

import re
from collections.abc import Mapping
from dataclasses import replace

from coach.domain.hearing import Heard, Hearing
from coach.listening.bare_names import only_names
from coach.listening.claims import WEIGHED
from coach.patterns import expression

_SUPPOSES = expression("hope", "{supposes}")
_TOLD = expression("hope", '{told}|[“「"]')


_CONCLUDES = expression("hope", "{concludes}")
"""The rep's own conclusion from what he saw: "nice building, new vans, so yes"."""
_CONCLUDED = expression("hope", "{concluded}")
"""How the next clause begins where he concludes from the one before: 甲方拖欠工程款，恐怕是捉襟见肘."""
_OWN_IMPRESSION = expression("hope", "{own_impression}")
"""How the visit seemed to the rep, which tells nothing of what the customer sees in it."""
_OWN_MOOD = expression("hope", "{own_mood}")
"""The rep's mood and the customer's manners, which tell nothing of what he wants."""
_OPEN_QUESTION = expression("hope", "{open_question}")
"""What goes on with an admission of ignorance: "don't know the CEO, or when the budget is released"."""
_WHETHER = expression("hope", r"(?<!{not})(?!{not_yet})([一-鿿]){not}\1(?![^，。；]{0,6}{either_way})")
"""A verb asked about, which leaves open what it says: 就看账上钱够不够; 要不要都行 leaves nothing open, 不要不要 and 还没还 ask nothing."""
_ONLY_MET = expression("hope", "{only_met}")
"""Whom the rep met, or that all is as it was last time, which tells nothing of what the customer needs, has or sees."""


def without_supposed(hearing: Hearing, text: str = "") -> Hearing:
    """The hearing with every yes or no to need, money and value that the `text` only supposes replaced by `unsure`, and
    without what tells of the rep, or of the customer's manners, alone.
    """
    facts, faint = _of_the_customer(hearing.facts), _of_the_customer(hearing.faint)
    guesses = {
        name: told._replace(value="unsure") for name in WEIGHED if (told := facts.get(name)) and _guessed(told, text)
    }
    blockers = tuple(_left_open(one) for one in hearing.blockers)
    return replace(hearing, facts=facts | guesses, faint=faint, blockers=blockers)


def _left_open(blocker: Heard) -> Heard:
    """A reason not to sign, which is not that there is no money or need if it only asks whether there is."""
    asked = blocker.value in ("no_budget", "no_need") and _WHETHER.search(blocker.quote)
    return blocker._replace(value="other") if asked else blocker


def _of_the_customer(told: Mapping[str, Heard]) -> dict[str, Heard]:
    return {key: one for key, one in told.items() if not _of_the_rep(key, one)}


_KNOWS_NOT = expression("hope", "{knows_not}")


_ONLY_INTRODUCES = expression("hope", r"{only_introduces}\W*")
"""Words that introduce speech, and nothing else."""
_LAST_STOP = re.compile(r"\W+$")


def without_guessed_rank(hearing: Hearing, text: str) -> Hearing:
    """The hearing without an authority that the rep only supposes or says he does not know, or that rests on "the boss
    said" with nothing said after it; a supposed one becomes faint (R9).
    """
    told = hearing.facts.get("authority")
    if told is None:
        return hearing
    quote = told.quote.strip()
    unknown = _LAST_STOP.sub("", text).endswith(_LAST_STOP.sub("", quote)) and bool(_ONLY_INTRODUCES.fullmatch(quote))
    if _TOLD.search(quote) and not unknown:
        return hearing
    guessed, unknown = supposed(quote), unknown or bool(_KNOWS_NOT.search(quote))
    if not (guessed or unknown):
        return hearing
    facts = {key: heard for key, heard in hearing.facts.items() if key != "authority"}
    return replace(hearing, facts=facts, faint=hearing.faint if unknown else hearing.faint | {"authority": told})


def supposed(clause: str) -> bool:
    """Whether a clause only supposes something."""
    return bool(_SUPPOSES.search(clause))


def _of_the_rep(key: str, told: Heard) -> bool:
    """Whether the words tell his mood or whom he met, and so neither need nor money nor value; whom he met may tell the
    rank (R6).
    """
    mood = key == "value" and _OWN_MOOD.search(told.quote)
    return bool(mood or (key in WEIGHED and (_ONLY_MET.fullmatch(told.quote) or only_names(told.quote))))


def _guessed(heard: Heard, text: str) -> bool:
    quote, at = heard.quote, text.find(heard.quote)
    concluded = at >= 0 and _CONCLUDED.match(text, at + len(quote)) is not None
    guess = concluded or any(
        one.search(quote) for one in (_SUPPOSES, _CONCLUDES, _OWN_IMPRESSION, _OPEN_QUESTION, _KNOWS_NOT)
    )
    if heard.value == "no" and _WHETHER.search(quote):
        return True
    return heard.value in ("yes", "no") and guess and not _TOLD.search(quote)
