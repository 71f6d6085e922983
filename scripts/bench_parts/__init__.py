"""The parts of the benchmark: reference programs in `apps`, and one module per kind of measurement."""
