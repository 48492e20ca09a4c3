"""What the tests need of test.support and its submodules."""
import gc
import sys
import unittest
from struct import calcsize


verbose = 0
Py_DEBUG = hasattr(sys, "gettotalrefcount")
Py_GIL_DISABLED = False
MS_WINDOWS = False
is_wasi = is_emscripten = is_apple_mobile = False
HAVE_DOCSTRINGS = HAVE_PY_DOCSTRINGS = False
MISSING_C_DOCSTRINGS = True
SHORT_TIMEOUT = 30.0
C_RECURSION_LIMIT = 10_000
TESTFN = "@test_file"


def _same(item):
    return item


cpython_only = refcount_test = no_tracing = requires_specialization = _same
force_not_colorized = requires_docstrings = suppress_immortalization = nomemtest = skip_if_unlimited_stack_size = _same


def _no_argument(*args, **kwargs):
    return _same


skip_emscripten_stack_overflow = skip_wasi_stack_overflow = skip_if_huge_c_stack = skip_if_sanitizer = _no_argument
requires_gil_enabled = run_with_limited_c_stack = requires_working_threading = run_with_tz = run_with_locale = requires_resource = _no_argument
Py_TRACE_REFS = False


def thread_unsafe(reason=None):
    return reason if callable(reason) else _same


def bigmemtest(*args, **kwargs):
    return unittest.skip("needs much memory")


bigaddrspacetest = unittest.skip("needs much memory")


def requires_subprocess():
    return unittest.skip("needs subprocess")


def impl_detail(msg=None, **guards):
    return _same if check_impl_detail(**guards) else unittest.skip(msg or "another implementation")


def check_impl_detail(**guards):
    if not guards:
        return True
    default = not list(guards.values())[0]
    return guards.get(sys.implementation.name, default)


def check_sanitizer(**kinds):
    return False


def built_with_c_assertions():
    return False


def exceeds_recursion_limit():
    return 100_000


def get_c_recursion_limit():
    return 10_000


def gc_collect():
    """The first collection may run finalizers that leave more; three are enough."""
    gc.collect()
    gc.collect()
    gc.collect()


class setswitchinterval:
    """There are no threads to switch between."""

    def __init__(self, interval):
        pass


class disable_gc:
    def __enter__(self):
        self.was_enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *exc_info):
        if self.was_enabled:
            gc.enable()

    def __call__(self, function):
        def wrapper(*args, **kwargs):
            with disable_gc():
                return function(*args, **kwargs)
        wrapper.__name__ = function.__name__
        return wrapper


class gc_threshold:
    def __init__(self, *args):
        self.args = args

    def __enter__(self):
        self.old = gc.get_threshold()
        gc.set_threshold(*self.args)

    def __exit__(self, *exc_info):
        gc.set_threshold(*self.old)

    def __call__(self, function):
        def wrapper(*args, **kwargs):
            with gc_threshold(*self.args):
                return function(*args, **kwargs)
        return wrapper


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False

    def __gt__(self, other):
        return not isinstance(other, _Largest)


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()


class captured_output:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        import io
        self.old = getattr(sys, self.name)
        stream = io.StringIO()
        setattr(sys, self.name, stream)
        return stream

    def __exit__(self, *exc_info):
        setattr(sys, self.name, self.old)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


class swap_attr:
    def __init__(self, owner, name, value):
        self.owner, self.name, self.value = owner, name, value

    def __enter__(self):
        self.had = hasattr(self.owner, self.name)
        self.old = getattr(self.owner, self.name, None)
        setattr(self.owner, self.name, self.value)
        return self.old

    def __exit__(self, *exc_info):
        if self.had:
            setattr(self.owner, self.name, self.old)
        else:
            delattr(self.owner, self.name)


class catch_unraisable_exception:
    def __init__(self):
        self.unraisable = None

    def __enter__(self):
        def hook(unraisable):
            self.unraisable = unraisable
        self.old = sys.unraisablehook
        sys.unraisablehook = hook
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self.old
        del self.unraisable


class check_warnings:
    """The warnings recorded inside; nothing is demanded of them when no filter is given."""

    def __init__(self, *filters, quiet=None):
        self.filters = filters

    def __enter__(self):
        import warnings
        self.manager = warnings.catch_warnings(record=True)
        self.log = self.manager.__enter__()
        warnings.simplefilter("always")
        return self

    @property
    def warnings(self):
        return self.log

    def __exit__(self, *exc_info):
        self.manager.__exit__(*exc_info)
        for pattern, category in self.filters:
            if not any(unittest._search(pattern, str(w.message)) and issubclass(w.category, category) for w in self.log):
                raise AssertionError("filter %r did not catch any warning" % ((pattern, category),))


def check_no_warnings(case, message="", category=Warning, force_gc=False):
    return check_warnings()


class check_no_resource_warning(check_warnings):
    def __init__(self, case):
        check_warnings.__init__(self)


ignore_warnings = _no_argument


def check_free_after_iterating(test, iter, cls, args=()):
    """An exhausted iterator lets go of what it walked over."""
    done = False

    class A(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(it)
            except StopIteration:
                pass

    it = iter(A(*args))
    test.assertRaises(StopIteration, next, it)
    gc_collect()
    test.assertTrue(done)


def check_syntax_error(case, statement, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as cm:
        compile(statement, "<test string>", "exec")


def get_attribute(owner, name):
    try:
        return getattr(owner, name)
    except AttributeError:
        raise unittest.SkipTest("%r has no %s" % (owner, name))


def infinite_recursion(max_depth=None):
    return set_recursion_limit(max_depth or 20_000)


class set_recursion_limit:
    def __init__(self, limit):
        self.limit = limit

    def __enter__(self):
        self.old = sys.getrecursionlimit()
        sys.setrecursionlimit(self.limit)

    def __exit__(self, *exc_info):
        sys.setrecursionlimit(self.old)


def calcobjsize(format):
    return calcsize("nP" + format + "0n")


def calcvobjsize(format):
    return calcsize("nPn" + format + "0n")


def check_sizeof(test, o, size):
    result = sys.getsizeof(o)
    # Containers of the collector carry its header.
    if type(o) is type and o.__flags__ & (1 << 9) or type(o) is not type and type(o).__flags__ & (1 << 14):
        size += 16
    test.assertEqual(result, size, "wrong size for %s" % type(o))


def import_module(name):
    try:
        return __import__(name, fromlist=["*"])
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=()):
    raise unittest.SkipTest("needs fresh modules")


def _no_process(*args, **kwargs):
    raise unittest.SkipTest("needs subprocess")


assert_python_ok = assert_python_failure = make_script = spawn_python = run_python_until_end = _no_process


def check__all__(*args, **kwargs):
    raise unittest.SkipTest("needs documented names")


def late_deletion(item):
    sys._late_deletion = item


def inject_memory_error(*args):
    raise unittest.SkipTest("needs _testcapi")
