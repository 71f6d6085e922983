"""The debrief's state machine as data: its steps, their transitions, and how the listener classifies an answer.

Forward, unsigned, reverse and push are on the path of every unsigned visit (R12-R14, R17); a signed visit goes straight
to why it closed.
"""

from typing import Final

from coach.domain.debrief_events import Step
from coach.domain.hearing import Stage

TRANSITIONS: Final[tuple[dict[str, str], ...]] = (
    {"trigger": "done", "source": "opening", "dest": "push", "conditions": "signed"},
    {"trigger": "done", "source": "opening", "dest": "claim"},
    {"trigger": "done", "source": "claim", "dest": "push", "conditions": "signed"},
    {"trigger": "done", "source": "claim", "dest": "forward"},
    {"trigger": "done", "source": "forward", "dest": "push", "conditions": "signed"},
    {"trigger": "done", "source": "forward", "dest": "unsigned"},
    {"trigger": "done", "source": "unsigned", "dest": "push", "conditions": "signed"},
    {"trigger": "done", "source": "unsigned", "dest": "reverse"},
    {"trigger": "done", "source": "reverse", "dest": "push"},
    {"trigger": "done", "source": "push", "dest": "verdict"},
    {"trigger": "done", "source": "verdict", "dest": "plan"},
    {"trigger": "done", "source": "plan", "dest": "recorded"},
)

REPORTING: Final[tuple[Step, ...]] = ("opening", "claim", "forward", "unsigned")
"""Steps at which the rep reports on the visit: later ones ask for his own sentences, to the customer or on any subject."""

STAGE: Final[dict[Step, Stage]] = {
    "opening": "opening",
    "claim": "forward",
    "forward": "forward",
    "unsigned": "unsigned",
    "reverse": "reverse",
    "push": "push",
    "verdict": "reverse",
    "plan": "opening",
    "recorded": "opening",
}
"""The question under which an answer is classified, by step."""
