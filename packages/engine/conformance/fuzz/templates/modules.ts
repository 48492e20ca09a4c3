/** The standard modules that lessons use. */
const moduleExpressions = String.raw`
objs = list(collections.Counter($str).most_common(2))
objs = list(collections.deque($iterable, 2))
int = collections.Counter($str)["a"]
int = len(collections.OrderedDict(a=$any))
fn x0.5 = operator.methodcaller("__repr__")
fn x0.3 = repr
fn x0.3 = type
int = operator.attrgetter("v")($inst)
str = types.SimpleNamespace(a=$int, b=$str).__repr__()
str = repr(types.MappingProxyType($dict))
bool = isinstance($fn, types.FunctionType)
bool = isinstance($list, typing.List) if False else True
str = str(typing.Optional[int])
str = str(typing.Dict[str, int])
str >=3.9 = str(list[int])
str >=3.10 = str(int | None)
str = str(typing.Union[int, str])
str = repr(typing.TypeVar("T"))
int = sys.getrecursionlimit()
int = sys.version_info[0]
bool = sys.byteorder == "little"
str = sys.implementation.name
int = array.array("i", [1, 2, $small])[-1]
list = array.array("b", $list[:0]).tolist()
int = len(array.array("d", [$float]))
str = repr(array.array("i", [$small]))
list = random.Random($small).choices([1, 2, 3], k=3)
int = random.Random(3).choice([5, 6, $int])
str = os.path.join("a", "b")
`;

