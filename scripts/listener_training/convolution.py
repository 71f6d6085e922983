"""The network part: filters over three words, what a clause concludes from them and its neighbours', a weighing (see coach.listening.network)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import nn

from coach.listening.network import LEVEL, REACH, mixed
from coach.listening.tokens import UNKNOWN, Token

FILTERS = 320
CONCLUSIONS = 160
ROUNDS = 14
_BATCH = 32
_SPEED = 2e-3
_FORGET = 0.4
_UNREAD = 0.1
_CLAUSES, _WORDS = 40, 60

Read = list[list[Token]]
"""The clauses of one text as tokens."""


class Batch(NamedTuple):
    """Clauses of several texts, padded: rows and mask (clauses x places), concepts with their ends, whose text each clause is of, stages."""

    rows: torch.Tensor
    mask: torch.Tensor
    concepts: torch.Tensor
    ends: torch.Tensor
    owner: torch.Tensor
    stages: torch.Tensor


class Filters(nn.Module):
    """Scores of all classes. Rows of words begin as `vectors`; concepts and stages begin small and at random."""

    def __init__(self, vectors: np.ndarray, concepts: int, stages: int, share: np.ndarray) -> None:
        super().__init__()
        size = vectors.shape[1]
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=False)
        self.concepts = nn.EmbeddingBag(concepts, size, mode="sum")
        self.convolution = nn.Conv1d(size, FILTERS, REACH, padding=REACH // 2)
        self.stages = nn.Embedding(stages, FILTERS)
        self.mixture = nn.Linear(REACH * FILTERS, CONCLUSIONS)
        self.turns = nn.Embedding(stages, CONCLUSIONS)
        self.concluded = nn.Linear(CONCLUSIONS, len(share))
        self.heard = nn.Linear(FILTERS, len(share), bias=False)
        nn.init.normal_(self.concepts.weight, std=0.3)
        nn.init.normal_(self.stages.weight, std=0.05)
        nn.init.normal_(self.turns.weight, std=0.05)
        nn.init.zeros_(self.heard.weight)
        with torch.no_grad():
            self.concluded.bias.copy_(torch.from_numpy(np.log(share)).float())
        self.forget = nn.Dropout(_FORGET)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Scores, texts x classes."""
        rows = batch.rows
        if self.training:
            rows = torch.where(torch.rand(rows.shape) < _UNREAD, torch.full_like(rows, UNKNOWN), rows)
        places = self.words(rows) + self.concepts(batch.concepts, batch.ends).view(*rows.shape, -1)
        places = self.forget(places) * batch.mask[:, :, None]
        asked = batch.stages[batch.owner]
        answers = self.convolution(places.transpose(1, 2)).transpose(1, 2) + self.stages(asked)[:, None]
        heard = torch.relu(answers.masked_fill(~batch.mask[:, :, None], -1e4).amax(1))
        same = (batch.owner[1:] == batch.owner[:-1])[:, None]
        nothing = torch.zeros(1, FILTERS)
        before = torch.cat([nothing, heard[:-1] * same])
        after = torch.cat([heard[1:] * same, nothing])
        concluded = torch.relu(self.mixture(self.forget(torch.cat([heard, before, after], 1))) + self.turns(asked))
        return self.concluded(self.forget(self._most(concluded, batch))) + self.heard(
            self.forget(self._most(heard, batch))
        )

    @staticmethod
    def _most(of_clauses: torch.Tensor, batch: Batch) -> torch.Tensor:
        """The largest over the clauses of each text."""
        none = torch.zeros(len(batch.stages), of_clauses.shape[1])
        return none.scatter_reduce(0, batch.owner[:, None].expand_as(of_clauses), of_clauses, "amax")


def batch(read: Sequence[Read], stages: Sequence[int], words: int) -> Batch:
    """Texts as tensors; concepts are counted from 0 after the `words` rows of words. Each clause gets an edge before and after it."""
    clauses = [(owner, clause[:_WORDS]) for owner, one in enumerate(read) for clause in (one[:_CLAUSES] or [[]])]
    width = max(len(clause) for _, clause in clauses) + 2
    rows = torch.full((len(clauses), width), UNKNOWN)
    mask = torch.zeros((len(clauses), width), dtype=torch.bool)
    concepts: list[int] = []
    ends: list[int] = []
    for place, (_, clause) in enumerate(clauses):
        mask[place, : len(clause) + 2] = True
        rows[place, 1 : len(clause) + 1] = torch.tensor([token.row for token in clause], dtype=torch.long)
        for at in range(width):
            ends.append(len(concepts))
            if 0 < at <= len(clause):
                concepts += [row - words for row in clause[at - 1].concepts]
    return Batch(
        rows,
        mask,
        torch.tensor(concepts, dtype=torch.long),
        torch.tensor(ends),
        torch.tensor([owner for owner, _ in clauses]),
        torch.tensor(stages),
    )


