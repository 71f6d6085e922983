"""Both languages are first class: the same keys, the same slots, as many variants; and no sentence hides in the code."""

import ast
import re
import runpy
import string
from pathlib import Path

import pytest

from coach import phrases
from coach.phrases import Line

ROOT = Path(__file__).resolve().parents[2]
ZH, EN = phrases.load("zh").entries, phrases.load("en").entries
PRACTICE_WHY = {"why.yes", "why.yes_bare", "why.half", "why.half_bare", "why.no", "why.no_bare", "why.unknown"}
RECURRING = (
    "readback.heard",
    "restate.question",
    "reply.evasive",
    "reply.dont_know",
    "reply.insist",
    "skip.noted",
    "plan.confirm_again",
)
COUNTS = {"count", "days", "events", "streams", "visits", "told", "rest"}
"""Slots with a number of things in them."""
ALONE = {"list", "fact", "fact_value", "choice", "class", "date", "notice", "help", "option", "plain", "restate"}


def slots(wordings: tuple[str, ...]) -> set[str]:
    return {name for wording in wordings for _, name, _, _ in string.Formatter().parse(wording) if name}


@pytest.mark.parametrize("source", sorted((ROOT / "assets" / "phrases").glob("*/*.toml")), ids=lambda path: "/".join(path.parts[-2:]))  # fmt: skip
def test_what_is_read_was_compiled_from_what_is_written(source: Path) -> None:
    compiled = runpy.run_path(str(ROOT / "scripts" / "compile_phrases"))["compiled"]
    assert source.with_suffix(".tsv").read_text("utf-8") == compiled(source.read_text("utf-8")), "run scripts/compile_phrases"  # fmt: skip


def test_nothing_is_read_that_is_not_written() -> None:
    for read in (ROOT / "assets" / "phrases").glob("*/*.tsv"):
        assert read.with_suffix(".toml").is_file()


def test_both_catalogues_have_the_same_keys() -> None:
    assert set(ZH) ^ set(EN) == set()


@pytest.mark.parametrize("key", sorted(set(ZH) & set(EN)))
def test_a_key_has_the_same_slots_in_both(key: str) -> None:
    assert slots(ZH[key]) == slots(EN[key])


def test_debrief_lines_have_at_least_three_wordings_in_each_language() -> None:
    talk = (
        "opening",
        "claim",
        "forward",
        "unsigned",
        "reverse",
        "push",
        "line",
        "once",
        "verdict",
        "recorded",
        "reply",
        "why",
        "glossary",
    )
    for entries in (ZH, EN):
        for key, wordings in entries.items():
            area, _, rest = key.partition(".")
            if (
                area in talk
                and key not in PRACTICE_WHY
                and not rest.endswith("aliases")
                and not re.match(r"(sign|authority|need|power|value)\.", rest)
            ):
                assert len(wordings) >= 3, key
                assert len(set(wordings)) == len(wordings), key


@pytest.mark.parametrize("key", RECURRING)
def test_lines_that_recur_most_have_the_most_wordings(key: str) -> None:
    assert len(ZH[key]) >= 4
    assert len(EN[key]) >= 4


def test_chinese_lines_are_chinese_and_use_chinese_punctuation() -> None:
    allowed = re.compile(r"[A-Za-z]{4,}")
    for key, wordings in ZH.items():
        if key.split(".")[0] in ("glossary", "help", "option", "doctor", "journal", "care", "notice") or key.endswith(
            "aliases"
        ):
            continue
        for wording in wordings:
            words = re.sub(r"\{[^}]*\}|/\w+|--[\w-]+|coach \w+", "", wording)
            left = [
                w
                for w in allowed.findall(words)
                if w.lower()
                not in {
                    "coach",
                    "shift",
                    "english",
                    "enter",
                    "ctrl",
                    "html",
                    "json",
                    "markdown",
                    "lines",
                    "signed",
                    "lost",
                    "open",
                }
            ]
            assert not left, (key, wording, left)


def test_every_line_the_dialogue_says_is_in_the_catalogue() -> None:
    keys = {
        node.args[0].value
        for file in (ROOT / "src" / "coach" / "dialogue").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("say", "Line")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert keys
    assert keys <= set(ZH)


def test_no_chinese_sentence_stands_in_the_code_of_the_talk() -> None:
    for folder in ("conduct", "terminal", "cli", "domain"):
        for file in (ROOT / "src" / "coach" / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("\n") == 0:
                    assert len(re.findall(r"[\u4e00-\u9fff]", node.value)) < 7, (file, node.value)


def test_a_number_brings_the_word_that_goes_with_it() -> None:
    said = {count: phrases.load("en").say("screen.away.behind", days=count) for count in (1, 2, 21)}
    assert said == {1: "1 day ago", 2: "2 days ago", 21: "21 days ago"}
    assert phrases.load("zh").say("screen.away.behind", days=1) == "1天前"


def test_every_english_wording_reads_well_with_the_number_one() -> None:
    plural = re.compile(r"#1 (?:new |whole )?\w+s\b")
    for key, wordings in EN.items():
        for wording in wordings:
            if COUNTS & slots((wording,)):
                counted = re.sub(r"\{(\w+)\}", lambda slot: ("#" if slot[1] in COUNTS else "") + slot[0], wording)
                said = counted.format_map(dict.fromkeys(slots((wording,)), phrases.Number(1)))
                assert not plural.search(said), (key, said)


def test_a_list_in_a_slot_is_joined_as_the_language_joins_it() -> None:
    line = Line("verdict.evidence", {"items": [Line("readback.signed"), Line("readback.asked")]})
    assert "；" in phrases.load("zh").render(line)
    assert "; " in phrases.load("en").render(line)
