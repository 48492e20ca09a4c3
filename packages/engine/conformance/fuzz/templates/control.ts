/** Assignment, branches, loops, deletion, matching, context managers. */
export const control = String.raw`
--- x5
$1:list = $list
--- x4
$1:objs = $objs
--- x2
$1:dict = $dict
--- x2
$1:odict = $odict
--- x2
$1:tuple = $tuple
--- x3
$1:inst = $inst
--- x2
$1:int = $int
--- x2
$1:str = $str
---
$1:float = $float
---
$1:set = $set
---
$1:gen = $gen
---
$1:iter = $iter
---
$1:bytearray = $bytearray
---
$1:frozen = $frozen
---
$1:complex = $complex
---
$1:fn = $fn
--- x3
$1:objs = $2:objs = $objs
--- x2
$1:list, $2:tuple = $list, $tuple
---
[$1:int, $2:int] = $int, $int
---
$1:any, *$2:objs = $any, *$iterable
---
*$1:objs, $2 = $any, $any, $any
---
($1:list, ($2:dict, $3:list)) = [$list, ($dict, $list)]
---
$1:list, $2:list = $list, $list
$1, $2 = $2, $1
print($1, $2)
--- x4
$del
--- x4
$rebind
--- x2
$list!.append($int)
--- x3
$objs!.append($any)
--- x2
$objs!.append($ref!)
---
$objs!.extend($iterable)
---
$objs!.insert($small, $any)
---
$list!.insert(0, $int)
---
$list!.reverse()
---
$list!.sort()
---
$list!.sort(key=lambda x: -x, reverse=$bool)
---
$objs!.clear()
---
if $objs!: $1 = $objs!.pop() if len($objs!) > 5 else None
---
$1 = ($list~ or [1]).pop()
---
$list~[:] = $list
---
$list~[1:2] = $intseq
---
$list~[$small:] = [$int]
---
$list~[::2] = [0] * len($list~[::2]) if $list~ else []
---
$list~ += $list
---
$list~ *= 2
---
$int~ += $int
---
$int~ -= $small
$int~ *= 3
$int~ //= 2
$int~ %= 1000
$int~ &= 255
$int~ |= 1
$int~ ^= 3
$int~ <<= 1
$int~ >>= 1
$int~ **= 2
---
$float~ /= 2
---
$str~ += "z"
---
$str~ %= () if "%" not in $str~ else ("q",) * $str~.count("%")
---
$tuple~ += ($any,)
---
$set~ |= {$int}
$set~ -= {1}
---
$set!.add($int)
---
$set!.discard($int)
---
$set!.update($list)
---
$dict![$key] = $int
---
$dict!.pop($key, None)
---
$dict!.update($dict)
---
$dict!.update(z=$int)
---
$dict!.setdefault($key, $int)
---
$odict![$hashable] = $any
---
$odict![$key] = $ref!
---
$odict!.clear()
---
$objs!.append($objs!)
---
$1:objs = []
$1.append($1)
print($1, sys.getrefcount($1))
---
$1:odict = {}
$1["me"] = $1
print($1, sys.getrefcount($1))
--- x2
$inst!.v = $int
--- x2
$inst!.ref = $any
--- x2
$inst!.ref = $ref!
--- x2
$inst!.kids = $objs
---
$inst!.kids.append($any) if isinstance($inst!.kids, list) else None
---
$inst!.v += $int
---
$inst!.add($any)
---
$1 = $inst!.add($inst!)
--- x2
$1 = $inst!
$1.ref = $1
del $1:gone
---
$bytearray!.append(65)
$bytearray!.extend(b"zz")
$bytearray![0:1] = b"Q"
print($bytearray!)
--- x3
if $bool:
    $block
--- x3
if $bool:
    $block
elif $int > $int:
    $block
else:
    $block
--- x3
for $1:int in range($small):
    $block
--- x2
for $1 in [$any, $any]:
    $block
    print(sys.getrefcount($1) > 0)
--- x2
for $1:int in $list[:4]:
    $block
else:
    $block
--- x2
for $1:int, $2:int in enumerate($list[:4]):
    $block
---
for $1, $2:int in $dict.items():
    print($1, $2)
    if $2 == $int: break
    if not $2: continue
    $block
---
for $1 in $iter:
    print(type($1).__name__)
    break
---
for $1:list in [[$int], [$int, 2]]:
    $1.append($int)
    $probe
--- x2
$1:int = $small
while $1 > 0:
    $1 -= 1
    $block
---
$1:int = 0
while True:
    $1 += 1
    if $1 > $small:
        break
    $block
else:
    print("never")
---
while ($1 := [$any]) is None:
    pass
else:
    print(sys.getrefcount($1))
---
if ($1:list := $list):
    $block
--- loop
if $bool: continue
--- loop
if $bool: break
---
pass
---
assert $int is not None, $any
---
$any
---
$inst!.v
---
$1: int = $int
$inst!.v: int = $int
$objs!: list
---
$1:objs = [$any, $any]
$2:objs = $1
print($1 is $2, sys.getrefcount($1))
$2:gone = None
---
$1:objs = [$ref, $ref]
$2 = $1[0]
print(sys.getrefcount($2) > 1, $1[0] is $2)
del $1[0]
$probe
---
$1:dict = $dict
$1["q"] = 1
del $1["q"]
print($1)
---
$1 = [$list, $list][0]
print(sys.getrefcount($1))
---
$1 = $2 = None
print($1, $2)
del $1:gone, $2:gone
---
del ($list + [$int])[0], [$ref, $ref][1]
--- x2
with contextlib.suppress(Exception):
    $block
--- x2
with contextlib.closing(io.StringIO($str)) as $1:
    print($1.read())
    $block
--- x2
@contextlib.contextmanager
def $1($2:list):
    print("enter", sys.getrefcount($2))
    try:
        yield $2
    finally:
        print("leave", sys.getrefcount($2))
with $1($list) as $3:list:
    $block
--- x2
class $1:
    def __enter__(self):
        print("in", sys.getrefcount(self))
        return self
    def __exit__(self, *args):
        print("out", args[0] and args[0].__name__, sys.getrefcount(self), sys.getrefcount(args))
        return $bool
    def __del__(self):
        print("end of manager")
with $1() as $2, $1():
    print(sys.getrefcount($2))
    $block
--- >=3.10
with (contextlib.nullcontext($list) as $1:list, contextlib.nullcontext($any)):
    $block
---
with contextlib.ExitStack() as $1:
    $1.callback(print, "callback", $int)
    $1.enter_context(contextlib.nullcontext($any))
    $block
---
with contextlib.redirect_stdout(io.StringIO()) as $1:
    print($any)
print(len($1.getvalue()) > 0)
--- >=3.10 x2
match $any:
    case 0 | 1 | None:
        print("small")
    case int($1) if $1 > 5:
        print("int", $1)
    case str() as $1:
        print("str", $1)
    case []:
        print("empty")
    case [$2, *$3]:
        print("seq", $2, $3, sys.getrefcount($3))
    case {"a": $2, **$3}:
        print("map", $2, $3, sys.getrefcount($3))
    case float($1) | complex($1):
        print("number", $1)
    case _:
        print("other")
--- >=3.10
match $holder:
    case [[$1, _], *_]:
        $block
    case ($1, $2):
        print(sys.getrefcount($1) > 0)
        $block
    case {"a": $1}:
        $block
    case $1:
        print(sys.getrefcount($1))
        $block
--- >=3.10
class $1:
    __match_args__ = ("v", "w")
    def __init__(self, v, w):
        self.v, self.w = v, w
match $1($any, $list):
    case $1(0, w=[]):
        print("zero")
    case $1(True | False):
        print("bool")
    case $1([], $2):
        print("empty", $2)
    case $1(v=$2, w=[*$3]):
        print($2, $3, sys.getrefcount($3))
    case $1($2, $3) if $3:
        print("rest", $2)
--- >=3.10
match $int, $str:
    case 1, "a":
        print("one")
    case -5, $1:
        print("minus", $1)
    case (1 | 7 | 256) as $1, ("abc" | "" as $2):
        print("or", $1, $2)
    case 2.5, _:
        print("no")
    case math.pi, $2:
        print("pi")
    case _:
        $block
--- top
exec("$1 = [$small, 2]\nprint($1, __import__('sys').getrefcount($1))")
---
print(eval("x + 1", {"x": $int}), eval("[y for y in z]", {"z": $list}))
---
$1 = {}
exec("def f(x):\n    return [x]\nr = f(3)", $1)
print(sorted(k for k in $1 if k != "__builtins__"), $1["r"], sys.getrefcount($1["f"]), sys.getrefcount($1))
---
$1 = compile("a * 2", "<s>", "eval")
print(eval($1, {}, {"a": $any if $bool else $int}), $1.co_names, sys.getrefcount($1))
--- top
globals()["made"] = $any
print(globals()["made"], "made" in globals(), sys.getrefcount(globals()) > 1)
del globals()["made"]
--- top
import os.path, itertools as $1
print($1.__name__, os.path.join("a", "b"))
---
from itertools import chain as $1, count
print(list($1([1], [$int])), next(count($int)))
---
from sys import getrefcount as $1
print($1($ref!), $1($list))
--- >=3.12 top
type $1 = list[int]
print($1, $1.__name__, $1.__value__, type($1))
--- >=3.14
$1 = t"a{$int}b{$str!r:>5}"
print($1.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in $1.interpolations])
--- >=3.15 top
lazy import string as $1
print($1.digits)
--- >=3.15
print([*x for x in [$list, $list]], {*x for x in [$list]}, {**d for d in [$dict, $dict]})
---
print(*$iterable, sep="|", end="\n")
print($list[$small:], $str[-2:], $tuple[::2], $objs[:-1])
---
$1:dict = dict(one=$int)
print(sys.getsizeof($1), len($1))
for $2 in "abcdefgh":
    $1[$2] = 1
print(sys.getsizeof($1), list($1)[:3])
---
$1:list = []
for $2:int in range(12):
    $1.append($2)
print(sys.getsizeof($1), sys.getsizeof($1[:]), sys.getsizeof(list($1)), sys.getsizeof([*$1]))
---
print([$1 for $1 in $iterable], {$2: $any for $2 in $str}, {len(str($3)) for $3 in $iterable})
---
print(sorted($list, key=lambda x: (x % 2, -x)), sorted($str), sorted($dict), min($list + [1]), max($tuple[:0] + (1,)))
---
print($list! is $list!, $list! == $list![:], $list![:] is $list!)
---
$1 = $int
$2 = $1
print($1 is $2, $1 == $2)
---
print($int is $int, $str is $str, () is ())
`;
