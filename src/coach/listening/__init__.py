"""The listener: natural language understanding of Chinese and English reports, by rules and a small network."""
