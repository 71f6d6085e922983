"""Who is said by name to decide, and was not met, is an approval above the person met (R7)."""

import pytest

from coach.dialogue.other_decider import other_decider, other_office


@pytest.mark.parametrize(
    ("text", "contact", "told"),
    [
        ("见的车间主任老陈，老板姓钱，签字都是他", "车间主任老陈", "老板姓钱，签字都是他"),
        ("老板钱总签字，几百块都得他签", "采购王姐", "老板钱总签字"),
        ("跟店长小吴聊的，老板娘刘姐说了算", "店长小吴", "老板娘刘姐说了算"),
        ("Nice yard. The owner, Mrs Pell, signs everything over 500", "Tobias Lind", "The owner, Mrs Pell, signs everything over 500"),
        ("His boss, Mrs Pell, signs the lot.", "Tom Reilly", "His boss, Mrs Pell, signs the lot"),
        ("she's called Maja, she's the one who signs from april", "Erik Lindqvist", "she's called Maja, she's the one who signs from april"),
        ("Saw Dale. Marta owns it and she decides.", "Dale", "Marta owns it and she decides"),
    ],
)  # fmt: skip
def test_somebody_else_decides(text: str, contact: str, told: str) -> None:
    assert other_decider(text, contact) == told


@pytest.mark.parametrize(
    ("text", "contact"),
    [
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
