"""A coach for sales reps: debrief a visit, practise the close, review the judgement."""

__version__ = "0.1.0"
