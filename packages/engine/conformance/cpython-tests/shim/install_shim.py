import sys
from types import ModuleType as _ModuleType


def _install(name, source):
    """Make the module `name` of `source`, and an attribute of its package."""
    module = _ModuleType(name)
    module.__path__ = []
    sys.modules[name] = module
    package, _, last = name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, module)
    exec(compile(source, "<" + name + ">", "exec"), module.__dict__)


def _alias_support(names):
    """Submodules of test.support: all helpers are in the one module."""
    support = sys.modules["test.support"]
    for name in names:
        sys.modules["test.support." + name] = support
        setattr(support, name, support)


_install("test", "")
