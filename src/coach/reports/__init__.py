"""Reports: the ledger's statistics, Markdown, HTML, CSV and calendar files, pseudonymization. Pure."""
