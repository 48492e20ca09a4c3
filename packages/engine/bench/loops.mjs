/** Loops that do one thing each, long enough for the machine's speed to show. */
export const loops = [
  {
    name: "calls: fib(22)",
    source: `def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(22)
`,
  },
  {
    name: "nested loop: 1000 × 1000",
    source: `def f():
    total = 0
    for i in range(1000):
        for j in range(1000):
            total += i ^ j
    return total
f()
`,
  },
  {
    name: "append: 100 000",
    source: `def f():
    a = []
    for i in range(100_000):
        a.append(i)
    return a
f()
`,
  },
  {
    name: "linked objects: 50 000",
    source: `class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next
def f():
    head = None
    for i in range(50_000):
        head = Node(i, head)
    total = 0
    while head is not None:
        total += head.value
        head = head.next
    return total
f()
`,
  },
];
