"""Colour themes. Every ink has a contrast of at least 4.5:1 on every ground (tested); no meaning depends on colour
alone.
"""

from rich.style import Style
from textual.theme import Theme

BOLD = frozenset({"strong", "warn", "good", "key"})
"""Inks that are also bold."""

INKS = ("coach", "rep", "dim", "strong", "rule", "warn", "good", "key")
"""The names of the inks."""


def _theme(name: str, *, dark: bool, grounds: tuple[str, str, str], inks: tuple[str, ...], marked: str) -> Theme:
    background, surface, panel = grounds
    named = dict(zip(INKS, inks, strict=True))
    return Theme(
        name=name,
        dark=dark,
        primary=named["rule"],
        secondary=named["coach"],
        accent=named["key"],
        warning=named["warn"],
        error=named["warn"],
        success=named["good"],
        foreground=named["strong"],
        background=background,
        surface=surface,
        panel=panel,
        variables={
            **{f"ink-{ink}": colour for ink, colour in named.items()},
            "marked": marked,
            "border": named["rule"],
            "border-blurred": named["rule"],
            "scrollbar": marked,
            "scrollbar-hover": named["rule"],
            "scrollbar-active": named["rule"],
            "scrollbar-background": surface,
            "scrollbar-background-hover": surface,
            "scrollbar-background-active": surface,
            "input-cursor-background": named["strong"],
            "input-cursor-foreground": background,
            "input-selection-background": marked,
        },
    )


DARK = _theme(
    "coach-dark",
    dark=True,
    grounds=("#14181d", "#1a2027", "#202832"),
    inks=("#9cc4e4", "#e8dcc0", "#93a1b0", "#e9eef3", "#8fa9c2", "#f2a65a", "#8fcf9f", "#7fc8c2"),
    marked="#283748",
)
LIGHT = _theme(
    "coach-light",
    dark=False,
    grounds=("#fbfaf7", "#f3f1ec", "#eae7df"),
    inks=("#17507a", "#5a3d10", "#565c63", "#1b1f24", "#44607c", "#9a3b00", "#1f6a38", "#0f625d"),
    marked="#cfdcea",
)
CONTRAST = _theme(
    "coach-contrast",
    dark=True,
    grounds=("#000000", "#000000", "#0a0a0a"),
    inks=("#a8d8ff", "#ffffff", "#dcdcdc", "#ffffff", "#ffffff", "#ffd24a", "#8dff9d", "#7ffcff"),
    marked="#003a70",
)
PLAIN = Theme(
    name="coach-plain",
    dark=True,
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    variables={
        **{f"ink-{ink}": "ansi_default" for ink in INKS},
        "marked": "ansi_default",
        **{
            f"{part}-{side}": "ansi_default"
            for part in ("ansi", "input-cursor", "input-selection", "screen-selection", "block-cursor")
            for side in ("background", "foreground")
        },
        **dict.fromkeys(
            ("border", "border-blurred", "block-hover-background", "link-background-hover"), "ansi_default"
        ),
        **{f"scrollbar{part}": "ansi_default" for part in ("", "-hover", "-active", "-background", "-corner-color")},
        **{f"scrollbar-background-{part}": "ansi_default" for part in ("hover", "active")},
        "input-cursor-text-style": "reverse",
        "block-cursor-text-style": "bold",
    },
)
"""The terminal's own two colours, for NO_COLOR."""

_STYLES: dict[str, dict[str, Style]] = {}
THEMES = (DARK, LIGHT, CONTRAST, PLAIN)


def inks(theme: Theme) -> dict[str, Style]:
    """The styles of a theme's inks, and `marked`, the ground of the selection."""
    if theme.name in _STYLES:
        return _STYLES[theme.name]
    _STYLES[theme.name] = styles = _styles(theme)
    return styles


def _styles(theme: Theme) -> dict[str, Style]:
    if theme.ansi:
        styles = {ink: Style(bold=ink in BOLD) for ink in INKS}
        return {**styles, "marked": Style(bold=True, reverse=True)}
    colours = theme.variables
    styles = {ink: Style(color=colours[f"ink-{ink}"], bold=True if ink in BOLD else None) for ink in INKS}
    return {**styles, "marked": Style(bgcolor=colours["marked"], bold=True)}
