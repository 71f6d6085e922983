"""The user's settings, in order of precedence: command line, environment, config.toml."""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from stat import S_IMODE
from typing import NamedTuple

from coach import locations
from coach.domain.cleaning import clean_line, from_bytes
from coach.domain.ids import NAME_LENGTH
from coach.domain.vocabulary import LANGUAGES
from coach.files import SystemReason, atomic_write

_VARIABLES = {"language": "COACH_LANG", "rep": "COACH_REP", "theme": "COACH_THEME", "data": "COACH_DATA"}

THEMES = ("dark", "light", "contrast", "plain")


class SettingsError(Exception):
    """An invalid setting. `code` selects the sentence in the phrase catalogues, `details` fill its slots; `source`
    names the file or variable.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}")
        self.code = code
        self.details = details


class Settings(NamedTuple):
    """`language` is None unless chosen; `today` overrides the current date for reproducible runs."""

    data: Path | None = None
    language: str | None = None
    rep: str | None = None
    theme: str = "dark"
    today: date | None = None

    @property
    def effective_language(self) -> str:
        """The chosen language, else that of the locale."""
        return self.language or from_locale(os.environ)

    @property
    def data_folder(self) -> Path:
        """The folder that contains the store."""
        return locations.data_dir(str(self.data) if self.data else None)

    @property
    def rep_name(self) -> str:
        """The chosen name of the rep, else the name of the user account."""
        account = os.environ.get("USER") or os.environ.get("USERNAME") or ""
        return self.rep or _one_line(account)[:NAME_LENGTH] or "rep"

    def with_choices(self, **chosen: object) -> "Settings":
        """A copy with the values given on the command line; None means not given."""
        return self._replace(**{name: value for name, value in chosen.items() if value is not None})  # type: ignore[arg-type]


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings from config.toml and the environment. Raises SettingsError for an invalid one."""
    file = locations.config_file()
    read = _from_file(file) if file.is_file() else {}
    for name, variable in _VARIABLES.items():
        if environ.get(variable):
            read[name] = _checked(name, environ[variable], variable)
    return Settings(**read)  # type: ignore[arg-type]


def save_setting(name: str, value: str) -> None:
    """Writes one setting into config.toml and leaves everything else in it, comments included, as it is.

    Raises OSError.
    """
    file = locations.config_file()
    lines = file.read_text("utf-8-sig").splitlines() if file.is_file() else []
    sets_it = re.compile(rf"""\s*(["']?){re.escape(name)}\1\s*=""")
    kept = [line for line in lines if not sets_it.match(line)]
    file.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(file) as fresh:
        if file.exists():
            fresh.chmod(S_IMODE(file.stat().st_mode))
        fresh.write_text("\n".join([f'{name} = "{value}"', *kept]) + "\n", "utf-8")


def checked_name(value: str, source: str) -> str:
    """A rep's name, sanitized to one line. Raises SettingsError (with `source`) if it is empty or too long."""
    name = _one_line(value)
    if not 0 < len(name) <= NAME_LENGTH:
        raise SettingsError("not_a_name", source=source, most=NAME_LENGTH)
    return name


def from_locale(environ: Mapping[str, str]) -> str:
    """`zh` for a Chinese locale, else `en`."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = environ.get(variable, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def _from_file(file: Path) -> dict[str, object]:
    import tomllib

    try:
        table = tomllib.loads(file.read_text("utf-8-sig"))  # editors on Windows begin a file with a byte order mark
    except OSError as error:
        raise SettingsError("unreadable", source=str(file), why=SystemReason(error)) from error
    except (ValueError, RecursionError) as error:  # beside its own errors, tomllib raises those of int()
        raise SettingsError("not_toml", source=str(file), why=str(error)) from error
    known = set(Settings._fields) - {"today"}
    unknown = sorted(set(table) - known)
    if unknown:
        raise SettingsError("unknown", source=str(file), name=unknown[0], known=tuple(sorted(known)))
    return {name: _checked(name, value, str(file)) for name, value in table.items()}


def _checked(name: str, value: object, source: str) -> object:
    if not isinstance(value, str):
        raise SettingsError("not_text", source=source, name=name, value=str(value))
    if name == "rep":
        return checked_name(value, source)
    allowed = {"language": LANGUAGES, "theme": THEMES}.get(name)
    if allowed and value not in allowed:
        raise SettingsError("not_one_of", source=source, name=name, value=value, allowed=allowed)
    return Path(value).expanduser() if name == "data" else value


def _one_line(text: str) -> str:
    return clean_line(from_bytes(os.fsencode(text)))
