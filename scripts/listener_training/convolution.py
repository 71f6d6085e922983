"""The network: filters over three words, gists and contexts of clauses, a weighing (see coach.listening.network)."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from coach.listening.lanes import TOP, Lanes
from coach.listening.network import ANSWER_SHIFT, LAYER_SHIFT, REACH
from coach.listening.tokens import UNKNOWN, Token

_BATCH = 32
_SPEED = 2e-3
_FORGET_WORDS, _FORGET = 0.12, 0.25
_UNREAD = 0.1
_CLAUSES, _WORDS = 40, 60
_MOST = 1 << 29
"""No sum of a layer grows beyond this, so that it stays in its lane."""


class Sizes(NamedTuple):
    """How large a network is, and how long it is trained. A word's vector has `own` numbers beside those of its
    meaning, learned from nothing: they cost training time and nothing later.
    """

    filters: int
    gists: int
    contexts: int
    own: int
    rounds: int


class Clause(NamedTuple):
    """Tokens at a stage; `scored` where what they tell counts by itself, not only as a neighbour."""

    tokens: list[Token]
    stage: int
    scored: bool = True


Read = list[Clause]
"""The clauses of one text, at least one."""


class Batch(NamedTuple):
    """Clauses of several texts, padded: rows and mask (clauses x places), concepts with their ends, whose text each
    clause is of, its stage, whether it is scored; how many texts.
    """

    rows: torch.Tensor
    mask: torch.Tensor
    concepts: torch.Tensor
    ends: torch.Tensor
    owner: torch.Tensor
    stages: torch.Tensor
    scored: torch.Tensor
    texts: int


class Filters(nn.Module):
    """Scores of all classes. Rows of words begin as `vectors`; concepts, phrases and stages begin small and at random."""

    def __init__(self, vectors: np.ndarray, concepts: int, stages: int, share: np.ndarray, sizes: Sizes) -> None:
        super().__init__()
        own = np.random.default_rng(1).normal(scale=0.3, size=(len(vectors), sizes.own)).astype(np.float32)
        own[UNKNOWN] = 0
        size = vectors.shape[1] + sizes.own
        self.gists = sizes.gists
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(np.hstack([vectors, own])), freeze=False)
        self.concepts = nn.EmbeddingBag(concepts, size, mode="sum")
        self.convolution = nn.Conv1d(size, sizes.filters, REACH, padding=REACH // 2)
        self.to_gists = nn.Linear(sizes.filters, sizes.gists)
        self.to_contexts = nn.Linear(REACH * sizes.gists, sizes.contexts)
        self.answer_biases = nn.Embedding(stages, sizes.filters)
        self.gist_biases = nn.Embedding(stages, sizes.gists)
        self.context_biases = nn.Embedding(stages, sizes.contexts)
        self.by_context = nn.Linear(sizes.contexts, len(share))
        self.by_gist = nn.Linear(sizes.gists, len(share), bias=False)
        self.by_answer = nn.Linear(sizes.filters, len(share), bias=False)
        nn.init.normal_(self.concepts.weight, std=0.3)
        for biases in (self.answer_biases, self.gist_biases, self.context_biases):
            nn.init.normal_(biases.weight, std=0.05)
        for weights in (self.by_gist, self.by_answer):
            nn.init.zeros_(weights.weight)
        with torch.no_grad():
            self.by_context.bias.copy_(torch.from_numpy(np.log(share)).float())
        self.forget_words, self.forget = nn.Dropout(_FORGET_WORDS), nn.Dropout(_FORGET)
        self.gist_peaks, self.context_peaks = torch.zeros(sizes.gists), torch.zeros(sizes.contexts)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Scores, texts x classes."""
        rows = batch.rows
        if self.training:
            rows = torch.where(torch.rand(rows.shape) < _UNREAD, torch.full_like(rows, UNKNOWN), rows)
        places = self.words(rows) + self.concepts(batch.concepts, batch.ends).view(*rows.shape, -1)
        places = self.forget_words(places) * batch.mask[:, :, None]
        asked = batch.stages
        told = self.convolution(places.transpose(1, 2)).masked_fill(~batch.mask[:, None, :], -1e4).amax(2)
        answers = torch.relu(told + self.answer_biases(asked))
        gists = torch.relu(self.to_gists(self.forget(answers)) + self.gist_biases(asked))
        same = (batch.owner[1:] == batch.owner[:-1])[:, None]
        nothing = torch.zeros(1, self.gists)
        before = torch.cat([nothing, gists[:-1] * same])
        after = torch.cat([gists[1:] * same, nothing])
        near = self.forget(torch.cat([gists, before, after], 1))
        contexts = torch.relu(self.to_contexts(near) + self.context_biases(asked))
        if not self.training:
            self.gist_peaks = torch.maximum(self.gist_peaks, gists.amax(0))
            self.context_peaks = torch.maximum(self.context_peaks, contexts.amax(0))
        return (
            self.by_context(self.forget(self._most(contexts, batch)))
            + self.by_gist(self.forget(self._most(gists, batch)))
            + self.by_answer(self.forget(self._most(answers, batch)))
        )

    @staticmethod
    def _most(of_clauses: torch.Tensor, batch: Batch) -> torch.Tensor:
        """The largest over the scored clauses of each text."""
        told, owner = of_clauses[batch.scored], batch.owner[batch.scored]
        return torch.zeros(batch.texts, told.shape[1]).scatter_reduce(0, owner[:, None].expand_as(told), told, "amax")


