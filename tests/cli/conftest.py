import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts.torture.commands import run

from coach.journal.sqlite import SqliteJournal

TODAY = "2026-11-23"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Isolates the tests from the user's settings and store."""
    for name in ("COACH_LANG", "COACH_REP", "COACH_THEME", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COACH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "home"))
    monkeypatch.setenv("USER", "rep")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder in which no store was made yet."""
    return tmp_path / "empty"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """A folder with a store in which nothing is kept yet."""
    SqliteJournal(tmp_path / "blank" / "coach.db").close()
    return tmp_path / "blank"


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("furnished") / "demo"
    done = run("demo", "--no-screen", "--data", folder, "--today", TODAY)
    assert done.status == 0, done.said
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def demo(furnished: Path, tmp_path: Path) -> Path:
    """A copy of the demo store, to be written to."""
    return Path(shutil.copytree(furnished, tmp_path / "demo"))
