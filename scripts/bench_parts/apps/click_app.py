"""A click program with N commands that do nothing: `click_app.py N --help`."""

import sys

import click


@click.group()
@click.version_option("1", "--version")
def app() -> None:
    """A program."""


def add(name: str) -> None:
    @app.command(name, help=f"{name} things")
    @click.option("--lang", default="zh")
    @click.option("--data")
    def command(lang: str, data: str) -> None:
        return None


for n in range(int(sys.argv.pop(1))):
    add(f"command{n}")
app()
