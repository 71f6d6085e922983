"""The rep's answer to the open question, as far as it is understood before the debrief decides what it brings."""

from typing import NamedTuple

from coach.dialogue.cues import Cue
from coach.domain.hearing import Act, Hearing


class RepAnswer(NamedTuple):
    """His words, what they mean by themselves as a short answer, the facts heard in them, and what they do as a line to the
    customer.
    """

    text: str
    cue: Cue
    hearing: Hearing
    acts: tuple[Act, ...] = ()
