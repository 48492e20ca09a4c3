/** Functions, closures, decorators, generators. A `fn` takes one argument of any kind. */
const functionExpressions = String.raw`
fn x2 = lambda $1: $1
fn = lambda $1: [$1, $1]
fn = lambda $1, $2=$any: ($1, $2)
fn = lambda *$1: len($1)
fn = lambda $1, *, k=$any: k
fn = lambda $1, **$2: $any
fn = (lambda $1: lambda $2: ($1, $2))($any)
fn = functools.partial(lambda $1, $2: ($1, $2), $any)
fn = functools.lru_cache(maxsize=None)(lambda $1: str($1))
fn = $objs!.append
fn = $inst!.go
fn = $fn if $bool else $fn
fn = functools.wraps($fn!)(lambda $1: $fn!($1)) if hasattr($fn!, "__name__") else len
cls x3 = type("T", (), {"__init__": lambda self, v=$int: None, "v": $int, "kids": (), "ref": None, "go": lambda self, x: x, "add": lambda self, o: self})
cls = type("Point", (object,), dict(__init__=lambda self, v=0: None, v=$int, kids=[], ref=$any, go=lambda self, x: [x], add=lambda self, o: None))
inst x8 = $cls!()
inst x3 = $cls!($int)
exc = ValueError($any)
exc = KeyError($key)
exc = TypeError("t", $int)
exc = Exception()
exc = OSError(2, "no")
exc = StopIteration($any)
`;

const functionStatements = String.raw`
--- x4
def $1:fn(x):
    $block
    return x
print($1($any))
$probe
--- x3
def $1:fn(x, $2:list=$list, *$3:tuple, k=$any, **$4:dict):
    $probe
    $2.append(len($3))
    $block
    return x, k, $4
print($1($any), $1($any, $list, 1, 2, k=$any, z=$int))
--- x2
def $1:fn($2:objs=[]):
    $2 = list($2) if hasattr($2, "__len__") else [$2]
    $2.append($any)
    $block
    return $2
print($1([]), $1())
--- >=3.8
def $1(a, $2:int, /, b=$any, *, $3:int=$int):
    $probe
    return [a, $2, b, $3]
$4:objs = $1($any, $int, $3=$int)
$5:objs = $1($any, $int, $any)
$probe
--- x3
def $1(n):
    $2:list = [n]
    def $3(x):
        nonlocal n
        n += 1
        $2.append(n)
        return x, n, len($2)
    $probe
    print(sys.getrefcount($2), len($3.__closure__))
    return $3
$4:fn = $1($int)
print($4($any), $4($any))
$probe
--- x2
def $1:fn(x):
    global $2
    $2 = [x]
    $block
    return $2
$3 = $1($any)
print($3, $2 is $3, sys.getrefcount($2))
--- x2
def $1(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        print("call", len(args), sys.getrefcount(args))
        return f(*args, **kwargs)
    return inner
@$1
def $2:fn(x):
    $block
    return x
print($2($any), $2.__name__, sys.getrefcount($2))
--- x2
def $1(n):
    if n <= 0:
        $probe
        return [n]
    $2:list = [n]
    $3:list = $1(n - 1) + $2
    $probe
    return $3
print($1($small))
--- x3
def $1(n):
    $2:list = [n]
    try:
        for $3:int in range(n):
            got = yield $3
            $2.append(got)
            $block
    finally:
        print("closing", $2)
    return $any
$4:gen = $1(3)
print(next($4, None), sys.getrefcount($4))
$probe
$4.send($any) if $bool else $4.close()
$probe
--- x2
def $1(it):
    r = yield from it
    print("inner", r)
    yield r
$2:gen = $1($iterable)
print(list($2))
$3:gen = $1(iter([$any, $any]))
print(next($3, 0))
$3.close()
---
def $1():
    try:
        yield $any
        yield $any
    except ValueError as e:
        print("got", e)
        yield [e.args]
$2:gen = $1()
print(next($2))
print($2.throw(ValueError("in", $int)))
print(next($2, "done"), $2.gi_frame)
---
def $1():
    $2:list = $list
    return locals(), sys.getrefcount($2)
print($1())
---
def $1(a, b=$int, *c, d, e=$any, **f):
    "doc"
    return a
print($1.__code__.co_varnames, $1.__code__.co_argcount, $1.__doc__, $1.__kwdefaults__, $1.__code__.co_flags)
print($1.__code__.co_name, $1.__code__.co_consts[:1], $1.__code__.co_freevars, $1.__module__)
---
$1:fn = lambda x: x
$1.tag = $any
print($1.__dict__, $1.__name__, $1.__qualname__)
$1.__name__ = "renamed"
print($1.__name__)
---
def $1:fn(x: int = $int) -> list:
    $2: int = $int
    $3: "str"
    $2 += 1
    return [x, $2]
print($1.__annotations__, $1())
---
$1 = [lambda: i for i in range(3)]
print([f() for f in $1], sys.getrefcount($1[0]))
---
$1 = [lambda i=i: i for i in range(3)]
print([f() for f in $1], $1[1].__defaults__)
---
def $1(*args, **kwargs):
    print(sys.getrefcount(args), len(args), kwargs)
    return args
$2:tuple = $1(*$iterable, $any, **$dict)
$3:tuple = $1($any, *$tuple, k=$any)
$4:tuple = $1(*$tuple)
$probe
---
def $1(x, y):
    return y, x
$2:list, $3:list = $1($list, $list)
print($2, $3)
--- fn x3
return $any
--- fn plain
if $bool:
    return $any
--- fn
$1:list = $list
del $1:gone
--- x2
$1:fn = functools.partial(lambda a, b=None, *c, **d: (a, b, c, d), $any, k=$any)
print($1($any), $1.args, $1.keywords, sys.getrefcount($1.func))
---
@functools.lru_cache(maxsize=2)
def $1:fn(x):
    print("miss")
    return [x]
print($1($int), $1(1), $1(2), $1.cache_info())
$1.cache_clear()
$probe
---
@functools.singledispatch
def $1:fn(x):
    return "any"
@$1.register(int)
def _(x):
    return "int", x
@$1.register(list)
def _(x):
    return "list", sys.getrefcount(x)
print($1($any), $1($int), $1($list))
---
$1:gen = ($2 for $2 in $list)
print(sys.getrefcount($1), $1.gi_running, $1.gi_code.co_name, next($1, None))
del $1:gone
--- >=3.12
def $1:fn[T](x: T) -> list[T]:
    return [x]
print($1($any), $1.__type_params__)
`;

export const functions = { expressions: functionExpressions, statements: functionStatements };
