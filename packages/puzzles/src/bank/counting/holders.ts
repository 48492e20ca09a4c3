/** What counts: slots of containers do, holders of a holder do not, and a call adds what its version adds. */
import { bankItem, lineOf, onceAt } from "../item.ts";

const boxed = `ring = ["gold"]
{{box}} = [ring, ring]
lid = {{box}}
room = {"here": {{box}}, "there": {{what}}}
{{step}}
print(len(room))`;

export const slotsCount = bankItem("slots-count", {
  kind: "refcount",
  title: "A ring in a box in a room",
  topic: "reference-counting",
  source: boxed,
  python: "3.13",
  mode: "script",
  params: {
    box: ["box"],
    what: ["ring", "lid", "[ring]", "ring[0]"],
    step: ["{{box}}.pop()", "del {{box}}", "lid = None", "room['here'] = ring"],
  },
  ask: {
    form: "counted",
    name: "ring",
    place: { line: lineOf(boxed, "{{step}}"), occurrence: 1, when: "after" },
  },
});

const inCall = `import sys

def show(thing):
    {{body}}
    print(sys.getrefcount(thing))

{{name}} = ["map"]
{{more}}
show({{name}})`;

const inCallParams = {
  name: ["bag"],
  body: ["pass", "twin = thing", "twin = [thing]"],
  more: ["spare = {{name}}", "spare = [{{name}}, {{name}}]", "spare = list({{name}})"],
};

export const insideACall = bankItem("inside-a-call", {
  kind: "refcount",
  title: "Counted inside the call",
  topic: "reference-counting",
  source: inCall,
  python: "3.13",
  mode: "script",
  params: inCallParams,
  ask: { form: "printed", name: "thing", at: onceAt(inCall, "print(sys.getrefcount(thing))") },
});

export const insideACallBorrowed = bankItem("inside-a-call-borrowed", {
  kind: "refcount",
  title: "Counted inside the call, newer Python",
  topic: "reference-counting",
  source: inCall,
  python: "3.14",
  mode: "script",
  params: inCallParams,
  ask: { form: "printed", name: "thing", at: onceAt(inCall, "print(sys.getrefcount(thing))") },
});

const looped = `trail = []
team = ["ada", "bob"]
for step in range({{n}}):
    trail.append(team)
    {{inner}}
team = None`;

export const slotByRound = bankItem("slot-by-round", {
  kind: "refcount",
  title: "One more each round",
  topic: "reference-counting",
  source: looped,
  python: "3.13",
  mode: "script",
  params: {
    n: ["4", "5"],
    inner: ["last = team", "trail = trail[-2:]", "last = trail[:]", "trail.append(list(team))"],
  },
  ask: {
    form: "counted",
    name: "team",
    place: { line: lineOf(looped, "{{inner}}"), occurrence: 3, when: "after" },
  },
});
