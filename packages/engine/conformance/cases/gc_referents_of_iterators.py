import collections
import functools
import gc
import itertools
import operator


def show(label, o):
    print(label, [type(x).__name__ for x in gc.get_referents(o)])


show("partial", functools.partial(print, 1, k=2))
show("attrgetter", operator.attrgetter("a"))
show("filter", filter(None, [1]))
show("takewhile", itertools.takewhile(None, []))
show("accumulate", itertools.accumulate([1]))
show("count", itertools.count(1))
show("chain", itertools.chain([1], [2]))
show("cycle", itertools.cycle([1]))
show("groupby", itertools.groupby([1]))
show("deque", collections.deque([1, "a"]))
show("defaultdict", collections.defaultdict(list, a=1))
show("staticmethod", staticmethod(len))
show("property", property(lambda self: 1))
show("slot", int.__add__)