const moduleStatements = String.raw`
--- x2
$1 = collections.deque($iterable, maxlen=$small or None)
$1.append($any)
$1.appendleft($any)
$1.rotate(1)
print($1, len($1), $1.maxlen, sys.getrefcount($1), $1.popleft() if $1 else 0, list(reversed($1)), $1.count(1), $1.copy() == $1)
$1.extend([$int]); $1.extendleft([$any])
$1.clear()
--- x2
$1 = collections.OrderedDict(a=$any, b=$any)
$1.move_to_end("a")
print($1, list(reversed($1)), $1.popitem(last=False), sys.getrefcount($1), sys.getsizeof($1) > 100, $1 == {"a": 1})
---
$1 = collections.defaultdict(list)
$1["x"].append($any)
print($1, $1.default_factory, "q" in $1, $1["q"], len($1), sys.getrefcount($1["x"]))
---
$1 = collections.Counter($iterable if False else $str)
$1.update("aab")
$2 = collections.Counter(a=$small)
print($1, $1 + $2, $1 - $2, $1 & $2, $1 | $2, sum($1.values()), list($2.elements()))
---
$1 = collections.ChainMap({"a": $int}, {"b": $any})
$1["c"] = $int
print($1["b"], len($1), sorted($1), $1.maps[0], $1.new_child({"d": 1}), $1.parents)
---
$1, $2 = itertools.tee($list)
print(next($1, None), list($2), list($1), sys.getrefcount($1))
---
$1:iter = itertools.groupby(sorted($list), key=lambda x: x % 2)
for k, g in $1:
    print(k, list(g), sys.getrefcount(g))
---
print(list(itertools.combinations_with_replacement("ab", 2)), list(itertools.product([1, 2], repeat=2)), list(itertools.permutations("abc", 2))[:3])
print(next(itertools.count(5, 2)), list(itertools.repeat($any, 2)), list(itertools.accumulate([1, 2, 3], initial=$int)))
---
class $1:
    @functools.cached_property
    def slow(self):
        print("computing")
        return [$any]
    @functools.singledispatchmethod
    def disp(self, x): return "base"
    @disp.register(int)
    def _(self, x): return "int"
    @functools.partialmethod
    def nothing(self): pass
$2 = $1()
print($2.slow is $2.slow, $2.__dict__, sys.getrefcount($2.slow), $2.disp(1), $2.disp("a"))
---
@functools.total_ordering
class $1:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print($1(1) <= $1(2), $1(3) >= $1($small), $1(1) > $1(1), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
---
print(operator.itemgetter(0, 1)([$any, $any]), operator.attrgetter("v", "ref")($inst), operator.methodcaller("upper")("a"), operator.setitem($list! + [0], 0, 1), operator.getitem($list + [4], 0))
print(operator.iadd([1], [2]), operator.inv(5), operator.pos($int), operator.pow(2, 3), operator.or_(1, 2), operator.matmul, operator.abs(-3), operator.indexOf([1, 2], 2), operator.delitem([1], 0), operator.ge(1, 2), operator.le(1, 2), operator.gt(1, 2), operator.lt(1, 2), operator.ne(1, 2), operator.is_not($any, None), operator.rshift(8, 1), operator.invert(3), operator.isub(5, 2), operator.imul([1], 2), operator.ior({1}, {2}), operator.iconcat([], [$int]))
---
with contextlib.ExitStack() as $1:
    $2 = $1.enter_context(contextlib.closing(io.BytesIO(b"abc")))
    print($2.read(2), $2.tell(), sys.getrefcount($2))
    $1.push(lambda *a: print("pushed", a[0]) or True)
    raise ValueError("swallowed")
---
class $1(contextlib.ContextDecorator):
    def __enter__(self): print("e"); return self
    def __exit__(self, *a): print("x")
@$1()
def $2():
    return $any
print($2())
---
$1 = io.StringIO()
$1.write($str)
print("more", $int, file=$1)
$1.seek(0)
print($1.getvalue(), $1.readlines(), $1.closed, sys.getrefcount($1))
$1.close()
---
with open("notes.txt", "w") as $1:
    $1.write("one\ntwo\n" + $str)
with open("notes.txt") as $1:
    print($1.readline(), [line for line in $1], $1.name, $1.mode, $1.closed)
os.remove("notes.txt")
---
$1 = types.SimpleNamespace(x=$any, y=$int)
$1.z = $1
print($1.x, sorted(vars($1)), sys.getrefcount($1), $1 == types.SimpleNamespace())
---
$1 = types.MappingProxyType({"a": $any})
print($1["a"], len($1), list($1), "b" in $1, $1.get("q"), $1 | {} if sys.version_info >= (3, 9) else 0)
$2 = types.new_class("Made", (), {}, lambda ns: ns.update(q=1))
print($2.q, $2.__name__, types.MethodType(len, [1, 2])(), types.ModuleType("m").__name__, types.CodeType.__name__, type(types.GeneratorType).__name__)
---
print(typing.get_type_hints(lambda: 0), typing.cast(int, $any), typing.Any, typing.NewType("N", int)(3), typing.List[int], typing.Callable[[int], str], typing.Tuple[int, ...], typing.get_origin(typing.List[int]), typing.get_args(typing.Dict[str, int]))
---
class $1(typing.Generic[typing.TypeVar("T")]):
    def __init__(self, v): self.v = v
print($1[int], $1[int]($any).v, $1.__mro__[1].__name__, $1.__parameters__)
---
class $1(typing.Protocol):
    def go(self, x): ...
$2 = typing.runtime_checkable($1)
print(isinstance($inst, $2))
---
class $1(typing.TypedDict, total=False):
    a: int
    b: str
print($1(a=1), $1.__annotations__, $1.__total__)
---
$1 = threading.local()
$1.x = $any
print($1.x, hasattr($1, "y"), threading.current_thread().name, sys.getrefcount($1))
with threading.Lock() as $2:
    print($2)
---
logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s", level=logging.INFO)
logging.getLogger("app").warning("w %s", $int)
logging.getLogger("app").debug("no")
logging.info("i %r", $any)
---
print(random.Random($small).shuffle($list! + [1, 2]), random.Random(1).gauss(0, 1), random.Random(2.5).random(), random.Random(2).sample([1, 2, 3, 4], 2), random.Random(7).triangular(), random.Random(7).getrandbits(40), random.Random(1).betavariate(1, 2), random.Random(4).expovariate(2))
---
random.seed($small)
print(random.random(), random.randint(1, 6), random.choice("abc"), random.uniform(1, 3))
$1 = [1, 2, 3, 4]
random.shuffle($1)
print($1)
---
print(math.e, math.tau, math.inf, math.nan, math.degrees(1), math.radians(180), math.exp($small), math.log2(8), math.log10(100), math.pow(2, $small), math.atan2(1, 2), math.modf(2.5), math.frexp(8.0), math.dist([0, 0], [3, 4]), math.remainder(7, 3), math.isfinite(1), math.isinf(1.0), math.fabs(-2), math.expm1(0), math.log1p(0), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.sinh(1), math.cosh(1), math.tanh(1))
---
$1 = array.array("i", [1, 2, 3])
$1.append($small)
$1.extend([4])
print($1, $1[0], $1[1:], len($1), $1.itemsize, sys.getsizeof($1) > 60, $1.tobytes()[:4], $1.typecode, sys.getrefcount($1))
---
$1 = memoryview(bytearray(b"abcd"))
$1[0] = 90
print($1[1], $1[1:3].tolist(), len($1), $1.readonly, $1.nbytes, bytes($1), sys.getrefcount($1.obj))
$1.release()
---
print(sys.getsizeof([]), sys.getsizeof(()), sys.getsizeof({}), sys.getsizeof(set()), sys.getsizeof(""), sys.getsizeof(b""), sys.getsizeof(0), sys.getsizeof(1.0), sys.getsizeof(1j), sys.getsizeof(None), sys.getsizeof(range(3)), sys.getsizeof(lambda: 0), sys.getsizeof(object()), sys.getsizeof(type), sys.getsizeof(slice(1)), sys.getsizeof(frozenset()), sys.getsizeof(bytearray()), sys.getsizeof(Exception()), sys.getsizeof(iter([])))
print(sys.getsizeof($any), sys.getsizeof($holder), sys.getsizeof("é" * $small), sys.getsizeof(10 ** 30), sys.getsizeof([None] * 5), sys.getsizeof($gen!) > 50)
---
print(sys.maxsize, sys.float_info.max, sys.int_info.sizeof_digit, sys.hash_info.width, len(sys.argv), sys.getdefaultencoding(), sys.getswitchinterval(), sys.version_info[:2], sys.maxunicode, sys.platform, "gc" in sys.modules)
---
print(traceback.format_exception_only(ValueError, ValueError($int)))
---
print(abs(-3), all([]), any([]), ascii("é"), bin(5), bool([]), bytearray(2), bytes(2), callable(len), chr(97), complex(1, 2), dict(a=1), dir(3)[:1], divmod(7, 2), list(enumerate("a")), eval("1"), list(filter(None, [0, 1])), float("1.5"), format(3, "b"), frozenset([1]), getattr(3, "real"), hasattr(3, "x"), hash(3), hex(9), isinstance(3, int), issubclass(int, object))
print(iter([1]).__class__, len("a"), list("ab"), list(map(str, [1])), max(1, 2), memoryview(b"a")[0], min(1, 2), next(iter([4])), object().__class__, oct(8), ord("a"), pow(2, 3), range(3), repr("a"), list(reversed([1, 2])), round(2.5), set([1]), slice(1), sorted([2, 1]), str(1), sum([1]), tuple([1]), type(3), list(zip([1], [2])), property, staticmethod, classmethod, super, NotImplemented, Ellipsis, ..., __name__, __debug__, copyright.__class__ if False else 0)
--- >=3.10
print(aiter, anext)
---
print(isinstance(None, type(None)), $fn!.__class__, len(dir($cls)) > 10, vars($cls!).__class__, $cls!.__dict__.__class__)
---
$1 = copy.deepcopy({"a": [$any if False else $list], "b": ($list,)})
print($1, sys.getrefcount($1["a"]), copy.copy($set), copy.deepcopy($tuple), copy.copy($inst!) is $inst!)
---
copyreg.pickle(type("P", (), {}), lambda o: (int, ()))
print(len(copyreg.dispatch_table) > 0)
---
$1 = time.time()
print(isinstance($1, float), time.perf_counter() >= 0, time.monotonic() >= 0, isinstance(time.time_ns(), int))
time.sleep(0)
---
print(string.ascii_letters, string.punctuation, string.whitespace.__len__(), string.hexdigits, string.octdigits, string.printable[:5], string.ascii_uppercase)
`;

export const modules = { expressions: moduleExpressions, statements: moduleStatements };
