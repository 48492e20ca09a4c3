import gc
class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = parent
        if parent is not None: parent.children.append(self)
    def __del__(self): print("del", self.name)
root = Node("root")
a = Node("a", root); b = Node("b", root)
del a, b
gc.collect()
del root
gc.collect()
