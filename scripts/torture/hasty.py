"""coach whose dialogs, pressed too late, close whatever screen is on top: the control of the monkey harness."""

from coach.terminal.screens.overlay import Overlay

del Overlay.dismiss

if __name__ == "__main__":
    from coach.__main__ import main

    main()
