/** Exceptions: raised, caught, chained, held. */
const risks = String.raw`
[1, 2][9]
{"a": 1}["zz"]
int("x")
1 + "a"
"a" + 1
[] + ()
None.foo
$inst.nothing
$list.nothing
(1).foo
len(5)
$list!.remove("no")
$list!.index("no")
$tuple[99]
$str[99]
$str.index("zzz")
1 // 0
1 % 0
1.0 / 0
1 / 0
2 ** -1 / 0
divmod(1, 0)
undefined_name
$fn()
$fn(1, 2, 3, 4, 5, z=1)
(lambda a, b: 0)(1)
(lambda a, b: 0)(1, 2, 3)
(lambda a: 0)(b=1)
(lambda *, k: 0)()
(lambda a: 0)(1, a=2)
(lambda: 0)(1)
print(1, foo=2)
dict([1])
dict([(1, 2, 3)])
set([[]])
{[]: 1}
hash({})
iter(5)
next(5)
next(iter([]))
[].pop()
{}.popitem()
set().pop()
{}.pop(1)
"abc".join([1])
"%d" % "a"
"%s %s" % 1
"%s" % (1, 2)
"{}{}".format(1)
"{a}".format()
f"{1:z}"
format(1, "s")
format("a", "d")
float("abc")
complex("z")
int([])
int("12", 99)
ord("ab")
chr(-1)
bytes([256])
bytes(-1)
b"a" + "b"
"a".encode("ascii").decode("nope")
"é".encode("ascii")
b"\xff".decode()
isinstance(1, 5)
issubclass(1, int)
sorted([1, "a"])
max([])
sum(["a"])
1 < "a"
[] < {}
None < 1
-"a"
~1.5
not_a
abs("x")
round("x")
pow("a", 2)
range(1.5)
range(0, 1, 0)
range(3)["a"]
[1, 2]["a"]
(1, 2)[None]
"abc"[1.0]
{1: 2}[[]]
object().x
object(1)
object()[0]
object()()
5()
"s"()
[*5]
{**5}
print(*5)
print(**5)
print(**{1: 2})
type("T", (int, str), {})
type(1, 2)
super()
super(int, "a")
slice()
[].__getitem__("a")
getattr(1, 5)
getattr(1, "zz")
setattr(1, "a", 2)
delattr($inst, "zz")
int.foo
$cls.zz
$cls(1, 2, 3, 4, 5)
$gen!.send(5)
__import__("nothing_here")
eval("1 +")
eval("x y")
exec("return 1")
compile("(", "f", "exec")
open("/nonexistent/file")
weakref.ref(5)
weakref.ref([])
weakref.proxy("s")
copy.copy(iter([1])).nothing
functools.reduce(max, [])
operator.itemgetter(5)([1])
operator.attrgetter("x.y")(5)
itertools.islice([1], -1)
itertools.chain(5).__next__()
math.sqrt(-1)
math.factorial(-1)
math.log(0)
random.choice([])
collections.deque(5)
collections.deque([], -1)
collections.namedtuple("1x", "a")
collections.OrderedDict().popitem()
string.Template(chr(36)).substitute()
enum.Enum("E", "a b")(7)
array.array("z")
memoryview(5)
frozenset(5)
zip(5)
enumerate(5)
map(5)
filter(5, 5)
reversed({1})
bytearray(b"a")[5]
"a" * "b"
[1] * 1.5
1 << -1
[1, 2, 3].index(9)
sys.getrefcount()
sys.intern(5)
gc.collect(9)
id()
input(1, 2, 3)
(1, 2).append(3)
"x".foo()
[].sort(1)
[3, "a"].sort()
str(1, 2, 3)
str(b"a", 5)
int(1, 2)
$tuple!.__setitem__(0, 1)
types.SimpleNamespace(1, 2)
types.MappingProxyType(5)
`;
const riskStatements = String.raw`
a, b = 1
a, b = [1]
a, b = 1, 2, 3
a, *b = []
del undefined_thing
(1, 2)[0] = 3
"abc"[0] = "x"
[1][5] = 2
[1, 2][::2] = [1]
[1][0:1] = 5
del [1][5]
del {}["q"]
del (1, 2)[0]
{}[[]] = 1
None.x = 1
(5).x = 1
$inst.v.w.z
del $inst.nope
import nothing_at_all
raise 5
raise ValueError
raise ValueError("v", $any)
raise KeyError($key)
raise $cls
raise StopIteration($any)
raise SystemError("s") from ValueError("cause")
raise RuntimeError($any) from None
raise OSError(2, "gone", "file")
raise type("Custom", (Exception,), {})($any)
assert $small > 9
assert not $list, "list"
assert 0, ($int, $str)
for x in 5: pass
with 5: pass
with $list as q: pass
x = [i for i in 5]
class X(5): pass
class X(int, str): pass
class X(bool): pass
class X: __slots__ = ("a", "a b")
class X($cls!, $cls!): pass
`;

