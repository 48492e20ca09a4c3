/** `ctypes`, for peeking at a refcount: `c_ssize_t.from_address(id(x)).value`. Everything else is refused by name. */
export const ctypesSource = `
from _ctypes import _refcount_at, _unsupported


class c_long:
    __module__ = "ctypes"

    def __init__(self, value=0):
        _unsupported("making a C integer")

    @classmethod
    def from_address(cls, address):
        self = object.__new__(cls)
        self._address = address
        return self

    @property
    def value(self):
        return _refcount_at(self._address)

    @value.setter
    def value(self, new):
        _unsupported("writing to memory")


c_ssize_t = c_longlong = c_int64 = c_long


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
    _unsupported("ctypes." + name)
`;
