"""Paths on this machine: the program's assets and the user's data."""

import os
from functools import cache
from pathlib import Path


@cache
def assets() -> Path:
    """The assets folder: inside the installed package, or at the root of a checkout.

    Raises FileNotFoundError if the installation is incomplete.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "assets", here.parent.parent / "assets"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no assets folder beside {here}; install coach again")


def data_dir(chosen: str | None = None) -> Path:
    """The folder of the user's store: `chosen`, else COACH_DATA, else the platform's user data folder."""
    picked = chosen or os.environ.get("COACH_DATA")
    if picked:
        return Path(picked).expanduser()
    from platformdirs import user_data_path

    return user_data_path("coach", appauthor=False)


def config_file() -> Path:
    """The file of the user's settings: COACH_CONFIG, else config.toml in the platform's user config folder."""
    picked = os.environ.get("COACH_CONFIG")
    if picked:
        return Path(picked).expanduser()
    from platformdirs import user_config_path

    return user_config_path("coach", appauthor=False) / "config.toml"
