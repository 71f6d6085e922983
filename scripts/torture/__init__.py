"""Harnesses that try to break coach: kills, closed terminals, hostile text, power cuts, many windows, a fresh machine."""
