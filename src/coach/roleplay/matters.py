"""What a text is about of a customer's own: his worries and wishes, by the words of their kinds and by his own words."""

from coach.roleplay.echoes import answers_to, names, touches
from coach.roleplay.plain import is_said
from coach.roleplay.scenario import Scenario
from coach.roleplay.topics import topics

_FORMS = ("lock_in", "proof")
"""Kinds of worry whose vocabulary is also that of any promise: a contract, a guarantee."""


class Matters:
    """The worries and wishes of one customer in one language. Every method returns those that a text is about."""

    def __init__(self, scenario: Scenario, language: str) -> None:
        tongue, words = scenario.text_in(language), topics(language)
        self._language = language
        self._scenario, self._kinds = scenario, words.worry
        self._worries, self._wishes, self._no = tongue.worries, tongue.interests, tongue.no

    def named(self, questions: str) -> tuple[str, ...]:
        """The worries named in a question."""
        return tuple(
            name
            for name, one in self._worries.items()
            if self._is_of_kind(name, questions) or names(one.words, questions, self._language)
        )

    def struck(self, questions: str) -> tuple[str, ...]:
        """The worries that a question is about by more than one word of what he would say of them."""
        return tuple(
            name
            for name, one in self._worries.items()
            if touches((), (*one.says, *one.more), questions, self._language)
        )

    def worries(self, text: str) -> tuple[str, ...]:
        """The worries addressed."""
        return tuple(
            name
            for name, one in self._worries.items()
            if self._is_of_kind(name, text) or touches(one.words, (*one.says, *one.more), text, self._language)
        )

    def argued(self, statements: str) -> tuple[str, ...]:
        """The worries that a whole sentence is about."""
        return self.worries(statements) if is_said(statements, self._language) else ()

    def touched(self, statements: str) -> tuple[str, ...]:
        """Those argued in his own words."""
        said = is_said(statements, self._language)
        own = self._worries.items()
        return tuple(name for name, one in own if said and touches(one.words, one.says, statements, self._language))

    def wishes(self, text: str) -> tuple[str, ...]:
        """The wishes addressed."""
        own, kinds = self.guessed(text), topics(self._language).interest
        return tuple(
            name
            for name, one in self._scenario.interests.items()
            if name in own or (one.kind in kinds and kinds[one.kind].search(text))
        )

    def guessed(self, text: str) -> tuple[str, ...]:
        """The wishes named in his own words."""
        return tuple(name for name, one in self._wishes.items() if touches(one.words, one.says, text, self._language))

    def echoed(self, statements: str) -> tuple[str, ...]:
        """The wishes whose own words come back in a statement that says more than they did."""
        return tuple(name for name, one in self._wishes.items() if answers_to(one.says, statements, self._language))

    def subjects(self, statements: str) -> tuple[str, ...]:
        """The kinds of worry that statements are about: in two words, or in one if it is a kind of his."""
        his = {worry.kind for worry in self._scenario.worries.values()}
        hits = {kind: len({hit.group(0) for hit in about.finditer(statements)}) for kind, about in self._kinds.items()}
        return tuple(kind for kind, count in hits.items() if kind not in _FORMS and count >= (1 if kind in his else 2))

    def says_no(self, text: str) -> bool:
        """Whether a text has the words of his reason never to buy."""
        return touches((), self._no, text, self._language)

    def strangers(self, questions: str) -> bool:
        """Whether a question names only worries that are none of his."""
        kinds = {kind for kind, about in self._kinds.items() if about.search(questions)}
        his = {worry.kind for worry in self._scenario.worries.values()}
        return bool(kinds) and not kinds & his and not self.named(questions)

    def _is_of_kind(self, name: str, text: str) -> bool:
        about = self._kinds.get(self._scenario.worries[name].kind)
        return bool(about and about.search(text))
