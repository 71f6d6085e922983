"""The screens of the terminal user interface."""
