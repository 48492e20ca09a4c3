/** `ctypes`, for peeking: `c_ssize_t.from_address(id(x)).value`, `cast(id(x), py_object).value`. The rest is refused by name. */
export const ctypesSource = `
from _ctypes import _object_at, _refcount_at, _unsupported


class _Integer:
    __module__ = "ctypes"
    _address = None

    def __init__(self, value=0):
        if not isinstance(value, int):
            raise TypeError("an integer is required (got type %s)" % type(value).__name__)
        self._value = self._cut(value)

    @classmethod
    def _cut(cls, value):
        value &= (1 << cls._bits) - 1
        return value - (1 << cls._bits) if cls._signed and value >> (cls._bits - 1) else value

    @classmethod
    def from_address(cls, address):
        self = object.__new__(cls)
        self._address = address
        return self

    @property
    def value(self):
        return self._value if self._address is None else self._cut(_refcount_at(self._address))

    @value.setter
    def value(self, new):
        if self._address is not None:
            _unsupported("writing to memory")
        self._value = self._cut(new)

    def __repr__(self):
        return "%s(%d)" % (type(self).__name__, self.value)


def _integer(name, bits, signed=True):
    return type(name, (_Integer,), {"__module__": "ctypes", "_bits": bits, "_signed": signed})


c_long = c_longlong = c_int64 = c_ssize_t = _integer("c_long", 64)
c_ulong = c_ulonglong = c_uint64 = c_size_t = _integer("c_ulong", 64, False)
c_int = c_int32 = _integer("c_int", 32)
c_uint = c_uint32 = _integer("c_uint", 32, False)
c_short = c_int16 = _integer("c_short", 16)
c_ushort = c_uint16 = _integer("c_ushort", 16, False)
c_byte = c_int8 = _integer("c_byte", 8)
c_ubyte = c_uint8 = _integer("c_ubyte", 8, False)


class py_object:
    __module__ = "ctypes"
    _address = None

    def __init__(self, *value):
        if value:
            self._held, = value

    @property
    def value(self):
        if self._address is not None:
            return _object_at(self._address)
        try:
            return self._held
        except AttributeError:
            raise ValueError("PyObject is NULL") from None


def cast(obj, typ):
    if typ is not py_object or not isinstance(obj, int):
        _unsupported("casting to anything but py_object")
    self = object.__new__(typ)
    self._address = obj
    return self


def sizeof(obj):
    typ = obj if isinstance(obj, type) else type(obj)
    if issubclass(typ, _Integer):
        return typ._bits // 8
    if issubclass(typ, py_object):
        return 8
    raise TypeError("this type has no size")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
    _unsupported("ctypes." + name)
`;
