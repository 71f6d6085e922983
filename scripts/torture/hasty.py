"""coach whose dialogs close whatever is on top when a key comes too late for them: the control of the harness of wild presses."""

from coach.terminal.screens.overlay import Overlay

del Overlay.dismiss

if __name__ == "__main__":
    from coach.__main__ import main

    main()
