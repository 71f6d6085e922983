"""The network's arithmetic in whole lanes is that of its definition, place by place."""

import random
from pathlib import Path
from typing import Any

import pytest

from coach.listening.lanes import TOP, Lanes
from coach.listening.network import ANSWER_SHIFT, LAYER_SHIFT, REACH, Network
from coach.listening.on_disk import table
from coach.listening.tokens import UNKNOWN, Token, from_list

FILTERS, GISTS, CONTEXTS, CLASSES, ROWS = 5, 4, 3, 3, 7
STAGES = ("forward", "push")


def _made(seed: int) -> tuple[bytes, dict[str, Any]]:
    """A table, and everything else with the weights between the layers as plain numbers."""
    dice = random.Random(seed)

    def numbers(most: int, *sizes: int) -> Any:
        return [numbers(most, *sizes[1:]) for _ in range(sizes[0])] if sizes else dice.randint(-most, most)

    table = bytes(dice.randrange(256) for _ in range(ROWS * REACH * FILTERS))
    shape = {
        "answers": {stage: numbers(900, FILTERS) for stage in STAGES},
        "gists": {stage: numbers(90_000, GISTS) for stage in STAGES},
        "contexts": {stage: numbers(90_000, CONTEXTS) for stage in STAGES},
        "to_gists": numbers(4_000, FILTERS, GISTS),
        "to_contexts": numbers(2_000, REACH, GISTS, CONTEXTS),
        "to_classes": numbers(90_000, CONTEXTS + GISTS + FILTERS, CLASSES),
        "steps": [dice.uniform(1e-7, 1e-6) for _ in range(CLASSES)],
        "biases": [dice.uniform(-3, 3) for _ in range(CLASSES)],
    }
    return table, shape


def _layers(shape: dict[str, Any]) -> bytes:
    near = [[*own, *before, *after] for own, before, after in zip(*shape["to_contexts"], strict=True)]
    layers = [shape["to_gists"], near, shape["to_classes"]]
    return b"".join(Lanes(len(row), "I").raised(row) for layer in layers for row in layer)


def _by_definition(
    table: bytes, shape: dict[str, Any], clauses: list[list[Token]], stages: list[str], first: int
) -> list[float]:
    def weight(token: Token, part: int, lane: int) -> int:
        return sum(table[(row * REACH + part) * FILTERS + lane] - 128 for row in (token.row, *token.concepts))

    def strongest(clause: list[Token], stage: str, lane: int) -> int:
        edged = [Token(UNKNOWN, ()), *clause, Token(UNKNOWN, ())]
        answers = [
            sum(weight(edged[at - 1 + part], part, lane) for part in range(REACH) if 0 <= at - 1 + part < len(edged))
            for at in range(len(edged))
        ]
        bias: int = shape["answers"][stage][lane]
        return max(0, max(answers) + bias)

    def layer(biases: list[int], told: list[tuple[list[int], list[list[int]]]]) -> list[int]:
        """What inputs with their weights add up to, per output, at least nought."""
        added = [
            sum(level * row[to] for levels, rows in told for level, row in zip(levels, rows, strict=True))
            for to in range(len(biases))
        ]
        return [max(0, one + bias) for one, bias in zip(added, biases, strict=True)]

    def levels(values: list[int], shift: int) -> list[int]:
        return [min(value >> shift, TOP) for value in values]

    answers = [
        [strongest(clause, stage, lane) for lane in range(FILTERS)]
        for clause, stage in zip(clauses, stages, strict=True)
    ]
    gists = [
        layer(shape["gists"][stage], [(levels(one, ANSWER_SHIFT), shape["to_gists"])])
        for one, stage in zip(answers, stages, strict=True)
    ]
    told = [[0] * GISTS, *(levels(gist, LAYER_SHIFT) for gist in gists), [0] * GISTS]
    contexts = [
        layer(
            shape["contexts"][stage],
            list(zip((told[at], told[at - 1], told[at + 1]), shape["to_contexts"], strict=True)),
        )
        for at, stage in enumerate(stages, 1)
    ]
    strongest_of = [
        level
        for layers, shift in ((contexts, LAYER_SHIFT), (gists, LAYER_SHIFT), (answers, ANSWER_SHIFT))
        for level in levels([max(column) for column in zip(*layers[first:], strict=True)], shift)
    ]
    return [
        step * sum(level * row[column] for level, row in zip(strongest_of, shape["to_classes"], strict=True)) + bias
        for column, (step, bias) in enumerate(zip(shape["steps"], shape["biases"], strict=True))
    ]


@pytest.mark.parametrize("seed", range(40))
def test_lanes_of_one_integer_answer_as_filter_by_filter(seed: int) -> None:
    table, shape = _made(seed)
    dice = random.Random(seed)
    clauses = [
        [Token(dice.randrange(5), tuple(dice.sample([5, 6], dice.randrange(3)))) for _ in range(dice.randrange(6))]
        for _ in range(dice.randrange(1, 5))
    ]
    network = Network(table, _layers(shape), shape)
    stages = [dice.choice(STAGES) for _ in clauses]
    read = network.read(clauses, stages)
    first = dice.randrange(len(clauses))
    assert network.scores(read, first) == pytest.approx(_by_definition(table, shape, clauses, stages, first))
    assert len(network.alone(read)) == len(clauses)


def test_a_clause_that_stands_alone_speaks_as_the_whole_text() -> None:
    table, shape = _made(3)
    network = Network(table, _layers(shape), shape)
    read = network.read([[Token(1, ()), Token(2, (5,))]], ["forward"])
    assert network.alone(read) == [network.scores(read)]


def test_a_table_of_another_size_is_refused() -> None:
    table, shape = _made(1)
    with pytest.raises(ValueError, match="weights for 5 filters"):
        Network(table[:-1], _layers(shape), shape)


@pytest.mark.parametrize("cut", [slice(0, -1), slice(1, None), slice(0, 0)])
def test_layers_of_another_size_are_refused(cut: slice) -> None:
    table, shape = _made(1)
    with pytest.raises(ValueError, match="bytes for a layer"):
        Network(table, _layers(shape)[cut], shape)


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
