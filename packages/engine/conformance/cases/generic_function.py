def first[T](items: list[T], default: T = None, *, key=1) -> T:
    return items[0] if items else default
print(first([1]), first([]), first.__qualname__, first.__defaults__, first.__kwdefaults__)
T = first.__type_params__[0]
print(T, type(T), T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__infer_variance__)
print(first.__annotations__, first.__code__.co_freevars)
def bounded[B: int, C: (str, bytes)](): return B.__bound__, C.__constraints__, B, C
print(bounded())
def spread[*Ts, **P](*args: P.args, **kw: P.kwargs): return Ts, P, P.args
print(spread())
