"""Hope is not evidence (R9)."""

import pytest
from tests.conduct.reps import heard

from coach.domain.hearing import Hearing
from coach.listening.hope import supposed, without_guessed_rank, without_supposed


@pytest.mark.parametrize("quote", ["应该有钱吧", "he should have the money", "钱估计没问题"])
def test_a_yes_that_is_only_supposed_is_heard_as_a_guess(quote: str) -> None:
    assert without_supposed(Hearing(facts={"power": heard("yes", quote)})).facts["power"].value == "unsure"


@pytest.mark.parametrize("quote", ["他说没准备好钱", "預算還沒準備好"])
def test_what_is_not_prepared_is_no_guess(quote: str) -> None:
    assert not supposed(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "能没钱",
        "这么大的厂不至于没钱",
        "can't be short of money",
        "觉得人家可能没意思",
        "估计用不上",
        "看得出他动了心",
        "就是账上钱够不够呗",
        "他说就看划不划算",
        "我看他兴趣不大",
        "i reckon they don't need it",
        "probably not for them",
    ],
)
def test_a_no_that_is_only_supposed_is_heard_as_a_guess_and_makes_no_d(quote: str) -> None:
    assert without_supposed(Hearing(facts={"value": heard("no", quote)})).facts["value"].value == "unsure"


@pytest.mark.parametrize("quote", ["去年贷款还没还清", "他说不要不要"])
def test_a_plain_no_that_only_sounds_like_whether_stays_one(quote: str) -> None:
    assert without_supposed(Hearing(facts={"power": heard("no", quote)})).facts["power"].value == "no"


def test_whether_the_money_suffices_is_no_want_of_it() -> None:
    hearing = Hearing(blockers=(heard("no_budget", "就是账上钱够不够呗"),))
    assert [one.value for one in without_supposed(hearing).blockers] == ["other"]


@pytest.mark.parametrize(
    "quote",
    ["Demo went well", "it was a great meeting", "the pitch went down a treat", "great chat", "聊得挺好", "谈得特别投机", "nice building, new vans, so yes", "The money, he's a dentist so they've got it", "Don't know what legal wants"],
)  # fmt: skip
def test_how_the_visit_seemed_to_the_rep_is_a_guess(quote: str) -> None:
    assert without_supposed(Hearing(facts={"value": heard("yes", quote)})).facts["value"].value == "unsure"


@pytest.mark.parametrize(
    "quote",
    [
        "I'm feeling good about it",
        "I feel really confident",
        "我挺有信心",
        "saw the two owners of Barrow Cycles",
        "same as two weeks ago",
    ],
)
def test_the_reps_mood_tells_nothing_of_the_customer(quote: str) -> None:
    assert "value" not in without_supposed(Hearing(facts={"value": heard("unsure", quote)})).facts


@pytest.mark.parametrize("quote", ["met the manager about the leaking pump", "saw the owner who wants it by March"])
def test_whom_he_met_about_what_may_tell_a_need(quote: str) -> None:
    assert without_supposed(Hearing(facts={"need": heard("yes", quote)})).facts["need"].value == "yes"


@pytest.mark.parametrize("rank", ["first", "not_first"])
def test_whom_he_met_may_tell_the_rank_r6(rank: str) -> None:
    met = Hearing(facts={"authority": heard(rank, "met the owner Shona McAllister")})
    assert without_supposed(met).facts["authority"].value == rank


def test_what_goes_on_with_an_admission_is_no_evidence() -> None:
    told = Hearing(facts={"power": heard("yes", "or when the budget is released")})
    assert without_supposed(told).facts["power"].value == "unsure"


@pytest.mark.parametrize("quote", ["he said the demo went well for him", "she loved the demo", "他说聊得挺好"])
def test_what_he_said_of_the_visit_himself_stays(quote: str) -> None:
    assert without_supposed(Hearing(facts={"value": heard("yes", quote)})).facts["value"].value == "yes"


@pytest.mark.parametrize("quote", ["他说应该够", "she said she'd probably pay cash"])
def test_what_the_customer_said_stays_evidence(quote: str) -> None:
    assert without_supposed(Hearing(facts={"power": heard("yes", quote)})).facts["power"].value == "yes"


@pytest.mark.parametrize("quote", ["i think he's the owner", "估计他自己能定", "might be his call"])
def test_a_rank_that_is_only_supposed_is_asked_about(quote: str) -> None:
    hearing = without_guessed_rank(Hearing(facts={"authority": heard("first", quote)}), quote)
    assert "authority" not in hearing.facts
    assert hearing.faint["authority"].quote == quote


@pytest.mark.parametrize("quote", ["他爸到底管不管事我不知道", "dont know if her husband has a say", "不清楚谁签字"])
def test_a_rank_the_rep_does_not_know_is_none(quote: str) -> None:
    hearing = without_guessed_rank(Hearing(facts={"authority": heard("not_first", quote)}), quote)
    assert not hearing.facts
    assert not hearing.faint


@pytest.mark.parametrize("quote", ["他自己拍板", "she decides", "他说他不知道要报几层"])
def test_a_rank_told_is_heard(quote: str) -> None:
    assert "authority" in without_guessed_rank(Hearing(facts={"authority": heard("first", quote)}), quote).facts


@pytest.mark.parametrize("words", ["老板说了：", "the owner said:", "老板说了。"])
def test_the_boss_said_with_nothing_after_it_tells_no_rank(words: str) -> None:
    hearing = Hearing(facts={"authority": heard("first", words)})
    assert not without_guessed_rank(hearing, "A类，八成。" + words).facts
    assert without_guessed_rank(hearing, words + "机器天天坏").facts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲方拖欠工程款，恐怕是捉襟见肘", "unsure"),
        ("甲方拖欠工程款，下个月停工", "no"),
        ("his client hasn't paid, presumably he's skint", "unsure"),
    ],
)
def test_what_the_rep_goes_on_to_conclude_is_a_guess_and_makes_no_d_r9(text: str, value: str) -> None:
    told = Hearing(facts={"power": heard("no", text.replace("，", ",").split(",")[0])})
    assert without_supposed(told, text).facts["power"].value == value


@pytest.mark.parametrize("quote", ["人超好", "他人也挺热情的", "句句都是好说好说", "she's a lovely woman"])
def test_the_customers_manners_tell_nothing_of_what_he_wants(quote: str) -> None:
    told = Hearing(facts={"value": heard("yes", quote)}, faint={"value": heard("yes", quote)})
    assert without_supposed(told) == Hearing()
