"""P12: hearing one message, beside a scikit-learn pipeline of the common kind on the same sentences."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.bench_parts.table import Row, quantile

if TYPE_CHECKING:
    from coach.listening.listener import EmbeddedListener

DATA = Path(__file__).resolve().parents[2] / "tests" / "data" / "listening"
DAY = date(2026, 11, 23)
SENTENCE = (10, 80)
"""Characters of a single sentence; some 43 in the mean, as those the goal was taken from."""
FIRST = "他是老板，自己定。预算批了。"

Predict = Callable[[str], object]


def hearing(count: int) -> Iterator[Row]:
    """P12; only our own figures where scikit-learn is not installed."""
    from coach.listening.listener import EmbeddedListener

    began = time.perf_counter()
    ear = EmbeddedListener()
    ear.hear(FIRST, "opening", DAY)
    yield Row("P12", "loading the listener", (time.perf_counter() - began) * 1e3, "ms", allowed=60)
    rows = [json.loads(line) for file in sorted(DATA.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    texts = [row["text"] for row in rows][:: max(1, len(rows) // count)]
    predict = _pipeline(rows)
    sentences = [text for text in (row["text"] for row in rows) if SENTENCE[0] <= len(text) <= SENTENCE[1]]
    yield from _beside(ear, predict, sentences[:: max(1, len(sentences) // count)], "a sentence")
    yield from _beside(ear, predict, texts, "a whole answer")


def _beside(ear: "EmbeddedListener", predict: Predict | None, texts: Sequence[str], what: str) -> Iterator[Row]:
    ours: list[float] = []
    theirs: list[float] = []
    what = f"hearing {what} ({sum(map(len, texts)) // len(texts)} characters)"
    for n, text in enumerate(texts):
        began = time.perf_counter()
        ear.hear(text, "forward", DAY)
        between = time.perf_counter()
        if predict:
            predict(text)
        if n >= 20:
            ours.append((between - began) * 1e3)
            theirs.append((time.perf_counter() - between) * 1e3)
    for part, name in ((0.5, "p50"), (0.99, "p99")):
        own, their = quantile(ours, part), quantile(theirs, part)
        if predict:
            yield Row(
                "P12",
                f"{what}, {name}",
                own,
                "ms",
                their,
                "tf-idf of 1-3 characters + logistic regression",
                own / their,
                0.5,
            )
        else:
            yield Row("P12", f"{what}, {name} (scikit-learn is not installed)", own, "ms")


def _pipeline(rows: list[dict[str, str]]) -> Predict | None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ImportError:
        return None
    made = make_pipeline(TfidfVectorizer(analyzer="char", ngram_range=(1, 3)), LogisticRegression(max_iter=200))
    told = rows[:: max(1, len(rows) // 4000)]
    made.fit([row["text"] for row in told], [str(row.get("stage", "")) for row in told])
    return lambda text: made.predict_proba([text])
