/** Classes. Whatever is a `cls` makes instances with v, kids, ref, go and add. */
export const classes = String.raw`
--- x6
class $1:cls:
    def __init__(self, v=$int):
        self.v = v
        self.kids = []
        self.ref = None
    def go(self, x):
        $block
        return x
    def add(self, o):
        self.kids.append(o)
        return self
    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self.v)
$2:inst = $1($int)
$probe
--- x5
class $1:cls:
    def __init__(self, v=$int):
        self.v, self.kids, self.ref = v, [], None
    def __del__(self):
        print("del", self.v, sys.getrefcount(self))
    def go(self, x):
        return [x, self.v]
    def add(self, o):
        self.kids.append(o)
        return sys.getrefcount(o) > 0
$2:inst = $1(1)
$3:inst = $1(2)
$2.ref = $3
$probe
--- x4
class $1:cls:
    __slots__ = ("v", "kids", "ref", "__weakref__")
    def __init__(self, v=$int):
        self.v = v
        self.kids = []
        self.ref = self if $bool else None
    def go(self, x):
        $block
        return self.v, x
    def add(self, o):
        self.kids.append(o)
$2:inst = $1()
$probe
--- x3
class $1:cls($cls!):
    def __init__(self, v=$int):
        super().__init__()
        self.v = v
        self.extra = [v]
    def go(self, x):
        $probe
        return super().go(x)
$2:inst = $1()
print(issubclass($1, $1.__bases__[0]), len($1.__mro__), $2.go($any), sys.getrefcount($1.__bases__[0]))
--- x2
class $1(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)
class $2:cls(metaclass=$1, tag=$int):
    v = $int
    ref = None
    kids = ()
    def go(self, x): return x
    def add(self, o): return o
$3:inst = $2()
print(type($2).__name__, sys.getrefcount($1), sys.getrefcount($2))
--- x2
class $1:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        print("get", self.name, sys.getrefcount(obj) > 1)
        return obj.__dict__.get(self.name, $int)
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        print("delete", obj.__dict__.pop(self.name, None))
class $2:cls:
    v = $1()
    kids = ()
    ref = None
    def __init__(self, v=1):
        self.v = v
    def go(self, x): return x, self.v
    def add(self, o): self.ref = o
$3:inst = $2($int)
print($3.v, $3.go($any), type($2.v).__name__)
del $3.v
print($3.v)
--- x2
class $1:cls:
    kids = ()
    ref = None
    def __init__(self, v=0):
        self._v = v
    @property
    def v(self):
        return self._v
    @v.setter
    def v(self, value):
        print("setting", value)
        self._v = value
    @staticmethod
    def add(o):
        return [o]
    @classmethod
    def make(cls, *args):
        return cls(*args)
    def go(self, x):
        return self.make($int).v, x
$2:inst = $1.make($int)
$2.v = $int
print($2.v, $2.add($any), $2.go($any), sys.getrefcount($1.make), sys.getrefcount($2.make))
--- x2
class $1:cls(list):
    v = $int
    kids = ()
    ref = None
    def __init__(self, *args):
        super().__init__(args)
    def go(self, x):
        self.append(x)
        return len(self)
    def add(self, o):
        return self + [o]
$2:inst = $1($int)
print($2, len($2), $2.go($any), $2[:1], type($2[:]), sys.getsizeof($2) > 50, $2 == [$any])
---
class $1:cls(dict):
    v = $int
    kids = ()
    ref = None
    def __missing__(self, key):
        self[key] = [key]
        return self[key]
    def go(self, x):
        return self["k"]
    def add(self, o):
        self["o"] = o
$2:inst = $1() if $bool else $1({})
print($2["zz"], $2, $2.get("none"), sys.getrefcount($2["zz"]))
--- x2
class $1:cls(int if $bool else float):
    kids = ()
    ref = None
    v = $int
    def go(self, x): return self + 1
    def add(self, o): return self * 2
print($1(3), $1(3) + 4, type($1(2) + $1(2)).__name__, $1(7).go(0), isinstance($1(), int))
---
class $1:cls(tuple):
    v = 0
    kids = ()
    ref = None
    def __new__(cls, *args):
        return super().__new__(cls, args)
    def go(self, x): return self[:1]
    def add(self, o): return self + (o,)
$2:inst = $1($int)
print($2, len($2), $2 + (1,), hash($2) == hash(tuple($2)), sys.getrefcount($2))
---
class $1:cls(str):
    v = 0
    kids = ()
    ref = None
    def go(self, x): return self.upper()
    def add(self, o): return self + str(o)
print($1("abc"), $1("a").go(0), type($1("x") + "y").__name__, $1("q") == "q", {$1("k"): 1})
--- x2
class $1:
    def __init__(self, v): self.v = v
    def __add__(self, o): return $1(self.v + getattr(o, "v", o))
    def __radd__(self, o): return $1(o + self.v)
    def __iadd__(self, o):
        self.v += 1
        return self
    def __sub__(self, o): return NotImplemented
    def __eq__(self, o): return isinstance(o, $1) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __bool__(self): return self.v > 0
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return (i, self.v) if not isinstance(i, slice) else i
    def __contains__(self, x): return x == self.v
    def __call__(self, *args): return args
    def __neg__(self): return -self.v
    def __index__(self): return 2
    def __format__(self, spec): return "fmt:" + spec
    def __iter__(self): return iter([self.v, 2])
    def __repr__(self): return "N(%r)" % self.v
    def __matmul__(self, o): return "mat", o
    def __imatmul__(self, o): return self
    def __divmod__(self, o): return "dm"
    def __round__(self, n=None): return n
    def __reversed__(self): return "rev"
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return name * 2
    def __enter__(self): return self
    def __exit__(self, *a): return True
$2 = $1($int)
$3 = $1(2)
print($2 + $3, 5 + $2, $2 + 1, $2 == $3, $2 < $3, sorted([$2, $3, $1(1)]), {$2: 1}, not $2, len($2), $2[1], list($2))
print(3 in $2, $2(1, 2), -$2, [0, 1, 2, 3][$3], f"{($2):abc}", format($2), $2 @ $3, divmod($2, 1), round($2), round($2, 2), reversed($2), $2.xy)
$2 += 1
$2 @= 3
print($2, sys.getrefcount($2), sys.getrefcount($3), [*$2], max($2, $3), $2 in [$3, $2])
try:
    $2 - 1
except TypeError as e:
    print(e)
with $2 as $4:
    raise ValueError
--- x2
class $1(abc.ABC):
    @abc.abstractmethod
    def go(self, x): ...
    @property
    @abc.abstractmethod
    def v(self): ...
class $2:cls($1):
    v = 4
    kids = ()
    ref = None
    def go(self, x): return x
    def add(self, o): return self
try:
    $1()
except TypeError as e:
    print(e)
$3:inst = $2()
print(isinstance($3, $1), sorted($1.__abstractmethods__), $2.__abstractmethods__)
---
class $1:
    pass
$2 = $1()
print(sys.getsizeof($2), $2.__dict__, sys.getrefcount($2), sys.getrefcount($1), $1.__dict__.get("v"), $1.__module__)
$2.a, $2.b = $any, $any
print(vars($2), sys.getsizeof($2.__dict__), sys.getrefcount($1), dir($2)[-2:])
del $2.a
print($2.__dict__, hasattr($2, "a"), getattr($2, "a", $int))
setattr($2, "c", $any)
delattr($2, "b")
$2.__dict__["d"] = 1
print($2.d, list($2.__dict__))
$2.__class__ = type("Other", (), {})
print(type($2).__name__, sys.getrefcount($1))
---
class $1:
    def __init_subclass__(cls, /, **kw):
        print("sub", cls.__name__, kw)
        super().__init_subclass__()
    def __class_getitem__(cls, item):
        return cls.__name__, item
class $2($1, k=$int):
    x: int = $int
    y: "list"
print($1[int], $2[3], $2.__annotations__, len($1.__subclasses__()), $2.__base__.__name__)
---
class $1: 
    def who(self): return ["A"]
class $2($1):
    def who(self): return ["B"] + super().who()
class $3($1):
    def who(self): return ["C"] + super($3, self).who()
class $4($2, $3):
    def who(self):
        print(sys.getrefcount(self), super().__thisclass__.__name__)
        return ["D"] + super().who()
print($4().who(), [c.__name__ for c in $4.__mro__])
---
class $1:
    count = 0
    items = [$any]
    for $2 in range(2):
        count += $2
    def __init__(self):
        $1.count += 1
        self.items.append($1.count)
$1(), $1()
print($1.count, $1.items, sys.getrefcount($1.items), [k for k in $1.__dict__ if not k.startswith("__")])
del $1.items
---
def $1():
    class $2:
        def m(self): return __class__
        def f(self): return [self]
    return $2
$3, $4 = $1(), $1()
print($3 is $4, $3.__qualname__.split(".")[-1] == $4.__name__, sys.getrefcount($3), $3().m() is $3, sys.getrefcount($3().f()[0]))
--- x2
@dataclasses.dataclass
class $1:
    a: int
    b: list = dataclasses.field(default_factory=list)
    c: str = "c"
$2, $3 = $1($int), $1(2, [$any])
print($2, $2 == $3, $2.b is $3.b, dataclasses.asdict($3), dataclasses.astuple($2), sys.getrefcount($3.b), [f.name for f in dataclasses.fields($1)])
print(dataclasses.replace($2, a=9), $1.__match_args__ if hasattr($1, "__match_args__") else 0)
---
@dataclasses.dataclass(frozen=True, order=True)
class $1:
    x: int = 0
    y: float = 1.0
print($1(1) < $1(2), {$1(): 1}, hash($1()) == hash($1()))
try:
    $1().x = 2
except dataclasses.FrozenInstanceError as e:
    print(e)
--- >=3.10
@dataclasses.dataclass(slots=True, kw_only=True)
class $1:
    x: int
    y: object = None
print($1(x=$int), sys.getsizeof($1(x=1)), hasattr($1(x=1), "__dict__"))
---
class $1(enum.Enum):
    RED = 1
    BLUE = 2
    ALSO = 1
    def f(self): return self.name
print($1.RED, repr($1.BLUE), $1(2), $1["RED"].value, list($1), $1.ALSO is $1.RED, $1.RED.f(), len($1), $1.RED in $1, sys.getrefcount($1.BLUE) > 1)
try:
    $1(9)
except ValueError as e:
    print(e)
---
class $1(enum.IntEnum):
    A = enum.auto()
    B = enum.auto()
class $2(enum.Flag):
    R = 1
    W = 2
print($1.A + 1, $1.B > $1.A, $2.R | $2.W, $2.R & $2.W, bool($2.R & $2.W), [$1.B], sorted([$1.B, $1.A]))
---
class $1(typing.NamedTuple):
    x: int
    y: object = None
$2 = $1($int, $any)
print($2, $2.x, $2._replace(x=1), $2._asdict(), $1._fields, sys.getrefcount($2), $2 == tuple($2))
---
$1 = collections.namedtuple("$1", ["a", "b"], defaults=[$any])
$2 = $1($any)
print($2, $2.b, $2 == ($2.a, $2.b), $2._fields, $1._make([1, 2]), sys.getrefcount($2))
a, b = $2
---
class $1(collections.UserDict):
    pass
class $2(collections.UserList):
    pass
print($1(a=$int), $2([$int]) + [1], len($1(z=1)), $2([3, 1]).data)
---
class $1(collections.abc.Mapping if hasattr(collections, "abc") else dict):
    def __getitem__(self, k): return k * 2
    def __iter__(self): return iter("ab")
    def __len__(self): return 2
print(dict($1()), list($1().items()), "a" in $1(), $1().get("q", 1))
--- >=3.12
class $1:cls[T]:
    kids = ()
    ref = None
    def __init__(self, v: T = 1): self.v = v
    def go[U: int](self, x: U) -> U: return x
    def add[*Ts, **P](self, o): return o
print($1.__type_params__, $1[int], $1.__orig_bases__, $1[int](3).v, $1.go.__type_params__, $1.add.__type_params__)
--- >=3.13
class $1[T = int]:
    pass
print($1.__type_params__[0].__default__)
---
class $1:
    def __getattribute__(self, name):
        if name == "magic": return [name]
        return super().__getattribute__(name)
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
    def __dir__(self): return ["z", "y"]
    def __sizeof__(self): return 5
$2 = $1()
$2.x = $any
print($2.magic, $2.x, dir($2), sys.getsizeof($2) > 5, sys.getrefcount($2))
del $2.x
---
class $1:
    def __new__(cls, *a):
        print("new", a)
        return super().__new__(cls)
    def __init__(self, *a): self.a = a
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep", len(memo)
    def __reduce__(self): return $1, self.a
$2 = $1(1, $any)
print(copy.copy($2), copy.deepcopy([$2]), $2.__reduce__()[1], sys.getrefcount($2.a))
`;
