"""The rehearsal: simulated customer and seller, scenarios, scoring. Pure but for scenario files."""
