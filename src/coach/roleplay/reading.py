"""What a customer takes a rep's line for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """A rep's line as the customer takes it."""

    # the line as a whole
    acts: frozenset[str]
    """What it does, as the listener hears it; a plain "sign?" asks."""
    empty: bool = False
    """Without a letter or a figure."""
    foreign: bool = False
    """In a language he doesn't speak."""
    short: bool = False
    """A few words."""
    long: bool = False
    """Too long to be listened to."""
    listing: bool = False
    """One feature after another, like a leaflet."""
    states: bool = False
    """Something is said besides what is asked."""
    dated: bool = False
    """A day or an hour is named that comes once."""

    # what its questions ask for
    question: bool = False
    """It asks something."""
    questions: str = ""
    """The words of its questions."""
    form: str = ""
    """The form of the last question (count, when, who, whether, open, pardon, private, …), empty without one."""
    idle: bool = False
    """The questions are less like one for what is on his mind than like one for nothing."""
    asked: tuple[str, ...] = ()
    """The facts asked for: of authority, need, power, behind."""
    squarely: tuple[str, ...] = ()
    """Those of them asked for in so many words."""
    faces: tuple[str, ...] = ()
    """The put-offs whose own matter a question is about."""
    probes: tuple[str, ...] = ()
    """His worries named in a question."""
    struck: tuple[str, ...] = ()
    """Those of them named by more than one word of what he would say of it."""
    sought: tuple[str, ...] = ()
    """His wishes named in a question in his own words."""
    strangers: bool = False
    """It names only worries that are none of his."""
    of_a_worry: bool = False
    """It asks in so many words what he fears."""
    of_ours: bool = False
    """It speaks of the seller."""
    plain_ask: bool = False
    """It asks for the signature."""
    final: bool = False
    """It asks whether his no is one."""
    tagged: bool = False
    """It ends in "right?"."""

    # what is said of his worries and wishes
    worries: tuple[str, ...] = ()
    """The worries taken up."""
    argued: tuple[str, ...] = ()
    """Those that a whole sentence of his, no question, is about."""
    beyond_price: tuple[str, ...] = ()
    """Those argued that are no matter of money."""
    touched: tuple[str, ...] = ()
    """Those named in his own words."""
    subjects: tuple[str, ...] = ()
    """The kinds of worry that the statements are about: in two words, or in one if it is a kind of his."""
    interests: tuple[str, ...] = ()
    """The wishes taken up."""
    stated: tuple[str, ...] = ()
    """Those that a statement takes up."""
    guessed: tuple[str, ...] = ()
    """Those named in his own words."""
    echoed: tuple[str, ...] = ()
    """Those whose own words come back in a statement that says more than they did."""
    echoes_need: bool = False
    """So do those of his need."""
    mirrors: bool = False
    """He is told that he was understood: "I see", "sounds like", "you mean", "..., right?"."""
    names_no: bool = False
    """It has the words of his reason never to buy."""
    points_back: bool = False
    """He is told that he said so: "you told me"."""
    refers: bool = False
    """It leans on what was said: "with them", "on that"."""
    presumes: bool = False
    """He is told that he said yes before."""
    decider: bool = False
    """Whoever decides is spoken of, or one more who is to be there."""
    knows_decider: bool = False
    """The decider is named."""

    # what is offered
    offers: bool = False
    """Something is offered."""
    benefits: bool = False
    """A gain is named."""
    vouches: bool = False
    """Something is given only if the promise fails."""
    free: bool = False
    """Something is given free of charge, and no guarantee."""
    discounts: bool = False
    """A lower price is named."""
    overpromises: bool = False
    """What nobody can keep is promised."""
    meets: bool = False
    """A meeting is proposed."""
    yields: bool = False
    """The customer is let off."""

    # its manners
    hails: bool = False
    """Nothing but a greeting."""
    thanks: bool = False
    """He is thanked, or leave is taken kindly."""
    parts: bool = False
    """Leave is taken, or spoken of."""
    goodbye: bool = False
    """Leave is taken in so many words."""
    flatters: bool = False
    """He is praised."""
    considers: bool = False
    """It feels with him."""
    apologises: bool = False
    """The rep is sorry."""
    threatens: bool = False
    """He is threatened, and the rep is not sorry."""
    ultimatum: bool = False
    """Now or never."""
    sneers: bool = False
    """Contempt for him."""
    abuses: bool = False
    """Worse than contempt."""

    @property
    def works(self) -> bool:
        """Whether the line argues: value, proof or an answer."""
        return bool(self.acts & {"value", "proof", "answer"})

    @property
    def gives(self) -> bool:
        """Whether it gives away something that he can put a figure to: he remarks on it."""
        return "concede" in self.acts and (self.discounts or self.free)

    @property
    def insults(self) -> bool:
        """Whether it is insulting (R20)."""
        return self.sneers or self.abuses

    @property
    def promises(self) -> bool:
        """Whether it states a benefit for the customer: an interest of his, a gain, and not a leaflet."""
        named = self.guessed or (self.interests and not self.question)
        return bool(named) and self.benefits and self.states and not (self.listing or self.mirrors)

    @property
    def praises(self) -> bool:
        """Whether it consists of praise alone."""
        works = self.acts & {"ask", "answer", "proof", "concede", "next", "leave"}
        return self.flatters and not (works or self.question or self.plain_ask or self.threatens or self.promises)

    @property
    def digs(self) -> bool:
        """Whether it is an open question without a subject: "how so?"."""
        return self.form in ("open", "why") and not (self.asked or self.idle)
