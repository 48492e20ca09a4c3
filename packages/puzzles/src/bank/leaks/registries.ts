/** Alive by accident: class-level lists, caches and default arguments that nobody empties. */
import { bankItem, lineOf } from "../item.ts";

const registry = `class {{type}}:
    log = []
    def __init__(self, name):
        self.name = name
        {{keep}}

def visit(names):
    for name in names:
        guest = {{type}}(name)
        {{step}}

visit(["ann", "ben", "cleo", "dan"])
print("done")`;

export const classLevelList = bankItem("class-level-list", {
  kind: "leak",
  title: "Guests who never leave",
  topic: "memory-leaks",
  source: registry,
  python: "3.13",
  mode: "script",
  params: {
    type: ["Guest"],
    keep: ["self.log.append(self)", "if 'n' in name: self.log.append(self)", "self.log = [self.name]"],
    step: ["first = guest.name[0]", "if len(guest.log) > 2: guest.log.pop(0)", "last = guest"],
  },
  ask: {
    form: "alive",
    mark: { line: lineOf(registry, 'visit(["ann", "ben", "cleo", "dan"])'), occurrence: 1 },
  },
});

const cache = `class Page:
    def __init__(self, name):
        self.name = name

seen = {}

def fetch(name):
    if name not in seen:
        {{store}}
    page = Page(name + "!")
    return page

for name in {{names}}:
    shown = fetch(name)
    length = len(shown.name)
shown = None`;

export const cacheKeepsPages = bankItem("cache-keeps-pages", {
  kind: "leak",
  title: "A cache with a good memory",
  topic: "memory-leaks",
  source: cache,
  python: "3.13",
  mode: "script",
  params: {
    names: ['["home", "news", "home"]', '["map", "map", "shop"]', '["a", "b", "c"]'],
    store: ["seen[name] = Page(name)", "seen[name] = Page(name).name", "seen['last'] = Page(name)"],
  },
  ask: { form: "alive", mark: { line: lineOf(cache, "for name in {{names}}:"), occurrence: 1 } },
});

const defaults = `class Order:
    def __init__(self, name):
        self.name = name

def ship(order, batch=[]):
    batch.append({{what}})
    label = order.name.upper()
    return label

def day():
    today = [Order("tea"), Order("rice")]
    for order in today[:]:
        ship(order{{given}})

day()
print("closed")`;

export const defaultArgument = bankItem("default-argument", {
  kind: "leak",
  title: "The argument nobody gave",
  topic: "memory-leaks",
  source: defaults,
  python: "3.13",
  mode: "script",
  params: { what: ["order", "order.name", "[order]"], given: ["", ", []", ", ship.__defaults__[0]"] },
  ask: { form: "alive", mark: { line: lineOf(defaults, "day()"), occurrence: 1 } },
});
