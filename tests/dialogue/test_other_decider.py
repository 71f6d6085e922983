"""Who is said by name to decide, and was not met, is an approval above the person met (R7)."""

import pytest

from coach.dialogue.other_decider import other_decider, other_introduced, other_office


@pytest.mark.parametrize(
    ("text", "contact", "told"),
    [
        ("见的车间主任老陈，老板姓钱，签字都是他", "车间主任老陈", "老板姓钱，签字都是他"),
        ("老板钱总签字，几百块都得他签", "采购王姐", "老板钱总签字"),
        ("跟店长小吴聊的，老板娘刘姐说了算", "店长小吴", "老板娘刘姐说了算"),
        ("刘姐说陈总自己定", "采购主管刘姐", "说陈总自己定"),
        ("陈总自己签", "采购主管刘姐", "陈总自己签"),
        ("Nice yard. The owner, Mrs Pell, signs everything over 500", "Tobias Lind", "The owner, Mrs Pell, signs everything over 500"),
        ("His boss, Mrs Pell, signs the lot.", "Tom Reilly", "His boss, Mrs Pell, signs the lot"),
        ("she's called Maja, she's the one who signs from april", "Erik Lindqvist", "she's called Maja, she's the one who signs from april"),
        ("Saw Dale. Marta owns it and she decides.", "Dale", "Marta owns it and she decides"),
        ("he picks the kit but Mr Singh senior signs", "Gurpreet", "but Mr Singh senior signs"),
        ("old Mr Singh signs", "Gurpreet", "old Mr Singh signs"),
        ("She reports to the founder, Colm, he signs.", "Aoife", "the founder, Colm, he signs"),
    ],
)  # fmt: skip
def test_somebody_else_decides(text: str, contact: str, told: str) -> None:
    assert other_decider(text, contact) == told


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("陈总不管，刘姐自己定", "采购主管刘姐"),
        ("王姐自己能签", "采购主管"),
        ("见的老板钱总，签字都是他", "老板钱总"),
        ("老板王总说了算", "王总"),
        ("老板说了算", "王姐"),
        ("The owner, Mrs Pell, signs everything", "Mrs Pell"),
        ("Dale owns the place", "Dale Smith"),
        ("Nobody signs but him. He decides", "Dale"),
        ("The owner, Mrs Pell, signs everything", ""),
    ],
)
def test_the_person_met_is_nobody_else(text: str, contact: str) -> None:
    assert other_decider(text, contact) == ""


def test_another_office_than_the_contacts_decides() -> None:
    assert other_office("她有事没事都是院长说了算", "护理部主任郝姐") == "她有事没事都是院长说了算"
    assert other_office("两千万以下总经理一支笔", "彭副总") == "两千万以下总经理一支笔"
    assert other_office("院长说了算", "林院长") == ""
    assert other_office("院长说了算", "") == ""


@pytest.mark.parametrize(
    ("text", "quote", "contact", "told"),
    [
        ("老板姓陈，什么都他定，不过刘姐的话他听的", "什么都他定", "刘姐", "老板姓陈，什么都他定"),
        ("厂里是老板娘管钱，买什么都是她点头", "买什么都是她点头", "刘姐", "老板娘管钱，买什么都是她点头"),
        ("她老公是老板，最后他签", "她老公是老板", "刘姐", "她老公是老板"),
        ("It's Pell's company, he signs everything", "he signs everything", "Dana", "It's Pell's company, he signs everything"),
        ("her husband owns it, he signs off alone", "he signs off alone", "Dana", "her husband owns it, he signs off alone"),
        ("Owner is Mark Pell. Decides alone.", "Decides alone", "Dana", "Owner is Mark Pell. Decides alone"),
    ],
)  # fmt: skip
def test_who_was_just_brought_up_is_who_decides(text: str, quote: str, contact: str, told: str) -> None:
    assert other_introduced(text, quote, contact) == told


@pytest.mark.parametrize(
    ("text", "quote", "contact"),
    [
        ("老板姓陈，什么都他定", "什么都他定", "陈建国"),
        ("老板姓陈，什么都他定", "什么都他定", "老板"),
        ("老板姓陈，什么都他定", "什么都他定", ""),
        ("老板姓陈，不过他不管采购，她自己定", "她自己定", "刘姐"),
        ("她老公是老板，进货都是她定", "进货都是她定", "刘姐"),
        ("老板是她姐夫，她说了算", "她说了算", "刘姐"),
        ("她是老板娘，她说了算", "她说了算", "刘姐"),
        ("不用问老板，她自己定", "她自己定", "刘姐"),
        ("Her boss is called Pell, but she signs alone", "but she signs alone", "Dana"),
        ("her dad owns the firm, she signs alone", "she signs alone", "Dana"),
        ("The owner's a Mr Pell but he leaves it to Dana, she signs", "she signs", "Dana"),
    ],
)
def test_who_was_just_brought_up_does_not_decide_where_the_words_are_of_the_one_met(
    text: str, quote: str, contact: str
) -> None:
    assert other_introduced(text, quote, contact) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("partners will have a view though, it's their money", "partners will have a view though"),
        ("no, the board wants a say", "the board wants a say"),
        ("her family gets a vote", "her family gets a vote"),
        ("the partners don't have a say", ""),
        ("he has a view of the lake", ""),
    ],
)
def test_a_body_that_has_a_say_is_above_the_person_met_r7(text: str, told: str) -> None:
    assert other_office(text, "Gill Stubbs") == told