def train(
    read: Sequence[Read], stages: np.ndarray, told: np.ndarray, counts: np.ndarray, vectors: np.ndarray, concepts: int
) -> Filters:
    """A network fitted to the texts, the same for the same input: everything is drawn from one seed, on one thread."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    dice = np.random.default_rng(0)
    share = np.clip((told & counts).sum(0) / counts.sum(0), 1e-3, 0.5)
    net = Filters(vectors, concepts, int(stages.max()) + 1, share)
    others = [weights for name, weights in net.named_parameters() if name != "words.weight"]
    groups = [
        {"params": others, "lr": _SPEED, "weight_decay": 1e-2},
        {"params": [net.words.weight], "lr": _SPEED / 2, "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups)
    speeds = [group["lr"] for group in groups]
    truth, mask = torch.from_numpy(told).float(), torch.from_numpy(counts).float()
    sizes = np.array([sum(map(len, one)) for one in read])
    steps, step = ROUNDS * len(list(_batches(np.arange(len(read)), sizes, np.random.default_rng(0)))), 0
    for done in range(ROUNDS):
        net.train()
        whole = 0.0
        for own in _batches(dice.permutation(len(read)), sizes, dice):
            score = net(batch([read[row] for row in own], stages[own], len(vectors)))
            loss = (
                nn.functional.binary_cross_entropy_with_logits(score, truth[own], reduction="none") * mask[own]
            ).sum() / len(own)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            for group, speed in zip(optimiser.param_groups, speeds, strict=True):
                group["lr"] = speed * min(1.0, step / 200) * (1 - step / steps)
            optimiser.step()
            step += 1
            whole += loss.item() * len(own)
        print(f"  round {done + 1} of {ROUNDS}: loss {whole / len(read):.3f}", flush=True)
    return net.eval()


def _batches(order: np.ndarray, sizes: np.ndarray, dice: np.random.Generator) -> Iterator[np.ndarray]:
    """Rows of texts of like size, so that little is padding."""
    found = []
    for part in np.array_split(order, max(1, len(order) // 1024)):
        alike = part[np.argsort(sizes[part], kind="stable")]
        found += [alike[start : start + _BATCH] for start in range(0, len(alike), _BATCH)]
    return iter([found[place] for place in dice.permutation(len(found))])


@torch.no_grad()
def scores(net: Filters, read: Sequence[Read], stages: np.ndarray, words: int) -> np.ndarray:
    """Scores of all classes for every text."""
    parts = [net(batch(read[at : at + 128], stages[at : at + 128], words)).numpy() for at in range(0, len(read), 128)]
    return np.concatenate(parts)


@torch.no_grad()
def shipped(net: Filters, stages: Sequence[str]) -> tuple[bytes, bytes, dict[str, object]]:
    """The table, the mixture and the shape that coach.listening.network reads: everything in whole steps, a step a filter, a conclusion and a class."""
    rows = torch.cat([net.words.weight, net.concepts.weight])
    table = torch.einsum("rd,fdp->rpf", rows, net.convolution.weight).numpy()
    biases = (net.stages.weight + net.convolution.bias).numpy()
    step = np.maximum(np.abs(table).max((0, 1)), np.abs(biases).max(0) / 8) / 127
    mixture = net.mixture.weight.numpy().T.reshape(REACH, FILTERS, CONCLUSIONS) * (step * LEVEL)[:, None]
    turns = (net.turns.weight + net.mixture.bias).numpy()
    degree = np.maximum(np.abs(mixture).max((0, 1)), 1e-9) / 2000
    concluded, heard = net.concluded.weight.numpy().T * degree[:, None], net.heard.weight.numpy().T * step[:, None]
    steps = np.maximum(np.maximum(np.abs(concluded).max(0), np.abs(heard).max(0)), 1e-12) / 1_000_000
    shape: dict[str, object] = {
        "stages": {name: _whole(biases[place] / step) for place, name in enumerate(stages)},
        "turns": {name: _whole(turns[place] / degree) for place, name in enumerate(stages)},
        "concluded": _whole(concluded / steps),
        "heard": _whole(heard / steps),
        "steps": [float(f"{one:.6g}") for one in steps],
        "biases": [float(f"{one:.5g}") for one in net.concluded.bias.numpy()],
    }
    whole = (np.rint(table / step).astype(int) + 128).clip(0, 255).astype(np.uint8)
    return whole.tobytes(), mixed(*np.rint(mixture / degree).astype(int).tolist()), shape


def _whole(numbers: np.ndarray) -> list[object]:
    return np.rint(numbers).astype(int).tolist()
