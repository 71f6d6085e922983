"""What is said in exact words stands where the learned ear heard less."""

import pytest

from coach.domain.hearing import Hearing
from coach.listening.outright import with_outright


@pytest.mark.parametrize(
    ("text", "approvals"),
    [
        ("园长跟投资人两个人都要点头", "third"),
        ("要院长和集团都批", "third"),
        ("both the director and the investor have to sign", "third"),
        ("他和老板都要点头", None),
        ("园长和投资人都没来", None),
        ("both the director and the investor liked it", None),
    ],
)
def test_two_who_are_named_and_both_have_to_agree_are_two_approvals_r7(text: str, approvals: str | None) -> None:
    heard = with_outright(Hearing(), text).facts.get("authority")
    assert (heard.value if heard else None) == approvals
