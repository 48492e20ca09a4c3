/** Weak references look without holding: alive while something else counts, dead the moment nothing does. */
import { bankItem } from "../item.ts";

const alive = `import weakref

class Bird:
    pass

{{a}} = Bird()
watch = weakref.ref({{a}})
{{hold}}
print(watch() is None)
del {{a}}
print(watch() is None)
{{drop}}
print(watch() is None)`;

export const deadOrAlive = bankItem("dead-or-alive", {
  kind: "output",
  title: "Is the bird still there?",
  topic: "weak-references",
  source: alive,
  python: "3.13",
  mode: "script",
  params: {
    a: ["robin"],
    hold: [
      "nest = [{{a}}]",
      "nest = weakref.ref({{a}})",
      "nest = {{a}}",
      "nest = [watch]",
      "nest = {'a': {{a}}}",
    ],
    drop: ["nest = None", "nest = [nest]", "del watch; watch = lambda: nest", "nest = str(nest)"],
  },
  ask: {
    form: "choice",
    distractors: ["False\nFalse\nFalse", "False\nFalse\nTrue", "False\nTrue\nTrue", "True\nTrue\nTrue"],
  },
});

const method = `import weakref

class Lamp:
    def __init__(self, room):
        self.room = room
    def switch(self):
        return self.room

lamp = Lamp("{{room}}")
switch = lamp.switch
watch = weakref.ref(lamp)
{{first}}
print(watch() is None)
{{second}}
print(watch() is None)`;

export const methodHoldsLamp = bankItem("method-holds-lamp", {
  kind: "output",
  title: "A method remembers its lamp",
  topic: "weak-references",
  source: method,
  python: "3.13",
  mode: "script",
  params: {
    room: ["attic"],
    first: ["del lamp", "lamp = lamp.room", "lamp = Lamp('hall')"],
    second: ["switch = switch()", "switch = [switch]", "switch = Lamp.switch", "lamp = None"],
  },
  ask: { form: "choice", distractors: ["False\nFalse", "False\nTrue", "True\nTrue", "True\nFalse"] },
});
