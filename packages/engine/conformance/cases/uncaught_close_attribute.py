class Node:
    def __init__(self):
        self.value = 1
        self._next = None
node = Node()
try:
    node.next
except AttributeError as e:
    print(e, type(getattr(e, "obj", None)).__name__)
node.vlaue
