"""What holds for every test."""

from hypothesis import settings

settings.register_profile("coach", deadline=None)  # a slow machine is no fault: speed is measured by scripts/bench
settings.load_profile("coach")
