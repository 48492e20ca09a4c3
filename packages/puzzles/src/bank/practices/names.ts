/** Practices: globals live while somebody leaves the name bound; del and None drop one reference, no more. */
import { bankItem } from "../item.ts";

const globals = `import weakref

class Report:
    pass

latest = None

def make():
    {{scope}}
    latest = Report()
    draft = Report()
    return weakref.ref(latest), weakref.ref(draft)

one, two = make()
print(one() is None, two() is None)
{{after}}
print(one() is None, two() is None)`;

export const globalsStayBound = bankItem("globals-stay-bound", {
  kind: "output",
  title: "Global or local report",
  topic: "practice-globals",
  source: globals,
  python: "3.13",
  mode: "script",
  params: {
    scope: ["global latest", "title = 'report'", "global latest, draft", "global draft"],
    after: ["latest = None", "one_more = make()", "del latest"],
  },
  ask: { form: "lines" },
});

const release = `class Tool:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("bye", self.name)

{{a}} = Tool("{{a}}")
{{hold}}
{{release}}
print("released")
{{last}}
print("end")`;

export const delOrNone = bankItem("del-or-none", {
  kind: "output",
  title: "del or None",
  topic: "practice-release",
  source: release,
  python: "3.13",
  mode: "script",
  params: {
    a: ["saw"],
    hold: ["other = {{a}}", "other = [{{a}}]", "other = {{a}}.name", "other = None"],
    release: ["del {{a}}", "{{a}} = None", "{{a}} = Tool('new')", "{{a}} = {{a}}"],
    last: ["other = None", "other = [other]", "del other"],
  },
  ask: { form: "lines" },
});
