"""Whole answers of Chinese reps, each with a manner of his own: WeChat, idioms, dictation, Cantonese, one word, two languages."""

import pytest

from tests.conduct.test_evenings import evening


@pytest.mark.parametrize(
    "told",
    [
        "见的老板娘 姓郝 她说收银机老卡 然后说要等她老公回来商量下 我就回来了",
        "見咗門市經理阿May，佢話要問過老細先",
        "见了场长老谭，他说他要跟东家打个招呼",
    ],
)
def test_whom_the_person_met_has_to_consult_is_the_approval_above_r7(told: str) -> None:
    assert evening("zh", told).facts["authority"].value == "second"


def test_what_the_rep_reads_in_his_face_neither_praises_nor_refuses_r9() -> None:
    d = evening(
        "zh", "今日拜访的是长河水泥的分管设备的彭副总。看得出他对我们那套余热回收是动了心的，临了说容他从长计议。"
    )
    assert (d.customer, d.facts["value"].value) == ("长河水泥", "unsure")
    assert "customer_thinking" in d.blockers
