"""How the listener's data is made: reading the sources, fitting, choosing thresholds."""
