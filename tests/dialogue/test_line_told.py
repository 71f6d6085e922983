"""The sentence for next time (R21): only what is said to the customer is kept as it."""

import pytest

from coach.dialogue.line_told import read_line
from coach.domain.hearing import Heard, Hearing


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("怕得罪他。下回就说：孙老板，嫂子也在，今天咱就定了吧", "孙老板，嫂子也在，今天咱就定了吧"),
        ("怕得罪他。孙老板，嫂子也在，今天咱就定了吧", "孙老板，嫂子也在，今天咱就定了吧"),
        ("I was afraid to annoy her. I'd say: Dana, shall we sign today?", "Dana, shall we sign today?"),
        ("next time I'll say: look Dana, what would it take?", "look Dana, what would it take?"),
        ('"Dana, shall we sign today?"', "Dana, shall we sign today?"),
        ("王总，您上回说能省两个人，今天定下来", "王总，您上回说能省两个人，今天定下来"),
        ("王总您看怎么说服您太太，我陪您一起去讲", "王总您看怎么说服您太太，我陪您一起去讲"),
        ("tell her zero downtime and ask for sunday", "tell her zero downtime and ask for sunday"),
        ("下次他一推我就问他到底担心什么", "下次他一推我就问他到底担心什么"),
    ],
)
def test_the_sentence_is_kept_without_the_words_about_it(text: str, line: str) -> None:
    assert read_line(text, Hearing())[:2] == ("line", line)


@pytest.mark.parametrize("text", ["hmm what would you say?", "你说呢？", "我该怎么说", "no idea, any suggestions?"])
def test_a_question_to_the_coach_is_no_sentence(text: str) -> None:
    assert read_line(text, Hearing()).kind == "question"


def test_a_report_about_the_customer_is_no_sentence() -> None:
    text = "actually he told me sunday his brother owns half the garage and has to sign too"
    assert read_line(text, Hearing(facts={"authority": Heard("second", text, 0.9)})).kind == "report"
    assert read_line("其实他昨天跟我说他哥占一半股，也得签字", Hearing()).kind == "report"


@pytest.mark.parametrize("text", ["怕他烦，没敢", "I didn't dare"])
def test_a_reason_alone_is_no_sentence(text: str) -> None:
    assert read_line(text, Hearing()).kind == "reason"
