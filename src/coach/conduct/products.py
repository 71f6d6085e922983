"""What is sold: the names that products were given in the debriefs of a store."""

from coach.ports import ReadModel


def known_spelling(store: ReadModel, product: str) -> str:
    """The name as the store has it, if only upper and lower case differ, so that one product is not counted as two;
    otherwise as given.
    """
    if not product:
        return ""
    known = store.products()
    return next((name for name in known if name.casefold() == product.casefold()), product)