def batch(read: Sequence[Read], words: int) -> Batch:
    """Texts as tensors; concepts are counted from 0 after the `words` rows of words. Each clause gets an edge before
    and after it.
    """
    clauses = [(owner, clause) for owner, one in enumerate(read) for clause in one[:_CLAUSES]]
    width = max(min(len(clause.tokens), _WORDS) for _, clause in clauses) + 2
    rows = torch.full((len(clauses), width), UNKNOWN)
    mask = torch.zeros((len(clauses), width), dtype=torch.bool)
    concepts: list[int] = []
    ends: list[int] = []
    for place, (_, clause) in enumerate(clauses):
        tokens = clause.tokens[:_WORDS]
        mask[place, : len(tokens) + 2] = True
        rows[place, 1 : len(tokens) + 1] = torch.tensor([token.row for token in tokens], dtype=torch.long)
        for at in range(width):
            ends.append(len(concepts))
            if 0 < at <= len(tokens):
                concepts += [row - words for row in tokens[at - 1].concepts]
    return Batch(
        rows,
        mask,
        torch.tensor(concepts, dtype=torch.long),
        torch.tensor(ends),
        torch.tensor([owner for owner, _ in clauses]),
        torch.tensor([clause.stage for _, clause in clauses]),
        torch.tensor([clause.scored for _, clause in clauses]),
        len(read),
    )


