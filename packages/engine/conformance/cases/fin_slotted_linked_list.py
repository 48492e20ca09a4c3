import weakref, gc
class Node:
    __slots__ = ("value", "next", "__weakref__")
    def __init__(self, value, next=None): self.value, self.next = value, next
    def __del__(self): print("free", self.value)
head = Node(1, Node(2, Node(3)))
second = head.next
r = weakref.ref(second.next)
head = None
print("head dropped", second.value)
second.next.next = second
second = None
print("cycle dropped", r() is None)
print(gc.collect(), r() is None)
ll = None
for i in range(3): ll = Node(i, ll)
while ll:
    print("visit", ll.value)
    ll = ll.next
print("end")
