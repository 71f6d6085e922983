"""Who signs alone and yet needs others to agree: the rep says which of the two stands (R7, R15)."""

import pytest

from coach.dialogue.agreement import agreement_needed, objection_feared
from tests.conduct.test_evenings import evening

TOLD = {
    "zh": "去了宏远门窗，见的老洪，窗锯一周坏一次，钱批好了，他说咱家的锯得快。",
    "en": "saw Nils Berg at Berg Windows, the saw breaks down every week, he said he has 90k for it, he loved ours.",
}


@pytest.mark.parametrize(
    ("language", "alone", "too"),
    [
        ("zh", "他能定", "但要会上过一下"),
        ("zh", "他说了算", "不过要跟几个股东商量"),
        ("zh", "他虽然能定", "还是要大家没意见才签"),
        ("en", "He decides", "but it has to go past the management meeting"),
        ("en", "It is his call", "once the partners have seen it"),
        ("en", "He can sign", "but he wants everyone on board first"),
        ("en", "He can sign", "but he told me I must talk to his wife"),
    ],
)
def test_that_he_decides_and_that_others_have_to_agree_are_laid_side_by_side(
    language: str, alone: str, too: str
) -> None:
    d = evening(language, TOLD[language], "A, 80", f"{alone}, {too}" if language == "en" else f"{alone}，{too}")
    assert [(c.fact, c.first, c.second) for c in d.contradictions] == [("authority", alone, too)]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "他自己定，不用跟谁商量"),
        ("zh", "他说了算，以前要会上过，现在不用了"),
        ("zh", "要会上过一下，不过最后是他定"),
        ("zh", "他自己拍板，我要跟他商量一下安装时间"),
        ("en", "It goes past the board but he decides"),
        ("en", "He signs himself, he wants us to agree to 30 days"),
        ("en", "He decides, his wife is happy with it too"),
    ],
)
def test_who_has_the_last_word_decides_whoever_is_heard_beside_him(language: str, told: str) -> None:
    d = evening(language, TOLD[language], "A, 80", told)
    assert (d.facts["authority"].value, d.contradictions) == ("first", ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("就是贵了点，怕他儿子不同意", "怕他儿子不同意"),
        ("就看他媳妇点不点头", "就看他媳妇点不点头"),
        ("whether the sons'll let her", "whether the sons'll let her"),
        ("he's worried his wife won't agree", "he's worried his wife won't agree"),
        ("怕老板不同意", ""),
        ("怕儿子不会用", ""),
        ("不怕他老婆不同意", ""),
        ("怕我领导不批折扣", ""),
        ("he's worried the noise bothers his wife", ""),
        ("whether his wife likes the colour", ""),
    ],
)
def test_a_worry_that_somebody_will_not_let_him_names_another_who_has_to_agree_r7(text: str, told: str) -> None:
    assert objection_feared(text, "张老板") == told


EVENING = {
    "zh": ("A 80", "他一个人说了算", "开口了，他说再想想，我说好的", "不知道别家报多少。A 80"),
    "en": (
        "A 80",
        "He decides alone, and he said they need a new one by Christmas",
        "I asked, he said he'd think about it, I said sure",
        "don't know the rivals. A 80",
    ),
}


@pytest.mark.parametrize(("language", "worry"), [("zh", "怕他儿子不同意"), ("en", "whether the sons'll let him")])
def test_a_worry_that_names_another_decider_is_laid_beside_signing_alone_r15(language: str, worry: str) -> None:
    d = evening(language, TOLD[language], *EVENING[language], worry)
    assert d.question is not None
    assert (d.step, d.question.asks) == ("push", ("contradiction",))
    d = evening(language, TOLD[language], *EVENING[language], worry, "2")
    assert (d.step, d.ruling.customer_class, d.worry) == ("push", "B", worry)


@pytest.mark.parametrize(
    "text", ["she told first I must talk to her husband", "she said to speak to her accountant", "要我先跟他老婆商量"]
)
def test_to_whom_the_rep_is_sent_has_to_agree_too_r7(text: str) -> None:
    assert agreement_needed(text, "") == text


@pytest.mark.parametrize(
    "text", ["I must talk to my boss", "she asked me to see her son's drawing", "我得跟我们老板商量"]
)
def test_to_whom_the_rep_has_to_speak_at_home_has_no_say_there(text: str) -> None:
    assert agreement_needed(text, "") == ""
