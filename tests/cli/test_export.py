"""What an export has in it."""

import json
from pathlib import Path

import pytest
from scripts.torture.commands import run

TODAY = ("--today", "2026-11-23")
VISITS = (
    ("Dana Whitfield at Whitfield Cold Store", "Chiller", "2026-11-20"),
    ("Pete Marlow at Marlow Joinery", "Pump", "2026-11-22"),
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two signed visits, each with another product and on another day."""
    for met, product, day in VISITS:
        said = [f"saw {met}, signed it on the spot", *["1"] * 12]
        given = "".join(json.dumps({"say": text}) + "\n" for text in said)
        done = run("debrief", "--jsonl", "--data", tmp_path, "--product", product, "--today", day, given=given.encode())
        assert done.status == 0, done.said
    return tmp_path


@pytest.mark.parametrize("kind", ["md", "html", "json"])
def test_a_number_chosen_is_exported_with_the_words_it_stood_for(demo: Path, kind: str) -> None:
    name = run("list", "--json", "--customer", "whitfield", "--data", demo, *TODAY).data[0]["id"]
    out = run("export", name, "--format", kind, "--data", demo, "--lang", "en", *TODAY).out
    assert "not enough practice" in out
    if kind == "json":
        line = next(line for line in json.loads(out)[0]["transcript"] if "practice" in line.get("chosen", ""))
        assert (line["who"], line["text"]) == ("rep", "1")


@pytest.mark.parametrize("option", [("--owner", "rep"), ("--class", "A"), ("--product", "Pump"), ("--since", "2026-11-21"), ("--until", "2026-11-21"), ("--limit", "1")], ids=str)  # fmt: skip
@pytest.mark.parametrize("language", ["zh", "en"])
def test_debriefs_are_named_or_picked_by_a_filter_and_never_both(
    option: tuple[str, str], language: str, store: Path
) -> None:
    name = run("list", "--json", "--data", store, *TODAY).data[0]["id"]
    done = run("export", name, *option, "--data", store, "--lang", language, *TODAY)
    assert done.status == 2
    assert option[0] in done.said
    assert not done.out


@pytest.mark.parametrize("kind", ["csv", "md", "html", "json"])
def test_an_export_narrows_to_a_product_by_its_beginning(kind: str, store: Path) -> None:
    out = run("export", "--format", kind, "--product", "pum", "--data", store, *TODAY).out
    assert "Marlow Joinery" in out
    assert "Whitfield" not in out


@pytest.mark.parametrize(("language", "joined"), [("zh", "；2026-11-"), ("en", "; 2026-11-")])
def test_a_step_and_its_day_are_two_things(language: str, joined: str, demo: Path) -> None:
    row = run("due", "--json", "--data", demo, *TODAY).data["steps"][0]
    out = run("export", row["id"], "--format", "html", "--data", demo, "--lang", language, *TODAY).out
    assert joined in out
