"""coach without its store and its signal handlers: the control of the harnesses of kills and windows."""

from coach import wiring
from coach.journal.memory import MemoryJournal
from coach.terminal import endings

wiring.open_journal = lambda settings, *, create=True: MemoryJournal()
endings.SIGNALS = ()

if __name__ == "__main__":
    from coach.__main__ import main

    main()
