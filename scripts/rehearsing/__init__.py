"""Scripted reps against the customer."""
