/** Practices: a generator holds one item at a time but keeps what it needs; a comprehension saves time, not memory. */
import { bankItem, onceAt } from "../item.ts";

const peak = `class Ticket:
    alive = most = 0
    def __init__(self, number):
        Ticket.alive += 1
        Ticket.most = max(Ticket.most, Ticket.alive)
    def __del__(self):
        Ticket.alive -= 1

total = 0
for ticket in {{tickets}}:
    total += 1
    {{step}}
print(Ticket.most)`;

export const peakOfTickets = bankItem("peak-of-tickets", {
  kind: "output",
  title: "Most tickets at a time",
  topic: "practice-generators",
  source: peak,
  python: "3.13",
  mode: "script",
  params: {
    n: ["10", "25"],
    tickets: ["(Ticket(n) for n in range({{n}}))", "[Ticket(n) for n in range({{n}})]"],
    step: ["pass", "ticket = None", "del ticket", "last = ticket", "if total == 3: break"],
  },
  ask: { form: "number", at: onceAt(peak, "print(Ticket.most)") },
});

const paused = `import weakref

class Deck:
    pass

def deal(deck):
    yield 1
    {{middle}}
    yield 2

deck = Deck()
watch = weakref.ref(deck)
hand = deal(deck)
del deck
print(watch() is None)
next(hand)
{{step}}
print(watch() is None)
{{last}}
print(watch() is None)`;

export const pausedGenerator = bankItem("paused-generator", {
  kind: "output",
  title: "A pause in the game",
  topic: "practice-generators",
  source: paused,
  python: "3.13",
  mode: "script",
  params: {
    middle: ["deck = None", "size = 52", "del deck"],
    step: ["next(hand)", "other = hand", "hand = list(hand)"],
    last: ["hand = None", "hand = [hand]", "other = hand = None"],
  },
  ask: {
    form: "choice",
    distractors: ["False\nFalse\nFalse", "False\nFalse\nTrue", "False\nTrue\nTrue", "True\nTrue\nTrue"],
  },
});

const comprehension = `import sys

quick = [n for n in range({{n}})]
slow = []
for n in range({{n}}):
    slow.append(n)
lazy = (n for n in range({{n}}))
short = (n for n in range(3))
print(sys.getsizeof(quick) == sys.getsizeof(slow))
print(sys.getsizeof(lazy) == sys.getsizeof(short))
print(sys.getsizeof(quick) == sys.getsizeof({{other}}))
print(quick[{{i}}] is slow[{{i}}])`;

export const comprehensionSize = bankItem("comprehension-size", {
  kind: "output",
  title: "Is the comprehension smaller?",
  topic: "practice-comprehensions",
  source: comprehension,
  python: "3.13",
  mode: "script",
  params: {
    n: ["400"],
    i: ["200", "300", "256", "257"],
    other: ["list(lazy)", "quick[:]", "list(range({{n}}))"],
  },
  ask: { form: "lines" },
});
