"""The event store on SQLite: append-only streams with hash chains, projections, search index, repair and exchange."""
