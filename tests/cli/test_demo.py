"""The demo on the command line: a store of its own, never the user's."""

from pathlib import Path

import pytest
from scripts.torture.commands import run

TODAY = ("--today", "2026-11-23")


def test_the_demo_is_never_made_among_ones_own_debriefs_wherever_the_settings_have_those(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (tmp_path / "config.toml").write_text(f'data = "{own}"\n')
    for environ in ({"COACH_DATA": ""}, {"COACH_DATA": str(own)}):
        assert run("demo", "--no-screen", environ=environ).status == 0
        assert not own.exists()
        assert (tmp_path / "coach-demo" / "coach.db").exists()


@pytest.mark.parametrize(("language", "say"), [("zh", "要说：“"), ("en", "say: “")])
def test_due_has_the_sentence_kept_for_whom_one_meets_today_below_its_step(language: str, say: str, tmp_path: Path) -> None:  # fmt: skip
    here = ("--data", tmp_path / "demo", "--lang", language, "--today", "2026-11-23")
    assert run("demo", "--no-screen", *here).status == 0
    today = [row for row in run("due", "--json", *here).data["steps"] if row["next_date"] == "2026-11-23"]
    rows = run("due", *here).out.splitlines()
    assert today
    for row in today:
        at = next(n for n, text in enumerate(rows) if row["id"] in text and text.lstrip().startswith("2026-11-23"))
        assert rows[at + 1].strip() == f"{say}{row['next_line']}”"
    assert sum(say in text for text in rows) == len(today)


def test_the_ledger_is_ones_own_unless_everybodys_is_asked_for_and_says_whose_it_is(demo: Path) -> None:
    own, all_ = (run("ledger", *more, "--data", demo, "--json", *TODAY).data for more in ((), ("--everybody",)))
    assert own["owner"] == "rep"
    assert all_["owner"] is None
    assert own["debriefs"] == {group["key"]: group["debriefs"] for group in all_["by_rep"]}["rep"] < all_["debriefs"]
    for more, whose in ((), "rep"), (("--everybody",), "everybody"), (("--by", "rep"), "everybody"):
        told = run("ledger", *more, "--data", demo, "--lang", "en", *TODAY).out
        assert told.splitlines()[0] == f"Ledger  {whose}"


def test_the_inbox_narrows_to_what_was_asked_and_not_answered_as_the_screen_does(demo: Path) -> None:
    whole, asked = (run("inbox", *more, "--data", demo, "--json", *TODAY).data["debriefs"] for more in ((), ("--asked",)))  # fmt: skip
    assert [row["id"] for row in asked] == [row["id"] for row in whole if row["requests"]] != []
