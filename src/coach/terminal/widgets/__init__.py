"""The widgets of the terminal user interface."""
