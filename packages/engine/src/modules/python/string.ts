/** `string.templatelib`: names for what t-strings make. */
export const templatelibSource = `
t = t"{0}"
Template = type(t)
Interpolation = type(t.interpolations[0])
del t


def convert(obj, /, conversion):
    """Convert *obj* using formatted string literal semantics."""
    if conversion is None:
        return obj
    if conversion == 'r':
        return repr(obj)
    if conversion == 's':
        return str(obj)
    if conversion == 'a':
        return ascii(obj)
    raise ValueError(f'invalid conversion specifier: {conversion}')
`;

/** `string`: the constants, capwords, Template and Formatter. */
export const stringSource = `
__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \\t\\n\\r\\v\\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _substitute(self, mapping, safe):
        result = []
        text = self.template
        delimiter = self.delimiter
        i = 0
        while True:
            at = text.find(delimiter, i)
            if at < 0:
                result.append(text[i:])
                return "".join(result)
            result.append(text[i:at])
            start = at + len(delimiter)
            if text.startswith(delimiter, start):
                result.append(delimiter)
                i = start + len(delimiter)
                continue
            braced = text.startswith("{", start)
            begin = start + 1 if braced else start
            end = begin
            while end < len(text) and (text[end] == "_" or text[end].isascii() and text[end].isalnum()):
                end += 1
            name = text[begin:end]
            closed = not braced or text.startswith("}", end)
            if not name or name[0].isdigit() or not closed:
                if safe:
                    result.append(delimiter)
                    i = start
                    continue
                lines = text[:at].splitlines(keepends=True)
                if not lines:
                    colno, lineno = 1, 1
                else:
                    colno, lineno = at - len("".join(lines[:-1])) + 1, len(lines)
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (lineno, colno))
            i = end + 1 if braced else end
            if safe:
                try:
                    result.append(str(mapping[name]))
                except KeyError:
                    result.append(text[at:i])
            else:
                result.append(str(mapping[name]))

    def substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws} if kws else mapping, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws} if kws else mapping, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
`;
