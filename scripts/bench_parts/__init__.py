"""What the benchmark is made of: reference programs in apps, one module for each kind of measurement."""
