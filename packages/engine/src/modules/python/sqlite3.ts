/**
 * `sqlite3` as far as a lesson about leaks needs it: connections that are opened, forgotten and closed.
 *
 * SIMPLIFIED: there is no database behind a connection; a statement is refused by name.
 */
export const sqlite3Source = `
import sys
from functools import lru_cache
from _ctypes import _unsupported

_warns = sys.version_info >= (3, 13)
_holds_itself = sys.version_info >= (3, 11)


class Warning(Exception):
    pass


class Error(Exception):
    pass


class DatabaseError(Error):
    pass


class OperationalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class Connection:
    __slots__ = ("_open", "_cursors", "_blobs", "_statements")

    def __init__(self, database, timeout=5.0, **options):
        self._open = True
        self._cursors = []
        self._blobs = []
        # From 3.11 the cache of statements refers back to its connection: only the collector ends a forgotten one.
        self._statements = lru_cache(maxsize=128)(self) if _holds_itself else None

    def __call__(self, sql):
        self._check()
        _unsupported("an SQL statement")

    def _check(self):
        if not self._open:
            raise ProgrammingError("Cannot operate on a closed database.")

    def close(self):
        self._statements = None
        self._open = False

    def commit(self):
        self._check()

    def rollback(self):
        self._check()

    def execute(self, sql, parameters=()):
        self._check()
        _unsupported("an SQL statement")

    def cursor(self):
        self._check()
        _unsupported("a cursor of sqlite3")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exception):
        return False

    def __del__(self):
        if _warns and self._open:
            import warnings
            warnings.warn(f"unclosed database in {self!r}", ResourceWarning, stacklevel=1)


def connect(database, timeout=5.0, **options):
    return Connection(database, timeout, **options)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'sqlite3' has no attribute {name!r}")
    _unsupported("sqlite3." + name)
`;
