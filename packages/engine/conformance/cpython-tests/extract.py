#!/usr/bin/env python3
"""Turn the test methods of the running interpreter's own test modules into self-contained programs.

python3.X extract.py test_gc test_weakref ...  ->  on stdout a JSON line {"prelude"}, then a line
{"file", "name", "body"} per test; a program is prelude and body

Nothing of CPython's tests is kept here: the interpreter that runs this script is the one whose tests are read. A program is
the stand-ins of shim/ for unittest and test.support, the definitions of the test module that the method needs (found by
name, from its AST), and a driver that runs the one method. A doctest becomes one program per block of examples: the blocks
before it run silently, its own output is printed.
"""
import ast, doctest, functools, importlib, io, json, re, sys, unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIMS = {"unittest": "unittest_shim", "unittest.mock": "mock_shim", "struct": "struct_shim", "textwrap": "textwrap_shim",
         "_testinternalcapi": "internals_shim", "test.support": "support_shim"}
SUPPORT_ALIASES = ["import_helper", "os_helper", "script_helper", "threading_helper", "warnings_helper"]


def main(modules):
    out = io.open(1, "w", encoding="utf-8", closefd=False)
    out.write(json.dumps({"prelude": prelude()}) + "\n")
    for name in modules:
        module = importlib.import_module(f"test.{name}")
        for test, program in [*method_programs(module), *doctest_programs(module)]:
            out.write(json.dumps({"file": name, "name": test, "body": program}) + "\n")
    out.flush()


# --- methods -----------------------------------------------------------------------------------------------------------

def method_programs(module):
    loader = unittest.TestLoader()
    for class_name, cls in vars(module).items():
        if not (isinstance(cls, type) and issubclass(cls, unittest.TestCase)) or cls.__module__ != module.__name__: continue
        for method in loader.getTestCaseNames(cls):
            if callable(getattr(cls, method, None)):
                yield f"{class_name}.{method}", method_program(module, cls, method)


def method_program(module, cls, method):
    own = source_of(module)
    mro_by_module = {}
    for base in cls.__mro__:
        mro_by_module.setdefault(base.__module__, set()).add(base.__name__)
    hooks = [h for h in ("setUpModule", "tearDownModule") if hasattr(module, h)]
    body = own.pruned([cls.__name__, *hooks], mro_by_module, method)
    parts = []
    for helper in helper_modules(body, module):
        wanted = [n for n in re.findall(rf"\b{helper}\.(\w+)", body)]
        helper_module = importlib.import_module(f"test.{helper}")
        source = source_of(helper_module).pruned(wanted, mro_by_module, method)
        for deeper in helper_modules(source, helper_module):
            roots = re.findall(rf"\b{deeper}\.(\w+)", source)
            deep = importlib.import_module(f"test.{deeper}")
            parts.append(embedded(f"test.{deeper}", source_of(deep).pruned(roots, mro_by_module, method)))
        parts.append(embedded(f"test.{helper}", source))
    return "\n".join([*parts, body, driver(cls.__name__, method, hooks)])


def helper_modules(body, module):
    return [n for n in ("list_tests", "seq_tests", "mapping_tests") if re.search(rf"\b{n}\.", body) and hasattr(module, n)]


def driver(cls, method, hooks):
    before = "setUpModule()\n" if "setUpModule" in hooks else ""
    after = "\ntearDownModule()" if "tearDownModule" in hooks else ""
    return f"{before}print(unittest._run_method({cls}, {method!r})){after}\n"


@functools.cache
def source_of(module):
    return Source(module)


