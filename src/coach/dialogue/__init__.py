"""The debrief's dialogue: what an answer means, which question comes next, what the coach says. Pure."""
