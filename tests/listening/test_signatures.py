"""A signature is heard only where one is told."""

import pytest
from tests.conduct.reps import heard

from coach.domain.hearing import Hearing
from coach.listening.signatures import without_false_signature


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
    assert without_false_signature(Hearing(facts={"signed": heard("yes", quote)}), text).facts == {}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("今天签了！王总当场签的", "今天签了"),
        ("签了，他问能不能月底装好？", "签了"),
        ("She signed, can you believe it?", "She signed"),
    ],
)
def test_a_signature_told_is_heard(text: str, quote: str) -> None:
    assert "signed" in without_false_signature(Hearing(facts={"signed": heard("yes", quote)}), text).facts


@pytest.mark.parametrize(
    "quote",
    [
        "He's got 60k signed off for it",
        "budget was signed off in september",
        "they signed with Samsara last week",
        "they almost signed",
        "he signed! no hang on he signed the demo form not the order",
        "签是签了，签的不是合同",
        "he signed the visitor form and we had a coffee",
        "门口签到了半天",
        "差点就签了",
        "跟别家签了",
        "钱没问题当场给我看了账户",
        "there and then she showed me the account",
        "他说他签了也不算啊",
        "签了也白签",
        "他签字没用",
        "他签了字也得等老板盖章",
        "even if he signed it wouldn't count",
        "his signature alone doesn't count",
        "he signed but it isn't worth anything without his boss",
    ],
)
def test_what_was_signed_elsewhere_or_not_at_all_is_no_signature(quote: str) -> None:
    assert without_false_signature(Hearing(facts={"signed": heard("yes", quote)}), quote).facts == {}


@pytest.mark.parametrize(
    "quote",
    [
        "the budget was signed off and she signed on the spot",
        "他在差点走人的时候签了",
        "They signed. Order's in",
        "他当场签了都没还价",
        "他签了，也没多问",
    ],
)
def test_a_signature_beside_such_words_is_heard(quote: str) -> None:
    assert "signed" in without_false_signature(Hearing(facts={"signed": heard("yes", quote)}), quote).facts


@pytest.mark.parametrize("quote", ["I asked him to sign", "asked for his signature", "我请他签", "让她当场签"])
def test_having_asked_for_it_is_no_signature(quote: str) -> None:
    assert without_false_signature(Hearing(facts={"signed": heard("yes", quote)}), quote).facts == {}


@pytest.mark.parametrize("quote", ["I asked him to sign and he did", "我请他签，他就签了"])
def test_having_asked_and_got_it_is_one(quote: str) -> None:
    assert "signed" in without_false_signature(Hearing(facts={"signed": heard("yes", quote)}), quote).facts


@pytest.mark.parametrize(
    "text",
    ["签了，不过只是意向书", "signed, but only a letter of intent", "他犹豫了半天签了意向书", "签了一份备忘录", "签的是意向书", "he signed a letter of intent", "they signed the MOU", "signed an NDA"],
)  # fmt: skip
def test_a_paper_that_binds_nobody_is_no_signature(text: str) -> None:
    assert without_false_signature(Hearing(facts={"signed": heard("yes", text)}), text).facts == {}


@pytest.mark.parametrize("text", ["字是老周签", "合同他签", "合同是他自己签", "the signature's his"])
def test_who_signs_is_no_signature(text: str) -> None:
    assert without_false_signature(Hearing(facts={"signed": heard("yes", text)}), text).facts == {}
