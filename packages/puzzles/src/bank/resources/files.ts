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
