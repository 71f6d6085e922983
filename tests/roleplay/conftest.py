from collections.abc import Callable

import pytest
from scripts.rehearsing.playing import office

from coach.conduct.practising import Practising, Rehearsing
from coach.roleplay.scenario_files import shipped
from tests.roleplay.standin import StandIn

Opened = Callable[..., Rehearsing]


@pytest.fixture
def desk() -> Practising:
    return office(StandIn())


@pytest.fixture
def cold_store(desk: Practising) -> Rehearsing:
    """Dana, who can sign, on level normal."""
    return desk.open("rep", "en", shipped()["cold-store"], seed=3)
