/** Which line keeps them: the one that made the surviving edge from outside, not the one that made the object. */
import { bankItem, lineOf } from "../item.ts";

const listener = `class Button:
    def __init__(self):
        self.listeners = []

class Dialog:
    def __init__(self, lines):
        self.lines = lines
        Dialog.latest = self
    def clicked(self):
        self.lines.append("click")

history = []
button = Button()

def show():
    dialog = Dialog([])
    history.append(dialog)
    button.listeners.append(dialog.clicked)
    dialog.clicked()

show()
{{release}}
print(len(history))`;

export const listenerKeepsDialog = bankItem("listener-keeps-dialog", {
  kind: "leak",
  title: "The dialog that stays",
  topic: "memory-leaks",
  source: listener,
  python: "3.13",
  mode: "script",
  params: {
    release: [
      "Dialog.latest = history.clear()",
      "Dialog.latest = history.pop().lines",
      "Dialog.latest = button.listeners.clear()",
      "button = history = {}",
      "del button.listeners, history[0]",
      "button.listeners, Dialog.latest = [], None",
    ],
  },
  ask: { form: "keeper", mark: { line: lineOf(listener, "show()"), occurrence: 1 } },
});

const closure = `class Photo:
    def __init__(self, name):
        self.name = name
        self.pixels = [0] * 100

callbacks = []

def load(name):
    photo = Photo(name)
    title = photo.name
    def describe():
        return {{uses}}
    callbacks.append(describe)
    return title

for name in ("sea", "hill"):
    load(name)
{{after}}
print(len(callbacks))`;

export const closureKeepsPhoto = bankItem("closure-keeps-photo", {
  kind: "leak",
  title: "What a callback holds on to",
  topic: "memory-leaks",
  source: closure,
  python: "3.13",
  mode: "script",
  params: {
    uses: ["photo.name", "title", "len(photo.pixels)"],
    after: ["first = callbacks[0]", "callbacks.pop()", "callbacks.reverse()"],
  },
  ask: { form: "alive", mark: { line: lineOf(closure, 'for name in ("sea", "hill"):'), occurrence: 1 } },
});

const cycle = `import gc
gc.disable()

class Room:
    def __init__(self, name):
        self.name = name
        self.doors = []

def build():
    hall = Room("hall")
    bath = Room("bath")
    yard = Room("yard")
    hall.doors.append(bath)
    {{link}}
    {{second}}

build()
print("built")`;

export const cycleCollectorOff = bankItem("cycle-collector-off", {
  kind: "leak",
  title: "A house with the collector off",
  topic: "memory-leaks",
  source: cycle,
  python: "3.13",
  mode: "script",
  params: {
    link: ["bath.doors.append(hall)", "bath.doors.append(yard)", "yard.doors.append(hall)"],
    second: ["yard.doors.append(bath)", "yard.doors.append(yard)", "hall.doors.clear()"],
  },
  ask: { form: "alive", mark: { line: lineOf(cycle, "build()"), occurrence: 1 } },
});
