/** Files left open: a handle is given back by close, by `with`, or when the last reference to the file goes. */
import { bankItem, onceAt } from "../item.ts";

const handles = `class LogFile:
    still_open = 0
    def __init__(self):
        LogFile.still_open += 1
        self.is_open = True
    def close(self):
        LogFile.still_open -= self.is_open
        self.is_open = False
    __del__ = close

kept = []
for day in range({{n}}):
    file = LogFile()
    {{step}}
{{after}}
print(LogFile.still_open)`;

export const filesLeftOpen = bankItem("files-left-open", {
  kind: "output",
  title: "How many files are open?",
  topic: "files-left-open",
  source: handles,
  python: "3.13",
  mode: "script",
  params: {
    n: ["3", "6"],
    step: [
      "kept.append(file)",
      "if day % 2: kept.append(file)",
      "if day: file.close()",
      "if day > 1: kept = [file]",
      "file.me = file",
    ],
    after: ["pass", "file = None", "kept.clear()", "file.close()"],
  },
  ask: { form: "number", at: onceAt(handles, "print(LogFile.still_open)") },
});

const files = `import weakref

kept = []
alive = weakref.WeakSet()
for name in ("a.txt", "b.txt", "c.txt"):
    file = open(name, "w")
    alive.add(file)
    {{step}}
{{after}}
print(len([f for f in alive if not f.closed]))`;

export const openFiles = bankItem("open-files", {
  kind: "output",
  title: "Open files after the loop",
  topic: "files-left-open",
  source: files,
  python: "3.13",
  mode: "script",
  params: {
    step: [
      "kept.append(file)",
      "kept.append(file.name)",
      "kept = [file]",
      "with file: kept.append(file)",
      "kept.append(file.close)",
    ],
    after: ["pass", "file.close()", "file = None", "kept.clear()"],
  },
  ask: { form: "number", at: onceAt(files, "print(len([f for f in alive if not f.closed]))") },
});
