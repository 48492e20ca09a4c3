import weakref
class Node:
    def __init__(self, parent=None):
        self.parent = None if parent is None else weakref.ref(parent)
        self.kids = []
        if parent: parent.kids.append(self)
root = Node()
kid = Node(root)
print(kid.parent() is root)
del root
print(kid.parent() is None)
