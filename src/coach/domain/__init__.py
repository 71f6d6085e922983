"""The domain model: events, their fold to state, the rulebook, outcomes and statistics. Pure."""
