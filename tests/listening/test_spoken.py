"""What is said to the customer reports nothing."""

import pytest
from tests.conduct.reps import heard

from coach.domain.hearing import Hearing
from coach.listening.spoken import without_lines


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("王总，今天签了，月底前装好，行不行？", "今天签了"),
        ("李姐，咱今天就签了吧", "咱今天就签了吧"),
        ("张总您签了字，我马上安排", "张总您签了字"),
        ("Dana, once you've signed today we install on Friday, shall we?", "once you've signed today"),
    ],
)
def test_a_line_put_to_the_customer_is_no_signature(text: str, quote: str) -> None:
    assert without_lines(Hearing(facts={"signed": heard("yes", quote)}), text).facts == {}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("今天签了！王总当场签的", "今天签了"),
        ("签了，他问能不能月底装好？", "签了"),
        ("She signed, can you believe it?", "She signed"),
    ],
)
def test_a_signature_told_is_heard(text: str, quote: str) -> None:
    assert "signed" in without_lines(Hearing(facts={"signed": heard("yes", quote)}), text).facts
