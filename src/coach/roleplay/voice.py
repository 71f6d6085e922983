"""Selection of the customer's wordings: no line twice in a rehearsal, an order that depends on the seed."""

import random
from collections.abc import Sequence

from coach.phrases import Phrasebook, load
from coach.roleplay.echoes import in_common
from coach.roleplay.scenario import ScenarioText


class Voice:
    """Selects wordings for one turn and remembers those used. Pools are keys below `customer.` in the practice
    catalogue.
    """

    def __init__(self, language: str, seed: str, used: Sequence[str], patient: bool) -> None:
        self._book: Phrasebook = load(language, "practice")
        self._language = language
        self._seed = seed
        self._used = list(used)
        self._patient = patient

    @property
    def used(self) -> tuple[str, ...]:
        """Every wording used so far, as `pool:number`."""
        return tuple(self._used)

    def pool(self, name: str) -> str | None:
        """An unused wording of a pool in the current mood; a milder or sharper mood when it is exhausted, None when all
        are.
        """
        moods = ("open", "curt") if self._patient else ("curt", "open")
        for key in (f"customer.{name}", *(f"customer.{name}.{mood}" for mood in moods)):
            if key in self._book:
                found = self.own(key, self._book.entries[key])
                if found is not None:
                    return found
        return None

    def wording(self, used: str) -> str:
        """The text of a wording of the catalogue, given as in `used`."""
        key, _, number = used.rpartition(":")
        return self._book.entries[key][int(number)]

    def again(self, key: str, tongue: ScenarioText) -> str | None:
        """Another wording of what was said under `key`, or None."""
        if key in self._book:
            return self.own(key, self._book.entries[key])
        part, _, name = key.partition(".")
        if part == "interest":
            return self.own(key, tongue.interests[name].says)
        if name:
            own = tongue.worries[name]
            return self.own(key, {"worry": own.says, "more": own.more, "eased": own.eased}[part])
        lines: tuple[str, ...] = getattr(tongue, key)
        return self.own(key, lines)

    def line(self, name: str, number: int, line: str) -> str:
        """A certain line of the scenario."""
        self._used.append(f"{name}:{number}")
        return line

    def own(self, name: str, lines: Sequence[str], questions: str = "") -> str | None:
        """An unused line of the scenario, or None; of several the one most in the words of the `questions`."""
        order = list(range(len(lines)))
        random.Random(f"{self._seed}:{name}").shuffle(order)
        order.sort(key=lambda number: -in_common(lines[number], questions, self._language))
        for number in order:
            if f"{name}:{number}" not in self._used:
                self._used.append(f"{name}:{number}")
                return lines[number]
        return None
