"""The network's arithmetic in whole lanes is that of its definition, place by place."""

import random
from pathlib import Path
from typing import Any

import pytest

from coach.listening.network import LEVEL, LEVELS, REACH, Network, mixed
from coach.listening.on_disk import table
from coach.listening.tokens import UNKNOWN, Token, from_list

FILTERS, CONCLUSIONS, CLASSES, ROWS = 5, 4, 3, 7


def _made(seed: int) -> tuple[bytes, dict[str, Any]]:
    dice = random.Random(seed)

    def numbers(most: int, *sizes: int) -> Any:
        return [numbers(most, *sizes[1:]) for _ in range(sizes[0])] if sizes else dice.randint(-most, most)

    table = bytes(dice.randrange(256) for _ in range(ROWS * REACH * FILTERS))
    shape = {
        "stages": {"forward": numbers(900, FILTERS)},
        "mixture": numbers(2000, REACH, FILTERS, CONCLUSIONS),
        "turns": {"forward": numbers(9000, CONCLUSIONS)},
        "concluded": numbers(1_000_000, CONCLUSIONS, CLASSES),
        "heard": numbers(1_000_000, FILTERS, CLASSES),
        "steps": [dice.uniform(1e-9, 1e-8) for _ in range(CLASSES)],
        "biases": [dice.uniform(-3, 3) for _ in range(CLASSES)],
    }
    return table, shape


def _by_definition(table: bytes, shape: dict[str, Any], clauses: list[list[Token]]) -> list[float]:
    def weight(token: Token, part: int, lane: int) -> int:
        return sum(table[(row * REACH + part) * FILTERS + lane] - 128 for row in (token.row, *token.concepts))

    def strongest(clause: list[Token], lane: int) -> int:
        edged = [Token(UNKNOWN, ()), *clause, Token(UNKNOWN, ())]
        answers = [
            sum(weight(edged[at - 1 + part], part, lane) for part in range(REACH) if 0 <= at - 1 + part < len(edged))
            for at in range(len(edged))
        ]
        return max(0, max(answers) + shape["stages"]["forward"][lane])

    heard = [[strongest(clause, lane) for lane in range(FILTERS)] for clause in clauses or [[]]]
    told = [[min(answer // LEVEL, LEVELS - 1) for answer in one] for one in heard]
    nothing = [0] * FILTERS
    concluded = [
        [
            max(0, shape["turns"]["forward"][to] + sum(
                near[lane] * shape["mixture"][part][lane][to]
                for part, near in enumerate((told[at], told[at - 1] if at else nothing, [*told, nothing][at + 1]))
                for lane in range(FILTERS)
            ))
            for to in range(CONCLUSIONS)
        ]
        for at in range(len(told))
    ]  # fmt: skip
    most = [max(one[lane] for one in heard) for lane in range(FILTERS)]
    last = [max(one[to] for one in concluded) for to in range(CONCLUSIONS)]
    return [
        shape["steps"][column]
        * (
            sum(last[to] * shape["concluded"][to][column] for to in range(CONCLUSIONS))
            + sum(most[lane] * shape["heard"][lane][column] for lane in range(FILTERS))
        )
        + shape["biases"][column]
        for column in range(CLASSES)
    ]


@pytest.mark.parametrize("seed", range(40))
def test_lanes_of_one_integer_answer_as_filter_by_filter(seed: int) -> None:
    table, shape = _made(seed)
    dice = random.Random(seed)
    clauses = [
        [Token(dice.randrange(5), tuple(dice.sample([5, 6], dice.randrange(3)))) for _ in range(dice.randrange(6))]
        for _ in range(dice.randrange(4))
    ]
    assert Network(table, mixed(*shape["mixture"]), shape).answers(clauses, "forward").scores == pytest.approx(
        _by_definition(table, shape, clauses)
    )


def test_a_table_of_another_size_is_refused() -> None:
    table, shape = _made(1)
    with pytest.raises(ValueError, match="weights for 5 filters"):
        Network(table[:-1], mixed(*shape["mixture"]), shape)


def test_the_longest_known_word_is_one_token_and_words_may_share_a_row() -> None:
    tokens = from_list(["预算", "预 算", "~budget ~fund", "'“"], ["MONEY"])
    cut = tokens.of("预算budget“算x", 0, 11, [("budget", 2, 8), ("x", 10, 11)], [])
    assert [token.row for token in cut] == [1, 3, 4, 2, UNKNOWN]


def test_a_table_on_the_disk_reads_as_its_bytes_do(tmp_path: Path) -> None:
    content = bytes(range(256)) * 3
    (tmp_path / "table").write_bytes(content)
    kept = table(tmp_path / "table")
    assert len(kept) == len(content)
    assert all(
        kept[start : start + size] == content[start : start + size] for start in (0, 5, 700) for size in (0, 1, 90)
    )


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "table").write_bytes(b"")
    with pytest.raises(ValueError, match="empty"):
        table(tmp_path / "table")
