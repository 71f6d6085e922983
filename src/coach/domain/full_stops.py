"""Full stops that end a sentence, and those of abbreviations before a name, which end none: Mr. Pell, St. Mary's.

Parts of regular expressions, for any case.
"""

from typing import Final

_BEFORE_NAMES = ("dr", "mr", "ms", "mx", "st", "mt", "ft", "mrs", "prof")
ABBREVIATED: Final = "(?i:" + "|".join(rf"(?<=\b{word})" for word in _BEFORE_NAMES) + ")"
"""Behind such an abbreviation."""
NOT_ABBREVIATED: Final = "(?i:" + "".join(rf"(?<!\b{word})" for word in _BEFORE_NAMES) + ")"
"""Not behind one."""
FULL_STOP: Final = NOT_ABBREVIATED + r"\.(?=\s|$)"
"""One that ends a sentence."""