class Source:
    """A module's text, and which top-level statements bind which names."""

    def __init__(self, module):
        self.module = module
        self.text = Path(module.__file__).read_text(encoding="utf-8")
        self.lines = self.text.splitlines()
        self.body = ast.parse(self.text).body
        self.binders = {}
        for index, node in enumerate(self.body):
            for name in bound_names(node):
                self.binders.setdefault(name, []).append(index)

    def pruned(self, roots, mro_by_module, method):
        """The statements the roots need, in their order; test classes keep the one method."""
        mro = mro_by_module.get(self.module.__name__, set())
        needed, texts, todo = set(), {}, list(roots)
        while todo:
            name = todo.pop()
            if name in needed: continue
            needed.add(name)
            for index in self.binders.get(name, ()):
                if isinstance(self.body[index], (ast.Import, ast.ImportFrom)) or index in texts: continue
                node = self.body[index]
                if isinstance(node, ast.ClassDef) and node.name in mro: node = one_test(node, method)
                texts[index] = self.segment(node)
                todo.extend(used_names(node))
        for index, node in enumerate(self.body):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                kept = [a for a in node.names if (a.asname or a.name.split(".")[0]) in needed and is_used(a, texts)]
                if kept:
                    texts[index] = ast.unparse(type(node)(**{**vars(node), "names": kept}))
        has_unittest = "unittest" in needed
        return "\n".join(([] if has_unittest else ["import unittest"]) + [texts[i] for i in sorted(texts)])

    def segment(self, node):
        """The statement as it stands in the file; a pruned class is written anew."""
        if getattr(node, "is_pruned", False): return ast.unparse(node)
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        return "\n".join(self.lines[first - 1:node.end_lineno])


def one_test(node, method):
    """The class without its other test methods, but for those that the kept ones name."""
    keep, size = {method}, -1
    while size != len(keep):
        size = len(keep)
        kept = [s for s in node.body if not is_test(s) or s.name in keep]
        for statement in kept:
            keep |= {n.attr for n in ast.walk(statement) if isinstance(n, ast.Attribute)}
            if not is_test(statement): keep |= {n.id for n in ast.walk(statement) if isinstance(n, ast.Name)}
    docless = [s for s in kept if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))]
    pruned = ast.ClassDef(**{**{f: getattr(node, f) for f in node._fields}, "body": docless or [ast.Pass()]})
    pruned.is_pruned = True
    return ast.fix_missing_locations(pruned)


def is_used(alias, texts):
    """`import a.b` binds `a`; it may be needed where `a.` is written."""
    if alias.asname or "." not in alias.name: return True
    package = alias.name.split(".")[0]
    return any(f"{package}." in text for text in texts.values())


def is_test(statement):
    return isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)) and statement.name.startswith("test")


def bound_names(node):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)): return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)): return {a.asname or a.name.split(".")[0] for a in node.names}
    names = set()
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store): names.add(child.id)
        elif isinstance(child, (ast.stmt, ast.Tuple, ast.ExceptHandler, ast.withitem)): names |= bound_names(child)
    return names


def used_names(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


# --- doctests ----------------------------------------------------------------------------------------------------------

def doctest_programs(module):
    if not hasattr(module, "__test__"): return
    for name, text in module.__test__.items():
        blocks = [[]]
        for piece in doctest.DocTestParser().parse(text):
            if isinstance(piece, doctest.Example): blocks[-1].append(piece)
            elif piece.strip() and blocks[-1]: blocks.append([])
        blocks = [b for b in blocks if b]
        imports = module_imports(module, text)
        for number in range(len(blocks)):
            earlier = [e.source for b in blocks[:number] for e in b]
            own = [e.source for e in blocks[number]]
            yield f"doctest {name} {number + 1}", doctest_program(imports, earlier, own)


def module_imports(module, text):
    """The test module's own names that the examples use: its imports and helper definitions."""
    source = source_of(module)
    names = [n for n in source.binders if re.search(rf"\b{n}\b", text) and n not in ("__test__", "doctest", "unittest") and getattr(module, n, None) not in module.__test__.values()]
    names = [n for n in names if not isinstance(getattr(module, n, None), type) or not issubclass(getattr(module, n), unittest.TestCase)]
    return source.pruned(names, {}, "")


def doctest_program(imports, earlier, own):
    return "\n".join([imports, f"unittest._run_examples({earlier!r}, {own!r}, globals())", ""])


# --- what every program begins with ------------------------------------------------------------------------------------

def prelude():
    parts = [(HERE / "shim" / "install_shim.py").read_text(encoding="utf-8")]
    for name, file in SHIMS.items():
        parts.append(embedded(name, (HERE / "shim" / f"{file}.py").read_text(encoding="utf-8")))
    parts.append(f"_alias_support({SUPPORT_ALIASES!r})")
    return "\n".join(parts)


def embedded(name, source):
    return f"_install({name!r}, {source!r})"


if __name__ == "__main__":
    main(sys.argv[1:])
