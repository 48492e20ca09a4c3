/** Practices: what a profiler shows and what it does not; a count looked at without a call in the way. */
import { bankItem, onceAt } from "../item.ts";

const traced = `import tracemalloc

{{early}}
tracemalloc.start()
before, _ = tracemalloc.get_traced_memory()
late = bytearray(1_000_000)
{{step}}
now, peak = tracemalloc.get_traced_memory()
print(before > 500_000, now > 500_000, peak > 500_000)`;

export const tracemallocSees = bankItem("tracemalloc-sees", {
  kind: "output",
  title: "What tracemalloc sees",
  topic: "practice-profiling",
  source: traced,
  python: "3.13",
  mode: "script",
  params: {
    early: ["early = bytearray(1_000_000)", "early = [bytearray(1_000_000)]", "early = None"],
    step: ["pass", "del late", "late = None", "kept = late", "kept = [late]; del late", "early = late"],
  },
  ask: { form: "lines", at: onceAt(traced, "print(before > 500_000, now > 500_000, peak > 500_000)") },
});

const blame = `import tracemalloc

class Page:
    def __init__(self):
        self.text = bytearray({{size}})

pages = []
tracemalloc.start()
for number in range(4):
    page = Page()
    {{step}}
largest = tracemalloc.take_snapshot().statistics("lineno")[0]
print(largest.traceback[0].lineno)`;

export const blameTheLine = bankItem("blame-the-line", {
  kind: "output",
  title: "Which line is to blame?",
  topic: "practice-profiling",
  source: blame,
  python: "3.13",
  mode: "script",
  params: {
    size: ["200_000", "300_000"],
    step: [
      "pages.append(page)",
      "pass",
      "pages = [page]",
      "pages.append(page.text)",
      "pages.append(bytes(page.text))",
    ],
  },
  ask: { form: "number", at: onceAt(blame, "print(largest.traceback[0].lineno)") },
});

const peek = `import ctypes

guest = []
{{first}}
{{second}}
address = id(guest)
print(ctypes.c_ssize_t.from_address(address).value)`;

export const peekAtTheCount = bankItem("peek-at-the-count", {
  kind: "output",
  title: "The count itself",
  topic: "practice-profiling",
  source: peek,
  python: "3.13",
  mode: "script",
  params: {
    first: ["room = [guest]", "room = (guest, guest)", "other = guest"],
    second: ["pass", "other = guest", "seat = {'window': guest}", "room = None", "room = [guest, 7]"],
  },
  ask: { form: "number", at: onceAt(peek, "print(ctypes.c_ssize_t.from_address(address).value)") },
});
