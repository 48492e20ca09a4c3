"""textwrap.dedent, for tests that compile an indented text."""


def dedent(text):
    """Without the blanks that begin every line that is not blank."""
    lines = text.split("\n")
    widths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    width = min(widths, default=0)
    return "\n".join([line[width:] if line.strip() else "" for line in lines])
