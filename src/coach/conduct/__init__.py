"""The application layer: the use cases, which orchestrate domain, dialogue and rehearsal through the ports."""
