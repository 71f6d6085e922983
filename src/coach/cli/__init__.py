"""The command line interface: commands, options and output formats; driving adapter of the use cases."""
