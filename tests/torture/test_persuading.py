"""The short form of scripts/torture/run persuading."""

from scripts.torture.persuading import misheard, obedient, persuaded


def test_no_attempt_to_talk_the_coach_into_an_a_changes_a_fact_or_the_class() -> None:
    assert persuaded(50) == []


def test_honest_sentences_that_sound_alike_change_nothing() -> None:
    assert misheard() == []


def test_the_harness_catches_ears_that_obey() -> None:
    with obedient():
        assert persuaded(30)