const caught = (line: string, weight: number): string =>
  `--- x${weight}\ntry:\n    ${line}\nexcept Exception as e:\n    print(type(e).__name__, e)\n`;
const asExpressions = risks
  .trim()
  .split("\n")
  .map((line) => caught(`print(${line})`, 0.08));
const asStatements = riskStatements
  .trim()
  .split("\n")
  .map((line) => caught(line, 0.08));

export const errors = String.raw`
--- x3
try:
    $block
    raise ValueError($any)
except ValueError as $1:exc:
    print($1.args, sys.getrefcount($1), $1.__context__, sys.getrefcount($1.__traceback__), $1.__traceback__.tb_lineno > 0)
    $block
--- x2
try:
    $block
finally:
    $block
--- x3
try:
    $block
except (KeyError, IndexError) as $1:exc:
    print("lookup", $1)
except TypeError:
    print("type", sys.exc_info()[0])
else:
    $block
finally:
    $probe
--- x2
def $1(n):
    $2:list = [n]
    if n == 0:
        raise KeyError($any)
    return $1(n - 1)
try:
    $1(2)
except KeyError as e:
    $3 = e
    t, names = e.__traceback__, []
    while t:
        names.append((t.tb_frame.f_code.co_name, sorted(t.tb_frame.f_locals)[:2] if t.tb_frame.f_code.co_name != "<module>" else 0))
        t = t.tb_next
    print(names, sys.getrefcount(e))
print(sys.getrefcount($3))
$3.__traceback__ = None
$3:gone = None
---
try:
    try:
        raise ValueError("first")
    except ValueError as e:
        raise KeyError("second") from e if $bool else None
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__, sys.getrefcount(e))
---
try:
    try:
        1 / 0
    finally:
        {}["missing"]
except KeyError as e:
    print(type(e.__context__).__name__, e.__context__.__traceback__ is not None)
---
class $1(Exception):
    def __init__(self, a, b=$any):
        super().__init__(a, b)
        self.a = a
    def __str__(self): return "custom %s" % (self.a,)
    def __del__(self): print("exception gone")
try:
    raise $1($any)
except $1 as e:
    print(e, repr(e), e.args, sys.getrefcount(e))
    $block
print("after")
---
def $1():
    try:
        return $any
    finally:
        print("finally", sys.exc_info())
def $2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally:
            print("f", i)
print($1(), $2())
---
def $1():
    $2:inst = $inst
    raise ValueError($2.v)
try:
    $1()
except ValueError as e:
    $3 = e.__traceback__.tb_next
    print($3.tb_frame.f_code.co_name, sys.getrefcount($3.tb_frame) > 0, list($3.tb_frame.f_locals))
    $3.tb_frame.clear()
    del $3:gone
$probe
--- >=3.11 x2
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError($key)])])
except* ValueError as $1:
    print("value", $1.exceptions, sys.getrefcount($1))
except* (TypeError, KeyError) as $1:
    print("rest", repr($1), $1.message)
    $block
--- >=3.11
try:
    raise ValueError("note")
except ValueError as e:
    e.add_note("n" + $str)
    print(e.__notes__)
--- >=3.11
$1 = ExceptionGroup("g", [OSError(1, "x"), ValueError($int)])
print($1.split(OSError), $1.subgroup(lambda e: isinstance(e, ValueError)), $1.derive([KeyError(1)]))
---
$1 = []
for $2 in [0, "a", None, []]:
    try:
        $1.append(10 // $2)
    except Exception as $3:
        $1.append(type($3).__name__)
print($1)
---
def $1():
    $1()
try:
    sys.setrecursionlimit(120)
    $1()
except RecursionError as e:
    print(e)
finally:
    sys.setrecursionlimit(1000)
---
try:
    print(sys.exc_info()[1])
    raise
except RuntimeError as e:
    print(e)
---
import warnings
with warnings.catch_warnings(record=True) as $1:
    warnings.simplefilter("always")
    warnings.warn("careful", UserWarning)
print([str(w.message) for w in $1])
--- top x0.15
raise ValueError("uncaught", $any)
--- top x0.1
sys.exit($small)
--- fn x0.3
raise KeyError($key)
${asExpressions.join("")}
${asStatements.join("")}
`;
