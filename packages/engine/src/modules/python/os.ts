/** `os`, `os.path` and `tempfile`, as far as programs that open files use them; anything else is refused by name. */
export const osSource = `
from posix import remove, unlink, getcwd, _unsupported
import posixpath as path

name = "posix"
sep = "/"
linesep = "\\n"
pathsep = ":"
curdir = "."
pardir = ".."


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    return type(path).__fspath__(path)


def __getattr__(attr):
    if attr.startswith("__"):
        raise AttributeError(f"module 'os' has no attribute {attr!r}")
    _unsupported("os." + attr)
`;

export const posixpathSource = `
from posix import getcwd, _exists, _unsupported

sep = "/"


def join(a, *p):
    path = a
    for b in p:
        if b.startswith(sep):
            path = b
        elif not path or path.endswith(sep):
            path += b
        else:
            path += sep + b
    return path


def split(p):
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def basename(p):
    return p[p.rfind(sep) + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    dot = p.rfind(".")
    start = p.rfind(sep) + 1
    while start < dot:
        if p[start] != ".":
            return p[:dot], p[dot:]
        start += 1
    return p, ""


def isabs(s):
    return s.startswith(sep)


def exists(path):
    return _exists(path)


isfile = exists


def __getattr__(attr):
    if attr.startswith("__"):
        raise AttributeError(f"module 'posixpath' has no attribute {attr!r}")
    _unsupported("os.path." + attr)
`;

export const tempfileSource = `
from posix import _unsupported


def gettempdir():
    return "/tmp"


def __getattr__(attr):
    if attr.startswith("__"):
        raise AttributeError(f"module 'tempfile' has no attribute {attr!r}")
    _unsupported("tempfile." + attr)
`;
