/** The names of the standard library.   [sys.stdlib_module_names] */

/**
 * Top-level names of the standard library that are not modelled: importing one is refused by name. Any other unknown name
 * is a ModuleNotFoundError, as it would be for a learner who has not installed it.
 */
export const standardLibrary = new Set(
  (
    "abc annotationlib antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 calendar cmath cmd code codecs codeop " +
    "collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg cProfile csv ctypes " +
    "curses dataclasses datetime dbm decimal difflib dis doctest email encodings enum errno faulthandler fcntl filecmp " +
    "fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html " +
    "http imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math " +
    "mimetypes mmap modulefinder ntpath multiprocessing netrc numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform " +
    "plistlib poplib posix pprint profile pstats pty pwd py_compile pyclbr pydoc queue quopri random re readline reprlib " +
    "resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl " +
    "stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tarfile tempfile termios this " +
    "textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing " +
    "unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo"
  ).split(" "),
);

export function isStandardLibrary(name: string): boolean {
  return standardLibrary.has(name.split(".")[0] ?? "");
}
