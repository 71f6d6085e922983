"""The settings file: what is read from it, and what is left as it is when one setting is saved."""

from pathlib import Path

import pytest

from coach.settings import SettingsError, load, save_setting


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("COACH_CONFIG", str(file))
    return file


def test_saving_a_setting_leaves_the_file_where_it_is_and_as_private_as_it_is(tmp_path: Path, config: Path) -> None:
    file, link = tmp_path / "dotfiles.toml", config
    file.write_text('# mine\nrep = "Dana"\ntheme = "dark"\n')
    file.chmod(0o600)
    link.symlink_to(file)
    save_setting("theme", "light")
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(file.read_text().splitlines()) == ["# mine", 'rep = "Dana"', 'theme = "light"']
    file.chmod(0o640)
    save_setting("theme", "plain")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("line", ['"theme" = "dark"', "'theme'='dark'", '  theme="dark"'])
def test_saving_a_setting_replaces_it_however_its_line_is_written(config: Path, line: str) -> None:
    config.write_text(f'{line}\nrep = "Dana"\n')
    save_setting("theme", "light")
    assert (load({}).theme, load({}).rep) == ("light", "Dana")


def test_a_file_with_a_byte_order_mark_is_read_and_saved_like_any_other(config: Path) -> None:
    config.write_text('\ufeffrep = "Dana"\n', "utf-8")
    assert load({}).rep == "Dana"
    save_setting("theme", "light")
    assert (load({}).theme, load({}).rep) == ("light", "Dana")


@pytest.mark.parametrize(
    "text", ["language = en", "rep = " + "1" * 5000, "rep = " + "[" * 5000, 'rep = "Dana', "\udcff"]
)
def test_what_is_no_toml_is_named_with_its_file(config: Path, text: str) -> None:
    config.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError, match="not_toml") as error:
        load({})
    assert error.value.details["source"] == str(config)


def test_the_environment_wins_over_the_file(config: Path) -> None:
    config.write_text('rep = "Dana"\nlanguage = "zh"\ntheme = "dark"\ndata = "/kept/in/file"\n')
    told = load({"COACH_REP": "Sam", "COACH_LANG": "en", "COACH_THEME": "light", "COACH_DATA": "/kept/elsewhere"})
    assert (told.rep, told.language, told.theme, told.data_folder) == ("Sam", "en", "light", Path("/kept/elsewhere"))
    assert load({}).data_folder == Path("/kept/in/file")
