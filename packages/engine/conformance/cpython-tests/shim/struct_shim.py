"""struct.calcsize, which the tests of sizes measure with."""

_SIZES = {"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "P": 8, "n": 8, "N": 8, "f": 4, "d": 8, "s": 1,
          "p": 1, "x": 1, "e": 2}


def calcsize(format):
    """struct.calcsize with native alignment; a closing 0-count aligns the whole."""
    size, count = 0, ""
    for char in format.lstrip("@"):
        if char.isdigit():
            count += char
            continue
        if char.isspace():
            continue
        width = _SIZES[char]
        size = -(-size // width) * width + width * (int(count) if count else 1)
        count = ""
    return size