def train(
    read: Sequence[Read], told: np.ndarray, counts: np.ndarray, vectors: np.ndarray, concepts: int, sizes: Sizes
) -> Filters:
    """A network fitted to the texts, the same for the same input: everything is drawn from one seed, on one thread."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    dice = np.random.default_rng(0)
    share = np.clip((told & counts).sum(0) / counts.sum(0), 1e-3, 0.5)
    stages = max(clause.stage for one in read for clause in one) + 1
    net = Filters(vectors, concepts, stages, share, sizes)
    others = [weights for name, weights in net.named_parameters() if name != "words.weight"]
    groups: list[dict[str, Any]] = [
        {"params": others, "lr": _SPEED, "weight_decay": 1e-2},
        {"params": [net.words.weight], "lr": _SPEED / 2, "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, fused=True)
    speeds = [group["lr"] for group in groups]
    truth, mask = torch.from_numpy(told).float(), torch.from_numpy(counts).float()
    words = np.array([sum(len(clause.tokens) for clause in one) for one in read])
    steps, step = sizes.rounds * len(list(_batches(np.arange(len(read)), words, np.random.default_rng(0)))), 0
    for done in range(sizes.rounds):
        net.train()
        whole = 0.0
        for own in _batches(dice.permutation(len(read)), words, dice):
            score = net(batch([read[row] for row in own], len(vectors)))
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
        print(f"  round {done + 1} of {sizes.rounds}: loss {whole / len(read):.3f}", flush=True)
    scores(net.eval(), read, len(vectors))  # finds the peaks
    return net


def _batches(order: np.ndarray, sizes: np.ndarray, dice: np.random.Generator) -> Iterator[np.ndarray]:
    """Rows of texts of like size, so that little is padding."""
    found = []
    for part in np.array_split(order, max(1, len(order) // 1024)):
        alike = part[np.argsort(sizes[part], kind="stable")]
        found += [alike[start : start + _BATCH] for start in range(0, len(alike), _BATCH)]
    return iter([found[place] for place in dice.permutation(len(found))])


@torch.no_grad()
def scores(net: Filters, read: Sequence[Read], words: int) -> np.ndarray:
    """Scores of all classes for every text."""
    parts = [net(batch(read[at : at + 128], words)).numpy() for at in range(0, len(read), 128)]
    return np.concatenate(parts)


@torch.no_grad()
def shipped(net: Filters, stages: Sequence[str]) -> tuple[bytes, bytes, dict[str, object]]:
    """The table, the layers and the shape that coach.listening.network reads: all in whole steps, one step a filter, a
    gist, a context and a class.

    The steps are such that the highest level is the highest value that training saw.
    """
    rows = torch.cat([net.words.weight, net.concepts.weight])
    table = torch.einsum("rd,fdp->rpf", rows, net.convolution.weight).numpy()
    answer_biases = (net.answer_biases.weight + net.convolution.bias).numpy()
    answer = np.maximum(np.abs(table).max((0, 1)), np.abs(answer_biases).max(0) / 8) / 127
    answers = answer * (1 << ANSWER_SHIFT)
    to_gists = net.to_gists.weight.numpy().T * answers[:, None]
    gist = _step(to_gists, net.gist_peaks.numpy())
    gists = gist * (1 << LAYER_SHIFT)
    near = net.to_contexts.weight.numpy().T * np.tile(gists, REACH)[:, None]
    context = _step(near, net.context_peaks.numpy())
    told = [net.by_context, net.by_gist, net.by_answer]
    levels = np.concatenate([context * (1 << LAYER_SHIFT), gists, answers])
    to_classes = np.vstack([layer.weight.numpy().T for layer in told]) * levels[:, None]
    steps = _step(to_classes, np.zeros(1))
    shape: dict[str, object] = {
        "answers": _by_stage(answer_biases / answer, ANSWER_SHIFT, stages),
        "gists": _by_stage((net.gist_biases.weight + net.to_gists.bias).numpy() / gist, LAYER_SHIFT, stages),
        "contexts": _by_stage(
            (net.context_biases.weight + net.to_contexts.bias).numpy() / context, LAYER_SHIFT, stages
        ),
        "steps": [float(f"{one:.6g}") for one in steps],
        "biases": [float(f"{one:.5g}") for one in net.by_context.bias.numpy()],
    }
    whole = (np.rint(table / answer).astype(int) + 128).clip(0, 255).astype(np.uint8)
    own, before, after = np.split(near / context, REACH)
    layers = (to_gists / gist, np.hstack([own, before, after]), to_classes / steps)
    return whole.tobytes(), b"".join(map(_rows, layers)), shape


def _step(weights: np.ndarray, peaks: np.ndarray) -> np.ndarray:
    """The step of each output (a column of `weights`): its peak is the highest level, unless it might then grow beyond
    its lane.
    """
    return np.asarray(np.maximum(peaks / (TOP << LAYER_SHIFT), np.abs(weights).sum(0) * TOP / _MOST))


def _rows(weights: np.ndarray) -> bytes:
    """A layer's weights, a row an input, as `coach.listening.lanes.Dense` takes them."""
    return b"".join(map(Lanes(weights.shape[1], "I").raised, _whole(weights)))


def _by_stage(biases: np.ndarray, shift: int, stages: Sequence[str]) -> dict[str, list[int]]:
    """Whole biases, half a level more than they are: levels are rounded down."""
    return {name: _whole(biases[place] + (1 << shift) / 2) for place, name in enumerate(stages)}


def _whole(numbers: np.ndarray) -> list[Any]:
    return np.rint(numbers).astype(int).tolist()  # type: ignore[no-any-return]
