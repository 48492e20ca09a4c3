/** All modules a program can import. */

import { abcCModule } from "./_abc.ts";
import { collectionsCModule } from "./_collections.ts";
import { ctypesCModule } from "./_ctypes.ts";
import { functoolsCModule } from "./_functools.ts";
import { ioModules } from "./_io.ts";
import { memoryProfilerCModule } from "./_memory_profiler.ts";
import { randomCModule } from "./_random.ts";
import { threadModule } from "./_thread.ts";
import { tracebackCModule } from "./_traceback.ts";
import { typesCModule } from "./_types.ts";
import { typingCModule } from "./_typing.ts";
import { weakrefCModule } from "./_weakref.ts";
import { arrayModule } from "./array.ts";
import { atexitModule } from "./atexit.ts";
import { gcModule } from "./gc.ts";
import { itertoolsModule } from "./itertools.ts";
import { mathModule } from "./math.ts";
import type { ModuleSpec } from "./modulespec.ts";
import { operatorModule } from "./operator.ts";
import { posixModule } from "./posix.ts";
import { pythonModules } from "./python/index.ts";
import { sysModule } from "./sys.ts";
import { timeModule } from "./time.ts";
import { tracemallocCModule } from "./tracemalloc.ts";

const specs: readonly ModuleSpec[] = [
  sysModule,
  gcModule,
  weakrefCModule,
  abcCModule,
  atexitModule,
  typesCModule,
  typingCModule,
  threadModule,
  collectionsCModule,
  functoolsCModule,
  ...ioModules,
  arrayModule,
  posixModule,
  itertoolsModule,
  mathModule,
  operatorModule,
  randomCModule,
  timeModule,
  tracemallocCModule,
  tracebackCModule,
  ctypesCModule,
  memoryProfilerCModule,
  ...pythonModules,
];

const byName = new Map(specs.map((spec) => [spec.name, spec]));

export function moduleSpecNamed(name: string): ModuleSpec | undefined {
  return byName.get(name);
}

/**
 * Top-level names of the standard library that are not modelled: importing one is refused by name. Any other unknown name
 * is a ModuleNotFoundError, as it would be for a learner who has not installed it.
 */
const standardLibrary = new Set(
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

/** Modules a program can import by their public names, and those of the standard library it cannot. */
export function moduleNames(): { modelled: string[]; refused: string[] } {
  const modelled = [...byName.keys(), "builtins"].filter((name) => !name.startsWith("_")).sort();
  return { modelled, refused: [...standardLibrary].filter((name) => !modelled.includes(name)).sort() };
}

export function isStandardLibrary(name: string): boolean {
  return standardLibrary.has(name.split(".")[0] ?? "");
}
