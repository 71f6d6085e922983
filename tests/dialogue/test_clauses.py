"""Sentences and clauses of an answer: a full stop behind Mr or within a number ends neither."""

import pytest

from coach.dialogue.clauses import clauses, sentences
from coach.dialogue.line_answer import read_line
from coach.dialogue.step_answer import clause_of
from coach.dialogue.wording import clip, core
from coach.domain.hearing import Hearing


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We lost it. Mr. Pell went with Cobalt! Sorry", ["We lost it. ", "Mr. Pell went with Cobalt! ", "Sorry"]),
        ("见的是赵姐。预算有1.5万；下周定", ["见的是赵姐。", "预算有1.5万；", "下周定"]),
        ("and then... nothing", ["and then... ", "nothing"]),
        ("one breath", ["one breath"]),
        ("", []),
    ],
)
def test_a_text_in_sentences_joined_is_the_text(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts
    assert "".join(parts) == text


def test_a_dictated_clause_ends_at_the_space_between_chinese_characters() -> None:
    assert list(clauses("见了赵姐 没提签字，Dr. Khan walked in")) == ["见了赵姐", "没提签字", "Dr. Khan walked in"]


def test_whoever_has_a_title_is_quoted_addressed_and_visited_with_his_name() -> None:
    told = "I told him and then Mr. Pell said that the old slicer jams twice a day"
    assert clip(told) == "I told him and then Mr. Pell said that the…"
    assert (
        core("Mr. Pell worries about the installation. The price is fine") == "Mr. Pell worries about the installation"
    )
    step = "I'll ring Mr. Pell on Thursday"
    assert clause_of(step, "on Thursday") == step
    line = "Prof. Lutz, shall we sign today?"
    assert read_line(line, Hearing(), "Prof. Lutz").line == line
