"""The sentence for next time (R21): only what is said to the customer is kept as it."""

import pytest

from coach.dialogue.line_answer import read_line, winning_line
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


def test_the_sentence_begins_where_he_is_called_by_name() -> None:
    told = read_line("I spose I should've shut up. Macca, sign today and the slot is locked", Hearing(), "Macca")
    assert told[:2] == ("line", "Macca, sign today and the slot is locked")


@pytest.mark.parametrize(
    "text", ["hmm what would you say?", "你说呢？", "我该怎么说", "no idea, any suggestions?", "dunno what to write"]
)
def test_a_question_to_the_coach_is_no_sentence(text: str) -> None:
    assert read_line(text, Hearing()).kind == "question"


def test_a_report_about_the_customer_is_no_sentence() -> None:
    text = "actually he told me sunday his brother owns half the garage and has to sign too"
    assert read_line(text, Hearing(facts={"authority": Heard("second", text, 0.9)})).kind == "report"
    assert read_line("其实他昨天跟我说他哥占一半股，也得签字", Hearing()).kind == "report"


@pytest.mark.parametrize(
    "text",
    [
        "I was thinking if I push, doctor will get irritated and not give me time again",
        "i think shes worried theyll say why didnt you get three quotes",
        "I held on, that's why I offered the visit",
        "There's no line needed. He'll sign on the 5th.",
        "He's waiting for the audit, that's all. I don't see why I'd push him before that.",
        "I just let it go, it was late",
        "She thinks you're all the same",
        "yeah I just sort of said no worries, didnt want to nag a bloke who runs a crematorium",
        'it just ended nicely, the rabbi said "we\'ll take it to the board" and I said great, thank you',
        "聊得挺好，我就说了声谢谢",
        "honestly I felt stupid",
        "Don't know who sits on the committee",
        "Tom said something about a system migration in spring",
        "我当时在想，逼急了他就不见我了",
        "用不着什么话，五号他就签",
        "他会说你们太贵",
        "说不定会上设备部的人会反对，他虽然能定，还是要大家没意见才签",
        "我估计他老婆管钱",
        "设备科长要是不同意，这单就悬",
        "maybe maintenance will object, he can sign but he wants everyone on board",
        "I reckon the wife holds the purse",
        "if maintenance says no this deal is dead",
    ],
)
def test_who_tells_of_the_customer_or_of_himself_says_no_sentence(text: str) -> None:
    assert read_line(text, Hearing()).kind == "report"


@pytest.mark.parametrize(
    "text",
    [
        "I think we should put Sunday in writing",
        "I know you lose a batch a week; Thursday you see it running",
        "The plan pays for itself after one dead Saturday",
        "I have one crew left for Friday, shall we?",
        "There's nothing you can lose, sign the trial",
        "I promised a rental unit and here it is, will that do?",
        "Sunday swap, zero hours lost",
        "我当时问您的数，今天我带来了",
        "可能我们先签一条线更合适",
        "也许先试一台？",
        "Maybe a pilot on one line first?",
    ],
)
def test_words_to_the_customer_are_a_sentence_however_they_begin(text: str) -> None:
    assert read_line(text, Hearing()).kind == "line"


@pytest.mark.parametrize("text", ["怕他烦，没敢", "I didn't dare", "I'm scared of the no"])
def test_a_reason_alone_is_no_sentence(text: str) -> None:
    assert read_line(text, Hearing()).kind == "reason"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "其实也没说啥 他上次就说等我把运费打下来，我今天进门就说运费我们包了，您看今天把章盖了行不行，他说行",
            "运费我们包了，您看今天把章盖了行不行",
        ),
        ("就那句：运费我们包了，今天定吧", "运费我们包了，今天定吧"),
        ("我问他您看今天签行不行，他就签了", "您看今天签行不行"),
        ("运费我们包了，您今天签行不行", "运费我们包了，您今天签行不行"),
        (
            "nothing special, last time she said get the freight down, so today I walked in and said freight's on us, shall we sign today, and she said yes",
            "freight's on us, shall we sign today",
        ),
        (
            'I said "Sunday swap, zero hours lost, shall we sign?" and she took the pen',
            "Sunday swap, zero hours lost, shall we sign?",
        ),
        (
            'I asked her which of the rooms loses most patients, then said "let\'s start with that one today"',
            "let's start with that one today",
        ),
        (
            "He kept saying it's a lot, so I asked him what one dead Saturday costs him, he said 900 quid, and I said the plan pays itself the first time, shall we sign it today, and he did",
            "the plan pays itself the first time, shall we sign it today",
        ),
        ("I asked, shall we sign today, and she did, and I said thank you Dana", "shall we sign today"),
        (
            "我问他停一天亏多少，他说九千，我就说那一次就回本了，今天把字签了吧，他就签了",
            "那一次就回本了，今天把字签了吧",
        ),
        ("Sunday swap, shall we sign?", "Sunday swap, shall we sign?"),
        (
            "赵队长，经理哪天在，我过来十分钟给他讲清楚，您陪我一起，行不",
            "赵队长，经理哪天在，我过来十分钟给他讲清楚，您陪我一起，行不",
        ),
        ("she had decided already", "she had decided already"),
    ],
)
def test_of_a_signed_visit_the_sentence_that_won_is_kept_without_the_tale_around_it(text: str, line: str) -> None:
    assert winning_line(text) == line
