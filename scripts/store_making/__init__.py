"""Made-up stores: the same ones for the same seed, with the spread of words, classes and outcomes that real ones have."""
