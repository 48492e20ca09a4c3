import gc
class Node:
    pass
nodes = [Node() for _ in range(40)]
def generation(o):
    return [any(x is o for x in gc.get_objects(generation=g)) for g in range(3)].index(True)
print(generation(globals()), generation(nodes), generation(nodes[0]), generation(nodes[-1]))
gc.collect(0)
print(generation(globals()), generation(nodes), generation(nodes[0]), generation(nodes[-1]))
