"""What the test classes need of unittest: the assertions, skipping, clean-ups, and running one method."""
import sys


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


def skip(reason):
    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(item):
    return skip("expected failure")(item)


class _AssertRaises:
    def __init__(self, case, expected, pattern=None):
        self.case, self.expected, self.pattern = case, expected, pattern

    def handle(self, args, kwargs):
        callable_object, *rest = args
        if callable_object is None:
            raise TypeError("None is no callable")
        with self:
            callable_object(*rest, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self.case.fail("%s not raised" % (getattr(self.expected, "__name__", self.expected),))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None and not _search(self.pattern, str(exc_value)):
            self.case.fail("%r does not match %r" % (self.pattern, str(exc_value)))
        return True


class _AssertWarns:
    def __init__(self, case, expected, pattern=None):
        self.case, self.expected, self.pattern = case, expected, pattern

    def handle(self, args, kwargs):
        with self:
            args[0](*args[1:], **kwargs)

    def __enter__(self):
        import warnings
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        for entry in self.warnings:
            if not isinstance(entry.message, self.expected):
                continue
            if self.pattern is None or _search(self.pattern, str(entry.message)):
                self.warning = entry.message
                self.filename = entry.filename
                self.lineno = entry.lineno
                return
        self.case.fail("%r was not warned" % (self.expected,))


class _SubTest:
    def __init__(self, params):
        self.params = params

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        return False


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    @classmethod
    def addClassCleanup(cls, function, *args, **kwargs):
        pass

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def id(self):
        return "%s.%s" % (type(self).__qualname__, self._testMethodName)

    def shortDescription(self):
        return None

    def addCleanup(self, function, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def enterContext(self, manager):
        result = type(manager).__enter__(manager)
        self.addCleanup(type(manager).__exit__, manager, None, None, None)
        return result

    def subTest(self, msg=None, **params):
        return _SubTest(params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise AssertionError(msg)

    def _check(self, condition, text, msg):
        if not condition:
            raise AssertionError(text() if msg is None else "%s : %s" % (text(), msg))

    def assertTrue(self, value, msg=None):
        self._check(value, lambda: "%r is not true" % (value,), msg)

    def assertFalse(self, value, msg=None):
        self._check(not value, lambda: "%r is not false" % (value,), msg)

    def assertEqual(self, first, second, msg=None):
        self._check(first == second, lambda: "%s != %s" % (_short(first), _short(second)), msg)

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertEqual
    assertMultiLineEqual = assertSequenceEqual = assertEqual

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, lambda: "%s == %s" % (_short(first), _short(second)), msg)

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        for item in left[:]:
            if item in right:
                right.remove(item)
                left.remove(item)
        self._check(not left and not right, lambda: "%r and %r differ" % (left, right), msg)

    def assertIs(self, first, second, msg=None):
        self._check(first is second, lambda: "%s is not %s" % (_short(first), _short(second)), msg)

    def assertIsNot(self, first, second, msg=None):
        self._check(first is not second, lambda: "unexpectedly identical: %s" % _short(first), msg)

    def assertIsNone(self, value, msg=None):
        self._check(value is None, lambda: "%s is not None" % _short(value), msg)

    def assertIsNotNone(self, value, msg=None):
        self._check(value is not None, lambda: "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        self._check(member in container, lambda: "%s not found in %s" % (_short(member), _short(container)), msg)

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, lambda: "%s found in %s" % (_short(member), _short(container)), msg)

    def assertLess(self, first, second, msg=None):
        self._check(first < second, lambda: "%r not less than %r" % (first, second), msg)

    def assertLessEqual(self, first, second, msg=None):
        self._check(first <= second, lambda: "%r not at most %r" % (first, second), msg)

    def assertGreater(self, first, second, msg=None):
        self._check(first > second, lambda: "%r not greater than %r" % (first, second), msg)

    def assertGreaterEqual(self, first, second, msg=None):
        self._check(first >= second, lambda: "%r not at least %r" % (first, second), msg)

    def assertAlmostEqual(self, first, second, places=7, msg=None, delta=None):
        near = first == second or (abs(first - second) <= delta if delta is not None else round(abs(first - second), places) == 0)
        self._check(near, lambda: "%r is not near %r" % (first, second), msg)

    def assertIsInstance(self, value, kind, msg=None):
        self._check(isinstance(value, kind), lambda: "%s is no %r" % (_short(value), kind), msg)

    def assertNotIsInstance(self, value, kind, msg=None):
        self._check(not isinstance(value, kind), lambda: "%s is a %r" % (_short(value), kind), msg)

    def assertIsSubclass(self, cls, kind, msg=None):
        self._check(issubclass(cls, kind), lambda: "%r is no subclass of %r" % (cls, kind), msg)

    def assertNotIsSubclass(self, cls, kind, msg=None):
        self._check(not issubclass(cls, kind), lambda: "%r is a subclass of %r" % (cls, kind), msg)

    def assertHasAttr(self, value, name, msg=None):
        self._check(hasattr(value, name), lambda: "%s has no %s" % (_short(value), name), msg)

    def assertNotHasAttr(self, value, name, msg=None):
        self._check(not hasattr(value, name), lambda: "%s has %s" % (_short(value), name), msg)

    def assertStartsWith(self, text, start, msg=None):
        self._check(text.startswith(start), lambda: "%r does not start with %r" % (text, start), msg)

    def assertEndsWith(self, text, end, msg=None):
        self._check(text.endswith(end), lambda: "%r does not end with %r" % (text, end), msg)

    def assertRegex(self, text, pattern, msg=None):
        self._check(_search(pattern, text), lambda: "%r does not match %r" % (pattern, text), msg)

    def assertNotRegex(self, text, pattern, msg=None):
        self._check(not _search(pattern, text), lambda: "%r matches %r" % (pattern, text), msg)

    def assertRaises(self, expected, *args, **kwargs):
        context = _AssertRaises(self, expected)
        return context.handle(args, kwargs) if args else context

    def assertRaisesRegex(self, expected, pattern, *args, **kwargs):
        context = _AssertRaises(self, expected, pattern)
        return context.handle(args, kwargs) if args else context

    def assertWarns(self, expected, *args, **kwargs):
        context = _AssertWarns(self, expected)
        return context.handle(args, kwargs) if args else context

    def assertWarnsRegex(self, expected, pattern, *args, **kwargs):
        context = _AssertWarns(self, expected, pattern)
        return context.handle(args, kwargs) if args else context


def _short(value):
    text = repr(value)
    return text if len(text) < 80 else text[:76] + "..."


# --- a pattern matcher: literals, classes, groups, alternatives, repetition, anchors ------------------------------------

def _search(pattern, text):
    """Whether the regular expression matches somewhere in the text. Enough for messages."""
    pattern = getattr(pattern, "pattern", pattern)
    tree, end = _alternatives(pattern, 0)
    if end != len(pattern):
        raise ValueError("pattern not understood: %r" % pattern)
    for start in range(len(text) + 1):
        for _ in _match(tree, text, start):
            return True
    return False


def _alternatives(pattern, at):
    options = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            options.append([])
            at += 1
            continue
        atom, at = _atom(pattern, at)
        low, high = 1, 1
        if at < len(pattern) and pattern[at] in "*+?":
            low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}[pattern[at]]
            at += 1
            if at < len(pattern) and pattern[at] == "?":
                at += 1
        options[-1].append((atom, low, high))
    return ("or", options), at


def _atom(pattern, at):
    char = pattern[at]
    if char == "(":
        at += 3 if pattern.startswith("(?:", at) else 1
        tree, at = _alternatives(pattern, at)
        return tree, at + 1
    if char == "[":
        end = pattern.index("]", at + 2)
        return ("set", _members(pattern[at + 1:end])), end + 1
    if char == "\\":
        return _escape(pattern[at + 1]), at + 2
    if char == ".":
        return ("set", lambda c: c != "\n"), at + 1
    if char in "^$":
        return ("anchor", char), at + 1
    return ("set", lambda c: c == char), at + 1


def _escape(letter):
    classes = {"d": str.isdigit, "s": str.isspace, "w": lambda c: c.isalnum() or c == "_"}
    if letter in classes:
        return ("set", classes[letter])
    if letter in "SDW":
        inside = classes[letter.lower()]
        return ("set", lambda c: not inside(c))
    if letter == "b":
        return ("anchor", "b")
    if letter == "n":
        letter = "\n"
    return ("set", lambda c: c == letter)


def _members(text):
    negated = text.startswith("^")
    text = text[negated:]
    tests, at = [], 0
    while at < len(text):
        if text[at] == "\\":
            tests.append(_escape(text[at + 1])[1])
            at += 2
        elif text[at + 1:at + 2] == "-" and at + 2 < len(text):
            tests.append(lambda c, low=text[at], high=text[at + 2]: low <= c <= high)
            at += 3
        else:
            tests.append(lambda c, only=text[at]: c == only)
            at += 1
    return lambda c: any([test(c) for test in tests]) != negated


def _match(node, text, at):
    kind, value = node
    if kind == "set":
        if at < len(text) and value(text[at]):
            yield at + 1
    elif kind == "anchor":
        word = lambda i: 0 <= i < len(text) and (text[i].isalnum() or text[i] == "_")
        if value == "^" and at == 0 or value == "$" and at == len(text) or value == "b" and word(at - 1) != word(at):
            yield at
    else:
        for option in value:
            yield from _sequence(option, 0, 0, text, at)


def _sequence(items, index, count, text, at):
    if index == len(items):
        yield at
        return
    node, low, high = items[index]
    if high is None or count < high:
        for end in _match(node, text, at):
            if end > at or count < low:
                yield from _sequence(items, index, count + 1, text, end)
    if count >= low:
        yield from _sequence(items, index + 1, 0, text, at)


# --- running ------------------------------------------------------------------------------------------------------------

def main(*args, **kwargs):
    raise _ShouldStop("a program runs one test")


def _run_method(cls, name):
    """'ok', 'skipped: reason', or the failure."""
    method = getattr(cls, name)
    for item in (cls, method):
        if getattr(item, "__unittest_skip__", False):
            return "skipped: %s" % item.__unittest_skip_why__
    try:
        cls.setUpClass()
        case = cls(name)
        case.setUp()
        try:
            getattr(case, name)()
        finally:
            case.tearDown()
            case.doCleanups()
        cls.tearDownClass()
    except SkipTest as skipped:
        return "skipped: %s" % skipped
    except BaseException as error:
        return _failure(error)
    return "ok"


def _failure(error):
    at, tb = [], error.__traceback__
    while tb is not None:
        at.append(str(tb.tb_lineno))
        tb = tb.tb_next
    return "FAIL %s: %s (lines %s)" % (type(error).__name__, str(error)[:300], " ".join(at[-6:]))


class _Silence:
    def write(self, text):
        return len(text)

    def flush(self):
        pass


def _run_examples(earlier, own, namespace):
    """Like doctest: each example is one interactive input; an exception is printed as its last line."""
    namespace["__name__"] = "doctest_shim"
    stdout = sys.stdout
    sys.stdout = _Silence()
    for source in earlier:
        try:
            exec(compile(source, "<doctest>", "single"), namespace)
        except Exception:
            pass
    sys.stdout = stdout
    for source in own:
        try:
            exec(compile(source, "<doctest>", "single"), namespace)
        except Exception as error:
            print("%s: %s" % (type(error).__name__, error.msg if isinstance(error, SyntaxError) else error))
