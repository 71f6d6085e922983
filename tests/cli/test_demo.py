"""The demo on the command line: a store of its own, never the user's."""

from pathlib import Path

from scripts.torture.commands import run


def test_the_demo_is_never_made_among_ones_own_debriefs_wherever_the_settings_have_those(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (tmp_path / "config.toml").write_text(f'data = "{own}"\n')
    for environ in ({"COACH_DATA": ""}, {"COACH_DATA": str(own)}):
        assert run("demo", "--no-screen", environ=environ).status == 0
        assert not own.exists()
        assert (tmp_path / "coach-demo" / "coach.db").exists()
