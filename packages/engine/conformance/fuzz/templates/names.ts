/**
 * The names nothing else in the templates says: every builtin, and of the modules what prints the same in every run.
 *
 * Left out are names the engine refuses (src/modules/unmodelled-names.generated.ts): refusing them is what it should do.
 */
const lines = String.raw`
ArithmeticError.__mro__, AssertionError("a"), BaseException(1).args, BlockingIOError.__bases__, BrokenPipeError(32, "p"), BufferError("b"), BytesWarning.__mro__[1]
ChildProcessError(10, "c").errno, ConnectionAbortedError.__base__, ConnectionError(), ConnectionRefusedError(1), ConnectionResetError.__mro__[2], DeprecationWarning("d"), EOFError("e")
EnvironmentError is OSError, IOError is OSError, FileExistsError(17, "x", "f").filename, FileNotFoundError(2, "n").strerror, FloatingPointError(), FutureWarning(1), GeneratorExit().args
ImportError("m", name="n").name, ImportError("m", path="p").path, ImportWarning(), IndentationError("i"), InterruptedError(4, "i"), IsADirectoryError(), KeyboardInterrupt("k"), LookupError(1, 2)
MemoryError("m"), ModuleNotFoundError("q", name="q").name, NameError("n"), NotADirectoryError(20, "d"), NotImplementedError("x"), OverflowError(), PendingDeprecationWarning.__name__, PermissionError(1, "p")
ProcessLookupError(3, "s"), ResourceWarning("r"), RuntimeWarning.__mro__[1], StopAsyncIteration(3).args, SyntaxError("s", ("f", 1, 2, "t")).text, SyntaxWarning(), SystemError(2), SystemExit(3).code, TabError.__mro__[1]
TimeoutError(110, "t"), UnboundLocalError("u"), UnicodeError("e"), UnicodeWarning(), Warning("w"), ZeroDivisionError("z"), UnicodeDecodeError("utf-8", b"ab", 0, 1, "why"), UnicodeEncodeError("ascii", "ab", 0, 1, "why"), UnicodeTranslateError("ab", 0, 1, "r").reason
>=3.10 EncodingWarning("e"), EncodingWarning.__mro__[1], aiter, anext
>=3.11 BaseExceptionGroup("b", [KeyboardInterrupt()]), ExceptionGroup("e", [ValueError(1)]).exceptions, BaseExceptionGroup.__mro__
>=3.13 PythonFinalizationError("p"), PythonFinalizationError.__mro__[1]
>=3.15 ImportCycleError("c"), ImportCycleError.__base__
breakpoint, input, globals() is not None, "x" in locals(), vars is not None, help if False else 0
sys.api_version, sys.byteorder, sys.copyright[:13], sys.dont_write_bytecode, sys.exec_prefix == sys.prefix, sys.flags.optimize, sys.flags.hash_randomization, sys.float_repr_style
sys.float_info.epsilon, sys.float_info.dig, sys.hash_info.modulus, sys.hash_info.algorithm, sys.hash_info.inf, sys.int_info.bits_per_digit, sys.hexversion == sum(n << s for n, s in zip(sys.version_info[:3], (24, 16, 8))) + 240 + 0
sys.getfilesystemencoding(), sys.getprofile(), sys.gettrace(), sys.is_finalizing(), sys.maxunicode, sys.stdin is sys.__stdin__, sys.stderr is sys.__stderr__, sys.stdout.name, sys.version.split()[0] == ".".join(map(str, sys.version_info[:3]))
sys.displayhook.__name__, sys.excepthook.__name__, sys.unraisablehook.__name__, sys.getswitchinterval(), sys.setswitchinterval(0.005), sys.settrace(None), sys.setprofile(None), sys.getrecursionlimit()
sys.getfilesystemencodeerrors(), sys.getdlopenflags(), sys.get_coroutine_origin_tracking_depth(), sys.platform
>=3.11 sys.exception()
>=3.9 sys.version_info.releaselevel, sys.implementation.cache_tag == "cpython-%d%d" % sys.version_info[:2]
>=3.13 sys._is_interned("abc")
gc.get_debug(), gc.isenabled(), gc.get_threshold() != 0, len(gc.get_count()), len(gc.get_objects()) > 10, sorted(gc.get_stats()[0]), gc.set_debug(0), gc.DEBUG_LEAK, gc.DEBUG_COLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_STATS, gc.DEBUG_UNCOLLECTABLE, gc.callbacks, gc.garbage
gc.enable(), gc.isenabled(), gc.disable(), gc.freeze(), gc.unfreeze()
weakref.ReferenceType is weakref.ref, weakref.ProxyType, weakref.CallableProxyType, weakref.ProxyTypes, copy.Error("c"), copy.error is copy.Error
weakref.getweakrefs($inst!) if hasattr($inst!, "__weakref__") else 0
functools.WRAPPER_ASSIGNMENTS[:3], functools.WRAPPER_UPDATES, functools.update_wrapper(lambda: 0, len).__name__
>=3.9 functools.cache(lambda n: n + 1)($int), functools.cache(len).cache_info().maxsize
isinstance(contextlib.closing(5), contextlib.AbstractContextManager), contextlib.AbstractAsyncContextManager.__name__, contextlib.AsyncExitStack.__mro__[1].__name__, contextlib.asynccontextmanager.__name__
operator.iand(6, 3), operator.ifloordiv(7, 2), operator.ilshift(1, 3), operator.imod(7, 4), operator.ipow(2, 3), operator.irshift(8, 1), operator.itruediv(1, 2), operator.ixor(5, 1), operator.iadd([1], [2]), operator.and_(6, 3), operator.xor(6, 3), operator.lshift(1, 2), operator.sub(3, 1), operator.neg(2), operator.not_([]), operator.truth([1]), operator.contains([1], 1), operator.concat([1], [2]), operator.countOf([1, 1], 1), operator.index(True), operator.floordiv(7, 2), operator.mod(7, 4), operator.truediv(1, 4), operator.is_(1, None), operator.eq(1, 1), operator.mul(2, 3), operator.add(1, 2)
>=3.14 operator.is_none(None), operator.is_not_none(None)
>=3.11 operator.call(len, "abc")
dataclasses.is_dataclass(int), dataclasses.make_dataclass("C", [("x", int), ("y", int, 5)])(1), dataclasses.InitVar[int], dataclasses.FrozenInstanceError.__mro__[1]
>=3.10 dataclasses.make_dataclass("D", ["a"], frozen=True)(2)
types.BuiltinFunctionType is type(len), types.BuiltinMethodType, types.CellType(5).cell_contents, types.ClassMethodDescriptorType, types.CoroutineType, types.AsyncGeneratorType, types.FrameType, types.GetSetDescriptorType, types.LambdaType is types.FunctionType, types.MemberDescriptorType, types.MethodDescriptorType, types.MethodWrapperType, types.TracebackType, types.WrapperDescriptorType
types.resolve_bases((int,)), types.prepare_class("C", (int,))[0], types.DynamicClassAttribute(lambda s: 1).fget.__name__, types.coroutine(len.__class__) is not None, types.MethodType(len, [1])(), types.CodeType.__name__
>=3.10 types.NoneType(), types.NotImplementedType, types.EllipsisType, types.UnionType if sys.version_info < (3, 14) else 0
>=3.9 types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)).__args__
>=3.12 types.get_original_bases(int)
typing.Any, typing.AnyStr, typing.Callable[[int], str], typing.ClassVar[int], typing.Generic, typing.Tuple[int, str], typing.Type[int], typing.TYPE_CHECKING, typing.Text, typing.NoReturn
typing.Final[int], typing.Literal[1, "a"], typing.FrozenSet[int], typing.Set[str], typing.Deque[int], typing.DefaultDict[str, int], typing.OrderedDict[str, int], typing.Counter[str], typing.ChainMap[str, int]
typing.Iterable[int], typing.Iterator[int], typing.Sequence[int], typing.Mapping[str, int], typing.MutableMapping[str, int], typing.MutableSequence[int], typing.MutableSet[int], typing.AbstractSet[int], typing.Collection[int], typing.Container[int], typing.Reversible[int], typing.Hashable, typing.Sized
typing.Awaitable[int], typing.AsyncIterator[int], typing.AsyncIterable[int], typing.Coroutine[int, int, int], typing.AsyncGenerator[int, int], typing.Generator[int, str, None], typing.ItemsView[str, int], typing.KeysView[str], typing.ValuesView[int], typing.MappingView
typing.cast(int, "a"), typing.get_args(typing.Optional[int]), typing.NewType("N", int)(3), typing.NamedTuple("P", [("x", int)])(1), typing.overload(len).__name__, typing.final(int) is int
>=3.9 typing.Annotated[int, "x"]
>=3.10 typing.Concatenate, typing.ParamSpec("P"), typing.TypeAlias, typing.TypeGuard[int], typing.is_typeddict(int)
>=3.11 typing.Self, typing.Never, typing.LiteralString, typing.NotRequired[int], typing.Required[int], typing.Unpack, typing.assert_type(1, int), typing.reveal_type, typing.assert_never
>=3.12 typing.override(len) is len, typing.TypeAliasType("A", int)
>=3.13 typing.NoDefault
abc.ABCMeta.__name__, isinstance(abc.get_cache_token(), int), abc.abstractclassmethod.__mro__[1], abc.abstractproperty.__base__, abc.abstractstaticmethod.__name__
>=3.10 abc.update_abstractmethods(int)
enum.IntFlag("F", "A B").B, enum.unique(enum.Enum("U", "x y")).x, enum.auto().__class__.__name__, list(enum.IntEnum("I", "p q")), enum.Flag("G", "r s")(3)
>=3.11 enum.StrEnum("S", "a b").a, enum.ReprEnum.__name__, enum.member(5).value, enum.nonmember(6).value
string.ascii_lowercase, string.capwords("ab cd"), string.octdigits, string.Formatter().format("{0} {x}", $int, x=$any), string.Template(chr(36) + "a " + chr(36) + "{b}").safe_substitute(a=1)
math.asinh(0), math.atanh(0.0), math.fsum([0.1] * 10), math.gamma(5), math.lgamma(1), math.isnan($float), math.sqrt(abs($int)), math.isclose(0.1 + 0.2, 0.3), math.trunc(2.7), math.ldexp(0.5, 3), math.prod([1, 2, 3]), math.perm(5, 2), math.comb(5, 2), math.isqrt(17), math.gcd(12, 18), math.copysign(1, -0.0), math.fmod(7, 3)
>=3.9 math.nextafter(1.0, 2.0), math.ulp(1.0), math.lcm(4, 6), math.nextafter(0.0, 1.0), math.ulp(0.0), math.ulp(math.inf), math.nextafter($float, 0)
>=3.11 math.cbrt(27), math.exp2(3), math.cbrt($small), math.exp2(0.5)
>=3.13 math.fma(2.0, 3.0, 1.0), math.fma(0.1, 10.0, -1.0)
>=3.15 math.fmax(1.0, 2.0), math.fmin(1.0, math.nan), math.isnormal(1.0), math.issubnormal(5e-324), math.signbit(-0.0)
random.Random(3).gammavariate(2, 3), random.Random(3).lognormvariate(0, 1), random.Random(3).normalvariate(0, 1), random.Random(3).paretovariate(2), random.Random(3).vonmisesvariate(1, 2), random.Random(3).weibullvariate(1, 2), random.Random(3).randrange(10, 100, 7)
>=3.12 random.Random(3).binomialvariate(10, 0.3), random.Random(3).binomialvariate(100, 0.4), random.Random(3).binomialvariate()
time.monotonic_ns() > 0, time.perf_counter_ns() > 0, time.process_time() >= 0, time.process_time_ns() >= 0, time.time_ns() > 0
io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE > 0, io.BufferedWriter.__name__, io.BufferedRandom.__name__, io.TextIOWrapper.__name__
io.BytesIO(b"abc").getvalue(), io.StringIO("q").isatty(), io.StringIO().readable(), io.BytesIO().seekable()
tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.clear_traces(), tracemalloc.Filter(True, "x").inclusive, tracemalloc.Frame.__name__, tracemalloc.Snapshot.__name__, tracemalloc.Statistic.__name__, tracemalloc.Trace.__name__, tracemalloc.Traceback.__name__, tracemalloc.DomainFilter(True, 0).domain, tracemalloc.StatisticDiff.__name__, tracemalloc.get_object_traceback([]), tracemalloc.BaseFilter.__name__
>=3.9 tracemalloc.reset_peak()
traceback.format_list([("f", 3, "g", "line")]), traceback.StackSummary.from_list([("f", 1, "n", "t")]), traceback.FrameSummary("f", 1, "n", line="t"), traceback.format_stack()[-1:] != [], traceback.extract_stack()[-1].name, len(traceback.format_tb(None)), traceback.print_list([], file=sys.stdout), [f.f_lineno > 0 for f, n in traceback.walk_stack(sys._getframe())][-1]
warnings.formatwarning("m", UserWarning, "f", 1, "line"), warnings.filterwarnings("ignore", category=UserWarning), warnings.resetwarnings(), warnings.showwarning.__name__, warnings.warn_explicit.__name__
>=3.13 warnings.deprecated("old")(lambda: 5).__deprecated__
atexit.unregister(len), atexit._clear()
logging.BASIC_FORMAT, logging.CRITICAL, logging.DEBUG, logging.ERROR, logging.FATAL, logging.NOTSET, logging.WARN, logging.WARNING, logging.getLevelName(10), logging.raiseExceptions, logging.getLoggerClass().__name__, logging.getLogRecordFactory().__name__, logging.lastResort
logging.LogRecord("n", 20, "p", 1, "m %s", ("x",), None).getMessage(), logging.Filter("a").name, logging.NullHandler(), logging.Handler(), logging.StreamHandler(sys.stdout), logging.LoggerAdapter(logging.getLogger("q"), {}), logging.Logger("z"), logging.FileHandler.__name__, logging.shutdown.__name__
>=3.11 sorted(logging.getLevelNamesMapping())
>=3.12 logging.getHandlerByName("x"), sorted(logging.getHandlerNames())
threading.active_count(), threading.main_thread() is threading.current_thread(), threading.get_ident() == threading.get_ident(), threading.Event().is_set(), threading.Semaphore(2).acquire(), threading.BoundedSemaphore(1).release.__name__, threading.Condition().notify_all.__name__, threading.Barrier(1).wait(), threading.TIMEOUT_MAX > 1, threading.ThreadError is RuntimeError, threading.stack_size(), threading.enumerate()[0].name
threading.Thread(target=len, name="T").name, threading.Thread(daemon=True).daemon, threading.Timer(1, len).interval, threading.BrokenBarrierError.__mro__[1], threading.RLock().acquire(), threading.Lock().locked(), threading.get_native_id() > 0, threading.settrace(None), threading.setprofile(None)
>=3.10 threading.gettrace(), threading.getprofile()
collections.UserString("ab").upper(), collections.UserList([1, 2]) + [3], collections.UserDict(a=1), collections.namedtuple("N", "a b")(1, 2)._asdict()
>=3.12 list(itertools.batched("abcde", 2))
memoryview(bytearray(b"ab")).tobytes(), memoryview(b"ab").hex(), memoryview(b"abc")[::-1].tolist()
random.seed(5), random.getstate()[0], random.setstate(random.getstate()), random.gammavariate(1, 1), random.lognormvariate(0, 1), random.normalvariate(0, 1), random.paretovariate(1), random.vonmisesvariate(0, 0), random.weibullvariate(1, 1), random.choices("ab", [1, 3], k=3), random.sample(range(50), 6), random.getrandbits(9), random.triangular(0, 1), random.betavariate(1, 1), random.expovariate(1), random.gauss(0, 1), random.randrange(5)
>=3.9 random.Random(4).randbytes(5), random.seed(1), random.randbytes(2)
>=3.15 frozendict(a=1), frozendict() == {}
>=3.15 sentinel("MISSING")
`;

/** A line begins with a condition or with what is printed. */
export const names = lines
  .trim()
  .split("\n")
  .map((line) => {
    const [, condition = "", values = ""] = /^(>=\S+ )?(.*)$/.exec(line) ?? [];
    return `--- ${condition}x0.12\ntry:\n    print(${values})\nexcept Exception as e:\n    print(type(e).__name__, e)\n`;
  })
  .join("");
