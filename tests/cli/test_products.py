"""What is sold: given with a debrief, narrowed to, counted by, and completed by the shell."""

from pathlib import Path

import pytest
from scripts.torture.commands import Done, run

TODAY = ("--today", "2026-11-23")
VISIT = '{"say":"saw Dana Whitfield at Whitfield Cold Store"}\n'


def debriefed(store: Path, *options: str, said: str = VISIT) -> Done:
    return run("debrief", "--jsonl", "--data", store, "--lang", "en", *TODAY, *options, given=said.encode())


def products(store: Path, *options: str) -> list[str]:
    return [row["product"] for row in run("list", "--json", "--data", store, *TODAY, *options).data]


def completed(store: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """What the shell is offered for the last word."""
    monkeypatch.setenv("_COACH_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["coach", "--data", str(store), *words]))
    monkeypatch.setenv("COMP_CWORD", str(len(words) + 2))
    return [line.partition(",")[2] for line in run().out.splitlines() if line]


@pytest.mark.parametrize("way", [("--jsonl",), ("--plain",)])
def test_a_debrief_is_about_the_product_it_was_given(way: tuple[str], empty: Path) -> None:
    done = run("debrief", *way, "--data", empty, "--product", " Chiller  X ", *TODAY, given=VISIT.encode())
    assert done.status == 0, done.said
    assert products(empty) == ["Chiller X"]
    name = run("list", "--json", "--data", empty, *TODAY).data[0]["id"]
    assert run("show", name, "--json", "--data", empty).data["product"] == "Chiller X"
    assert "Product: Chiller X" in run("show", name, "--data", empty, "--lang", "en").out
    assert "产品：Chiller X" in run("show", name, "--data", empty, "--lang", "zh").out


def test_one_product_is_not_counted_as_two_because_it_was_typed_otherwise(empty: Path) -> None:
    debriefed(empty, "--product", "Chiller X")
    debriefed(empty, "--product", "chiller x")
    debriefed(empty, said=VISIT + '{"say":"/edit product CHILLER X"}\n')
    assert products(empty) == ["Chiller X"] * 3


def test_a_product_is_put_right_while_talking(empty: Path) -> None:
    debriefed(empty, "--product", "Chiller X", said=VISIT + '{"say":"/edit product Pump"}\n')
    assert products(empty) == ["Pump"]


def test_a_product_goes_with_a_new_debrief_only(empty: Path) -> None:
    debriefed(empty)
    name = run("list", "--json", "--data", empty, *TODAY).data[0]["id"]
    for language, told in (("en", "/edit product Pump"), ("zh", "/改 产品 Pump")):
        done = run("debrief", "--jsonl", "--resume", name, "--product", "Pump", "--data", empty, "--lang", language)
        assert done.status == 2
        assert told in done.said
    assert products(empty) == [""]


@pytest.mark.parametrize("given", ["", "  ", "\u202e", "x" * 201])
def test_what_is_no_name_is_no_product(given: str, empty: Path) -> None:
    done = debriefed(empty, "--product", given)
    assert done.status == 2
    assert "--product" in done.said


def test_lists_inbox_and_ledger_narrow_to_a_product_by_its_beginning(empty: Path) -> None:
    debriefed(empty, "--product", "Chiller X")
    debriefed(empty, "--product", "Pump")
    assert products(empty, "--product", "chill") == ["Chiller X"]
    for command in (("list",), ("inbox",), ("ledger",), ("search", "Dana")):
        assert run(*command, "--product", "pump", "--data", empty, *TODAY).status == 0
        for language in ("en", "zh"):
            done = run(*command, "--product", "Boiler", "--data", empty, "--lang", language, *TODAY)
            assert done.status == 2
            assert "Boiler" in done.said
            assert "Chiller X" in done.said


def test_search_finds_what_was_said_and_remarked_about_one_product(empty: Path) -> None:
    for product in ("Chiller X", "Pump"):
        debriefed(empty, "--product", product)
    names = {row["product"]: row["id"] for row in run("list", "--json", "--data", empty, *TODAY).data}
    for name in names.values():
        assert run("review", name, "--comment", "Dana again?", "--rep", "Boss", "--data", empty, *TODAY).status == 0
    for product, name in names.items():
        found = run("search", "dana", "--product", product, "--json", "--data", empty, *TODAY).data
        assert sorted((hit["id"], hit["remarks"]) for hit in found["hits"]) == [(name, False), (name, True)]
        assert found["count"] == 2
    edit = b'{"say":"/edit product Pump"}\n'
    assert run("debrief", "--jsonl", "--resume", names["Chiller X"], "--data", empty, given=edit).status == 0
    found = run("search", "whitfield", "--product", "Pump", "--json", "--data", empty, *TODAY).data
    assert {hit["id"] for hit in found["hits"]} == set(names.values())


def test_the_shell_completes_commands_and_the_products_given_so_far(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    debriefed(empty, "--product", "Chiller X")
    debriefed(empty, "--product", "Pump")
    for command in ("debrief", "ledger", "list", "inbox", "search", "export"):
        assert completed(empty, monkeypatch, command, "--product", "chi") == ["Chiller X"]
    assert completed(empty, monkeypatch, "led") == ["ledger"]


def test_completion_makes_no_store_and_fails_on_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert completed(tmp_path / "none", monkeypatch, "debrief", "--product", "") == []
    assert not (tmp_path / "none").exists()
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "coach.db").write_text("no store")
    assert completed(damaged, monkeypatch, "debrief", "--product", "") == []


def test_a_masked_table_has_no_name_in_the_product_either(empty: Path) -> None:
    visit = '{"say":"saw Dana Whitfield at Whitfield Cold Store, signed it on the spot"}\n' + '{"say":"1"}\n' * 12
    debriefed(empty, "--product", "Chiller for Dana Whitfield", said=visit)
    assert products(empty, "--state", "recorded") == ["Chiller for Dana Whitfield"]
    for kind in ("csv", "json", "md", "html"):
        out = run("export", "--format", kind, "--mask", "--data", empty, *TODAY).out
        assert "Chiller for" in out
        assert "Whitfield" not in out


def test_the_program_starts_without_any_argument_and_without_a_terminal(empty: Path) -> None:
    done = run(given=b"", environ={"COACH_DATA": str(empty)})
    assert done.status == 0, done.said
