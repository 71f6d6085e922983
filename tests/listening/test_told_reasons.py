"""Why it was not signed, told in one breath with that, is a reason heard (R13)."""

from datetime import date

import pytest

from coach.listening.listener import EmbeddedListener

LISTENER = EmbeddedListener()
BEFORE = "Met Ann Lee at Lee Foods. She needs a mixer, liked it. "


def reasons(text: str) -> list[str]:
    return [one.value for one in LISTENER.hear(text, "opening", date(2026, 11, 23)).blockers]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BEFORE + "Didn't sign cos the husband wants a look first", "absent_decider"),
        (BEFORE + "Didnt sign as her accountant was on holiday", "absent_decider"),
        (BEFORE + "Not signed because he wants to read the contract at home", "customer_thinking"),
        (BEFORE + "not signed cos he wants his cousin to look at it", "other"),
        (BEFORE + "She hasn't signed yet because she hates signing on Mondays", "other"),
        ("今天去了宏达机械，见的李总，机器老坏，钱有，今天没签因为他老婆要先看看", "absent_decider"),
        ("今天去了宏达机械，见的李总，机器老坏，钱有，没签成主要是我没讲清楚价格", "weak_pitch"),
        ("今天去了宏达机械，见的李总，机器老坏，没签，说是星期一不签合同", "other"),
    ],
)
def test_a_reason_told_in_passing_is_heard_as_if_it_had_been_asked_for_r13(text: str, reason: str) -> None:
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        BEFORE + "Not signed as yet",
        BEFORE + "not signed as of today",
        "last time he didn't sign because he hates Mondays. Today he did sign!",
        "上次没签是因为星期一不签合同，今天签了",
        "She didn't sign because I never asked",
    ],
)
def test_no_reason_is_heard_where_none_of_today_is_told(text: str) -> None:
    assert "other" not in reasons(text)
