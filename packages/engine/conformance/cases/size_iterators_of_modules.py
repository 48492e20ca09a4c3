import sys, itertools, functools
print(sys.getsizeof(functools.partial(len)), sys.getsizeof(itertools.chain()), sys.getsizeof(itertools.count()), sys.getsizeof(itertools.repeat(1)))
